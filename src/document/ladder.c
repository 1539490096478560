/* The ladder of a phase: the person's own step in a line, and all of them for a drawing. */
#include "document/laying.h"

#include "support/buffer.h"

/* What a step is to this person. One on which everything is out is never drawn as one to come. */
static enum phrase meaning_of(const struct laying *laying, const struct plan_ladder *ladder, size_t step)
{
    const struct sc_plan *plan = laying->plan;
    bool later = false, tried = false;
    if (step == ladder->step)
        return PHRASE_rung_own;
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        if (item->item->ladder == SIZE_MAX || &plan->ladders[item->item->ladder] != ladder ||
            item->item->step != step)
            continue;
        later = later || item->status == ITEM_LATER;
        tried = tried || item->status == ITEM_SPENT;
    }
    return later ? PHRASE_later : tried ? PHRASE_tried : PHRASE_rung_out;
}

static void add_rungs(struct laying *laying, struct document_node *section, const struct plan_ladder *ladder)
{
    struct document_node *drawing = add(laying, section, DOC_LADDER, NULL);
    const char *all = NULL;
    for (size_t i = 0; i < ladder->ladder->step_count; i++) {
        struct document_node *rung = add(laying, drawing, DOC_RUNG, ladder->ladder->steps[i].title);
        rung->label = phrase(laying, meaning_of(laying, ladder, i));
        rung->is_own = i == ladder->step;
        all = joined(laying, all, "; ",
                     arena_print(laying->arena, "%zu. %s (%s)", i + 1, rung->text, rung->label));
    }
    drawing->drawn = phrase_with(laying, PHRASE_drawn_ladder, all);
}

void add_ladder(struct laying *laying, struct document_node *section, const struct phase *phase)
{
    if (phase->ladder == SIZE_MAX)
        return;
    const struct plan_ladder *ladder = &laying->plan->ladders[phase->ladder];
    if (ladder->state == LADDER_ON_STEP) {
        struct document_node *step = add(laying, section, DOC_LABELLED, NULL);
        const char *title = ladder->ladder->steps[ladder->step].title;
        add_term(laying, step, phrase(laying, PHRASE_your_step),
                 ladder->text != NULL ? arena_print(laying->arena, "%s. %s", title, ladder->text)
                                      : arena_print(laying->arena, "%s.", title));
        add_rungs(laying, section, ladder);
    } else if (ladder->text != NULL) {
        add(laying, section, DOC_PARAGRAPH, ladder->text);
    }
    add_ladder_rules(laying, section, ladder);
}
