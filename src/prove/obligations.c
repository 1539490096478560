/* The list of everything that a pack has to keep. */
#include "prove/obligations.h"

struct listing {
    struct arena *arena;
    const struct sc_pack *pack;
    struct obligations list;
};

static struct obligation *must(struct listing *listing, enum must must, const char *kind, const char *id,
                               struct place place, struct sight sight, const char *what)
{
    struct obligations *list = &listing->list;
    list->list = arena_grow(listing->arena, list->list, list->count, &list->capacity, sizeof *list->list);
    list->list[list->count] = (struct obligation){
        .must = must, .kind = kind, .id = id, .place = place, .sight = sight, .what = what};
    return &list->list[list->count++];
}

/* What holds for every pack: not written in it, and proved all the same. */
static void list_theorems(struct listing *listing)
{
    const struct sc_pack *pack = listing->pack;
    struct arena *arena = listing->arena;
    for (size_t i = 0; i < pack->item_count; i++)
        if (pack->items[i].avoid.count > 0)
            must(listing, MUST_NEVER, "safe-offer", pack->items[i].id, pack->items[i].place,
                 (struct sight){SIGHT_UNSAFE, i, 0},
                 arena_print(arena, "item '%s': where it is offered, no avoid is true or unknown",
                             pack->items[i].id));
    for (size_t i = 0; i < pack->ladder_count; i++)
        must(listing, MUST_NEVER, "ladder-end", pack->ladders[i].id, pack->ladders[i].place,
             (struct sight){SIGHT_ENDLESS, i, 0},
             arena_print(arena, "ladder '%s': ends in a step, not-needed, needs-answer or exhausted",
                         pack->ladders[i].id));
    must(listing, MUST_NEVER, "withheld-plan", NULL, (struct place){NULL, 0, 0},
         (struct sight){SIGHT_LEAKED, 0, 0}, "a plan that is withheld or unscreened offers nothing");
}

/* What some sheet must show of a rule, and how that is said. Nothing is asked of a gate, an offer or a spent:
 * the items say whether they can be offered. */
static const struct {
    enum sight_kind sight;
    const char *claim;
} rule_claims[RULE_KIND_COUNT] = {
    [RULE_ALERT] = {SIGHT_ALERT, "can be printed"},          [RULE_AVOID] = {SIGHT_AVOID, "can withhold it"},
    [RULE_CAUTION] = {SIGHT_TRUE_CAUTION, "can be printed"}, [RULE_NOTE] = {SIGHT_NOTE, "can be printed"},
    [RULE_WARNING] = {SIGHT_WARNING, "can be printed"},      [RULE_VARIANT] = {SIGHT_COUNT, "can be printed"},
};

static void list_rules(struct listing *listing)
{
    const struct pack_rules rules = rules_of(listing->arena, listing->pack);
    for (size_t i = 0; i < rules.count; i++) {
        const struct pack_rule *rule = &rules.list[i];
        const char *claim = rule_claims[rule->kind].claim;
        if (claim == NULL)
            continue;
        bool variant = rule->kind == RULE_VARIANT;
        struct sight at_work = {rule_claims[rule->kind].sight, rule->first, rule->second};
        must(listing, MUST_SOMETIMES, rule_kind_names[rule->kind], rule->id, rule->place,
             variant ? rule->printed : at_work, arena_print(listing->arena, "%s: %s", rule->what, claim))
            ->variant = variant ? rule : NULL;
    }
}

static void list_items_and_steps(struct listing *listing)
{
    const struct sc_pack *pack = listing->pack;
    struct arena *arena = listing->arena;
    for (size_t i = 0; i < pack->item_count; i++)
        must(listing, MUST_SOMETIMES, "item", pack->items[i].id, pack->items[i].place,
             (struct sight){SIGHT_OFFERED, i, 0},
             arena_print(arena, "item '%s': can be offered", pack->items[i].id));
    for (size_t i = 0; i < pack->ladder_count; i++)
        for (size_t k = 0; k < pack->ladders[i].step_count; k++)
            must(listing, MUST_SOMETIMES, "step", pack->ladders[i].id, pack->ladders[i].steps[k].place,
                 (struct sight){SIGHT_STEP, i, k},
                 arena_print(arena, "ladder '%s', step '%s': can be reached", pack->ladders[i].id,
                             pack->ladders[i].steps[k].id));
}

struct obligations obligations_of(struct arena *arena, const struct sc_pack *pack)
{
    struct listing listing = {.arena = arena, .pack = pack};
    for (size_t i = 0; i < pack->invariant_count; i++)
        must(&listing, MUST_NEVER, "invariant", pack->invariants[i].id, pack->invariants[i].place,
             (struct sight){SIGHT_BROKEN, i, 0},
             arena_print(arena, "invariant '%s'", pack->invariants[i].id));
    list_theorems(&listing);
    list_items_and_steps(&listing);
    list_rules(&listing);
    return listing.list;
}
