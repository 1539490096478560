/* Exact numbers. Sums and products are made in 128 bits and brought to lowest terms. */
#include "support/rational.h"

#include "support/limits.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

struct rational rational_whole(int64_t number)
{
    return (struct rational){number, 1};
}

static wide_integer common_divisor(wide_integer a, wide_integer b)
{
    if (a < 0)
        a = -a;
    while (b != 0) {
        wide_integer rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

bool rational_make(wide_integer numerator, wide_integer denominator, struct rational *result)
{
    assert(denominator != 0);
    if (denominator < 0) {
        numerator = -numerator;
        denominator = -denominator;
    }
    wide_integer divisor = common_divisor(numerator, denominator);
    numerator /= divisor;
    denominator /= divisor;
    if (numerator >= LIMIT_RATIONAL || numerator <= -LIMIT_RATIONAL || denominator >= LIMIT_RATIONAL)
        return false;
    *result = (struct rational){(int64_t)numerator, (int64_t)denominator};
    return true;
}

static struct rational made(wide_integer numerator, wide_integer denominator)
{
    struct rational result = {0, 1};
    bool fits = rational_make(numerator, denominator, &result);
    assert(fits); /* the pack's bounds were checked when it loaded */
    (void)fits;
    return result;
}

struct rational rational_add(struct rational a, struct rational b)
{
    return made((wide_integer)a.numerator * b.denominator + (wide_integer)b.numerator * a.denominator,
                (wide_integer)a.denominator * b.denominator);
}

struct rational rational_subtract(struct rational a, struct rational b)
{
    return rational_add(a, rational_negate(b));
}

struct rational rational_multiply(struct rational a, struct rational b)
{
    return made((wide_integer)a.numerator * b.numerator, (wide_integer)a.denominator * b.denominator);
}

struct rational rational_divide(struct rational a, struct rational b)
{
    return made((wide_integer)a.numerator * b.denominator, (wide_integer)a.denominator * b.numerator);
}

struct rational rational_negate(struct rational a)
{
    return (struct rational){-a.numerator, a.denominator};
}

int rational_compare(struct rational a, struct rational b)
{
    wide_integer left = (wide_integer)a.numerator * b.denominator;
    wide_integer right = (wide_integer)b.numerator * a.denominator;
    return (left > right) - (left < right);
}

int64_t rational_floor(struct rational a)
{
    int64_t whole = a.numerator / a.denominator;
    return whole - (a.numerator < 0 && whole * a.denominator != a.numerator);
}

bool rational_is_whole(struct rational a)
{
    return a.denominator == 1;
}

enum number_reading rational_read(const char *text, size_t length, struct rational *result)
{
    size_t at = length > 0 && (text[0] == '-' || text[0] == '+');
    bool negative = at == 1 && text[0] == '-';
    wide_integer digits = 0;
    int64_t scale = 1;
    size_t whole_digits = 0, decimals = 0;
    bool point = false, too_long = false;
    for (; at < length; at++) {
        if (text[at] == '.' && !point) {
            point = true;
            continue;
        }
        if (text[at] < '0' || text[at] > '9')
            return NUMBER_MALFORMED;
        if (point && ++decimals > 6)
            too_long = true;
        if (!point)
            whole_digits++;
        if (digits >= LIMIT_RATIONAL)
            too_long = true;
        if (too_long)
            continue; /* still to be seen whether it is a number at all */
        digits = digits * 10 + (text[at] - '0');
        scale *= point ? 10 : 1;
    }
    if (whole_digits == 0 || (point && decimals == 0))
        return NUMBER_MALFORMED;
    if (too_long || !rational_make(negative ? -digits : digits, scale, result))
        return NUMBER_TOO_LONG;
    return NUMBER_READ;
}

/* `thousandths` and so on: digits behind the point without trailing zeros. */
static void print_scaled(struct buffer *buffer, wide_integer scaled, int decimals)
{
    char digits[64];
    size_t count = 0;
    bool negative = scaled < 0;
    if (negative)
        scaled = -scaled;
    bool significant = false;
    for (int place = 0; place <= decimals || scaled != 0; place++) {
        char digit = (char)('0' + (int)(scaled % 10));
        scaled /= 10;
        if (place == decimals && significant)
            digits[count++] = '.';
        significant = significant || digit != '0';
        if (significant || place >= decimals)
            digits[count++] = digit;
    }
    if (negative && significant)
        buffer_char(buffer, '-');
    while (count > 0)
        buffer_char(buffer, digits[--count]);
}

void rational_print_rounded(struct buffer *buffer, struct rational number)
{
    bool negative = number.numerator < 0;
    wide_integer size = negative ? -(wide_integer)number.numerator : number.numerator;
    wide_integer thousandths = (size * 2000 + number.denominator) / ((wide_integer)2 * number.denominator);
    print_scaled(buffer, negative ? -thousandths : thousandths, 3);
}

void rational_print_exact(struct buffer *buffer, struct rational number)
{
    assert(1000000 % number.denominator == 0);
    print_scaled(buffer, (wide_integer)number.numerator * (1000000 / number.denominator), 6);
}
