/* One offered item: what to do, and why it is there for this person. */
#include "document/laying.h"

const char *days_words(const struct laying *laying, int64_t days)
{
    if (days == 0)
        return NULL;
    if (days == 1)
        return phrase(laying, PHRASE_one_day_a_week);
    return phrase_with(laying, PHRASE_days_a_week, arena_print(laying->arena, "%d", (int)days));
}

static const char *label_of(const struct laying *laying, const struct plan_item *item)
{
    const struct weeks weeks = item->item->weeks, phase = laying->plan->pack->phases[item->item->phase].weeks;
    const char *label = days_words(laying, item->schedule.days);
    if (weeks.from != phase.from || weeks.to != phase.to) {
        const char *words = weeks_words(laying, weeks);
        label = label == NULL ? words : arena_print(laying->arena, "%s, %s", words, label);
    }
    return label;
}

/* The first week and the last one; all of them stand in the table. */
static const char *schedule_in_words(const struct laying *laying, const struct document_node *schedule)
{
    size_t last = schedule->number_count - 1;
    return phrase_with(laying, PHRASE_drawn_schedule,
                       arena_print(laying->arena, "%s %d: %lld %s; %s %d%s%s: %lld %s", schedule->label,
                                   schedule->from, (long long)schedule->numbers[0], schedule->text,
                                   schedule->label, schedule->from + (int)last, schedule->goes_on ? " " : "",
                                   schedule->goes_on ? schedule->detail : "",
                                   (long long)schedule->numbers[last], schedule->text));
}

static void add_schedule(struct laying *laying, struct document_node *parent, const struct plan_item *item)
{
    if (!item->schedule.there)
        return;
    struct document_node *node = add(laying, parent, DOC_SCHEDULE, item->schedule.unit);
    int last = item->item->weeks.from + (int)item->schedule.count - 1;
    node->label = phrase(laying, PHRASE_week);
    node->detail = phrase(laying, PHRASE_and_on);
    node->numbers = item->schedule.weekly;
    node->number_count = item->schedule.count;
    node->from = item->item->weeks.from;
    node->goes_on = item->item->weeks.to == 0 || item->item->weeks.to > last;
    node->drawn = schedule_in_words(laying, node);
}

static void add_line(struct laying *laying, struct document_node *terms, const char *label, const char *text,
                     struct numbers claims)
{
    if (text != NULL)
        add_term(laying, terms, label, with_doubts(laying, text, claims));
}

static void add_lines(struct laying *laying, struct document_node *parent, const struct plan_item *item)
{
    struct document_node *terms = add(laying, parent, DOC_TERMS, NULL);
    add_line(laying, terms, phrase(laying, PHRASE_smallest), item->smallest, item->evidence);
    add_line(laying, terms, phrase(laying, PHRASE_good), item->good, item->evidence);
    add_line(laying, terms, phrase(laying, PHRASE_bad_day), item->bad_day, item->evidence);
    add_line(laying, terms, phrase(laying, PHRASE_stop), item->stop, item->evidence);
}

static void add_texts(struct laying *laying, struct document_node *parent, struct words texts,
                      struct numbers claims)
{
    for (size_t i = 0; i < texts.count; i++)
        add(laying, parent, DOC_PARAGRAPH, with_doubts(laying, texts.list[i], claims));
}

const char *cautions_of(const struct laying *laying, const struct plan_item *item)
{
    const char *all = NULL;
    for (size_t i = 0; i < item->cautions.count; i++) {
        const char *caution = item->cautions.list[i];
        if (item->cautions_open[i])
            caution = arena_print(laying->arena, "%s (%s)", caution, phrase(laying, PHRASE_if_true));
        all = joined(laying, all, " ", caution);
    }
    return all;
}

/* Cautions and the doubts of guidelines. */
static void add_cautions(struct laying *laying, struct document_node *parent, const struct plan_item *item)
{
    struct document_node *labelled = add(laying, parent, DOC_LABELLED, NULL);
    add_line(laying, labelled, phrase(laying, PHRASE_take_care), cautions_of(laying, item), item->evidence);
    labelled = add(laying, parent, DOC_LABELLED, NULL);
    add_line(laying, labelled, phrase(laying, PHRASE_guidelines_differ), item->doubt, item->evidence);
}

/* What to do, and the steps of it. */
static void add_what(struct laying *laying, struct document_node *parent, const struct plan_item *item)
{
    const char *say = with_doubts(laying, item->say, item->evidence);
    if (item->how.count == 0)
        add(laying, parent, DOC_PARAGRAPH, say);
    else
        add_texts(laying, add(laying, parent, DOC_STEPS, say), item->how, item->evidence);
}

/* All that stands under the title of an item, or under the question that it is. */
static void add_all(struct laying *laying, struct document_node *entry, const struct plan_item *item)
{
    add_schedule(laying, entry, item);
    add_what(laying, entry, item);
    add_lines(laying, entry, item);
    add_texts(laying, entry, item->notes, item->evidence);
    add_cautions(laying, entry, item);
    add_line(laying, add(laying, entry, DOC_LABELLED, NULL), phrase(laying, PHRASE_why), item->why,
             item->evidence);
    add_because(laying, entry, item->heard);
}

void add_item(struct laying *laying, struct document_node *parent, const struct plan_item *item)
{
    struct document_node *entry = add(laying, parent, DOC_ENTRY, item->item->title);
    entry->label = label_of(laying, item);
    cite(laying, entry, item->evidence);
    add_all(laying, entry, item);
    add_rules(laying, entry, item);
}

void add_question_for_clinician(struct laying *laying, struct document_node *parent,
                                const struct plan_item *item)
{
    const char *label = label_of(laying, item);
    struct document_node *box = add(laying, parent, DOC_BOX, phrase_with(laying, PHRASE_quoted, item->ask));
    cite(laying, box, item->evidence);
    if (label != NULL)
        add(laying, box, DOC_PARAGRAPH, arena_print(laying->arena, "%s: %s.", item->item->title, label));
    add_all(laying, box, item);
    add_rules(laying, box, item);
}
