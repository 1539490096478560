/* Exact numbers. Ranges are checked when a pack loads (expr/bounds.h), so that no operation here can pass
 * LIMIT_RATIONAL: each asserts it. */
#ifndef SUPPORT_RATIONAL_H
#define SUPPORT_RATIONAL_H

#include "support/buffer.h"

#include <stdbool.h>
#include <stdint.h>

/* Room for a product of two, before it is brought to lowest terms. */
__extension__ typedef __int128 wide_integer;

/* In lowest terms, the denominator above 0. */
struct rational {
    int64_t numerator, denominator;
};

struct rational rational_whole(int64_t number);
/* false: the result does not fit, *result is unchanged. The only entry for numbers not yet known to be small.
 */
bool rational_make(wide_integer numerator, wide_integer denominator, struct rational *result);
struct rational rational_add(struct rational a, struct rational b);
struct rational rational_subtract(struct rational a, struct rational b);
struct rational rational_multiply(struct rational a, struct rational b);
struct rational rational_divide(struct rational a, struct rational b); /* b is not 0 */
struct rational rational_negate(struct rational a);
int rational_compare(struct rational a, struct rational b); /* below 0, 0, above 0 */
int64_t rational_floor(struct rational a);
bool rational_is_whole(struct rational a);

enum number_reading { NUMBER_READ, NUMBER_MALFORMED, NUMBER_TOO_LONG };
/* A sign, digits, and at most 6 digits after a point; no exponent. `-` and `+` are taken, blanks are not. */
enum number_reading rational_read(const char *text, size_t length, struct rational *result);
/* Rounded to 3 decimals, half away from zero; no trailing zeros, never -0. */
void rational_print_rounded(struct buffer *buffer, struct rational number);
/* All decimals of a number that was read by rational_read. */
void rational_print_exact(struct buffer *buffer, struct rational number);

#endif
