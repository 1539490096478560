/* Which truths a condition can come to. Ranges of numbers, constants and whole sets of options are looked at;
 * two parts that depend on each other are taken for free of each other, so that some of what is counted may
 * not be. */
#include "expr/expression.h"

enum {
    CAN_BE_FALSE = 1 << TRUTH_FALSE,
    CAN_BE_TRUE = 1 << TRUTH_TRUE,
    CAN_BE_UNKNOWN = 1 << TRUTH_UNKNOWN,
    CAN_BE_KNOWN = CAN_BE_FALSE | CAN_BE_TRUE,
};

static unsigned can(bool be_true, bool be_false)
{
    return (be_true ? CAN_BE_TRUE : 0) | (be_false ? CAN_BE_FALSE : 0);
}

/* Unknown on an empty sheet, where it reads a question in a way in which each part counts. */
static unsigned if_open(const struct expr *expr)
{
    return expr->constant ? 0 : CAN_BE_UNKNOWN;
}

static unsigned other_way(unsigned truths)
{
    return can((truths & CAN_BE_FALSE) != 0, (truths & CAN_BE_TRUE) != 0) | (truths & CAN_BE_UNKNOWN);
}

/* One part that has the deciding truth decides; without one, an unknown part is enough. */
static unsigned decided_by(const struct expr *expr, const unsigned *facts, unsigned deciding)
{
    unsigned some = 0, all = CAN_BE_KNOWN;
    bool undecided = true;
    for (size_t i = 0; i < expr->part_count; i++) {
        unsigned part = expr_possible(expr->parts[i], facts);
        some |= part;
        all &= part;
        undecided = undecided && (part & ~deciding) != 0;
    }
    return (some & deciding) | (all & ~deciding) | (undecided ? some & CAN_BE_UNKNOWN : 0);
}

static unsigned same_truths(unsigned left, unsigned right)
{
    return can((left & right & CAN_BE_KNOWN) != 0, (left & other_way(right) & CAN_BE_KNOWN) != 0) |
           ((left | right) & CAN_BE_UNKNOWN);
}

static bool within(struct rational number, struct bounds bounds)
{
    return rational_compare(bounds.low, number) <= 0 && rational_compare(number, bounds.high) <= 0;
}

static bool is_one_number(struct bounds bounds)
{
    return rational_compare(bounds.low, bounds.high) == 0;
}

static unsigned same_numbers(struct bounds left, struct bounds right)
{
    bool apart = rational_compare(left.high, right.low) < 0 || rational_compare(right.high, left.low) < 0;
    return can(!apart, apart || !is_one_number(left) || !is_one_number(right));
}

static unsigned among_numbers(const struct expr *expr)
{
    const struct bounds bounds = expr->parts[0]->bounds;
    bool some = false;
    for (size_t i = 0; i < expr->number_count; i++)
        some = some || within(expr->numbers[i], bounds);
    return can(some, !some || !is_one_number(bounds));
}

/* `second` is how many options there are. */
static unsigned among_options(const struct expr *expr)
{
    uint64_t all = expr->second < 64 ? ((uint64_t)1 << expr->second) - 1 : UINT64_MAX;
    return can((expr->value.options & all) != 0, (expr->value.options & all) != all);
}

static unsigned equal(const struct expr *expr, const unsigned *facts)
{
    const struct expr *left = expr->parts[0], *right = expr->parts[1];
    if (left->type == VALUE_TRUTH)
        return same_truths(expr_possible(left, facts), expr_possible(right, facts));
    return same_numbers(left->bounds, right->bounds) | if_open(expr);
}

/* `sign`: of the last difference between the first number and the second that still counts as below. */
static unsigned below(const struct expr *expr, int sign)
{
    const struct bounds left = expr->parts[0]->bounds, right = expr->parts[1]->bounds;
    return can(rational_compare(left.low, right.high) <= sign,
               rational_compare(left.high, right.low) > sign) |
           if_open(expr);
}

unsigned expr_possible(const struct expr *expr, const unsigned *facts)
{
    switch (expr->operator) {
    case OP_CONSTANT:
        return can(expr->value.truth, !expr->value.truth);
    case OP_FACT:
        return facts[expr->first];
    case OP_OR:
        return decided_by(expr, facts, CAN_BE_TRUE);
    case OP_AND:
        return decided_by(expr, facts, CAN_BE_FALSE);
    case OP_NOT:
        return other_way(expr_possible(expr->parts[0], facts));
    case OP_EQUAL:
        return equal(expr, facts);
    case OP_UNEQUAL:
        return other_way(equal(expr, facts));
    case OP_LESS:
        return below(expr, -1);
    case OP_AT_MOST:
        return below(expr, 0);
    case OP_LISTED:
        return among_numbers(expr) | if_open(expr);
    case OP_CHOSEN:
        return among_options(expr) | if_open(expr);
    case OP_ANSWERED:
    case OP_PREDICATE:
        return can(true, true);
    default: /* a question, an option ticked */
        return can(true, true) | if_open(expr);
    }
}
