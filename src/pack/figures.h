/* Figures in a text: numbers that state a fact of medicine, and so must rest on a claim.
 *
 * What counts is the same in every pack: the table of patterns in figures.c, written out in stepcare-pack(5).
 * Numbers and signs are known in every language, words in those of figure_words.c. */
#ifndef PACK_FIGURES_H
#define PACK_FIGURES_H

#include "pack/figure_words.h"
#include "pack/pack.h"

enum figure_kind {
    FIGURE_PERCENT,
    FIGURE_SHARE,
    FIGURE_DOSE,
    FIGURE_MONEY,
    FIGURE_STUDY, /* how many took part, or how many studies */
    FIGURE_RATE,  /* so often a year */
    FIGURE_YEAR
};

struct figure {
    enum figure_kind kind;
    char number[24]; /* without separators of thousands */
    char of[24];     /* of a share: out of how many; else the unit, the money, what is counted */
    const char *start;
    size_t length; /* as it stands in the text; of a range's first number: the whole range */
};

/* A text that is looked through. */
struct figures {
    const char *text, *at;               /* what stands before `at` was seen */
    const struct figure_words *words[2]; /* the second may be NULL */
};

/* `language` is the one that the text is written in. */
struct figures figures_in(const char *text, const char *language);
/* A text of a page: where a translation lacks it, it stands there in the pack's own language. */
struct figures figures_printed(const char *text, const struct sc_pack *pack);
/* false: there is none any more. */
bool figure_next(struct figures *figures, struct figure *figure);

/* Whether both say the same, in whatever signs. */
bool figure_is(const struct figure *figure, const struct figure *other);
/* Whether a text, or NULL, has the same figure. */
bool figure_in_text(const struct figure *figure, const char *text, const char *language);

#endif
