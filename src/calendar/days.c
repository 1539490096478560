/* Exercises and practices, week by week: those that are done on the same number of days have one entry. Each
 * week has its own, also where nothing changes from one to the next: so a renewed plan has the same entries
 * with other numbers, and leaves none behind. */
#include "calendar/making.h"

#include <string.h>

enum { WEEK = 7, TITLE_BYTES = 120, NAMES_BYTES = 2000 };

/* ---- Tasks ---- */

static const enum phrase line_labels[LINE_COUNT] = {
    [LINE_SAY] = PHRASE_COUNT, /* none */
    [LINE_SMALLEST] = PHRASE_smallest,
    [LINE_BAD_DAY] = PHRASE_bad_day,
    [LINE_STOP] = PHRASE_COUNT,
};

static struct task task_of(const struct making *making, const struct plan_item *item)
{
    const char *const lines[LINE_COUNT] = {
        [LINE_SAY] = item->say,
        [LINE_SMALLEST] = item->smallest,
        [LINE_BAD_DAY] = item->bad_day,
        [LINE_STOP] = item->stop,
    };
    struct task task = {.item = item};
    for (size_t i = 0; i < LINE_COUNT; i++)
        if (lines[i] != NULL && medicines_allow(&making->medicines, lines[i]))
            task.lines[i] = lines[i];
    return task;
}

/* An item with an `ask` is a question to take to a clinician, and nothing to do. */
static bool is_task(const struct making *making, const struct plan_item *item)
{
    const enum kind kind = item->item->kind;
    if (item->status != ITEM_OFFERED || item->ask != NULL || (kind != KIND_EXERCISE && kind != KIND_PRACTICE))
        return false;
    return medicines_allow(&making->medicines, plan_task(making->arena, item, item->item->weeks.from));
}

void find_tasks(struct making *making)
{
    const struct sc_plan *plan = making->plan;
    struct task *tasks = arena_array(making->arena, plan->item_count, sizeof *tasks);
    making->tasks = tasks;
    for (size_t i = 0; i < plan->item_count; i++)
        if (is_task(making, &plan->items[i]))
            tasks[making->task_count++] = task_of(making, &plan->items[i]);
}

struct tasks tasks_that(const struct making *making, task_test *passes, const void *context)
{
    size_t count = 0;
    for (size_t i = 0; i < making->task_count; i++)
        count += passes(&making->tasks[i], context);
    const struct task **list = arena_array(making->arena, count, sizeof(const struct task *));
    struct tasks tasks = {list, 0};
    for (size_t i = 0; i < making->task_count; i++)
        if (passes(&making->tasks[i], context))
            list[tasks.count++] = &making->tasks[i];
    return tasks;
}

const char *task_names(const struct making *making, struct tasks tasks, int week, size_t room)
{
    struct buffer names = buffer_in(making->arena);
    for (size_t i = 0; i < tasks.count; i++) {
        const struct plan_item *item = tasks.list[i]->item;
        const char *name = week != 0 ? plan_task(making->arena, item, week) : item->item->title;
        if (names.length + strlen(name) > room) {
            if (i == 0)
                return NULL;
            buffer_text(&names, ", ...");
            break;
        }
        buffer_print(&names, "%s%s", i > 0 ? ", " : "", name);
    }
    return tasks.count > 0 ? buffer_string(&names) : NULL;
}

/* ---- How often ---- */

/* On how many days of a week; 0: it does not say. */
static int days_of(const struct task *task)
{
    const struct plan_schedule *schedule = &task->item->schedule;
    if (!schedule->there)
        return task->item->item->kind == KIND_EXERCISE ? 0 : WEEK;
    return schedule->days >= 1 && schedule->days <= WEEK ? (int)schedule->days : WEEK;
}

/* What is done in a week on the same number of days. */
struct share {
    enum kind kind;
    int week, days;
};

static bool is_of_share(const struct task *task, const void *context)
{
    const struct share *share = context;
    return task->item->item->kind == share->kind && plan_item_is_in_week(task->item, share->week) &&
           days_of(task) == share->days;
}

/* Spread over the week, from its first day on: of 5 days the fourth and the last are free. */
static unsigned weekdays_of(struct date first, int days)
{
    unsigned weekdays = 0;
    for (int i = 0; i < days; i++)
        weekdays |= 1u << (date_weekday(first) + i * WEEK / days) % WEEK;
    return weekdays;
}

/* ---- Entries ---- */

struct entry {
    struct share share;
    size_t rank;
    struct tasks told, named; /* whole; and by their titles alone */
};

static const struct {
    enum kind kind;
    enum event_kind event;
    enum phrase title;
} sorts[] = {
    {KIND_EXERCISE, EVENT_EXERCISE, PHRASE_calendar_exercise},
    {KIND_PRACTICE, EVENT_PRACTICE, PHRASE_calendar_practice},
};
enum { SORTS = sizeof sorts / sizeof sorts[0] };

static void describe_task(struct description *description, const struct task *task, int week)
{
    const struct making *making = description->making;
    describe(description, NULL, plan_task(making->arena, task->item, week));
    for (size_t i = 0; i < LINE_COUNT; i++) {
        enum phrase label = line_labels[i];
        describe(description, label != PHRASE_COUNT ? pack_phrase(making->plan->pack, label) : NULL,
                 task->lines[i]);
    }
    describe_gap(description);
}

static const char *describe_entry(const struct making *making, const struct entry *entry)
{
    const int week = entry->share.week;
    struct description description = description_of(making);
    description.room -= NAMES_BYTES; /* kept for the names */
    for (size_t i = 0; i < entry->told.count && !description.more; i++)
        describe_task(&description, entry->told.list[i], week);
    description.room += NAMES_BYTES;
    const char *names = task_names(making, entry->named, week, NAMES_BYTES / 2);
    if (names != NULL)
        describe(&description, NULL,
                 pack_phrase_with(making->arena, making->plan->pack, PHRASE_calendar_exercises, names));
    description.more = true; /* how each is done */
    return described(&description);
}

static void add_entry(struct making *making, size_t sort, struct entry entry)
{
    const int week = entry.share.week;
    struct event *event = add_event(making, sorts[sort].event, week, entry.rank);
    const struct tasks main = entry.told.count > 0 ? entry.told : entry.named;
    const char *names = making->titles == TITLES_OPEN ? task_names(making, main, week, TITLE_BYTES) : NULL;
    event->title = names != NULL ? names : phrase_of_week(making, sorts[sort].title, week);
    event->weekdays = weekdays_of(event->first, entry.share.days);
    event->description = describe_entry(making, &entry);
}

/* What does not say on how many days it is done goes with what is done on most of them. */
static void add_entries(struct making *making, size_t sort, int week)
{
    struct entry entry = {.share = {sorts[sort].kind, week, 0}};
    entry.named = tasks_that(making, is_of_share, &entry.share);
    for (entry.share.days = WEEK; entry.share.days >= 1; entry.share.days--) {
        entry.told = tasks_that(making, is_of_share, &entry.share);
        if (entry.told.count == 0)
            continue;
        add_entry(making, sort, entry);
        entry.rank++;
        entry.named.count = 0;
    }
    entry.share.days = WEEK;
    if (entry.named.count > 0)
        add_entry(making, sort, entry);
}

void add_days(struct making *making, int week)
{
    for (size_t sort = 0; sort < SORTS; sort++)
        add_entries(making, sort, week);
}
