/* A plan asks for the same few claims at every text that rests on them. */
#include "pack/claim_figures.h"

#include <string.h>

/* Of one claim: first those that the claim itself says, then those of its finding. */
struct of_claim {
    bool looked_for;
    struct figure *list;
    size_t count, capacity, claimed;
};

struct claim_figures {
    struct arena *arena;
    const struct sc_pack *pack;
    struct of_claim *claims;
};

struct claim_figures *claim_figures_in(struct arena *arena, const struct sc_pack *pack)
{
    struct claim_figures *known = arena_alloc(arena, sizeof *known);
    *known =
        (struct claim_figures){arena, pack, arena_array(arena, pack->claim_count, sizeof *known->claims)};
    return known;
}

static void look_through(const struct claim_figures *known, struct of_claim *found, const char *text)
{
    if (text == NULL)
        return;
    struct figures figures = figures_in(text, known->pack->written_language);
    for (struct figure figure; figure_next(&figures, &figure);) {
        found->list =
            arena_grow(known->arena, found->list, found->count, &found->capacity, sizeof *found->list);
        found->list[found->count++] = figure;
    }
}

static const struct of_claim *found_in(const struct claim_figures *known, size_t number)
{
    struct of_claim *found = &known->claims[number];
    if (!found->looked_for) {
        look_through(known, found, known->pack->written_claims[number].says);
        found->claimed = found->count;
        look_through(known, found, known->pack->written_claims[number].finding);
        found->looked_for = true;
    }
    return found;
}

enum figure_support figure_in_claim(struct claim_figures *known, const struct figure *figure, size_t number)
{
    const struct of_claim *found = found_in(known, number);
    for (size_t i = 0; i < found->count; i++)
        if (figure_is(&found->list[i], figure))
            return i < found->claimed ? FIGURE_CLAIMED : FIGURE_FOUND;
    const struct numbers sources = known->pack->written_claims[number].sources;
    for (size_t i = 0; figure->kind == FIGURE_YEAR && i < sources.count; i++) {
        const char *year = known->pack->sources[sources.list[i]].year;
        if (year != NULL && strcmp(year, figure->number) == 0)
            return FIGURE_FOUND;
    }
    return FIGURE_NOT_THERE;
}

bool claims_a_figure(struct claim_figures *known, size_t number)
{
    return found_in(known, number)->claimed > 0;
}
