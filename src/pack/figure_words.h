/* The signs and words that make a figure of a number: signs stand in every language, words are of one. */
#ifndef PACK_FIGURE_WORDS_H
#define PACK_FIGURE_WORDS_H

#include <stddef.h>

enum figure_list {
    LIST_PERCENT,    /* behind a number: % */
    LIST_UNIT,       /* behind a number: a dose */
    LIST_CURRENCY,   /* before or behind a number: money */
    LIST_OUT_OF,     /* between two numbers: a share of any number */
    LIST_OF_TEN,     /* between two numbers: a share if the second is 10, 100, 1000, ... */
    LIST_FRACTION,   /* behind a number from 2 on: thirds */
    LIST_STUDIED,    /* behind a number: those whom only a study has */
    LIST_CROWD,      /* behind a number from 100 on */
    LIST_EACH_YEAR,  /* behind a number and what is counted */
    LIST_UNCOUNTED,  /* time, and what is done: a count of these is no figure */
    LIST_RANGE,      /* between the ends of a range */
    LIST_WITHIN_TEN, /* between tens and ones that are written as two words */
    LIST_ARTICLE,    /* before a hundred */
    LIST_COUNT
};

/* `means` is the same for the same in every language. A blank in a word is any run of blanks in the text. The
 * list ends with NULL. */
struct figure_word {
    const char *word, *means;
};

struct number_word {
    const char *word;
    unsigned value;
};

struct figure_words {
    const char *language;
    const char *initials;              /* with which a number may begin */
    const struct number_word *numbers; /* in the order of strcmp */
    size_t number_count;
    const struct figure_word *lists[LIST_COUNT]; /* NULL: there is none */
};

extern const struct figure_words figure_signs;
/* The words of a language, "es" for "es-MX"; of one that is not known, none. */
const struct figure_words *figure_words_of(const char *language);

#endif
