/* Where a person stands on a ladder, and why it is that step. */
#include "why/laying.h"

static const struct ladder *ladder_of(const struct why_laying *why, const struct subject *subject)
{
    return &why->laying.plan->pack->ladders[subject->number];
}

static void add_gate(struct why_laying *why, struct document_node *section, const struct subject *subject)
{
    const struct ladder *ladder = ladder_of(why, subject);
    struct document_node *group =
        add(&why->laying, section, DOC_GROUP, phrase(&why->laying, PHRASE_what_decided));
    if (ladder->when_written) {
        struct rule_at_work rule = rule_at_work(why->explaining, ROLE_GATE, ladder->id, ladder->when);
        add_rule(why, group, &rule, rule_title(why, &rule));
    }
    if (plan_is_printed(why->laying.plan) &&
        why->laying.plan->ladders[subject->number].state == LADDER_ON_STEP)
        add(&why->laying, group, DOC_PARAGRAPH, phrase(&why->laying, PHRASE_step_rule));
}

/* Where nothing is known of a person's place: the red flags come first, or the gate is open. */
static const char *ladder_sentence(const struct why_laying *why, const struct subject *subject)
{
    static const enum phrase states[LADDER_STATE_COUNT] = {
        [LADDER_NOT_NEEDED] = PHRASE_steps_not_needed,
        [LADDER_NEEDS_ANSWER] = PHRASE_steps_open,
        [LADDER_EXHAUSTED] = PHRASE_steps_exhausted,
    };
    const struct laying *laying = &why->laying;
    if (!plan_is_printed(laying->plan))
        return phrase(laying,
                      laying->plan->status == SC_WITHHELD ? PHRASE_steps_no_plan : PHRASE_steps_no_plan_yet);
    const struct plan_ladder *ladder = &laying->plan->ladders[subject->number];
    if (ladder->state == LADDER_ON_STEP)
        return phrase_with(laying, PHRASE_own_step, ladder->ladder->steps[ladder->step].title);
    return phrase(laying, states[ladder->state]);
}

static const char *step_sentence(const struct why_laying *why, const struct subject *subject)
{
    const struct laying *laying = &why->laying;
    const char *title = ladder_of(why, subject)->steps[subject->step].title;
    const enum step_state state = plan_is_printed(laying->plan)
                                      ? step_state(&laying->plan->ladders[subject->number], subject->step)
                                      : STEP_OPEN;
    switch (state) {
    case STEP_OWN:
        return phrase_with(laying, PHRASE_own_step, title);
    case STEP_PASSED:
        return phrase_with(laying, PHRASE_step_is_passed, title);
    case STEP_ABOVE:
        return phrase_with(laying, PHRASE_item_later, title);
    default:
        return arena_print(laying->arena, "%s: %s", title, ladder_sentence(why, subject));
    }
}

/* The steps below `behind`, as far as they tell why the person stands where they stand. */
static void add_steps(struct why_laying *why, struct document_node *section, const struct subject *subject,
                      size_t behind)
{
    struct laying *laying = &why->laying;
    const struct ladder *ladder = ladder_of(why, subject);
    struct document_node *group = NULL;
    for (size_t i = 0; i < behind && plan_is_printed(laying->plan); i++) {
        const struct subject step = {SUBJECT_STEP, subject->number, i};
        if (group == NULL)
            group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_kind_ladder));
        struct document_node *entry =
            add(laying, group, DOC_ENTRY,
                arena_print(laying->arena, "%zu. %s", i + 1, step_sentence(why, &step)));
        add_step_items(why, entry, &ladder->steps[i]);
    }
}

void add_ladder_section(struct why_laying *why, struct document_node *document, const struct subject *subject)
{
    struct laying *laying = &why->laying;
    const struct ladder *ladder = ladder_of(why, subject);
    const bool is_step = subject->kind == SUBJECT_STEP;
    struct document_node *section = add(
        laying, document, DOC_SECTION, is_step ? step_sentence(why, subject) : ladder_sentence(why, subject));
    section->label = phrase(laying, is_step ? PHRASE_kind_step : PHRASE_kind_ladder);
    add_where(why, section, ladder->phase, NULL,
              is_step ? ladder->steps[subject->step].place : ladder->place);
    add_screen(why, section);
    add_gate(why, section, subject);
    add_steps(why, section, subject, is_step ? subject->step + 1 : ladder->step_count);
    add_steps_change(why, section, subject);
}
