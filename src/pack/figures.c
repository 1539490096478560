/* Figures are found by what stands beside a number. */
#include "pack/figures.h"

#include "pack/amounts.h"

#include <string.h>

enum {
    WORDS_BETWEEN = 3,  /* "12 of the people in 100" */
    WORDS_COUNTED = 2,  /* "20 such visits a year" */
    CROWD = 100,        /* so many people are a study's, fewer may be one's own */
    LARGEST_BASE = 100, /* of "8/10": behind a stroke a larger one is no share */
};

struct figures figures_in(const char *text, const char *language)
{
    return (struct figures){text, text, {figure_words_of(language), NULL}};
}

struct figures figures_printed(const char *text, const struct sc_pack *pack)
{
    const struct figure_words *spoken = figure_words_of(pack->language),
                              *written = figure_words_of(pack->written_language);
    return (struct figures){text, text, {spoken, written != spoken ? written : NULL}};
}

static void mean(struct figure *figure, const char *means)
{
    size_t length = strnlen(means, sizeof figure->of - 1);
    memcpy(figure->of, means, length);
    figure->of[length] = '\0';
}

/* ---- The patterns: each says where its figure ends, or NULL ---- */

typedef const char *pattern_end(const struct figures *figures, const struct amount *amount,
                                struct figure *figure);

static const char *listed_behind(const struct figures *figures, enum figure_list list,
                                 const struct amount *amount, struct figure *figure)
{
    const char *means = "";
    const char *end = past_listed(figures, list, past_joint(amount->end), &means);
    if (end != NULL)
        mean(figure, means);
    return end;
}

static const char *percent(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    return listed_behind(figures, LIST_PERCENT, amount, figure);
}

static const char *dose(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    return listed_behind(figures, LIST_UNIT, amount, figure);
}

static const char *money_behind(const struct figures *figures, const struct amount *amount,
                                struct figure *figure)
{
    return listed_behind(figures, LIST_CURRENCY, amount, figure);
}

static const char *money_before(const struct figures *figures, const struct amount *amount,
                                struct figure *figure)
{
    const char *at = amount->start;
    if (at > figures->text && at[-1] == ' ')
        at--;
    else if (at - figures->text >= 2 && blank_at(at - 2) == 2)
        at -= 2;
    for (const struct figure_word *sign = figure_signs.lists[LIST_CURRENCY]; sign->word != NULL; sign++) {
        size_t length = strlen(sign->word);
        if ((size_t)(at - figures->text) < length || strncmp(at - length, sign->word, length) != 0)
            continue;
        figure->start = at - length;
        mean(figure, sign->means);
        return amount->end;
    }
    return NULL;
}

static bool counts_time_or_doing(const struct figures *figures, const char *at)
{
    return past_listed(figures, LIST_UNCOUNTED, past_joint(at), NULL) != NULL;
}

static bool base_at(const struct figures *figures, const char *at, struct amount *base)
{
    const char *article = past_listed(figures, LIST_ARTICLE, at, NULL);
    if (article != NULL)
        return amount_at(figures, past_blanks(article), base) && is_power_of_ten(base);
    return amount_at(figures, at, base);
}

/* "3 in 10", "9 people out of 12": the joint stands behind at most WORDS_BETWEEN words. */
static const char *share(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    const char *at = amount->end;
    for (int words = 0; words <= WORDS_BETWEEN; words++) {
        struct amount base;
        const char *word = past_joint(at);
        if (word == at || counts_time_or_doing(figures, at))
            return NULL;
        const char *any = past_listed(figures, LIST_OUT_OF, word, NULL);
        const char *joint = any != NULL ? any : past_listed(figures, LIST_OF_TEN, word, NULL);
        if (joint != NULL && base_at(figures, past_joint(joint), &base) &&
            (is_power_of_ten(&base) || (any != NULL && amount->whole < base.whole)) &&
            !counts_time_or_doing(figures, base.end)) {
            mean(figure, base.digits);
            return base.end;
        }
        at = past_word(word);
        if (at == word)
            return NULL;
    }
    return NULL;
}

static const char *stroke(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    struct amount base;
    bool dated = amount->start > figures->text && amount->start[-1] == '/';
    if (dated || *amount->end != '/' || !digits_at(amount->end + 1, &base) || *base.end == '/' ||
        amount->whole >= base.whole || base.whole < 3 ||
        (base.whole > LARGEST_BASE && !is_power_of_ten(&base)) || counts_time_or_doing(figures, base.end))
        return NULL;
    mean(figure, base.digits);
    return base.end;
}

static const char *fraction(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    const char *end = amount->whole > 1 ? listed_behind(figures, LIST_FRACTION, amount, figure) : NULL;
    return end != NULL && !counts_time_or_doing(figures, end) ? end : NULL;
}

/* A word of the list, behind at most one other. */
static const char *counted(const struct figures *figures, enum figure_list list, const struct amount *amount,
                           struct figure *figure)
{
    struct amount with_one_word = *amount;
    const char *end = listed_behind(figures, list, amount, figure);
    if (end != NULL || counts_time_or_doing(figures, amount->end) || past_joint(amount->end) == amount->end)
        return end;
    with_one_word.end = past_word(past_joint(amount->end));
    return with_one_word.end[0] != '\0' ? listed_behind(figures, list, &with_one_word, figure) : NULL;
}

static const char *study(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    return amount->whole > 1 ? counted(figures, LIST_STUDIED, amount, figure) : NULL;
}

static const char *crowd(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    return amount->whole >= CROWD ? counted(figures, LIST_CROWD, amount, figure) : NULL;
}

static const char *rate(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    struct amount until = *amount;
    if (counts_time_or_doing(figures, amount->end))
        return NULL;
    for (int words = 0; words <= WORDS_COUNTED; words++) {
        const char *end = listed_behind(figures, LIST_EACH_YEAR, &until, figure);
        const char *word = past_joint(until.end);
        if (end != NULL || word == until.end || !is_letter(word))
            return end;
        until.end = past_word(word);
    }
    return NULL;
}

/* Four digits from 1900 to 2099. */
static bool is_year_at(const char *at)
{
    return ((at[0] == '1' && at[1] == '9') || (at[0] == '2' && at[1] == '0')) && is_digit(at + 2) &&
           is_digit(at + 3) && !is_digit(at + 4);
}

/* Behind a hyphen another year may stand, in four digits or in two; all else is a date or a telephone number.
 */
static bool ends_as_year(const char *end)
{
    if (blank_at(end) > 0)
        return !is_digit(past_blanks(end));
    if (*end != '-' || !is_digit(end + 1) || is_year_at(end + 1))
        return true;
    return is_digit(end + 2) && !is_digit(end + 3) && end[3] != '-';
}

static const char *year(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    (void)figure;
    const char *start = amount->start;
    ptrdiff_t before = start - figures->text;
    bool joined = before >= 2 && (start[-1] == ' ' || start[-1] == '-') && is_digit(start - 2);
    bool second = before >= 5 && start[-1] == '-' && is_year_at(start - 5);
    bool alone = !amount->in_words && amount->end - start == 4 && is_year_at(start);
    return alone && (!joined || second) && ends_as_year(amount->end) ? amount->end : NULL;
}

static const struct pattern {
    enum figure_kind kind;
    pattern_end *end;
} patterns[] = {
    {FIGURE_PERCENT, percent}, {FIGURE_MONEY, money_before}, {FIGURE_MONEY, money_behind},
    {FIGURE_DOSE, dose},       {FIGURE_SHARE, share},        {FIGURE_SHARE, stroke},
    {FIGURE_SHARE, fraction},  {FIGURE_STUDY, study},        {FIGURE_STUDY, crowd},
    {FIGURE_RATE, rate},       {FIGURE_YEAR, year},
};

static bool classify(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
        *figure = (struct figure){.kind = patterns[i].kind, .start = amount->start};
        const char *end = patterns[i].end(figures, amount, figure);
        if (end == NULL)
            continue;
        figure->length = (size_t)(end - figure->start);
        memcpy(figure->number, amount->digits, sizeof amount->digits);
        return true;
    }
    return false;
}

/* "5 to 10 mg", "30-40%": what stands behind the second number belongs to the first as well. */
static bool classify_range(const struct figures *figures, const struct amount *amount, struct figure *figure)
{
    struct amount second;
    const char *joint = past_listed(figures, LIST_RANGE, past_blanks(amount->end), NULL);
    if (joint == NULL || !amount_at(figures, past_blanks(joint), &second) ||
        !classify(figures, &second, figure) || figure->kind == FIGURE_YEAR || figure->start < second.start)
        return false;
    figure->length += (size_t)(figure->start - amount->start);
    figure->start = amount->start;
    memcpy(figure->number, amount->digits, sizeof amount->digits);
    return true;
}

bool figure_next(struct figures *figures, struct figure *figure)
{
    size_t size;
    for (bool in_word = false; *figures->at != '\0';) {
        struct amount amount;
        const char *at = figures->at;
        bool letter = is_letter(at);
        if (!in_word && amount_at(figures, at, &amount)) {
            /* Of a range each end is a figure of its own; the next call begins with the second. */
            figures->at = amount.end;
            if (classify(figures, &amount, figure) || classify_range(figures, &amount, figure))
                return true;
            in_word = amount.in_words;
            continue;
        }
        character_at(at, &size);
        figures->at = letter ? past_word(at) : at + size;
        in_word = letter || (in_word && is_digit(at)); /* the digits of B12 are none */
    }
    return false;
}

bool figure_is(const struct figure *figure, const struct figure *other)
{
    return figure->kind == other->kind && strcmp(figure->number, other->number) == 0 &&
           strcmp(figure->of, other->of) == 0;
}

bool figure_in_text(const struct figure *figure, const char *text, const char *language)
{
    if (text == NULL)
        return false;
    struct figures figures = figures_in(text, language);
    for (struct figure other; figure_next(&figures, &other);)
        if (figure_is(&other, figure))
            return true;
    return false;
}
