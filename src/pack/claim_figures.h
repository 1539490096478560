/* Which figures the claims of a pack have: each claim is looked through once, when first it is asked about.
 */
#ifndef PACK_CLAIM_FIGURES_H
#define PACK_CLAIM_FIGURES_H

#include "pack/figures.h"

struct claim_figures;

/* What was found is kept in the arena. Claims are read as they were written: a translation does not change
 * what a figure rests on. */
struct claim_figures *claim_figures_in(struct arena *arena, const struct sc_pack *pack);

/* Where a claim has a figure. FOUND: in its finding alone, or as the year of a source; CLAIMED: the claim
 * itself says so, whatever the finding makes of it. */
enum figure_support { FIGURE_NOT_THERE, FIGURE_CLAIMED, FIGURE_FOUND };
/* Of the claim with this number. */
enum figure_support figure_in_claim(struct claim_figures *known, const struct figure *figure, size_t number);
/* Whether the claim itself says any. */
bool claims_a_figure(struct claim_figures *known, size_t number);

#endif
