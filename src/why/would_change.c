/* What would have to change, on a page: for an item to be offered, for a step to be the person's own, for an
 * alert to be there. */
#include "why/laying.h"

#include "support/buffer.h"

static const enum phrase sentences[ITEM_STATUS_COUNT] = {
    [ITEM_WITHHELD] = PHRASE_item_withheld, [ITEM_NOT_NEEDED] = PHRASE_item_not_needed,
    [ITEM_SPENT] = PHRASE_item_spent,       [ITEM_LATER] = PHRASE_item_later,
    [ITEM_NEEDS_ANSWER] = PHRASE_item_open, [ITEM_OFFERED] = PHRASE_item_offered,
};

const char *item_sentence(const struct why_laying *why, const struct item_explained *item,
                          enum item_status status)
{
    return phrase_with(&why->laying, sentences[status], item->item->title);
}

static const char *rules_words(struct why_laying *why, const struct obstacle *obstacle)
{
    const struct sc_pack *pack = why->laying.plan->pack;
    struct buffer all = buffer_in(why->laying.arena);
    for (size_t i = 0; i < obstacle->rule_count; i++) {
        const struct rule_at_work *rule = obstacle->rules[i];
        buffer_next(&all, " ",
                    rule->say != NULL ? rule_title(why, rule)
                                      : rule_in_words(why->laying.arena, pack, rule->when));
        buffer_text(&all, rule->say != NULL ? "" : ".");
    }
    return buffer_string(&all);
}

static const char *asked_words(const struct why_laying *why, struct numbers questions)
{
    const struct sc_pack *pack = why->laying.plan->pack;
    struct buffer all = buffer_in(why->laying.arena);
    for (size_t i = 0; i < questions.count; i++)
        buffer_next(&all, " ", question_in_words(why->laying.arena, &pack->questions[questions.list[i]]));
    return buffer_string(&all);
}

static const char *titles_words(const struct laying *laying, const struct ladder *ladder,
                                struct numbers steps)
{
    struct buffer all = buffer_in(laying->arena);
    for (size_t i = 0; i < steps.count; i++)
        buffer_next(&all, "; ", ladder->steps[steps.list[i]].title);
    return buffer_string(&all);
}

static const char *obstacle_words(struct why_laying *why, const struct item_explained *item,
                                  const struct obstacle *obstacle)
{
    const struct laying *laying = &why->laying;
    switch (obstacle->status) {
    case ITEM_NOT_NEEDED:
        return phrase_with(laying, PHRASE_change_true, rules_words(why, obstacle));
    case ITEM_LATER:
        return phrase_with(
            laying, PHRASE_change_step,
            titles_words(laying, &laying->plan->pack->ladders[item->item->ladder], obstacle->steps));
    case ITEM_NEEDS_ANSWER:
        return phrase_with(laying, PHRASE_change_answer, asked_words(why, obstacle->needs));
    default:
        return phrase_with(laying, obstacle->rule_count > 1 ? PHRASE_change_all_untrue : PHRASE_change_untrue,
                           rules_words(why, obstacle));
    }
}

void add_item_change(struct why_laying *why, struct document_node *section, const struct item_explained *item)
{
    struct laying *laying = &why->laying;
    const struct obstacles obstacles = obstacles_of(why->explaining, item);
    if (obstacles.count == 0 && item->decided != NULL)
        return;
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_would_change));
    if (item->decided == NULL)
        add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_change_flags));
    for (size_t i = 0; i < obstacles.count; i++) {
        if (i > 0 || item->decided == NULL)
            add(laying, group, DOC_PARAGRAPH,
                phrase_with(laying, PHRASE_even_then, item_sentence(why, item, obstacles.list[i].status)));
        add(laying, group, DOC_PARAGRAPH, obstacle_words(why, item, &obstacles.list[i]));
        if (obstacles.list[i].frees.count > 0)
            add(laying, group, DOC_PARAGRAPH,
                phrase_with(laying, PHRASE_change_frees,
                            titles_words(laying, &laying->plan->pack->ladders[item->item->ladder],
                                         obstacles.list[i].frees)));
    }
    if (item->decided != NULL)
        add(laying, group, DOC_PARAGRAPH,
            phrase(laying, item->item->ask.count > 0 ? PHRASE_could_be_question : PHRASE_could_be_offered));
    add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_change_note));
}

/* ---- Steps ---- */

/* The items of some steps, by the ids that `why` takes. */
static const char *items_words(const struct why_laying *why, const struct step *steps, size_t count)
{
    struct buffer all = buffer_in(why->laying.arena);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < steps[i].item_count; k++)
            buffer_next(&all, ", ", why->laying.plan->pack->items[steps[i].first_item + k].id);
    return buffer_string(&all);
}

/* Of a step, or of the whole ladder; NULL: the person stands there. */
static const char *steps_change(struct why_laying *why, const struct subject *subject)
{
    const struct laying *laying = &why->laying;
    const bool is_step = subject->kind == SUBJECT_STEP;
    const struct plan_ladder *decided = &laying->plan->ladders[subject->number];
    const struct ladder *ladder = decided->ladder;
    const size_t step = is_step ? subject->step : decided->state == LADDER_ON_STEP ? decided->step : 0;
    const struct rule_at_work gate = rule_at_work(why->explaining, ROLE_GATE, ladder->id, ladder->when);
    switch (step_state(decided, step)) {
    case STEP_NOT_NEEDED:
        return phrase_with(
            laying, PHRASE_change_true,
            arena_print(laying->arena, "%s.", rule_in_words(laying->arena, laying->plan->pack, gate.when)));
    case STEP_OPEN:
        return phrase_with(laying, PHRASE_change_answer, asked_words(why, gate.needs));
    case STEP_PASSED:
        return phrase_with(laying, PHRASE_change_passed,
                           items_words(why, &ladder->steps[step], is_step ? 1 : ladder->step_count));
    case STEP_ABOVE:
        return phrase_with(
            laying, PHRASE_change_step,
            titles_words(laying, ladder, steps_left(why->explaining, subject->number, step, TRUTH_TRUE)));
    default:
        return NULL;
    }
}

void add_steps_change(struct why_laying *why, struct document_node *section, const struct subject *subject)
{
    struct laying *laying = &why->laying;
    const char *change =
        plan_is_printed(laying->plan) ? steps_change(why, subject) : phrase(laying, PHRASE_change_flags);
    if (change == NULL)
        return;
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_would_change));
    add(laying, group, DOC_PARAGRAPH, change);
    add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_change_note));
}

/* ---- Alerts ---- */

void add_alert_change(struct why_laying *why, struct document_node *section, enum truth truth)
{
    struct laying *laying = &why->laying;
    if (truth == TRUTH_TRUE)
        return;
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_would_change));
    add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_change_rule));
    add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_change_note));
}
