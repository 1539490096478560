/* Half a page for whoever looks after this person: what they should know, what is asked and why, what is held
 * back and why, what is not known, and what to look at next. */
#include "document/laying.h"

#include <string.h>

static struct item_range all_items(const struct laying *laying)
{
    return (struct item_range){laying->plan->items, laying->plan->item_count};
}

static bool has_any(const struct laying *laying, item_test *test)
{
    return titles_of(laying, all_items(laying), test) != NULL;
}

static struct document_node *add_part(struct laying *laying, struct document_node *section,
                                      enum phrase heading)
{
    return add(laying, section, DOC_GROUP, phrase(laying, heading));
}

/* "How old are you? 24 years" */
static const char *answered(const struct laying *laying, size_t number)
{
    const struct question *question = &laying->plan->pack->questions[number];
    const char *answer = answer_with_unit(laying, number);
    return arena_print(laying->arena, "%s %s", question_in_words(laying->arena, question),
                       question->type == SC_YES_NO ? capital(laying, answer) : answer);
}

static bool is_long(const struct question *question)
{
    return question->type == SC_CHOICES || question->type == SC_TEXT;
}

/* The answers to these, but for what `text` has quoted already. */
static void add_answers(struct laying *laying, struct document_node *parent, struct numbers questions,
                        const char *text)
{
    for (size_t i = 0; i < questions.count; i++) {
        const size_t question = questions.list[i];
        if (!laying->plan->answers[question].known)
            continue;
        if (is_long(&laying->plan->pack->questions[question]) &&
            strstr(text, answer_with_unit(laying, question)) != NULL)
            continue;
        add(laying, parent, DOC_PARAGRAPH, answered(laying, question));
    }
}

/* What the page tells the person to say, with the answers that are the reason. */
static void add_notes_with_answers(struct laying *laying, struct document_node *section)
{
    const struct sc_plan *plan = laying->plan;
    if (plan->alert_count == 0)
        return;
    struct document_node *group = add_part(laying, section, PHRASE_clinician_notes);
    for (size_t i = 0; i < plan->alert_count; i++) {
        const struct plan_alert *alert = &plan->alerts[i];
        add(laying, group, DOC_PARAGRAPH, with_doubts(laying, alert->text, alert->alert->evidence));
        add_answers(laying, group, alert->because.reads, alert->text);
    }
}

/* ---- What is asked ---- */

static bool is_asked(const struct laying *laying, const struct plan_item *item)
{
    (void)laying;
    return item_is_question(item);
}

/* The step that it stands on, unless that has its name; and what speaks against it. */
static const char *why_asked(struct laying *laying, const struct plan_item *item, struct numbers *evidence)
{
    const struct sc_pack *pack = laying->plan->pack;
    const char *words = phrase(laying, PHRASE_clinician_asks_why), *cautions = cautions_of(laying, item);
    if (item->item->ladder != SIZE_MAX) {
        const char *step = pack->ladders[item->item->ladder].steps[item->item->step].title;
        if (strcmp(step, item->item->title) != 0)
            words = arena_print(laying->arena, "%s. %s", step, words);
    }
    if (cautions != NULL)
        words =
            arena_print(laying->arena, "%s %s %s", words, phrase(laying, PHRASE_clinician_weigh), cautions);
    if (item->doubt != NULL)
        words = arena_print(laying->arena, "%s %s %s", words, phrase(laying, PHRASE_guidelines_differ),
                            with_doubts(laying, item->doubt, item->evidence));
    *evidence = item->evidence;
    return words;
}

/* The answers that closed a ladder's gate. */
static struct numbers gate_answers(const struct sc_plan *plan, const struct plan_ladder *ladder)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        if (item->item->ladder == SIZE_MAX || &plan->ladders[item->item->ladder] != ladder)
            continue;
        for (size_t k = 0; k < item->because.count; k++)
            if (item->because.list[k].rule == BECAUSE_GATE)
                return item->because.list[k].reads;
    }
    return (struct numbers){NULL, 0};
}

static const char *phase_of(const struct sc_plan *plan, const struct plan_ladder *ladder)
{
    size_t phase = 0;
    while (phase + 1 < plan->phase_count && (plan->phases[phase].phase->ladder == SIZE_MAX ||
                                             &plan->ladders[plan->phases[phase].phase->ladder] != ladder))
        phase++;
    return plan->phases[phase].phase->title;
}

/* Why a ladder asks nothing: not needed, not known yet, or nothing left. */
static void add_silent_ladder(struct laying *laying, struct document_node *group,
                              const struct plan_ladder *ladder)
{
    const struct sc_plan *plan = laying->plan;
    static const enum phrase states[LADDER_STATE_COUNT] = {
        [LADDER_NOT_NEEDED] = PHRASE_clinician_not_wanted,
        [LADDER_NEEDS_ANSWER] = PHRASE_clinician_waits,
        [LADDER_ON_STEP] = PHRASE_clinician_waits,
        [LADDER_EXHAUSTED] = PHRASE_clinician_exhausted,
    };
    const char *state = phrase(laying, states[ladder->state]);
    add(laying, group, DOC_PARAGRAPH,
        plan->ladder_count == 1 ? state
                                : arena_print(laying->arena, "%s: %s", phase_of(plan, ladder), state));
    if (ladder->state == LADDER_NOT_NEEDED)
        add_answers(laying, group, gate_answers(plan, ladder), "");
}

/* On the person's step of a ladder there is something to do, or to ask. */
static bool ladder_speaks(const struct sc_plan *plan, const struct plan_ladder *ladder)
{
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].item->ladder != SIZE_MAX && plan->items[i].status == ITEM_OFFERED &&
            &plan->ladders[plan->items[i].item->ladder] == ladder)
            return true;
    return false;
}

static void add_asked(struct laying *laying, struct document_node *section)
{
    const struct sc_plan *plan = laying->plan;
    struct document_node *group = add_part(laying, section, PHRASE_clinician_asks);
    add_shared(laying, add(laying, group, DOC_TERMS, NULL), all_items(laying), is_asked, why_asked, NULL);
    for (size_t i = 0; i < plan->ladder_count; i++)
        if (!ladder_speaks(plan, &plan->ladders[i]))
            add_silent_ladder(laying, group, &plan->ladders[i]);
    if (plan->ladder_count == 0 && !has_any(laying, is_asked))
        add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_clinician_nothing));
}

/* ---- What is not ---- */

static void add_held_back(struct laying *laying, struct document_node *section)
{
    if (!has_any(laying, item_is_withheld))
        return;
    struct document_node *group = add_part(laying, section, PHRASE_clinician_withheld);
    add_shared(laying, add(laying, group, DOC_TERMS, NULL), all_items(laying), item_is_withheld, reasons_of,
               NULL);
}

static const char *questions_of(struct laying *laying, const struct plan_item *item, struct numbers *evidence)
{
    const char *questions = NULL;
    *evidence = (struct numbers){NULL, 0};
    for (size_t i = 0; i < item->needs.count; i++)
        questions =
            joined(laying, questions, " ",
                   question_in_words(laying->arena, &laying->plan->pack->questions[item->needs.list[i]]));
    return questions;
}

static void add_missing(struct laying *laying, struct document_node *section)
{
    struct document_node *group = add_part(laying, section, PHRASE_clinician_missing);
    const struct numbers notes = questions_of_notes(laying);
    add_shared(laying, add(laying, group, DOC_TERMS, NULL), all_items(laying), item_waits, questions_of,
               NULL);
    for (size_t i = 0; i < notes.count; i++)
        add(laying, group, DOC_PARAGRAPH, laying->plan->pack->questions[notes.list[i]].ask);
    if (laying->plan->missing.count == 0)
        add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_clinician_all_known));
}

/* Each question of the review with the answer of today, to compare with. */
static void add_next_review(struct laying *laying, struct document_node *section)
{
    const struct sc_plan *plan = laying->plan;
    if (plan->review_count == 0 || plan->reviews[0].review->look_at.count == 0)
        return;
    const struct review *review = plan->reviews[0].review;
    struct document_node *group =
        add(laying, section, DOC_GROUP,
            phrase_with(laying, PHRASE_clinician_next, arena_print(laying->arena, "%d", review->week)));
    for (size_t i = 0; i < review->look_at.count; i++)
        add(laying, group, DOC_PARAGRAPH, answered(laying, review->look_at.list[i]));
}

void add_clinician_page(struct laying *laying, struct document_node *document)
{
    struct document_node *section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_for_clinician));
    if (laying->plan->alert_count > 0 || has_any(laying, is_asked) || has_any(laying, item_is_withheld))
        add(laying, section, DOC_PARAGRAPH, phrase(laying, PHRASE_clinician_words));
    add_notes_with_answers(laying, section);
    add_asked(laying, section);
    add_held_back(laying, section);
    add_missing(laying, section);
    add_next_review(laying, section);
}
