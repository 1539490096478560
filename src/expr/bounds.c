/* Between what numbers a value lies, and over what denominator, for every answer there can be. */
#include "expr/expression.h"
#include "support/limits.h"

#include <assert.h>

static int64_t divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* The least denominator that both divide; 0: it does not fit. */
static int64_t common_denominator(int64_t a, int64_t b)
{
    wide_integer least = (wide_integer)(a / divisor(a, b)) * b;
    return least < LIMIT_RATIONAL ? (int64_t)least : 0;
}

static bool sum_of(struct rational a, struct rational b, struct rational *sum)
{
    return rational_make((wide_integer)a.numerator * b.denominator +
                             (wide_integer)b.numerator * a.denominator,
                         (wide_integer)a.denominator * b.denominator, sum);
}

static bool product_of(struct rational a, struct rational b, struct rational *product)
{
    return rational_make((wide_integer)a.numerator * b.numerator, (wide_integer)a.denominator * b.denominator,
                         product);
}

static struct bounds negated(struct bounds bounds)
{
    return (struct bounds){rational_negate(bounds.high), rational_negate(bounds.low), bounds.denominator};
}

static bool add(struct bounds a, struct bounds b, struct bounds *sum)
{
    sum->denominator = common_denominator(a.denominator, b.denominator);
    return sum->denominator != 0 && sum_of(a.low, b.low, &sum->low) && sum_of(a.high, b.high, &sum->high);
}

static bool scale(struct bounds bounds, struct rational factor, struct bounds *scaled)
{
    wide_integer denominator = (wide_integer)bounds.denominator * factor.denominator;
    if (denominator >= LIMIT_RATIONAL || !product_of(bounds.low, factor, &scaled->low) ||
        !product_of(bounds.high, factor, &scaled->high))
        return false;
    scaled->denominator = (int64_t)denominator;
    if (factor.numerator < 0) {
        struct rational low = scaled->low;
        scaled->low = scaled->high;
        scaled->high = low;
    }
    return true;
}

enum extreme { LEAST, GREATEST };

static struct rational extreme_of(struct rational a, struct rational b, enum extreme extreme)
{
    return (rational_compare(a, b) < 0) == (extreme == LEAST) ? a : b;
}

static bool extremes(const struct expr *expr, enum extreme extreme, struct bounds *result)
{
    *result = expr->parts[0]->bounds;
    for (size_t i = 1; i < expr->part_count; i++) {
        struct bounds part = expr->parts[i]->bounds;
        result->low = extreme_of(result->low, part.low, extreme);
        result->high = extreme_of(result->high, part.high, extreme);
        result->denominator = common_denominator(result->denominator, part.denominator);
        if (result->denominator == 0)
            return false;
    }
    return true;
}

/* Every value is some numerator over `denominator`: both must stay below the limit. */
static bool within_limit(struct bounds bounds)
{
    const struct rational ends[] = {bounds.low, bounds.high};
    for (size_t i = 0; i < 2; i++) {
        wide_integer numerator = (wide_integer)ends[i].numerator * bounds.denominator / ends[i].denominator;
        if (numerator >= LIMIT_RATIONAL || numerator <= -LIMIT_RATIONAL)
            return false;
    }
    return bounds.denominator < LIMIT_RATIONAL;
}

bool bounds_of(struct expr *expr)
{
    struct bounds *bounds = &expr->bounds;
    const struct expr *const *parts = expr->parts;
    bool fits = true;
    struct rational factor;
    switch (expr->operator) {
    case OP_ADD:
        fits = add(parts[0]->bounds, parts[1]->bounds, bounds);
        break;
    case OP_SUBTRACT:
        fits = add(parts[0]->bounds, negated(parts[1]->bounds), bounds);
        break;
    case OP_NEGATE:
        *bounds = negated(parts[0]->bounds);
        break;
    case OP_MULTIPLY:
        fits = parts[1]->constant ? scale(parts[0]->bounds, parts[1]->bounds.low, bounds)
                                  : scale(parts[1]->bounds, parts[0]->bounds.low, bounds);
        break;
    case OP_DIVIDE:
        factor = parts[1]->bounds.low;
        assert(factor.numerator != 0); /* refused by the types */
        fits = rational_make(factor.denominator, factor.numerator, &factor) &&
               scale(parts[0]->bounds, factor, bounds);
        break;
    case OP_MIN:
        fits = extremes(expr, LEAST, bounds);
        break;
    case OP_MAX:
        fits = extremes(expr, GREATEST, bounds);
        break;
    default:
        break; /* a constant, a question, a fact, a count: known already */
    }
    return fits && within_limit(*bounds);
}
