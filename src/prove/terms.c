/* Terms of the solver, small ones folded where they are made. */
#include "prove/terms.h"

Z3_ast term_of(struct encoding *encoding, bool truth)
{
    return truth ? encoding->yes : encoding->no;
}

Z3_ast term_and(struct encoding *encoding, Z3_ast left, Z3_ast right)
{
    if (left == encoding->no || right == encoding->no)
        return encoding->no;
    if (left == encoding->yes || left == right)
        return right;
    if (right == encoding->yes)
        return left;
    const Z3_ast both[] = {left, right};
    return Z3_mk_and(encoding->z3, 2, both);
}

Z3_ast term_or(struct encoding *encoding, Z3_ast left, Z3_ast right)
{
    if (left == encoding->yes || right == encoding->yes)
        return encoding->yes;
    if (left == encoding->no || left == right)
        return right;
    if (right == encoding->no)
        return left;
    const Z3_ast both[] = {left, right};
    return Z3_mk_or(encoding->z3, 2, both);
}

Z3_ast term_not(struct encoding *encoding, Z3_ast term)
{
    if (term == encoding->yes || term == encoding->no)
        return term_of(encoding, term == encoding->no);
    return Z3_mk_not(encoding->z3, term);
}

Z3_ast term_integer(struct encoding *encoding, wide_integer number)
{
    char digits[48];
    size_t at = sizeof digits;
    bool negative = number < 0;
    digits[--at] = '\0';
    /* Digit by digit from the right; the least number has no positive counterpart, so each digit is turned.
     */
    do {
        int digit = (int)(number % 10);
        digits[--at] = (char)('0' + (digit < 0 ? -digit : digit));
        number /= 10;
    } while (number != 0);
    if (negative)
        digits[--at] = '-';
    return Z3_mk_numeral(encoding->z3, digits + at, encoding->integers);
}

Z3_ast term_times(struct encoding *encoding, Z3_ast number, wide_integer factor)
{
    if (factor == 1)
        return number;
    const Z3_ast both[] = {term_integer(encoding, factor), number};
    return Z3_mk_mul(encoding->z3, 2, both);
}

Z3_ast term_new(struct encoding *encoding, Z3_sort sort)
{
    return Z3_mk_fresh_const(encoding->z3, "answer", sort);
}

struct term term_either(struct encoding *encoding, struct term left, struct term right)
{
    return (struct term){.yes = term_or(encoding, left.yes, right.yes),
                         .no = term_and(encoding, left.no, right.no)};
}

struct term term_truth(struct encoding *encoding, bool truth)
{
    return (struct term){.yes = term_of(encoding, truth), .no = term_of(encoding, !truth)};
}

Z3_ast term_row(struct encoding *encoding, Z3_ast *passed, Z3_ast condition)
{
    Z3_ast row = term_and(encoding, term_not(encoding, *passed), condition);
    *passed = term_or(encoding, *passed, condition);
    return row;
}
