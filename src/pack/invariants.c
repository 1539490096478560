/* Invariants: expressions that may also ask what the plan says. */
#include "pack/reading.h"

#include <string.h>

/* What the arguments of a predicate name, each in turn. */
enum argument { NO_ARGUMENT, AN_ITEM, AN_ALERT, A_LADDER };

static const enum argument first_argument[] = {
    [PREDICATE_OFFERED] = AN_ITEM,
    [PREDICATE_WITHHELD] = AN_ITEM,
    [PREDICATE_NOT_NEEDED] = AN_ITEM,
    [PREDICATE_SPENT] = AN_ITEM,
    [PREDICATE_LATER] = AN_ITEM,
    [PREDICATE_NEEDS_ANSWER] = AN_ITEM,
    [PREDICATE_CAUTION] = AN_ITEM,
    [PREDICATE_ALERT] = AN_ALERT,
    [PREDICATE_ON_STEP] = A_LADDER,
    [PREDICATE_WITHHELD_PLAN] = NO_ARGUMENT,
    [PREDICATE_PRINTED_PLAN] = NO_ARGUMENT,
};

static size_t find_caution(struct reading *reading, size_t item, const char *id, struct place place)
{
    const struct rules *cautions = &reading->item_list[item].caution;
    for (size_t i = 0; i < cautions->count; i++)
        if (cautions->list[i].id != NULL && strcmp(cautions->list[i].id, id) == 0)
            return i;
    struct near near = near_in(reading, id);
    for (size_t i = 0; i < cautions->count; i++)
        if (cautions->list[i].id != NULL)
            near_offer(&near, cautions->list[i].id);
    diagnostics_error(reading->diagnostics, place, did_you_mean(reading->arena, &near),
                      "the item '%s' has no caution '%s'", reading->items.list[item].id, id);
    return SIZE_MAX;
}

static bool is_step_of(const struct found *step, size_t ladder)
{
    return step->ladder == ladder && step->id != NULL;
}

static size_t find_step(struct reading *reading, size_t ladder, const char *id, struct place place)
{
    const struct founds *steps = &reading->steps;
    for (size_t i = 0; i < steps->count; i++)
        if (is_step_of(&steps->list[i], ladder) && strcmp(steps->list[i].id, id) == 0)
            return steps->list[i].step;
    struct near near = near_in(reading, id);
    for (size_t i = 0; i < steps->count; i++)
        if (is_step_of(&steps->list[i], ladder))
            near_offer(&near, steps->list[i].id);
    diagnostics_error(reading->diagnostics, place, did_you_mean(reading->arena, &near),
                      "the ladder '%s' has no step '%s'", reading->ladders.list[ladder].id, id);
    return SIZE_MAX;
}

static bool predicate(void *context, enum predicate which, const char *const *arguments,
                      size_t argument_count, const struct place *places, size_t *first, size_t *second)
{
    struct reading *reading = context;
    (void)argument_count; /* counted by the parser */
    switch (first_argument[which]) {
    case NO_ARGUMENT:
        return true;
    case AN_ITEM:
        *first = refer(reading, places[0], &reading->items, "item", arguments[0]);
        if (*first != SIZE_MAX && which == PREDICATE_CAUTION)
            *second = find_caution(reading, *first, arguments[1], places[1]);
        return *first != SIZE_MAX && (which != PREDICATE_CAUTION || *second != SIZE_MAX);
    case AN_ALERT:
        *first = refer(reading, places[0], &reading->alerts, "alert", arguments[0]);
        return *first != SIZE_MAX;
    case A_LADDER:
        *first = refer(reading, places[0], &reading->ladders, "ladder", arguments[0]);
        if (*first != SIZE_MAX)
            *second = find_step(reading, *first, arguments[1], places[1]);
        return *first != SIZE_MAX && *second != SIZE_MAX;
    }
    return false;
}

void read_all_invariants(struct reading *reading)
{
    size_t count = reading->invariants.count;
    struct invariant *invariants = arena_array(reading->arena, count, sizeof *invariants);
    reading->invariant_scope = reading->scope;
    reading->invariant_scope.predicate = predicate;
    for (size_t i = 0; i < count; i++) {
        struct spot spot = reading->invariants.list[i].spot;
        invariants[i].place = spot_place(spot);
        if (!read_section(reading, spot, SECTION_INVARIANT, &invariants[i]))
            continue;
        struct spot never = spot_of(spot, "never"), always = spot_of(spot, "always");
        if (spot_is_there(never) == spot_is_there(always)) {
            complain(reading, spot, NULL, "an invariant has one of 'never' and 'always'");
            continue;
        }
        invariants[i].never = spot_is_there(never);
        struct spot rule = invariants[i].never ? never : always;
        if (scalar_text(reading, rule) != NULL)
            invariants[i].rule = expr_read(reading->arena, rule.tree, rule.id, &reading->invariant_scope,
                                           WANT_TRUTH, reading->diagnostics);
    }
    reading->pack->invariants = invariants;
    reading->pack->invariant_count = count;
}
