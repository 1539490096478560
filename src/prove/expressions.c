/* Expressions as terms: one small function for each operator of expr/operators.h, which says how each of them
 * takes an unknown operand. */
#include "expr/expression.h"
#include "prove/terms.h"

#include <assert.h>

/* What one operator makes of its parts. A strict one says when it is known apart from them (`known`; NULL:
 * always), and its truth (`yes`) or number for when it is; a Kleene one gives `yes` and `no` itself. */
typedef struct term encoder(struct encoding *encoding, const struct expr *expr, const struct term *parts);

static struct term number_term(Z3_ast known, Z3_ast numerator, wide_integer denominator)
{
    return (struct term){.known = known, .numerator = numerator, .denominator = (int64_t)denominator};
}

static struct term operator_constant(struct encoding *encoding, const struct expr *expr,
                                     const struct term *parts)
{
    (void)parts;
    if (expr->type == VALUE_TRUTH)
        return (struct term){.yes = term_of(encoding, expr->value.truth)};
    struct rational number = expr->value.number;
    return number_term(NULL, term_integer(encoding, number.numerator), number.denominator);
}

static struct term operator_question(struct encoding *encoding, const struct expr *expr,
                                     const struct term *parts)
{
    (void)parts;
    const struct answer_term *answer = answer_term(encoding, expr->first);
    if (expr->type == VALUE_TRUTH)
        return (struct term){.known = answer->known, .yes = answer->truth};
    return number_term(answer->known, answer->numerator, expr->bounds.denominator);
}

static struct term operator_fact(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    (void)parts;
    struct term fact = encoding->facts[expr->first];
    if (expr->type == VALUE_TRUTH)
        fact.known = term_or(encoding, fact.yes, fact.no);
    return fact;
}

static struct term operator_or(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    struct term either = term_truth(encoding, false);
    for (size_t i = 0; i < expr->part_count; i++)
        either = term_either(encoding, either, parts[i]);
    return either;
}

static struct term operator_and(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    struct term all = term_truth(encoding, true);
    for (size_t i = 0; i < expr->part_count; i++)
        all = (struct term){.yes = term_and(encoding, all.yes, parts[i].yes),
                            .no = term_or(encoding, all.no, parts[i].no)};
    return all;
}

static struct term operator_not(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    (void)encoding, (void)expr;
    return (struct term){.yes = parts[0].no};
}

/* Two numbers over one denominator, the product of both: it stays below 124 bits. */
struct pair {
    Z3_ast left, right;
};

static struct pair one_denominator(struct encoding *encoding, struct term left, struct term right)
{
    if (left.denominator == right.denominator)
        return (struct pair){left.numerator, right.numerator};
    return (struct pair){term_times(encoding, left.numerator, right.denominator),
                         term_times(encoding, right.numerator, left.denominator)};
}

static Z3_ast same(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    if (expr->parts[0]->type == VALUE_TRUTH)
        return Z3_mk_iff(encoding->z3, parts[0].yes, parts[1].yes);
    struct pair pair = one_denominator(encoding, parts[0], parts[1]);
    return Z3_mk_eq(encoding->z3, pair.left, pair.right);
}

static struct term operator_equal(struct encoding *encoding, const struct expr *expr,
                                  const struct term *parts)
{
    return (struct term){.yes = same(encoding, expr, parts)};
}

static struct term operator_unequal(struct encoding *encoding, const struct expr *expr,
                                    const struct term *parts)
{
    return (struct term){.yes = term_not(encoding, same(encoding, expr, parts))};
}

static struct term operator_less(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    (void)expr;
    struct pair pair = one_denominator(encoding, parts[0], parts[1]);
    return (struct term){.yes = Z3_mk_lt(encoding->z3, pair.left, pair.right)};
}

static struct term operator_at_most(struct encoding *encoding, const struct expr *expr,
                                    const struct term *parts)
{
    (void)expr;
    struct pair pair = one_denominator(encoding, parts[0], parts[1]);
    return (struct term){.yes = Z3_mk_le(encoding->z3, pair.left, pair.right)};
}

static struct term operator_chosen(struct encoding *encoding, const struct expr *expr,
                                   const struct term *parts)
{
    (void)parts;
    const struct answer_term *answer = answer_term(encoding, expr->first);
    struct term term = {.known = answer->known, .yes = encoding->no};
    for (size_t i = 0; i < encoding->pack->questions[expr->first].option_count; i++)
        if ((expr->value.options >> i & 1) != 0)
            term.yes = term_or(encoding, term.yes, answer->options[i]);
    return term;
}

static struct term operator_ticked(struct encoding *encoding, const struct expr *expr,
                                   const struct term *parts)
{
    (void)parts;
    const struct answer_term *answer = answer_term(encoding, expr->first);
    return (struct term){.known = answer->known, .yes = answer->options[expr->value.option]};
}

static struct term operator_listed(struct encoding *encoding, const struct expr *expr,
                                   const struct term *parts)
{
    struct term term = {.yes = encoding->no};
    for (size_t i = 0; i < expr->number_count; i++) {
        struct rational number = expr->numbers[i];
        struct term listed = number_term(NULL, term_integer(encoding, number.numerator), number.denominator);
        struct pair pair = one_denominator(encoding, parts[0], listed);
        term.yes = term_or(encoding, term.yes, Z3_mk_eq(encoding->z3, pair.left, pair.right));
    }
    return term;
}

/* The least common denominator is the one that the expression's bounds were made for. */
static Z3_ast over(struct encoding *encoding, struct term part, int64_t denominator)
{
    return term_times(encoding, part.numerator, denominator / part.denominator);
}

static struct term operator_add(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    int64_t denominator = expr->bounds.denominator;
    const Z3_ast both[] = {over(encoding, parts[0], denominator), over(encoding, parts[1], denominator)};
    return number_term(NULL, Z3_mk_add(encoding->z3, 2, both), denominator);
}

static struct term operator_subtract(struct encoding *encoding, const struct expr *expr,
                                     const struct term *parts)
{
    int64_t denominator = expr->bounds.denominator;
    const Z3_ast both[] = {over(encoding, parts[0], denominator), over(encoding, parts[1], denominator)};
    return number_term(NULL, Z3_mk_sub(encoding->z3, 2, both), denominator);
}

static struct term scaled(struct encoding *encoding, struct term part, struct rational factor)
{
    return number_term(NULL, term_times(encoding, part.numerator, factor.numerator),
                       (wide_integer)part.denominator * factor.denominator);
}

static struct term operator_multiply(struct encoding *encoding, const struct expr *expr,
                                     const struct term *parts)
{
    size_t constant = expr->parts[1]->constant ? 1 : 0;
    return scaled(encoding, parts[1 - constant], expr->parts[constant]->bounds.low);
}

static struct term operator_divide(struct encoding *encoding, const struct expr *expr,
                                   const struct term *parts)
{
    struct rational divisor = expr->parts[1]->bounds.low;
    return scaled(encoding, parts[0], rational_divide(rational_whole(1), divisor));
}

static struct term operator_negate(struct encoding *encoding, const struct expr *expr,
                                   const struct term *parts)
{
    (void)expr;
    return number_term(NULL, term_times(encoding, parts[0].numerator, -1), parts[0].denominator);
}

typedef Z3_ast comparison(Z3_context z3, Z3_ast left, Z3_ast right);

static struct term extreme(struct encoding *encoding, const struct expr *expr, const struct term *parts,
                           comparison *wins)
{
    int64_t denominator = expr->bounds.denominator;
    Z3_ast best = over(encoding, parts[0], denominator);
    for (size_t i = 1; i < expr->part_count; i++) {
        Z3_ast part = over(encoding, parts[i], denominator);
        best = Z3_mk_ite(encoding->z3, wins(encoding->z3, part, best), part, best);
    }
    return number_term(NULL, best, denominator);
}

static struct term operator_min(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    return extreme(encoding, expr, parts, Z3_mk_lt);
}

static struct term operator_max(struct encoding *encoding, const struct expr *expr, const struct term *parts)
{
    return extreme(encoding, expr, parts, Z3_mk_gt);
}

static struct term operator_count(struct encoding *encoding, const struct expr *expr,
                                  const struct term *parts)
{
    (void)parts;
    const struct answer_term *answer = answer_term(encoding, expr->first);
    return number_term(answer->known, answer->count, 1);
}

static struct term operator_answered(struct encoding *encoding, const struct expr *expr,
                                     const struct term *parts)
{
    (void)parts;
    const struct answer_term *answer = answer_term(encoding, expr->first);
    return (struct term){.yes = answer->known, .no = term_not(encoding, answer->known)};
}

static struct term operator_predicate(struct encoding *encoding, const struct expr *expr,
                                      const struct term *parts)
{
    (void)parts;
    Z3_ast says = encode_predicate(encoding, expr->predicate, expr->first, expr->second);
    return (struct term){.yes = says, .no = term_not(encoding, says)};
}

enum unknown_operand { STRICT, KLEENE };

static const struct {
    encoder *encode;
    enum unknown_operand unknown;
} operators[] = {
#define OPERATOR(name, evaluator, unknown, meaning) {operator_##evaluator, unknown},
    OPERATORS(OPERATOR)
#undef OPERATOR
};
static_assert(sizeof operators / sizeof operators[0] == OP_COUNT_OF_OPERATORS,
              "an encoder for each operator");

/* One unknown part makes the whole unknown. */
static struct term strictly(struct encoding *encoding, const struct expr *expr, struct term term,
                            const struct term *parts)
{
    Z3_ast known = term.known != NULL ? term.known : encoding->yes;
    for (size_t i = 0; i < expr->part_count; i++)
        known = term_and(encoding, known, parts[i].known);
    term.known = known;
    if (expr->type == VALUE_TRUTH)
        term.no = term_and(encoding, known, term_not(encoding, term.yes));
    if (expr->type == VALUE_TRUTH)
        term.yes = term_and(encoding, known, term.yes);
    return term;
}

struct term encode(struct encoding *encoding, const struct expr *expr)
{
    struct term *parts = arena_array(encoding->arena, expr->part_count, sizeof *parts);
    for (size_t i = 0; i < expr->part_count; i++)
        parts[i] = encode(encoding, expr->parts[i]);
    struct term term = operators[expr->operator].encode(encoding, expr, parts);
    if (operators[expr->operator].unknown == STRICT)
        return strictly(encoding, expr, term, parts);
    term.known = term_or(encoding, term.yes, term.no);
    return term;
}

Z3_ast encode_numbers_known(struct encoding *encoding, const struct schedule *schedule)
{
    const struct expr *numbers[] = {schedule->start, schedule->add, schedule->until, schedule->days};
    Z3_ast known = encoding->yes;
    for (size_t i = 0; i < 4; i++)
        if (numbers[i] != NULL)
            known = term_and(encoding, known, encode(encoding, numbers[i]).known);
    return known;
}
