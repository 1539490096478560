/* Rules in words: one small function for each operator of expr/operators.h. A condition is told as it is or
 * as its opposite, so that "not" stands where a person would say it. */
#include "why/telling.h"

#include <assert.h>
#include <string.h>

enum { LONGEST = 2000 }; /* bytes; nobody reads on */

/* Two truths are the same: mostly one of them is the constant yes or no. */
static void tell_same(struct telling *telling, const struct expr *expr, enum side side)
{
    for (size_t i = 0; i < 2; i++)
        if (expr->parts[i]->operator== OP_CONSTANT) {
            bool turned = expr->parts[i]->value.truth == (side == OPPOSITE);
            tell(telling, expr->parts[1 - i], turned ? OPPOSITE : AS_IT_IS);
            return;
        }
    put(telling, "(");
    tell(telling, expr->parts[0], AS_IT_IS);
    put(telling, ") = (");
    tell(telling, expr->parts[1], side);
    put(telling, ")");
}

static void tell_equal(struct telling *telling, const struct expr *expr, enum side side)
{
    if (expr->parts[0]->type == VALUE_TRUTH)
        tell_same(telling, expr, side);
    else
        tell_relation(telling, expr, EXACTLY, side);
}

static void tell_unequal(struct telling *telling, const struct expr *expr, enum side side)
{
    if (expr->parts[0]->type == VALUE_TRUTH)
        tell_same(telling, expr, side == OPPOSITE ? AS_IT_IS : OPPOSITE);
    else
        tell_relation(telling, expr, OTHER_THAN, side);
}

/* ---- Answers ---- */

/* What the person said, where the pack has words for it; else the question with the label. */
static const char *said_of(const struct question *question, size_t option)
{
    return question->said_options != NULL ? question->said_options[option] : NULL;
}

static void tell_chosen(struct telling *telling, const struct expr *expr, enum side side)
{
    const struct question *question = question_of(telling, expr);
    bool said = side == AS_IT_IS;
    size_t count = 0, told = 0;
    for (size_t i = 0; i < question->option_count; i++) {
        if ((expr->value.options >> i & 1) == 0)
            continue;
        count++;
        said = said && said_of(question, i) != NULL;
    }
    if (!said)
        put_asked(telling, question);
    if (side == OPPOSITE)
        put_not(telling, count);
    for (size_t i = 0; i < question->option_count; i++) {
        if ((expr->value.options >> i & 1) == 0)
            continue;
        if (told++ > 0)
            put_between(telling, PHRASE_or);
        if (said)
            put(telling, said_of(question, i));
        else
            put_quoted(telling, question->labels[i]);
    }
    if (side == OPPOSITE)
        put_not_end(telling, count);
}

static void tell_label(struct telling *telling, const struct expr *expr, enum side side)
{
    if (side == OPPOSITE)
        put_not(telling, 1);
    put_quoted(telling, question_of(telling, expr)->labels[expr->value.option]);
    if (side == OPPOSITE)
        put_not_end(telling, 1);
}

static void tell_ticked(struct telling *telling, const struct expr *expr, enum side side)
{
    const struct question *question = question_of(telling, expr);
    const char *said = side == AS_IT_IS ? said_of(question, expr->value.option) : NULL;
    if (said != NULL) {
        put(telling, said);
        return;
    }
    put_asked(telling, question);
    tell_label(telling, expr, side);
}

static void tell_question(struct telling *telling, const struct expr *expr, enum side side)
{
    const struct question *question = question_of(telling, expr);
    if (expr->type == VALUE_NUMBER) {
        put_question(telling, question);
        return;
    }
    const char *said = side == AS_IT_IS ? question->said : question->said_no;
    if (said != NULL) {
        put(telling, said);
        return;
    }
    put_asked(telling, question);
    put_phrase(telling, side == AS_IT_IS ? PHRASE_yes : PHRASE_no);
}

static void tell_fact(struct telling *telling, const struct expr *expr, enum side side)
{
    if (side == OPPOSITE)
        put_not(telling, 1);
    put(telling, telling->pack->facts[expr->first].name);
    if (side == OPPOSITE)
        put_not_end(telling, 1);
}

static void tell_constant(struct telling *telling, const struct expr *expr, enum side side)
{
    if (expr->type == VALUE_NUMBER)
        rational_print_exact(&telling->out, expr->value.number);
    else
        put_phrase(telling, expr->value.truth == (side == AS_IT_IS) ? PHRASE_always : PHRASE_never);
}

/* ---- Conditions of conditions ---- */

static bool is_composed(const struct expr *expr)
{
    return expr->operator== OP_OR || expr->operator== OP_AND;
}

/* Another option of the question that was named a moment ago: its label is enough. */
static bool goes_on(const struct telling *telling, const struct expr *part, const struct expr *before)
{
    return before != NULL &&
           part->operator== OP_TICKED && before->operator== OP_TICKED && part->first == before->first &&
               said_of(question_of(telling, part), part->value.option) == NULL &&
           said_of(question_of(telling, before), before->value.option) == NULL;
}

static void tell_parts(struct telling *telling, const struct expr *expr, enum phrase between)
{
    for (size_t i = 0; i < expr->part_count; i++) {
        const struct expr *part = expr->parts[i];
        bool apart = is_composed(part) && part->operator!= expr->operator;
        if (i > 0)
            put_between(telling, between);
        put(telling, apart ? "(" : "");
        if (goes_on(telling, part, i > 0 ? expr->parts[i - 1] : NULL))
            tell_label(telling, part, AS_IT_IS);
        else
            tell(telling, part, AS_IT_IS);
        put(telling, apart ? ")" : "");
    }
}

static void tell_composed(struct telling *telling, const struct expr *expr, enum side side,
                          enum phrase between)
{
    if (side == OPPOSITE)
        put_not(telling, expr->part_count);
    tell_parts(telling, expr, between);
    if (side == OPPOSITE)
        put_not_end(telling, expr->part_count);
}

static void tell_or(struct telling *telling, const struct expr *expr, enum side side)
{
    tell_composed(telling, expr, side, PHRASE_or);
}

static void tell_and(struct telling *telling, const struct expr *expr, enum side side)
{
    tell_composed(telling, expr, side, PHRASE_and);
}

static void tell_not(struct telling *telling, const struct expr *expr, enum side side)
{
    tell(telling, expr->parts[0], side == AS_IT_IS ? OPPOSITE : AS_IT_IS);
}

/* These two stand in invariants alone, which are their author's: the names are words enough. */

static void tell_answered(struct telling *telling, const struct expr *expr, enum side side)
{
    put_asked(telling, question_of(telling, expr));
    put(telling, side == AS_IT_IS ? "is answered" : "is not answered");
}

static void tell_predicate(struct telling *telling, const struct expr *expr, enum side side)
{
    static const char *const names[] = {
#define PREDICATE(name, spelled, count) spelled,
        PREDICATES(PREDICATE)
#undef PREDICATE
    };
    buffer_print(&telling->out, "%s%s", side == AS_IT_IS ? "" : "not ", names[expr->predicate]);
}

static teller *const tellers[] = {
#define OPERATOR(name, evaluator, unknown, meaning) tell_##evaluator,
    OPERATORS(OPERATOR)
#undef OPERATOR
};
static_assert(sizeof tellers / sizeof tellers[0] == OP_COUNT_OF_OPERATORS, "words for each operator");

void tell(struct telling *telling, const struct expr *expr, enum side side)
{
    if (telling->out.length < LONGEST)
        tellers[expr->operator](telling, expr, side);
}

const char *rule_in_words(struct arena *arena, const struct sc_pack *pack, const struct expr *rule)
{
    struct telling telling = {.pack = pack, .out = buffer_in(arena)};
    enum side side = AS_IT_IS;
    /* A rule that is a fact and nothing else says what that fact says. */
    while ((rule->operator== OP_FACT || rule->operator== OP_NOT) && rule->type == VALUE_TRUTH) {
        side = rule->operator== OP_FACT ? side : side == AS_IT_IS ? OPPOSITE : AS_IT_IS;
        rule = rule->operator== OP_FACT ? pack->fact_rules[rule->first] : rule->parts[0];
    }
    tell(&telling, rule, side);
    const char *all = buffer_string(&telling.out);
    size_t end = LONGEST;
    if (telling.out.length < LONGEST)
        return all;
    while (((unsigned char)all[end] & 0xC0) == 0x80) /* not within a character */
        end--;
    return arena_print(arena, "%.*s ...", (int)end, all);
}
