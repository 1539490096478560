/* What is there for paper alone: the weeks on the first page, a page of questions to take along with room to
 * write, and a journal with a line a day. */
#include "document/laying.h"

enum {
    JOURNAL_WEEKS = 4,
    JOURNAL_PAGES = 12,
    COLUMNS = 9,
    ANSWER_LINES = 3,
    OWN_LINES = 4,
    OWN_LINES_ALONE = 10
};

static void add_named(struct laying *laying, struct document_node *labelled, enum phrase label,
                      const char *names)
{
    if (names != NULL)
        add_term(laying, labelled, phrase(laying, label), arena_print(laying->arena, "%s.", names));
}

/* ---- The weeks in short ---- */

static bool is_to_do(const struct laying *laying, const struct plan_item *item)
{
    (void)laying;
    return item_is_to_do(item) && (item->item->kind == KIND_EXERCISE || item->item->kind == KIND_PRACTICE);
}

static bool is_to_ask(const struct laying *laying, const struct plan_item *item)
{
    (void)laying;
    return item_is_question(item);
}

static const char *reviews_in(const struct laying *laying, struct weeks weeks)
{
    const struct sc_plan *plan = laying->plan;
    const char *all = NULL;
    for (size_t i = 0; i < plan->review_count; i++) {
        const struct review *review = plan->reviews[i].review;
        if (review->week >= weeks.from && (weeks.to == 0 || review->week <= weeks.to))
            all = joined(laying, all, "; ", week_of_review(laying, review));
    }
    return all;
}

static const char *step_of(const struct laying *laying, const struct phase *phase)
{
    if (phase->ladder == SIZE_MAX)
        return NULL;
    const struct plan_ladder *ladder = &laying->plan->ladders[phase->ladder];
    return ladder->state == LADDER_ON_STEP ? ladder->ladder->steps[ladder->step].title : NULL;
}

void add_glance(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    struct document_node *section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_in_short));
    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct phase *phase = plan->phases[i].phase;
        struct document_node *entry = add(laying, section, DOC_ENTRY, phase->title);
        entry->label = weeks_words(laying, phase->weeks);
        if (date_is_set(plan->start))
            entry->label = arena_print(laying->arena, "%s, %s", entry->label, dates_of(laying, phase->weeks));
        const char *going_on = names_going_on(laying, phase);
        if (going_on != NULL)
            add(laying, entry, DOC_PARAGRAPH, phrase_with(laying, PHRASE_keep_going, going_on));
        add_named(laying, add(laying, entry, DOC_LABELLED, NULL), PHRASE_to_do,
                  titles_of(laying, items_of(laying, phase), is_to_do));
        struct document_node *labelled = add(laying, entry, DOC_LABELLED, NULL);
        add_named(laying, labelled, PHRASE_your_step, step_of(laying, phase));
        add_named(laying, labelled, PHRASE_ask_about, titles_of(laying, items_of(laying, phase), is_to_ask));
        labelled = add(laying, entry, DOC_LABELLED, NULL);
        add_named(laying, labelled, PHRASE_look_back, reviews_in(laying, phase->weeks));
    }
}

/* ---- Questions to take along ---- */

static void add_lines(struct laying *laying, struct document_node *parent, int count)
{
    add(laying, parent, DOC_LINES, NULL)->from = count;
}

void add_questions_to_take(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    struct document_node *section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_take_along));
    section->own_page = true;
    struct document_node *boxes = add(laying, section, DOC_BOXES, NULL);
    for (size_t i = 0; i < plan->item_count; i++)
        if (item_is_question(&plan->items[i]))
            add_lines(laying,
                      add(laying, boxes, DOC_BOX, phrase_with(laying, PHRASE_quoted, plan->items[i].ask)),
                      ANSWER_LINES);
    struct document_node *own = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_own_questions));
    add_lines(laying, own, boxes->first != NULL ? OWN_LINES : OWN_LINES_ALONE);
}

/* ---- The journal, a line a day ---- */

static bool is_tracked(const struct plan_item *item, struct weeks weeks)
{
    const struct weeks its = item->item->weeks;
    return item->status == ITEM_OFFERED && item->item->track != TRACK_NOT && its.from <= weeks.to &&
           (its.to == 0 || its.to >= weeks.from);
}

/* The weeks up to the last review; without one, up to the beginning of the phase that has no end. */
static int last_week(const struct sc_plan *plan)
{
    int last = 0;
    for (size_t i = 0; i < plan->review_count; i++)
        if (plan->reviews[i].review->week > last)
            last = plan->reviews[i].review->week;
    for (size_t i = 0; i < plan->phase_count && plan->review_count == 0; i++) {
        const struct weeks weeks = plan->phases[i].phase->weeks;
        last = weeks.to > 0 ? weeks.to : weeks.from - 1;
    }
    return last > JOURNAL_WEEKS ? last : JOURNAL_WEEKS;
}

static void add_weeks(struct laying *laying, struct document_node *days, struct weeks weeks)
{
    const struct date start = laying->plan->start;
    for (int week = weeks.from; week <= weeks.to; week++) {
        struct document_node *node =
            add(laying, days, DOC_WEEK,
                arena_print(laying->arena, "%s %d", capital(laying, phrase(laying, PHRASE_week)), week));
        struct date first = date_is_set(start) ? date_after(start, 7L * (week - 1)) : start;
        if (date_is_set(start))
            node->detail = long_date(laying, first);
        for (int day = 0; day < 7; day++)
            node->columns[day] = !date_is_set(start)
                                     ? day_name(laying, day, true)
                                     : arena_print(laying->arena, "%s %d",
                                                   day_name(laying, (date_weekday(first) + day) % 7, true),
                                                   date_after(first, day).day);
    }
}

static void add_column(struct laying *laying, struct document_node *days, const char *title, enum track track)
{
    add(laying, days, DOC_ROW, title)->track = track;
    days->drawn = joined(laying, days->drawn, "; ", title);
}

/* What is told by a number comes first. */
static void add_columns(struct laying *laying, struct document_node *days, const size_t *items, size_t count)
{
    for (int numbers = 1; numbers >= 0; numbers--)
        for (size_t i = 0; i < count; i++) {
            const struct item *item = laying->plan->items[items[i]].item;
            if ((item->track == TRACK_TEN) == (numbers == 1))
                add_column(laying, days, item->title, item->track);
        }
    add_column(laying, days, phrase(laying, PHRASE_remarks), TRACK_TEXT);
    days->drawn = phrase_with(laying, PHRASE_drawn_days, days->drawn);
}

static struct document_node *add_journal_page(struct laying *laying, struct document_node *document,
                                              struct weeks weeks, const size_t *items, size_t count)
{
    struct document_node *section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_journal_days));
    section->own_page = true;
    section->label = capital(laying, weeks_words(laying, weeks));
    section->detail = dates_of(laying, weeks);
    struct document_node *days = add(laying, section, DOC_DAYS, NULL);
    add_columns(laying, days, items, count);
    add_weeks(laying, days, weeks);
    return section;
}

/* What is tracked in any of the weeks. */
static size_t tracked_in(const struct sc_plan *plan, struct weeks weeks, size_t *items)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->item_count; i++)
        if (is_tracked(&plan->items[i], weeks))
            items[count++] = i;
    return count;
}

void add_journal_pages(struct laying *laying, struct document_node *document)
{
    size_t *items = arena_array(laying->arena, laying->plan->item_count, sizeof *items);
    int last = last_week(laying->plan), pages = 0;
    for (int from = 1; from <= last; from += JOURNAL_WEEKS) {
        const struct weeks weeks = {from, from + JOURNAL_WEEKS - 1};
        size_t count = tracked_in(laying->plan, weeks, items);
        for (size_t done = 0; done < count && pages < JOURNAL_PAGES; done += COLUMNS, pages++) {
            size_t here = count - done < COLUMNS ? count - done : COLUMNS;
            struct document_node *page = add_journal_page(laying, document, weeks, items + done, here);
            if (pages == 0)
                add_warnings(laying, page, 1u << KIND_COUNT);
        }
    }
}
