/* A plan asks for the same few claims at every text that rests on them. */
#include "pack/claim_figures.h"

#include <string.h>

/* The figures of one text. */
struct listed {
    bool looked_for;
    struct figure *list;
    size_t count, capacity;
};

struct claim_figures {
    struct arena *arena;
    const struct sc_pack *pack;
    struct listed *says, *findings; /* by claim */
};

struct claim_figures *claim_figures_in(struct arena *arena, const struct sc_pack *pack)
{
    struct claim_figures *known = arena_alloc(arena, sizeof *known);
    *known = (struct claim_figures){
        .arena = arena,
        .pack = pack,
        .says = arena_array(arena, pack->claim_count, sizeof *known->says),
        .findings = arena_array(arena, pack->claim_count, sizeof *known->findings),
    };
    return known;
}

/* Looks through the text, which may be NULL, if that was not done yet. */
static const struct listed *figures_of(const struct claim_figures *known, struct listed *listed,
                                       const char *text)
{
    if (listed->looked_for)
        return listed;
    listed->looked_for = true;
    struct figures figures = figures_in(text != NULL ? text : "", known->pack->written_language);
    for (struct figure figure; figure_next(&figures, &figure);) {
        listed->list =
            arena_grow(known->arena, listed->list, listed->count, &listed->capacity, sizeof *listed->list);
        listed->list[listed->count++] = figure;
    }
    return listed;
}

static const struct listed *figures_said(struct claim_figures *known, size_t number)
{
    return figures_of(known, &known->says[number], known->pack->written_claims[number].says);
}

static bool is_among(const struct figure *figure, const struct listed *listed)
{
    for (size_t i = 0; i < listed->count; i++)
        if (figure_is(&listed->list[i], figure))
            return true;
    return false;
}

bool claim_says_any(struct claim_figures *known, size_t number)
{
    return figures_said(known, number)->count > 0;
}

bool claim_says(struct claim_figures *known, const struct figure *figure, size_t number)
{
    return is_among(figure, figures_said(known, number));
}

bool claim_has(struct claim_figures *known, const struct figure *figure, size_t number)
{
    const struct claim *claim = &known->pack->written_claims[number];
    if (claim_says(known, figure, number) ||
        is_among(figure, figures_of(known, &known->findings[number], claim->finding)))
        return true;
    for (size_t i = 0; figure->kind == FIGURE_YEAR && i < claim->sources.count; i++) {
        const char *year = known->pack->sources[claim->sources.list[i]].year;
        if (year != NULL && strcmp(year, figure->number) == 0)
            return true;
    }
    return false;
}
