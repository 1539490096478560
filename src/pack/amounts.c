/* Numbers are read in the digits of any script, and in the words of the text's language. */
#include "pack/amounts.h"

#include "support/text.h"

#include <string.h>
#include <unictype.h>

enum { LARGEST_WHOLE = 1000 * 1000 * 1000 };

/* ---- Characters ---- */

uint32_t character_at(const char *at, size_t *size)
{
    *size = 1;
    return (unsigned char)*at < 0x80 ? (unsigned char)*at : text_character(at, strnlen(at, 4), size);
}

/* The value of the digit at `at`, in any script; -1: there is none. */
static int digit_at(const char *at, size_t *size)
{
    *size = 1;
    if ((unsigned char)*at < 0x80)
        return *at >= '0' && *at <= '9' ? *at - '0' : -1;
    return uc_decimal_value(character_at(at, size));
}

bool is_digit(const char *at)
{
    size_t size;
    return digit_at(at, &size) >= 0;
}

static bool is_plain_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_letter(const char *at)
{
    size_t size;
    return is_plain_letter(*at) || ((unsigned char)*at >= 0x80 && uc_is_alpha(character_at(at, &size)));
}

size_t blank_at(const char *at)
{
    /* A no-break space, wide or narrow, is a blank too. */
    if (*at == ' ' || *at == '\n')
        return 1;
    if (strncmp(at, "\xC2\xA0", 2) == 0)
        return 2;
    return strncmp(at, "\xE2\x80\xAF", 3) == 0 ? 3 : 0;
}

const char *past_blanks(const char *at)
{
    while (blank_at(at) > 0)
        at += blank_at(at);
    return at;
}

/* What joins words: blanks, or a hyphen. */
const char *past_joint(const char *at)
{
    return *at == '-' ? at + 1 : past_blanks(at);
}

const char *past_word(const char *at)
{
    for (size_t size = 1; is_letter(at); at += size)
        if (is_plain_letter(*at))
            size = 1;
        else
            character_at(at, &size);
    return at;
}

static char small(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

/* ---- Words of the lists ---- */

/* Where `word` ends, if it stands at `at`; NULL: it does not. */
static const char *past_this(const char *at, const char *word)
{
    const char *begin = at;
    for (; *word != '\0'; word++) {
        if (*word == ' ') {
            const char *joint = past_joint(at);
            if (joint == at)
                return NULL;
            at = joint;
        } else if (small(*at) == small(*word)) {
            at++;
        } else {
            return NULL;
        }
    }
    bool whole = !is_letter(begin) || (!is_letter(at) && !is_digit(at));
    return whole ? at : NULL;
}

static void longest_of(const struct figure_word *words, const char *at, const char **end, const char **means)
{
    for (char first = small(*at); words != NULL && words->word != NULL; words++) {
        const char *found = small(words->word[0]) == first ? past_this(at, words->word) : NULL;
        if (found != NULL && (*end == NULL || found > *end)) {
            *end = found;
            *means = words->means;
        }
    }
}

/* Where the longest word of the list ends that stands at `at`, and what it means; NULL: there is none. */
const char *past_listed(const struct figures *figures, enum figure_list list, const char *at,
                        const char **means)
{
    const char *end = NULL, *unused;
    longest_of(figure_signs.lists[list], at, &end, means != NULL ? means : &unused);
    for (size_t i = 0; i < 2 && figures->words[i] != NULL; i++)
        longest_of(figures->words[i]->lists[list], at, &end, means != NULL ? means : &unused);
    return end;
}

/* ---- Numbers ---- */

static unsigned long whole_and(unsigned long whole, unsigned digit)
{
    return whole < LARGEST_WHOLE / 10 ? whole * 10 + digit : LARGEST_WHOLE;
}

/* Three digits stand at `at`, and no more. */
static bool is_thousand(const char *at)
{
    size_t size, count = 0;
    for (; digit_at(at, &size) >= 0; at += size)
        count++;
    return count == 3;
}

/* 1,200 and 1.200 are 1200, and 12.6 and 12,6 are 12.6: what stands before exactly three digits separates
 * thousands, but behind a nought. */
bool digits_at(const char *at, struct amount *amount)
{
    size_t size, length = 0;
    bool fraction = false;
    *amount = (struct amount){.start = at, .end = at};
    for (;;) {
        int digit = digit_at(amount->end, &size);
        if (digit >= 0) {
            amount->end += size;
            amount->whole = fraction ? amount->whole : whole_and(amount->whole, (unsigned)digit);
            if (length < sizeof amount->digits - 1)
                amount->digits[length++] = (char)('0' + digit);
            continue;
        }
        bool point = *amount->end == ',' || *amount->end == '.';
        const char *behind = point ? amount->end + 1 : amount->end + blank_at(amount->end);
        bool plain_blank = *amount->end == ' ' || *amount->end == '\n';
        bool thousand = !plain_blank && !fraction && amount->whole > 0 && is_thousand(behind);
        if (amount->end == at || behind == amount->end || !is_digit(behind) || (!thousand && !point))
            return amount->end > at;
        fraction = fraction || !thousand;
        if (!thousand && length < sizeof amount->digits - 1)
            amount->digits[length++] = '.';
        amount->end = behind;
    }
}

static int compare_word(const char *at, size_t length, const char *word)
{
    for (size_t i = 0; i < length; i++) {
        int difference = (unsigned char)small(at[i]) - (unsigned char)word[i];
        if (difference != 0)
            return difference;
    }
    return word[length] == '\0' ? 0 : -1;
}

/* The value of this word of `length` bytes, 0: it is no number. */
static unsigned number_named(const struct figure_words *words, const char *at, size_t length)
{
    size_t low = 0, high = words->number_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = compare_word(at, length, words->numbers[middle].word);
        if (order == 0)
            return words->numbers[middle].value;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}

/* The value of the number word at `at`, 0: there is none. */
static unsigned number_word(const struct figures *figures, const char *at, const char **end)
{
    unsigned value = 0;
    char initial = small(*at);
    for (size_t i = 0; i < 2 && figures->words[i] != NULL && value == 0; i++)
        if (initial != '\0' && strchr(figures->words[i]->initials, initial) != NULL) {
            *end = past_word(at);
            value = number_named(figures->words[i], at, (size_t)(*end - at));
        }
    return value;
}

/* "sixty-seven", "treinta y cinco", "ten thousand". */
static bool words_at(const struct figures *figures, const char *at, struct amount *amount)
{
    const char *end = at;
    unsigned long value = number_word(figures, at, &end);
    if (value == 0)
        return false;
    if (value >= 20 && value < 100 && value % 10 == 0) {
        const char *ones_end = NULL, *ones = past_joint(end);
        const char *joint = past_listed(figures, LIST_WITHIN_TEN, ones, NULL);
        ones = joint != NULL ? past_blanks(joint) : ones;
        unsigned more = ones > end ? number_word(figures, ones, &ones_end) : 0;
        if (more > 0 && more < 10) {
            value += more;
            end = ones_end;
        }
    }
    const char *times_end = NULL;
    unsigned times = number_word(figures, past_blanks(end), &times_end);
    if (value < 1000 && times >= 100) {
        value *= times;
        end = times_end;
    }
    *amount = (struct amount){.start = at, .end = end, .whole = value, .in_words = true};
    size_t length = 0;
    for (unsigned long unit = 1000000; unit > 0; unit /= 10)
        if (value >= unit)
            amount->digits[length++] = (char)('0' + value / unit % 10);
    return true;
}

bool amount_at(const struct figures *figures, const char *at, struct amount *amount)
{
    return is_digit(at) ? digits_at(at, amount) : is_letter(at) && words_at(figures, at, amount);
}

bool is_power_of_ten(const struct amount *amount)
{
    const char *digits = amount->digits;
    return digits[0] == '1' && digits[1] == '0' && strspn(digits + 1, "0") == strlen(digits + 1);
}
