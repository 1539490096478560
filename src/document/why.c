/* The short form of "why": under a decision the rules that made it, as they are written, each with what it
 * came to, the answers that it read, and its place in the pack. */
#include "document/laying.h"

#include "answers/write.h"
#include "support/buffer.h"

static const enum phrase truth_phrases[] = {
    [TRUTH_FALSE] = PHRASE_rule_not_true,
    [TRUTH_TRUE] = PHRASE_rule_true,
    [TRUTH_UNKNOWN] = PHRASE_rule_not_known,
};
static const enum phrase status_phrases[ITEM_STATUS_COUNT] = {
    [ITEM_WITHHELD] = PHRASE_status_withheld, [ITEM_NOT_NEEDED] = PHRASE_status_not_needed,
    [ITEM_SPENT] = PHRASE_status_spent,       [ITEM_LATER] = PHRASE_status_later,
    [ITEM_NEEDS_ANSWER] = PHRASE_status_open, [ITEM_OFFERED] = PHRASE_status_offered,
};

const char *status_words(const struct laying *laying, enum item_status status)
{
    return phrase(laying, status_phrases[status]);
}

const char *item_status_words(const struct laying *laying, const struct plan_item *item)
{
    return item_is_question(item) ? phrase(laying, PHRASE_status_question)
                                  : status_words(laying, item->status);
}

/* As a sheet has them, so that they stand beside the rule in its own words: "minutes: ten, age: 65". */
static const char *answers_words(const struct laying *laying, struct numbers questions)
{
    const struct sc_plan *plan = laying->plan;
    struct buffer out = buffer_in(laying->arena);
    for (size_t i = 0; i < questions.count; i++) {
        const size_t number = questions.list[i];
        buffer_print(&out, "%s%s: ", i > 0 ? ", " : "", plan->pack->questions[number].id);
        if (plan->answers[number].known)
            answer_write_yaml(&out, &plan->pack->questions[number], plan->answers[number]);
        else
            buffer_text(&out, phrase(laying, PHRASE_not_answered));
    }
    return buffer_string(&out);
}

static const char *with_answers(const struct laying *laying, const char *words, struct numbers questions)
{
    return questions.count == 0
               ? words
               : arena_print(laying->arena, "%s (%s)", words, answers_words(laying, questions));
}

static const char *rule_words(const struct laying *laying, const struct because *because)
{
    const char *words = with_answers(
        laying, phrase_with(laying, truth_phrases[because->value], because->when), because->reads);
    return arena_print(laying->arena, "%s, %s", words,
                       plan_place_words(laying->arena, laying->plan->pack, because->place));
}

/* Of what is not out, the reasons against it are many and alike: how many, not which. */
static const char *reasons_words(const struct laying *laying, const struct plan_item *item, size_t count)
{
    const char *number = arena_print(laying->arena, "%zu", count);
    if (item->status == ITEM_NEEDS_ANSWER)
        return with_answers(laying, phrase_with(laying, PHRASE_reasons_not_known, number), item->needs);
    return phrase_with(laying, PHRASE_no_reason, number);
}

static const char *step_before(const struct laying *laying, const struct plan_item *item)
{
    const struct plan_ladder *ladder = &laying->plan->ladders[item->item->ladder];
    return phrase_with(laying, PHRASE_step_first, ladder->ladder->steps[ladder->lowest].title);
}

static const char *item_words(const struct laying *laying, const struct plan_item *item)
{
    struct buffer all = buffer_in(laying->arena);
    size_t reasons = 0;
    for (size_t i = 0; i < item->because.count; i++) {
        const struct because *because = &item->because.list[i];
        if (because->rule == BECAUSE_AVOID && item->status != ITEM_WITHHELD)
            reasons++;
        else if (because->rule == BECAUSE_LADDER)
            buffer_next(&all, "; ", step_before(laying, item));
        else
            buffer_next(&all, "; ", rule_words(laying, because));
    }
    if (reasons > 0)
        buffer_next(&all, "; ", reasons_words(laying, item, reasons));
    return all.length > 0 ? buffer_string(&all) : phrase(laying, PHRASE_no_rule);
}

/* A sheet for the fridge tells nothing that was answered. */
static bool are_wanted(const struct laying *laying)
{
    return laying->options.why && laying->options.week == 0;
}

static void add_line(struct laying *laying, struct document_node *parent, const char *words)
{
    add(laying, parent, DOC_RULE, phrase_with(laying, PHRASE_rule_line, words));
}

void add_rules(struct laying *laying, struct document_node *parent, const struct plan_item *item)
{
    if (are_wanted(laying))
        add_line(laying, parent, item_words(laying, item));
}

void add_named_rules(struct laying *laying, struct document_node *parent, const struct plan_item *item)
{
    if (are_wanted(laying))
        add_line(laying, parent,
                 arena_print(laying->arena, "%s: %s", item->item->title, item_words(laying, item)));
}

void add_alert_rule(struct laying *laying, struct document_node *parent, const struct plan_alert *alert)
{
    if (are_wanted(laying))
        add_line(laying, parent, rule_words(laying, &alert->because));
}

const char *step_passed_words(const struct laying *laying, const struct step *step)
{
    struct buffer items = buffer_in(laying->arena);
    for (size_t i = step->first_item; i < step->first_item + step->item_count; i++) {
        const struct plan_item *item = &laying->plan->items[i];
        buffer_next(&items, ", ", item->item->title);
        buffer_print(&items, ": %s", item_status_words(laying, item));
    }
    return phrase_with(laying, PHRASE_step_passed,
                       arena_print(laying->arena, "%s (%s)", step->title, buffer_string(&items)));
}

/* The gate, and every step that was passed on the way up. */
void add_ladder_rules(struct laying *laying, struct document_node *parent, const struct plan_ladder *ladder)
{
    if (!are_wanted(laying))
        return;
    struct buffer all = buffer_in(laying->arena);
    size_t passed = ladder->state == LADDER_ON_STEP     ? ladder->step
                    : ladder->state == LADDER_EXHAUSTED ? ladder->ladder->step_count
                                                        : 0;
    if (ladder->because.when != NULL)
        buffer_text(&all, rule_words(laying, &ladder->because));
    for (size_t i = 0; i < passed; i++)
        buffer_next(&all, "; ", step_passed_words(laying, &ladder->ladder->steps[i]));
    if (all.length > 0)
        add_line(laying, parent, buffer_string(&all));
}
