/* Half a page for whoever looks after this person: what is asked and why, what is held back and why, what is
 * not known, and what to look at next. */
#include "document/laying.h"

#include <string.h>

static const char *step_title(const struct laying *laying, const struct plan_item *item)
{
    const struct sc_pack *pack = laying->plan->pack;
    if (item->item->ladder == SIZE_MAX)
        return NULL;
    return pack->ladders[item->item->ladder].steps[item->item->step].title;
}

static void add_asked(struct laying *laying, struct document_node *terms)
{
    const struct sc_plan *plan = laying->plan;
    const char **titles = arena_array(laying->arena, plan->item_count, sizeof *titles);
    size_t count = 0;
    const char *step = NULL;
    for (size_t i = 0; i < plan->item_count; i++) {
        if (!item_is_question(&plan->items[i]))
            continue;
        titles[count++] = plan->items[i].item->title;
        step = step != NULL ? step : step_title(laying, &plan->items[i]);
    }
    const char *asked = listed(laying, (struct words){titles, count});
    if (asked == NULL)
        asked = phrase(laying, PHRASE_clinician_nothing);
    else
        asked = arena_print(laying->arena, "%s%s%s%s. %s", asked, step != NULL ? " (" : "",
                            step != NULL ? step : "", step != NULL ? ")" : "",
                            phrase(laying, PHRASE_clinician_asks_why));
    add_term(laying, terms, phrase(laying, PHRASE_clinician_asks), asked);
}

static bool is_medicine_held_back(const struct laying *laying, const struct plan_item *item)
{
    return item_is_withheld(laying, item) && item->item->kind == KIND_MEDICINE;
}

static void add_held_back(struct laying *laying, struct document_node *terms)
{
    const struct sc_plan *plan = laying->plan;
    struct document_node held = {.kind = DOC_TERMS};
    const char *all = NULL;
    add_withheld(laying, &held, (struct item_range){plan->items, plan->item_count}, is_medicine_held_back);
    for (const struct document_node *term = held.first; term != NULL; term = term->next)
        all = joined(laying, all, " ", arena_print(laying->arena, "%s: %s", term->label, term->text));
    if (all != NULL)
        add_term(laying, terms, phrase(laying, PHRASE_clinician_withheld), all);
}

static void add_missing(struct laying *laying, struct document_node *terms)
{
    const struct sc_plan *plan = laying->plan;
    const char *all = NULL;
    for (size_t i = 0; i < plan->missing.count; i++)
        all = joined(laying, all, " ", plan->pack->questions[plan->missing.list[i]].ask);
    add_term(laying, terms, phrase(laying, PHRASE_clinician_missing),
             all != NULL ? all : phrase(laying, PHRASE_clinician_all_known));
}

/* Each question of the review with the answer of today, to compare with. */
static void add_next_review(struct laying *laying, struct document_node *terms)
{
    const struct sc_plan *plan = laying->plan;
    if (plan->review_count == 0)
        return;
    const struct review *review = plan->reviews[0].review;
    const char *all = NULL;
    for (size_t i = 0; i < review->look_at.count; i++) {
        size_t question = review->look_at.list[i];
        const char *answer = plan_answer_words(laying->arena, plan->pack, &plan->pack->questions[question],
                                               plan->answers[question]);
        all = joined(laying, all, " ",
                     arena_print(laying->arena, "%s %s.", plan->pack->questions[question].ask, answer));
    }
    if (all != NULL)
        add_term(laying, terms,
                 phrase_with(laying, PHRASE_clinician_next, arena_print(laying->arena, "%d", review->week)),
                 all);
}

void add_clinician_page(struct laying *laying, struct document_node *document)
{
    struct document_node *section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_for_clinician));
    struct document_node *lines[4];
    for (size_t i = 0; i < 4; i++)
        lines[i] = add(laying, section, DOC_LABELLED, NULL);
    add_asked(laying, lines[0]);
    add_held_back(laying, lines[1]);
    add_missing(laying, lines[2]);
    add_next_review(laying, lines[3]);
}
