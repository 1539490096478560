/* One phase: what to do, what to ask, what is held back, what is not for this person, what comes later. */
#include "document/laying.h"

#include <string.h>

static bool gate_is_false(const struct laying *laying, const struct plan_item *item)
{
    return item->item->ladder != SIZE_MAX &&
           laying->plan->ladders[item->item->ladder].state == LADDER_NOT_NEEDED;
}

bool item_is_question(const struct plan_item *item)
{
    return item->status == ITEM_OFFERED && item->ask != NULL;
}

static bool is_question(const struct laying *laying, const struct plan_item *item)
{
    (void)laying;
    return item_is_question(item);
}

bool item_is_to_do(const struct plan_item *item)
{
    return item->status == ITEM_OFFERED && !item_is_question(item) && item->item->ladder == SIZE_MAX;
}

static bool is_to_do(const struct laying *laying, const struct plan_item *item)
{
    (void)laying;
    return item_is_to_do(item);
}

static bool is_to_do_on_step(const struct laying *laying, const struct plan_item *item)
{
    return item->status == ITEM_OFFERED && !is_question(laying, item) && item->item->ladder != SIZE_MAX;
}

bool item_waits(const struct laying *laying, const struct plan_item *item)
{
    return item->status == ITEM_NEEDS_ANSWER && !gate_is_false(laying, item);
}

bool item_is_withheld(const struct laying *laying, const struct plan_item *item)
{
    return item->status == ITEM_WITHHELD && !gate_is_false(laying, item);
}

static bool is_spent(const struct laying *laying, const struct plan_item *item)
{
    return item->status == ITEM_SPENT && !gate_is_false(laying, item);
}

static bool is_later(const struct laying *laying, const struct plan_item *item)
{
    return item->status == ITEM_LATER && !gate_is_false(laying, item);
}

struct item_range items_of(const struct laying *laying, const struct phase *phase)
{
    return (struct item_range){&laying->plan->items[phase->first_item], phase->item_count};
}

/* Calls `each` for the phase's items that pass; answers how many did. */
static size_t each_item(struct laying *laying, const struct phase *phase, item_test *test,
                        struct document_node *parent,
                        void (*each)(struct laying *, struct document_node *, const struct plan_item *))
{
    size_t count = 0;
    for (size_t i = 0; i < phase->item_count; i++) {
        const struct plan_item *item = &laying->plan->items[phase->first_item + i];
        if (!test(laying, item))
            continue;
        count++;
        if (each != NULL)
            each(laying, parent, item);
    }
    return count;
}

const char *titles_of(const struct laying *laying, struct item_range items, item_test *test)
{
    const char **titles = arena_array(laying->arena, items.count, sizeof *titles);
    size_t count = 0;
    for (size_t i = 0; i < items.count; i++)
        if (test(laying, &items.list[i]))
            titles[count++] = items.list[i].item->title;
    return listed(laying, (struct words){titles, count});
}

void add_open(struct laying *laying, struct document_node *section, struct item_range items, item_test *test)
{
    const size_t question_count = laying->plan->pack->question_count;
    size_t *list = arena_array(laying->arena, question_count, sizeof *list);
    size_t count = 0;
    for (size_t q = 0; q < question_count; q++)
        for (size_t i = 0; i < items.count; i++) {
            const struct numbers needs = items.list[i].needs;
            for (size_t k = 0; test(laying, &items.list[i]) && k < needs.count; k++)
                if (needs.list[k] == q && (count == 0 || list[count - 1] != q))
                    list[count++] = q;
        }
    if (count == 0)
        return;
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_answer_first));
    add_questions(laying, group, (struct numbers){list, count}, WITH_LABELS);
    add(laying, group, DOC_PARAGRAPH, phrase_with(laying, PHRASE_held_back, titles_of(laying, items, test)));
    for (size_t i = 0; i < items.count; i++)
        if (test(laying, &items.list[i]))
            add_named_rules(laying, group, &items.list[i]);
}

/* All that speaks against an item, in one text, and what that rests on. */
const char *reasons_of(struct laying *laying, const struct plan_item *item, struct numbers *evidence)
{
    const char *reasons = NULL;
    size_t all = 0;
    for (size_t i = 0; i < item->reason_count; i++)
        all += item->reasons[i].rule->evidence.count;
    size_t *claims = arena_array(laying->arena, all, sizeof *claims);
    *evidence = (struct numbers){claims, 0};
    for (size_t i = 0; i < item->reason_count; i++) {
        const struct numbers own = item->reasons[i].rule->evidence;
        reasons = joined(laying, reasons, " ", with_doubts(laying, item->reasons[i].text, own));
        for (size_t k = 0; k < own.count; k++)
            claims[evidence->count++] = own.list[k];
    }
    return reasons;
}

void add_shared(struct laying *laying, struct document_node *terms, struct item_range items, item_test *test,
                item_teller *words, item_adder *more)
{
    const char **titles = arena_array(laying->arena, items.count, sizeof *titles);
    size_t count = 0;
    const char *before = NULL;
    for (size_t i = 0; i < items.count; i++) {
        struct numbers evidence = {NULL, 0};
        if (!test(laying, &items.list[i]))
            continue;
        const char *text = words(laying, &items.list[i], &evidence);
        const bool shares = before != NULL && strcmp(before, text) == 0;
        count = shares ? count : 0;
        titles[count++] = items.list[i].item->title;
        if (!shares)
            cite(laying, add_term(laying, terms, NULL, text), evidence);
        terms->last->label = listed(laying, (struct words){titles, count});
        if (more != NULL)
            more(laying, terms->last, &items.list[i]);
        before = text;
    }
}

static bool is_medicine(const struct laying *laying, const struct plan_item *item)
{
    return item_is_withheld(laying, item) && item->item->kind == KIND_MEDICINE;
}

static void add_not_for_you(struct laying *laying, struct document_node *section, const struct phase *phase)
{
    if (each_item(laying, phase, item_is_withheld, NULL, NULL) == 0)
        return;
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_not_for_you));
    add_shared(laying, add(laying, group, DOC_TERMS, NULL), items_of(laying, phase), item_is_withheld,
               reasons_of, add_named_rules);
    if (each_item(laying, phase, is_medicine, NULL, NULL) > 0)
        add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_not_for_you_note));
}

/* A group that only names its items. */
static void add_names(struct laying *laying, struct document_node *section, const struct phase *phase,
                      item_test *test, enum phrase heading)
{
    const char *names = titles_of(laying, items_of(laying, phase), test);
    if (names != NULL)
        add_term(laying, add(laying, section, DOC_LABELLED, NULL),
                 arena_print(laying->arena, "%s:", phrase(laying, heading)),
                 arena_print(laying->arena, "%s.", names));
    each_item(laying, phase, test, section, add_named_rules);
}

const char *names_going_on(const struct laying *laying, const struct phase *phase)
{
    const char **titles = arena_array(laying->arena, phase->first_item, sizeof *titles);
    size_t count = 0;
    for (size_t i = 0; i < phase->first_item; i++) {
        const struct plan_item *item = &laying->plan->items[i];
        const struct weeks weeks = item->item->weeks;
        if (item->status == ITEM_OFFERED && (weeks.to == 0 || weeks.to >= phase->weeks.from))
            titles[count++] = item->item->title;
    }
    return listed(laying, (struct words){titles, count});
}

static void add_going_on(struct laying *laying, struct document_node *section, const struct phase *phase)
{
    const char *names = names_going_on(laying, phase);
    if (names != NULL)
        add(laying, section, DOC_PARAGRAPH, phrase_with(laying, PHRASE_keep_going, names));
}

static unsigned kinds_of(const struct laying *laying, const struct phase *phase)
{
    unsigned kinds = 0;
    for (size_t i = 0; i < phase->item_count; i++) {
        const struct plan_item *item = &laying->plan->items[phase->first_item + i];
        if (item->status == ITEM_OFFERED)
            kinds |= 1u << item->item->kind;
    }
    return kinds;
}

const char *dates_of(const struct laying *laying, struct weeks weeks)
{
    const struct date start = laying->plan->start;
    if (!date_is_set(start))
        return NULL;
    const char *from = long_date(laying, date_after(start, 7L * (weeks.from - 1)));
    if (weeks.to == 0)
        return phrase_with(laying, PHRASE_from, from);
    return arena_print(laying->arena, "%s - %s", from,
                       long_date(laying, date_after(start, 7L * weeks.to - 1)));
}

void lay_out_phase(struct laying *laying, struct document_node *document, const struct plan_phase *phase)
{
    struct document_node *section = add(laying, document, DOC_SECTION, phase->phase->title);
    section->own_page = true;
    section->label = capital(laying, weeks_words(laying, phase->phase->weeks));
    section->detail = dates_of(laying, phase->phase->weeks);
    add(laying, section, DOC_PARAGRAPH,
        phase->say != NULL ? arena_print(laying->arena, "%s %s", phase->goal, phase->say) : phase->goal);
    add_going_on(laying, section, phase->phase);
    each_item(laying, phase->phase, is_to_do, section, add_item);
    add_ladder(laying, section, phase->phase);
    each_item(laying, phase->phase, is_to_do_on_step, section, add_item);
    if (each_item(laying, phase->phase, is_question, NULL, NULL) > 0) {
        struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_ask_clinician));
        each_item(laying, phase->phase, is_question, add(laying, group, DOC_BOXES, NULL),
                  add_question_for_clinician);
    }
    add_warnings(laying, section, kinds_of(laying, phase->phase));
    add_open(laying, section, items_of(laying, phase->phase), item_waits);
    add_not_for_you(laying, section, phase->phase);
    add_names(laying, section, phase->phase, is_spent, PHRASE_tried);
    add_names(laying, section, phase->phase, is_later, PHRASE_later);
    if (phase->next != NULL)
        add_term(laying, add(laying, section, DOC_LABELLED, NULL), phrase(laying, PHRASE_next), phase->next);
}
