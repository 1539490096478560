/* Which figures the claims of a pack have: each text is looked through once, when first it is asked about. */
#ifndef PACK_CLAIM_FIGURES_H
#define PACK_CLAIM_FIGURES_H

#include "pack/figures.h"

struct claim_figures;

/* What was found is kept in the arena. Claims are read as they were written: a translation does not change
 * what a figure rests on. */
struct claim_figures *claim_figures_in(struct arena *arena, const struct sc_pack *pack);

/* Whether the claim with this number says any figure itself, whatever its finding makes of it. */
bool claim_says_any(struct claim_figures *known, size_t number);
/* Whether it says this one. */
bool claim_says(struct claim_figures *known, const struct figure *figure, size_t number);
/* Whether this one stands in the claim, in its finding or as the year of a source. */
bool claim_has(struct claim_figures *known, const struct figure *figure, size_t number);

#endif
