/* Figures are found by what stands beside a number. */
#include "pack/figures.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { SHARE_WORDS = 4, RANGE_GAP = 4 };

/* A run of digits with separators, as it is read. */
struct run {
    const char *start, *end;
    char digits[24];
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* 1,200 is 1200, and 12.6 stays 12.6: a comma or a point before exactly three digits separates thousands. */
static struct run run_at(const char *at)
{
    struct run run = {at, at, ""};
    size_t length = 0;
    while (is_digit(*run.end) || ((*run.end == ',' || *run.end == '.') && is_digit(run.end[1]))) {
        bool thousands = !is_digit(*run.end) && is_digit(run.end[1]) && is_digit(run.end[2]) &&
                         is_digit(run.end[3]) && !is_digit(run.end[4]);
        if (!thousands && length < sizeof run.digits - 1)
            run.digits[length++] = *run.end == ',' ? '.' : *run.end;
        run.end++;
    }
    return run;
}

static const char *past_blank(const char *at)
{
    /* A no-break space, wide or narrow, is a blank too. */
    if (*at == ' ' || *at == '\n')
        return at + 1;
    if (strncmp(at, "\xC2\xA0", 2) == 0)
        return at + 2;
    return strncmp(at, "\xE2\x80\xAF", 3) == 0 ? at + 3 : at;
}

static bool word_is(const char *at, const char *word)
{
    size_t length = strlen(word);
    return strncmp(at, word, length) == 0 && !isalnum((unsigned char)at[length]) &&
           ((unsigned char)at[length] & 0x80) == 0;
}

/* How many of the bytes at `at` are the longest of these words; 0: none of them stands there. */
static size_t one_of(const char *at, const char *const *words)
{
    for (size_t i = 0; words[i] != NULL; i++)
        if (word_is(at, words[i]))
            return strlen(words[i]);
    return 0;
}

static bool is_power_of_ten(const char *digits)
{
    return digits[0] == '1' && digits[1] == '0' && strspn(digits + 1, "0") == strlen(digits + 1);
}

/* "in 10" behind a number, with a few words between: the end of the share, or NULL. */
static const char *share_behind(const char *at, char of[24])
{
    static const char *const joints[] = {"in", "out of", "of", "de cada", "en", NULL};
    for (int words = 0; words < SHARE_WORDS; words++) {
        const char *word = past_blank(at);
        size_t joint = word != at ? one_of(word, joints) : 0;
        const char *number = joint > 0 ? past_blank(word + joint) : word;
        struct run run = run_at(number);
        if (joint > 0 && is_power_of_ten(run.digits)) {
            memcpy(of, run.digits, sizeof run.digits);
            return run.end;
        }
        if (word == at || strcspn(word, " \n.,;:()0123456789") == 0)
            return NULL;
        at = word + strcspn(word, " \n.,;:()0123456789");
    }
    return NULL;
}

static const char *percent_behind(const char *at)
{
    static const char *const words[] = {"percent", "per cent", "por ciento", NULL};
    const char *word = past_blank(at);
    if (*word == '%')
        return word + 1;
    size_t length = one_of(word, words);
    return length > 0 ? word + length : NULL;
}

static const char *dose_behind(const char *at, char unit[24])
{
    static const char *const units[] = {"mg", "mcg", "\xC2\xB5g", "g", "ml", "mL", "IU", NULL};
    const char *word = past_blank(at);
    size_t length = one_of(word, units);
    if (length == 0)
        return NULL;
    memcpy(unit, word, length);
    unit[length] = '\0';
    return word + length;
}

/* The length of the sign that stands before the number, or 0. */
static size_t money_before(const char *text, const char *at)
{
    static const char *const signs[] = {"$", "\xC2\xA3", "\xE2\x82\xAC"};
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(signs[i]);
        if ((size_t)(at - text) >= length && strncmp(at - length, signs[i], length) == 0)
            return length;
    }
    return 0;
}

/* "one in 10": the number before is a word. How far before the run it starts, or 0. */
static size_t share_before(const char *text, const struct run *run)
{
    static const char *const words[] = {"one",   "two",  "three", "four", "five", "six",  "seven",
                                        "eight", "nine", "uno",   "una",  "dos",  "tres", "cuatro",
                                        "cinco", "seis", "siete", "ocho", "nueve"};
    static const char *const joints[] = {" in ", " out of ", " of ", " de cada ", " en "};
    if (!is_power_of_ten(run->digits))
        return 0;
    for (size_t i = 0; i < sizeof joints / sizeof joints[0]; i++)
        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
            size_t joint = strlen(joints[i]), word = strlen(words[k]);
            if ((size_t)(run->start - text) >= joint + word &&
                strncmp(run->start - joint, joints[i], joint) == 0 &&
                strncasecmp(run->start - joint - word, words[k], word) == 0)
                return joint + word;
        }
    return 0;
}

/* Four digits that stand alone: 2017, and not a part of a telephone number. */
static bool is_year(const char *text, const struct run *run)
{
    bool alone = run->end - run->start == 4 && strlen(run->digits) == 4 &&
                 (strncmp(run->digits, "19", 2) == 0 || strncmp(run->digits, "20", 2) == 0);
    const char *behind = past_blank(run->end);
    bool before = run->start - text >= 2 && (run->start[-1] == ' ' || run->start[-1] == '-') &&
                  is_digit(run->start[-2]);
    return alone && !before && !(behind != run->end && is_digit(*behind)) && *run->end != '-';
}

/* "5 to 10 mg", "30-40%": what stands behind the second number belongs to the first as well. */
static const char *range_behind(const char *at)
{
    const char *gap = at;
    while (gap - at < RANGE_GAP && *gap != '\0' && !is_digit(*gap) && strchr(".,;:()%$\n", *gap) == NULL)
        gap++;
    if (gap == at || !is_digit(*gap))
        return NULL;
    return gap;
}

static bool classify(const char *text, const struct run *run, struct figure *figure)
{
    const char *end = percent_behind(run->end);
    size_t before = 0;
    figure->kind = FIGURE_PERCENT;
    if (end == NULL && (before = money_before(text, run->start)) > 0) {
        figure->kind = FIGURE_MONEY;
        end = run->end;
    }
    if (end == NULL && (end = dose_behind(run->end, figure->of)) != NULL)
        figure->kind = FIGURE_DOSE;
    if (end == NULL && (end = share_behind(run->end, figure->of)) != NULL)
        figure->kind = FIGURE_SHARE;
    if (end == NULL && (before = share_before(text, run)) > 0) {
        figure->kind = FIGURE_SHARE;
        end = run->end;
    }
    if (end == NULL && is_year(text, run)) {
        figure->kind = FIGURE_YEAR;
        end = run->end;
    }
    if (end == NULL)
        return false;
    figure->start = run->start - before;
    figure->length = (size_t)(end - figure->start);
    return true;
}

bool figure_next(const char **at, struct figure *figure)
{
    const char *text = *at;
    for (const char *here = text; *here != '\0';) {
        if (!is_digit(*here)) {
            here++;
            continue;
        }
        struct run run = run_at(here);
        *figure = (struct figure){.start = run.start};
        const char *second = range_behind(run.end);
        struct run later = second != NULL ? run_at(second) : run;
        bool found = classify(text, &run, figure) ||
                     (second != NULL && classify(text, &later, figure) && figure->kind != FIGURE_YEAR);
        if (found) {
            const char *end = figure->start + figure->length;
            figure->start = figure->start > run.start ? run.start : figure->start;
            figure->length = (size_t)(end - figure->start);
            memcpy(figure->number, run.digits, sizeof run.digits);
            /* Of a range each end is a figure of its own; the next call begins with the second. */
            *at = run.end;
            return true;
        }
        here = run.end;
    }
    return false;
}

bool figure_in_text(const struct figure *figure, const char *text)
{
    struct figure other;
    for (const char *at = text; at != NULL && figure_next(&at, &other);)
        if (other.kind == figure->kind && strcmp(other.number, figure->number) == 0 &&
            strcmp(other.of, figure->of) == 0)
            return true;
    return false;
}

enum figure_support figure_in_claim(const struct sc_pack *pack, const struct figure *figure, size_t number)
{
    const struct claim *claim = &pack->written_claims[number];
    if (figure_in_text(figure, claim->says))
        return FIGURE_CLAIMED;
    if (figure_in_text(figure, claim->finding))
        return FIGURE_FOUND;
    for (size_t i = 0; figure->kind == FIGURE_YEAR && i < claim->sources.count; i++) {
        const char *year = pack->sources[claim->sources.list[i]].year;
        if (year != NULL && strcmp(year, figure->number) == 0)
            return FIGURE_FOUND;
    }
    return FIGURE_NOT_THERE;
}
