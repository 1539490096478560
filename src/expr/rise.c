/* How far the number that answers a question can rise before a rule may change: every number of the language
 * is a straight line in it, piece by piece, so that the next change is found, not searched for. */
#include "expr/expression.h"
#include "support/limits.h"

static void stop_after(struct rise *rise, wide_integer steps)
{
    if (steps < rise->steps)
        rise->steps = (int64_t)steps;
}

/* In how many steps a line that is not below 0 comes down to it: a fraction, `down` is 0 where it never does.
 */
struct descent {
    wide_integer height, down;
};

static struct descent descent_of(struct slope slope)
{
    if (slope.each.numerator >= 0)
        return (struct descent){0, 0};
    return (struct descent){(wide_integer)slope.now.numerator * slope.each.denominator,
                            -(wide_integer)slope.each.numerator * slope.now.denominator};
}

/* It is above 0: for as long as it stays so. */
static void while_above(struct slope slope, struct rise *rise)
{
    struct descent descent = descent_of(slope);
    if (descent.down != 0)
        stop_after(rise, (descent.height - 1) / descent.down);
}

/* The same where 0 itself is allowed. */
static void while_not_below(struct slope slope, struct rise *rise)
{
    struct descent descent = descent_of(slope);
    if (descent.down != 0)
        stop_after(rise, descent.height / descent.down);
}

static const struct slope nothing_known = {.known = false};

static struct slope level(struct rational number)
{
    return (struct slope){true, number, rational_whole(0)};
}

/* left + times * right; false: it does not fit. */
static bool sum_of(struct rational left, struct rational right, int times, struct rational *sum)
{
    return rational_make((wide_integer)left.numerator * right.denominator +
                             (wide_integer)right.numerator * left.denominator * times,
                         (wide_integer)left.denominator * right.denominator, sum);
}

/* What does not fit is known for the present answer alone. */
static struct slope slope_sum(struct slope left, struct slope right, int times, struct rise *rise)
{
    struct slope sum = {.known = left.known && right.known};
    if (sum.known &&
        (!sum_of(left.now, right.now, times, &sum.now) || !sum_of(left.each, right.each, times, &sum.each))) {
        stop_after(rise, 0);
        sum.each = rational_whole(0);
    }
    return sum;
}

static struct slope slope_product(struct slope slope, wide_integer numerator, wide_integer denominator,
                                  struct rise *rise)
{
    struct slope product = {.known = slope.known};
    if (slope.known &&
        (!rational_make(slope.now.numerator * numerator, slope.now.denominator * denominator, &product.now) ||
         !rational_make(slope.each.numerator * numerator, slope.each.denominator * denominator,
                        &product.each))) {
        stop_after(rise, 0);
        product.each = rational_whole(0);
    }
    return product;
}

static struct slope slope_negated(struct slope slope)
{
    return (struct slope){slope.known, rational_negate(slope.now), rational_negate(slope.each)};
}

/* Which side two numbers lie of each other, for as long as that stays so. */
static void while_ordered(struct slope left, struct slope right, enum operator_kind order, struct rise *rise)
{
    struct slope over = slope_sum(right, left, -1, rise), under = slope_negated(over);
    if (!over.known)
        return; /* unknown it stays */
    int side = rational_compare(right.now, left.now);
    if (side == 0 && order != OP_LESS && order != OP_AT_MOST) {
        if (over.each.numerator != 0)
            stop_after(rise, 0);
    } else if (order == OP_LESS && side <= 0) {
        while_not_below(under, rise);
    } else if (order == OP_AT_MOST && side >= 0) {
        while_not_below(over, rise);
    } else {
        while_above(side > 0 ? over : under, rise);
    }
}

static bool comes_first(struct slope one, struct slope other, int sign)
{
    int order = rational_compare(one.now, other.now) * sign;
    return order > 0 || (order == 0 && rational_compare(one.each, other.each) * sign > 0);
}

/* The least of numbers, for as long as it is that one (`sign` below 0), or the greatest. */
static struct slope slope_extreme(const struct expr *expr, const struct readings *readings, int sign,
                                  struct rise *rise)
{
    struct slope best = expr_rise(expr->parts[0], readings, rise);
    for (size_t i = 1; i < expr->part_count && best.known; i++) {
        struct slope part = expr_rise(expr->parts[i], readings, rise), below;
        if (!part.known)
            return part;
        if (comes_first(part, best, sign)) {
            struct slope before = best;
            best = part;
            part = before;
        }
        below = sign > 0 ? slope_sum(best, part, -1, rise) : slope_sum(part, best, -1, rise);
        while_not_below(below, rise);
    }
    return best;
}

static struct slope slope_of_answer(const struct expr *expr, const struct readings *readings,
                                    const struct rise *rise)
{
    const struct value answer = readings->answers[expr->first];
    if (!answer.known)
        return nothing_known;
    return (struct slope){true, answer.number,
                          expr->first == rise->question ? rise->step : rational_whole(0)};
}

static struct slope slope_of_product(const struct expr *expr, const struct readings *readings,
                                     struct rise *rise)
{
    const struct expr *left = expr->parts[0], *right = expr->parts[1];
    const struct rational factor = right->constant ? right->bounds.low : left->bounds.low;
    struct slope slope = expr_rise(right->constant ? left : right, readings, rise);
    return expr->operator== OP_MULTIPLY ? slope_product(slope, factor.numerator, factor.denominator, rise)
                                        : slope_product(slope, factor.denominator, factor.numerator, rise);
}

static struct slope slope_of(const struct expr *expr, const struct readings *readings, struct rise *rise)
{
    const struct expr *const *parts = expr->parts;
    struct value value;
    switch (expr->operator) {
    case OP_QUESTION:
        return slope_of_answer(expr, readings, rise);
    case OP_FACT:
        return rise->facts[expr->first];
    case OP_ADD:
        return slope_sum(expr_rise(parts[0], readings, rise), expr_rise(parts[1], readings, rise), 1, rise);
    case OP_SUBTRACT:
        return slope_sum(expr_rise(parts[0], readings, rise), expr_rise(parts[1], readings, rise), -1, rise);
    case OP_MULTIPLY:
    case OP_DIVIDE:
        return slope_of_product(expr, readings, rise);
    case OP_NEGATE:
        return slope_negated(expr_rise(parts[0], readings, rise));
    case OP_MIN:
        return slope_extreme(expr, readings, -1, rise);
    case OP_MAX:
        return slope_extreme(expr, readings, 1, rise);
    default: /* a constant, a count: whatever the answer is */
        value = expr_value(expr, readings);
        return value.known ? level(value.number) : nothing_known;
    }
}

/* A truth changes with the comparisons in it alone. */
static void hold_truth(const struct expr *expr, const struct readings *readings, struct rise *rise)
{
    struct slope number;
    switch (expr->operator) {
    case OP_EQUAL:
    case OP_UNEQUAL:
    case OP_LESS:
    case OP_AT_MOST:
        while_ordered(expr_rise(expr->parts[0], readings, rise), expr_rise(expr->parts[1], readings, rise),
                      expr->operator, rise);
        break;
    case OP_LISTED:
        number = expr_rise(expr->parts[0], readings, rise);
        for (size_t i = 0; i < expr->number_count; i++)
            while_ordered(number, level(expr->numbers[i]), OP_EQUAL, rise);
        break;
    default:
        for (size_t i = 0; i < expr->part_count; i++)
            expr_rise(expr->parts[i], readings, rise);
    }
}

struct slope expr_rise(const struct expr *expr, const struct readings *readings, struct rise *rise)
{
    if (expr->type == VALUE_NUMBER)
        return slope_of(expr, readings, rise);
    hold_truth(expr, readings, rise);
    return nothing_known;
}
