/* What is in a calendar, week by week. */
#include "calendar/making.h"

#include "support/limits.h"

#include <stdio.h>
#include <string.h>

enum { WEEKS = 12, WEEKS_OF_AN_OPEN_PHASE = 4, TITLE_BYTES = 200 };

/* ---- Entries ---- */

/* The digest, in the form of a UUID of version 8: it means nothing to anyone, and no two packs or people
 * share one, if their sheets have ids. */
static void make_uid(const struct making *making, struct event *event, int week, size_t rank)
{
    const struct sc_plan *plan = making->plan;
    char digits[DIGEST_TEXT];
    const char *name =
        arena_print(making->arena, "calendar\n%s\n%s\n%d\n%d\n%zu", plan->pack->id,
                    plan->sheet_id != NULL ? plan->sheet_id : "", (int)event->kind, week, rank);
    digest_start(making->digest);
    digest_add(making->digest, name, strlen(name));
    digest_finish(making->digest, digits);
    snprintf(event->uid, UID_TEXT, "%.8s-%.4s-8%.3s-a%.3s-%.12s", digits, digits + 8, digits + 12,
             digits + 15, digits + 18);
}

struct event *add_event(struct making *making, enum event_kind kind, int week, size_t rank)
{
    making->events =
        arena_grow(making->arena, making->events, making->count, &making->capacity, sizeof *making->events);
    struct event *event = &making->events[making->count++];
    *event = (struct event){.kind = kind, .first = date_after(making->plan->start, 7L * (week - 1))};
    event->weekdays = 1u << date_weekday(event->first);
    make_uid(making, event, week, rank);
    return event;
}

const char *phrase_of_week(const struct making *making, enum phrase phrase, int week)
{
    return pack_phrase_with(making->arena, making->plan->pack, phrase,
                            arena_print(making->arena, "%d", week));
}

/* ---- Phases ---- */

static bool begins(const struct task *task, const void *week)
{
    return task->item->item->weeks.from == *(const int *)week;
}

static bool goes_on(const struct task *task, const void *week)
{
    return !begins(task, week) && plan_item_is_in_week(task->item, *(const int *)week);
}

static void describe_names(struct description *description, enum phrase phrase, task_test *passes, int week)
{
    const struct making *making = description->making;
    const struct tasks tasks = tasks_that(making, passes, &week);
    const char *names = task_names(making, tasks, 0, LIMIT_CALENDAR_TEXT / 4);
    if (names != NULL)
        describe(description, NULL, pack_phrase_with(making->arena, making->plan->pack, phrase, names));
}

static const char *open_title(const struct making *making, const char *discreet, const char *words)
{
    bool open = making->titles == TITLES_OPEN && strlen(words) <= TITLE_BYTES &&
                medicines_allow(&making->medicines, words);
    return open ? arena_print(making->arena, "%s: %s", discreet, words) : discreet;
}

/* The texts of a phase are about its medicines too: what is to do in it stands here, and no more. */
static void add_phase(struct making *making, const struct phase *phase)
{
    const struct sc_plan *plan = making->plan;
    const int week = phase->weeks.from;
    struct event *event = add_event(making, EVENT_PHASE, week, 0);
    event->title = open_title(making, phrase_of_week(making, PHRASE_calendar_phase, week), phase->title);
    struct description description = description_of(making);
    if (plan->expired)
        describe(&description, NULL,
                 pack_phrase_with(making->arena, plan->pack, PHRASE_expired,
                                  plan_date(making->arena, plan->pack, plan->pack->review_by)));
    describe_names(&description, PHRASE_calendar_new, begins, week);
    describe_names(&description, PHRASE_keep_going, goes_on, week);
    if (week == 1)
        describe_if_allowed(&description, NULL, plan->notice);
    description.more = true;
    event->description = described(&description);
}

/* ---- Reviews ---- */

/* All of the signs or none: where they do not fit, or one of them names a medicine, it says where they stand.
 */
static const char *signs_of(const struct making *making)
{
    const struct sc_plan *plan = making->plan;
    struct description description = description_of(making);
    bool any = false;
    description.room /= 2;
    describe(&description, NULL, pack_phrase(plan->pack, PHRASE_stop_if));
    for (unsigned i = 0; i < LEVEL_COUNT; i++) {
        const char *signs = plan_signs(making->arena, plan, (enum level)i);
        any = any || signs != NULL;
        describe_if_allowed(&description, pack_phrase(plan->pack, plan_signs_heading((enum level)i)), signs);
    }
    if (!any)
        return NULL;
    if (description.more) {
        description = description_of(making);
        describe(&description, NULL,
                 pack_phrase_with(making->arena, plan->pack, PHRASE_review_screen,
                                  pack_phrase(plan->pack, PHRASE_stop_if)));
    }
    return described(&description);
}

static const bool *allowed_asks(const struct making *making)
{
    const struct sc_pack *pack = making->plan->pack;
    bool *asks = arena_array(making->arena, pack->question_count, sizeof *asks);
    for (size_t i = 0; i < pack->question_count; i++)
        asks[i] = medicines_allow(&making->medicines, pack->questions[i].ask);
    return asks;
}

static void describe_asks(struct description *description, struct numbers look_at)
{
    const struct sc_pack *pack = description->making->plan->pack;
    if (look_at.count == 0)
        return;
    describe_gap(description);
    describe(description, NULL, pack_phrase(pack, PHRASE_look_at));
    for (size_t i = 0; i < look_at.count; i++)
        if (description->making->asks[look_at.list[i]])
            describe(description, "-", pack->questions[look_at.list[i]].ask);
        else
            description->more = true;
}

/* On the last day of its week. */
static void add_review(struct making *making, const struct plan_review *review)
{
    const struct sc_plan *plan = making->plan;
    const int week = review->review->week;
    struct event *event = add_event(making, EVENT_REVIEW, week, 0);
    event->first = date_after(event->first, 6);
    event->weekdays = 1u << date_weekday(event->first);
    event->title = phrase_of_week(making, PHRASE_calendar_review, week);
    if (making->titles == TITLES_OPEN)
        event->title = open_title(making, event->title, plan->pack->title);
    struct description description = description_of(making);
    description.room /= 2; /* the rest is kept for the signs */
    describe_if_allowed(&description, NULL, review->text);
    description.room = LIMIT_CALENDAR_TEXT;
    if (making->signs != NULL) {
        describe_gap(&description);
        describe_lines(&description, making->signs);
    }
    describe_asks(&description, review->review->look_at);
    event->description = described(&description);
}

/* ---- The whole ---- */

/* What has no end is in the calendar up to here; then a renewed plan is due. */
static int last_week_of_days(const struct sc_plan *plan)
{
    int last = WEEKS;
    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct weeks weeks = plan->phases[i].phase->weeks;
        const int end = weeks.to != 0 ? weeks.to : weeks.from + WEEKS_OF_AN_OPEN_PHASE - 1;
        last = end > last ? end : last;
    }
    for (size_t i = 0; i < plan->review_count; i++)
        if (plan->reviews[i].review->week > last)
            last = plan->reviews[i].review->week;
    return last < LIMIT_CALENDAR_WEEKS ? last : LIMIT_CALENDAR_WEEKS;
}

static void add_week(struct making *making, int week)
{
    const struct sc_plan *plan = making->plan;
    for (size_t i = 0; i < plan->phase_count; i++)
        if (plan->phases[i].phase->weeks.from == week)
            add_phase(making, plan->phases[i].phase);
    if (week <= last_week_of_days(plan))
        add_days(making, week);
    for (size_t i = 0; i < plan->review_count; i++)
        if (plan->reviews[i].review->week == week)
            add_review(making, &plan->reviews[i]);
}

struct calendar calendar_of(struct arena *arena, const struct sc_plan *plan, enum titles titles)
{
    struct making making = {.arena = arena, .plan = plan, .titles = titles};
    if (plan_is_printed(plan)) {
        making.medicines = medicines_of(arena, plan->pack);
        making.digest = arena_alloc(arena, digest_size());
        making.asks = allowed_asks(&making);
        making.signs = signs_of(&making);
        find_tasks(&making);
        for (int week = 1; week <= LIMIT_WEEK; week++)
            add_week(&making, week);
        for (size_t i = 0; i < making.count; i++)
            making.events[i].title = one_line(arena, making.events[i].title);
    }
    return (struct calendar){plan->made, making.events, making.count};
}
