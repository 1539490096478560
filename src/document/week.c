/* One week alone, on one page for the fridge: what to do and to tick each day, this week's numbers, when to
 * stop and when to call. What nobody else in the house should read stays in the plan: no medicine, no answer.
 */
#include "document/laying.h"

#include <string.h>

static bool is_done_daily(const struct laying *laying, const struct plan_item *item)
{
    const enum kind kind = item->item->kind;
    return plan_item_is_in_week(item, laying->options.week) &&
           (kind == KIND_EXERCISE || kind == KIND_PRACTICE || item->item->track != TRACK_NOT);
}

static bool is_to_do(const struct laying *laying, const struct plan_item *item)
{
    return item->status == ITEM_OFFERED && !item_is_question(item) && is_done_daily(laying, item);
}

static bool is_open(const struct laying *laying, const struct plan_item *item)
{
    return item->status == ITEM_NEEDS_ANSWER && is_done_daily(laying, item);
}

/* "Walking: 20 minutes, 5 days a week" */
static const char *task_words(const struct laying *laying, const struct plan_item *item)
{
    const char *task = plan_task(laying->arena, item, laying->options.week);
    const char *days = item->schedule.there ? days_words(laying, item->schedule.days) : NULL;
    return days == NULL ? task : arena_print(laying->arena, "%s, %s", task, days);
}

static void add_boxes(struct laying *laying, struct document_node *section)
{
    struct document_node *journal = add(laying, section, DOC_JOURNAL, NULL);
    name_days(laying, journal);
    for (size_t i = 0; i < laying->plan->item_count; i++) {
        const struct plan_item *item = &laying->plan->items[i];
        const enum track track = item->item->track;
        if (is_to_do(laying, item))
            add(laying, journal, DOC_ROW, task_words(laying, item))->track =
                track != TRACK_NOT ? track : TRACK_TICK;
    }
}

/* Of what is done and tracked day by day; the moves are chosen from, and the plan says it of each. */
static void add_bad_days(struct laying *laying, struct document_node *section)
{
    struct document_node *terms = NULL;
    for (size_t i = 0; i < laying->plan->item_count; i++) {
        const struct plan_item *item = &laying->plan->items[i];
        if (!is_to_do(laying, item) || item->item->track == TRACK_NOT || item->bad_day == NULL)
            continue;
        if (terms == NULL)
            terms = add(laying, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_bad_days)), DOC_TERMS,
                        NULL);
        add_term(laying, terms, item->item->title, with_doubts(laying, item->bad_day, item->evidence));
    }
}

static bool stops_like(const struct laying *laying, const struct plan_item *item, const char *stop)
{
    return is_to_do(laying, item) && item->stop != NULL && strcmp(item->stop, stop) == 0;
}

/* Many tasks stop for the same reason: it stands once, with the tasks that it is for. */
static void add_stops(struct laying *laying, struct document_node *section)
{
    const struct sc_plan *plan = laying->plan;
    struct document_node *group = NULL;
    const char **titles = arena_array(laying->arena, plan->item_count, sizeof *titles);
    for (size_t i = 0; i < plan->item_count; i++) {
        const char *stop = plan->items[i].stop;
        size_t count = 0;
        bool stands = stop == NULL || !is_to_do(laying, &plan->items[i]);
        for (size_t k = 0; k < i && !stands; k++)
            stands = stops_like(laying, &plan->items[k], stop);
        for (size_t k = i; k < plan->item_count && !stands; k++)
            if (stops_like(laying, &plan->items[k], stop))
                titles[count++] = plan->items[k].item->title;
        if (stands)
            continue;
        if (group == NULL)
            group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_when_to_stop));
        add(laying, group, DOC_PARAGRAPH,
            arena_print(laying->arena, "%s (%s)", with_doubts(laying, stop, plan->items[i].evidence),
                        listed(laying, (struct words){titles, count})));
    }
}

static void add_reviews_due(struct laying *laying, struct document_node *document)
{
    struct document_node *section = NULL;
    for (size_t i = 0; i < laying->plan->review_count; i++) {
        const struct plan_review *review = &laying->plan->reviews[i];
        if (review->review->week != laying->options.week)
            continue;
        section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_review_due));
        add(laying, section, DOC_PARAGRAPH, review->text);
        add_review_screen(laying, section);
        if (review->review->look_at.count > 0)
            add_questions(laying, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_look_at)),
                          review->review->look_at, ALONE);
    }
}

static const struct plan_phase *phase_of(const struct laying *laying)
{
    const struct sc_plan *plan = laying->plan;
    size_t phase = 0;
    while (phase + 1 < plan->phase_count && plan->phases[phase + 1].phase->weeks.from <= laying->options.week)
        phase++;
    return &plan->phases[phase];
}

void lay_out_week(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    const struct plan_phase *phase = phase_of(laying);
    struct document_node *section = add(laying, document, DOC_SECTION, phase->phase->title);
    /* What the plan says of a phase may tell what was answered, or be in the person's own words. */
    if (phase->each_week != NULL)
        add(laying, section, DOC_PARAGRAPH, phase->each_week);
    add_boxes(laying, section);
    add_open(laying, section, (struct item_range){plan->items, plan->item_count}, is_open);
    add_bad_days(laying, section);
    add_stops(laying, section);
    add_reviews_due(laying, document);
    add_signs(laying, document);
    add_warnings(laying, document, 1u << KIND_EXERCISE | 1u << KIND_PRACTICE | 1u << KIND_COUNT);
}
