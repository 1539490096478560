/* Three-valued, exact evaluation: one small function for each operator of the table. */
#include "expr/expression.h"

#include <assert.h>

typedef struct value evaluator(const struct expr *expr, const struct readings *readings);

static struct value truth_value(bool truth)
{
    return (struct value){.known = true, .truth = truth};
}

static struct value number_value(struct rational number)
{
    return (struct value){.known = true, .number = number};
}

static const struct value unknown = {.known = false};

static struct value value_constant(const struct expr *expr, const struct readings *readings)
{
    (void)readings;
    return expr->value;
}

static struct value value_question(const struct expr *expr, const struct readings *readings)
{
    return readings->answers[expr->first];
}

static struct value value_fact(const struct expr *expr, const struct readings *readings)
{
    return readings->facts[expr->first];
}

/* One part that has the deciding truth decides, whatever the others are. */
static struct value decided_by(const struct expr *expr, const struct readings *readings, bool deciding)
{
    bool all_known = true;
    for (size_t i = 0; i < expr->part_count; i++) {
        struct value part = expr_value(expr->parts[i], readings);
        if (part.known && part.truth == deciding)
            return part;
        all_known = all_known && part.known;
    }
    return all_known ? truth_value(!deciding) : unknown;
}

static struct value value_or(const struct expr *expr, const struct readings *readings)
{
    return decided_by(expr, readings, true);
}

static struct value value_and(const struct expr *expr, const struct readings *readings)
{
    return decided_by(expr, readings, false);
}

static struct value value_not(const struct expr *expr, const struct readings *readings)
{
    struct value part = expr_value(expr->parts[0], readings);
    return part.known ? truth_value(!part.truth) : unknown;
}

/* Both sides; false: one of them is unknown. */
static bool both(const struct expr *expr, const struct readings *readings, struct value sides[2])
{
    sides[0] = expr_value(expr->parts[0], readings);
    sides[1] = expr_value(expr->parts[1], readings);
    return sides[0].known && sides[1].known;
}

static bool same(const struct expr *expr, const struct value sides[2])
{
    if (expr->parts[0]->type == VALUE_TRUTH)
        return sides[0].truth == sides[1].truth;
    return rational_compare(sides[0].number, sides[1].number) == 0;
}

static struct value value_equal(const struct expr *expr, const struct readings *readings)
{
    struct value sides[2];
    return both(expr, readings, sides) ? truth_value(same(expr, sides)) : unknown;
}

static struct value value_unequal(const struct expr *expr, const struct readings *readings)
{
    struct value sides[2];
    return both(expr, readings, sides) ? truth_value(!same(expr, sides)) : unknown;
}

static struct value value_less(const struct expr *expr, const struct readings *readings)
{
    struct value sides[2];
    return both(expr, readings, sides) ? truth_value(rational_compare(sides[0].number, sides[1].number) < 0)
                                       : unknown;
}

static struct value value_at_most(const struct expr *expr, const struct readings *readings)
{
    struct value sides[2];
    return both(expr, readings, sides) ? truth_value(rational_compare(sides[0].number, sides[1].number) <= 0)
                                       : unknown;
}

static struct value value_chosen(const struct expr *expr, const struct readings *readings)
{
    struct value answer = readings->answers[expr->first];
    return answer.known ? truth_value((expr->value.options >> answer.option & 1) != 0) : unknown;
}

static struct value value_ticked(const struct expr *expr, const struct readings *readings)
{
    struct value answer = readings->answers[expr->first];
    return answer.known ? truth_value((answer.options >> expr->value.option & 1) != 0) : unknown;
}

static struct value value_listed(const struct expr *expr, const struct readings *readings)
{
    struct value number = expr_value(expr->parts[0], readings);
    if (!number.known)
        return unknown;
    for (size_t i = 0; i < expr->number_count; i++)
        if (rational_compare(number.number, expr->numbers[i]) == 0)
            return truth_value(true);
    return truth_value(false);
}

static struct value value_add(const struct expr *expr, const struct readings *readings)
{
    struct value sides[2];
    return both(expr, readings, sides) ? number_value(rational_add(sides[0].number, sides[1].number))
                                       : unknown;
}

static struct value value_subtract(const struct expr *expr, const struct readings *readings)
{
    struct value sides[2];
    return both(expr, readings, sides) ? number_value(rational_subtract(sides[0].number, sides[1].number))
                                       : unknown;
}

static struct value value_multiply(const struct expr *expr, const struct readings *readings)
{
    struct value sides[2];
    return both(expr, readings, sides) ? number_value(rational_multiply(sides[0].number, sides[1].number))
                                       : unknown;
}

static struct value value_divide(const struct expr *expr, const struct readings *readings)
{
    struct value sides[2];
    return both(expr, readings, sides) ? number_value(rational_divide(sides[0].number, sides[1].number))
                                       : unknown;
}

static struct value value_negate(const struct expr *expr, const struct readings *readings)
{
    struct value part = expr_value(expr->parts[0], readings);
    return part.known ? number_value(rational_negate(part.number)) : unknown;
}

/* `sign`: below 0 for the least, above for the greatest. */
static struct value extreme(const struct expr *expr, const struct readings *readings, int sign)
{
    struct value best = expr_value(expr->parts[0], readings);
    for (size_t i = 1; i < expr->part_count && best.known; i++) {
        struct value part = expr_value(expr->parts[i], readings);
        if (!part.known)
            return unknown;
        if (rational_compare(part.number, best.number) * sign > 0)
            best = part;
    }
    return best;
}

static struct value value_min(const struct expr *expr, const struct readings *readings)
{
    return extreme(expr, readings, -1);
}

static struct value value_max(const struct expr *expr, const struct readings *readings)
{
    return extreme(expr, readings, 1);
}

static struct value value_count(const struct expr *expr, const struct readings *readings)
{
    struct value answer = readings->answers[expr->first];
    if (!answer.known)
        return unknown;
    int64_t count = 0;
    for (uint64_t rest = answer.options; rest != 0; rest &= rest - 1)
        count++;
    return number_value(rational_whole(count));
}

static struct value value_answered(const struct expr *expr, const struct readings *readings)
{
    return truth_value(readings->answers[expr->first].known);
}

static struct value value_predicate(const struct expr *expr, const struct readings *readings)
{
    return truth_value(readings->predicate(readings->context, expr->predicate, expr->first, expr->second));
}

static evaluator *const evaluators[] = {
#define OPERATOR(name, evaluator, unknown, meaning) value_##evaluator,
    OPERATORS(OPERATOR)
#undef OPERATOR
};
static_assert(sizeof evaluators / sizeof evaluators[0] == OP_COUNT_OF_OPERATORS,
              "an evaluator for each operator");

struct value expr_value(const struct expr *expr, const struct readings *readings)
{
    return evaluators[expr->operator](expr, readings);
}

enum truth expr_is(const struct expr *expr, const struct readings *readings)
{
    struct value value = expr_value(expr, readings);
    return !value.known ? TRUTH_UNKNOWN : value.truth ? TRUTH_TRUE : TRUTH_FALSE;
}
