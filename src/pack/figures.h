/* Figures in a text: numbers that state a fact of medicine, and so must rest on a claim.
 *
 * What counts is the same in every pack, and is written down in stepcare-pack(5): a number with %, a share
 * ("3 in 10"), a dose (mg, g, mcg, ml, IU), a sum of money, a year from 1900 to 2099. Minutes, repeats, weeks
 * and ages are none. */
#ifndef PACK_FIGURES_H
#define PACK_FIGURES_H

#include "pack/pack.h"

enum figure_kind { FIGURE_PERCENT, FIGURE_SHARE, FIGURE_DOSE, FIGURE_MONEY, FIGURE_YEAR };

struct figure {
    enum figure_kind kind;
    char number[24]; /* without separators of thousands */
    char of[24];     /* of a share: out of how many; of a dose: its unit; else empty */
    const char *start;
    size_t length; /* as it stands in the text; of a range's first number: the whole range */
};

/* The next figure at or behind *at, which moves past it. false: there is none. */
bool figure_next(const char **at, struct figure *figure);

bool figure_in_text(const struct figure *figure, const char *text);

/* Where a claim has a figure. FOUND: in its finding alone, or as the year of a source; CLAIMED: the claim
 * itself says so, whatever the finding makes of it. */
enum figure_support { FIGURE_NOT_THERE, FIGURE_CLAIMED, FIGURE_FOUND };
/* The claim with this number, as it was written: a translation does not change what a figure rests on. */
enum figure_support figure_in_claim(const struct sc_pack *pack, const struct figure *figure, size_t claim);

#endif
