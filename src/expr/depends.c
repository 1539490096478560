/* Which questions an expression hangs on, and which answers decided it. */
#include "expr/expression.h"
#include "support/limits.h"

#include <assert.h>

enum { WORD_BITS = 64 };
static_assert(sizeof(struct questions) * 8 >= LIMIT_QUESTIONS, "a bit for each question");

bool questions_has(const struct questions *set, size_t question)
{
    return (set->words[question / WORD_BITS] >> question % WORD_BITS & 1) != 0;
}

void questions_put(struct questions *set, size_t question)
{
    set->words[question / WORD_BITS] |= (uint64_t)1 << question % WORD_BITS;
}

void questions_drop(struct questions *set, const struct questions *others)
{
    for (size_t i = 0; i < sizeof set->words / sizeof set->words[0]; i++)
        set->words[i] &= ~others->words[i];
}

void questions_join(struct questions *set, const struct questions *others)
{
    for (size_t i = 0; i < sizeof set->words / sizeof set->words[0]; i++)
        set->words[i] |= others->words[i];
}

bool questions_empty(const struct questions *set)
{
    for (size_t i = 0; i < sizeof set->words / sizeof set->words[0]; i++)
        if (set->words[i] != 0)
            return false;
    return true;
}

/* Does the operator itself read the answer to question `first`? */
static bool reads_question(const struct expr *expr)
{
    return expr->operator== OP_QUESTION || expr->operator== OP_CHOSEN || expr->operator== OP_TICKED ||
        expr->
        operator== OP_COUNT || expr->
        operator== OP_ANSWERED;
}

void expr_depends(const struct expr *expr, const struct readings *readings, struct questions *set)
{
    if (expr_value(expr, readings).known)
        return;
    if (reads_question(expr))
        questions_put(set, expr->first);
    if (expr->operator== OP_FACT)
        questions_join(set, &readings->fact_depends[expr->first]);
    for (size_t i = 0; i < expr->part_count; i++) {
        if (expr_value(expr->parts[i], readings).known)
            continue;
        expr_depends(expr->parts[i], readings, set);
        /* A guard is asked before what it guards. */
        if (expr->operator== OP_AND)
            return;
    }
}

void expr_reads(const struct expr *expr, const struct questions *fact_reads, struct questions *set)
{
    if (reads_question(expr))
        questions_put(set, expr->first);
    if (expr->operator== OP_FACT)
        questions_join(set, &fact_reads[expr->first]);
    for (size_t i = 0; i < expr->part_count; i++)
        expr_reads(expr->parts[i], fact_reads, set);
}

void expr_facts(const struct expr *expr, void (*each)(void *context, size_t fact), void *context)
{
    if (expr->operator== OP_FACT)
        each(context, expr->first);
    for (size_t i = 0; i < expr->part_count; i++)
        expr_facts(expr->parts[i], each, context);
}

struct decisive {
    const struct readings *readings;
    void (*each)(void *context, size_t question, size_t option);
    void *context;
    /* Facts that were walked through: each has one value, so once is enough. */
    uint64_t seen[(LIMIT_FACTS + WORD_BITS - 1) / WORD_BITS];
};

static void walk_decisive(const struct expr *expr, struct decisive *walk)
{
    const struct value value = expr_value(expr, walk->readings);
    if (expr->operator== OP_FACT) {
        uint64_t *word = &walk->seen[expr->first / WORD_BITS], bit = (uint64_t)1 << expr->first % WORD_BITS;
        if ((*word & bit) == 0) {
            *word |= bit;
            walk_decisive(walk->readings->fact_rules[expr->first], walk);
        }
    } else if (reads_question(expr)) {
        const struct value answer = walk->readings->answers[expr->first];
        bool of_options = expr->operator== OP_TICKED || expr->operator== OP_CHOSEN;
        size_t option = expr->operator== OP_TICKED ? expr->value.option : answer.option;
        walk->each(walk->context, expr->first, of_options && value.known && value.truth ? option : SIZE_MAX);
    }
    /* Of what one part decides, only the parts that did. */
    bool some =
        value.known && ((expr->operator== OP_OR && value.truth) || (expr->operator== OP_AND && !value.truth));
    for (size_t i = 0; i < expr->part_count; i++) {
        struct value part = expr_value(expr->parts[i], walk->readings);
        if (!some || (part.known && part.truth == value.truth))
            walk_decisive(expr->parts[i], walk);
    }
}

void expr_decisive(const struct expr *expr, const struct readings *readings,
                   void (*each)(void *context, size_t question, size_t option), void *context)
{
    struct decisive walk = {.readings = readings, .each = each, .context = context};
    walk_decisive(expr, &walk);
}
