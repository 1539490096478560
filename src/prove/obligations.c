/* The list of everything that a pack has to keep. */
#include "prove/obligations.h"

struct listing {
    struct arena *arena;
    const struct sc_pack *pack;
    struct obligations list;
};

static struct obligation *add(struct listing *listing, struct obligation obligation)
{
    struct obligations *list = &listing->list;
    list->list = arena_grow(listing->arena, list->list, list->count, &list->capacity, sizeof *list->list);
    list->list[list->count] = obligation;
    return &list->list[list->count++];
}

static void must(struct listing *listing, enum must must, const char *kind, const char *id,
                 struct place place, struct sight sight, const char *what)
{
    add(listing, (struct obligation){
                     .must = must, .kind = kind, .id = id, .place = place, .sight = sight, .what = what});
}

/* Every variant but the last is taken some time. */
static void list_text(struct listing *listing, const struct text *text, struct sight sight, const char *id,
                      const char *whose)
{
    for (size_t i = 0; i + 1 < text->count; i++)
        add(listing, (struct obligation){
                         .must = MUST_SOMETIMES,
                         .kind = "variant",
                         .id = id,
                         .place = expr_place(text->variants[i].when),
                         .sight = sight,
                         .text = text,
                         .variant = i,
                         .what = arena_print(listing->arena, "%s: variant %zu can be printed", whose, i + 1),
                     });
}

static void list_schedules(struct listing *listing, const struct item *item, struct sight offered)
{
    for (size_t i = 0; i + 1 < item->schedule.count; i++)
        add(listing,
            (struct obligation){
                .must = MUST_SOMETIMES,
                .kind = "variant",
                .id = item->id,
                .place = expr_place(item->schedule.list[i].when),
                .sight = offered,
                .schedules = &item->schedule,
                .variant = i,
                .what = arena_print(listing->arena, "item '%s', schedule: variant %zu can be printed",
                                    item->id, i + 1),
            });
}

static const char *rule_name(struct arena *arena, const struct item *item, const char *kind, size_t number)
{
    const struct rules *rules = kind[0] == 'a'   ? &item->avoid
                                : kind[0] == 'c' ? &item->caution
                                                 : &item->notes;
    const char *id = rules->list[number].id;
    return id != NULL ? arena_print(arena, "item '%s', %s '%s'", item->id, kind, id)
                      : arena_print(arena, "item '%s', %s %zu", item->id, kind, number + 1);
}

/* `reached`: the rule at work; `printed`: its text, which for a caution may stand there while it is unknown.
 */
static void list_rules(struct listing *listing, size_t number, const char *kind, const struct rules *rules,
                       enum sight_kind reached, enum sight_kind printed)
{
    const struct item *item = &listing->pack->items[number];
    for (size_t i = 0; i < rules->count; i++) {
        const char *name = rule_name(listing->arena, item, kind, i);
        must(
            listing, MUST_SOMETIMES, kind, item->id, rules->list[i].place, (struct sight){reached, number, i},
            arena_print(listing->arena, kind[0] == 'a' ? "%s: can withhold it" : "%s: can be printed", name));
        list_text(listing, &rules->list[i].say, (struct sight){printed, number, i}, item->id, name);
    }
}

static void list_item_texts(struct listing *listing, const struct item *item, struct sight offered)
{
    const struct {
        const char *key;
        const struct text *text;
    } texts[] = {{"say", &item->say},   {"why", &item->why},    {"smallest", &item->smallest},
                 {"good", &item->good}, {"stop", &item->stop},  {"bad_day", &item->bad_day},
                 {"ask", &item->ask},   {"doubt", &item->doubt}};
    struct arena *arena = listing->arena;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (texts[i].text->count > 1)
            list_text(listing, texts[i].text, offered, item->id,
                      arena_print(arena, "item '%s', %s", item->id, texts[i].key));
    for (size_t i = 0; i < item->how.count; i++)
        if (item->how.list[i].count > 1)
            list_text(listing, &item->how.list[i], offered, item->id,
                      arena_print(arena, "item '%s', how %zu", item->id, i + 1));
    list_schedules(listing, item, offered);
}

static void list_item(struct listing *listing, size_t number)
{
    const struct item *item = &listing->pack->items[number];
    struct sight offered = {SIGHT_OFFERED, number, 0};
    must(listing, MUST_SOMETIMES, "item", item->id, item->place, offered,
         arena_print(listing->arena, "item '%s': can be offered", item->id));
    list_rules(listing, number, "avoid", &item->avoid, SIGHT_AVOID, SIGHT_AVOID);
    list_rules(listing, number, "caution", &item->caution, SIGHT_TRUE_CAUTION, SIGHT_CAUTION);
    list_rules(listing, number, "note", &item->notes, SIGHT_NOTE, SIGHT_NOTE);
    list_item_texts(listing, item, offered);
}

static void list_ladder(struct listing *listing, size_t number)
{
    const struct ladder *ladder = &listing->pack->ladders[number];
    struct arena *arena = listing->arena;
    for (size_t i = 0; i < ladder->step_count; i++) {
        const char *name = arena_print(arena, "ladder '%s', step '%s'", ladder->id, ladder->steps[i].id);
        struct sight step = {SIGHT_STEP, number, i};
        must(listing, MUST_SOMETIMES, "step", ladder->id, ladder->steps[i].place, step,
             arena_print(arena, "%s: can be reached", name));
        list_text(listing, &ladder->steps[i].say, step, ladder->id, name);
    }
    list_text(listing, &ladder->otherwise, (struct sight){SIGHT_LADDER, number, LADDER_NOT_NEEDED},
              ladder->id, arena_print(arena, "ladder '%s', otherwise", ladder->id));
    list_text(listing, &ladder->exhausted, (struct sight){SIGHT_LADDER, number, LADDER_EXHAUSTED}, ladder->id,
              arena_print(arena, "ladder '%s', exhausted", ladder->id));
}

static void list_alert(struct listing *listing, size_t number)
{
    const struct alert *alert = &listing->pack->alerts[number];
    const char *name = arena_print(listing->arena, "alert '%s'", alert->id);
    struct sight printed = {SIGHT_ALERT, number, 0};
    must(listing, MUST_SOMETIMES, "alert", alert->id, alert->place, printed,
         arena_print(listing->arena, "%s: can be printed", name));
    list_text(listing, &alert->say, printed, alert->id, name);
    list_text(listing, &alert->why, printed, alert->id, arena_print(listing->arena, "%s, why", name));
}

static void list_warning(struct listing *listing, size_t number)
{
    const struct warning *warning = &listing->pack->warnings[number];
    const char *name = warning->id != NULL ? arena_print(listing->arena, "warning '%s'", warning->id)
                                           : arena_print(listing->arena, "warning %zu", number + 1);
    struct sight printed = {SIGHT_WARNING, number, 0};
    must(listing, MUST_SOMETIMES, "warning", warning->id, warning->place, printed,
         arena_print(listing->arena, "%s: can be printed", name));
    list_text(listing, &warning->say, printed, warning->id, name);
}

static void list_page(struct listing *listing)
{
    const struct sc_pack *pack = listing->pack;
    struct sight always = {SIGHT_ANY_PLAN, 0, 0}, printed = {SIGHT_PRINTED, 0, 0};
    list_text(listing, &pack->notice, always, NULL, "notice");
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        list_text(listing, &pack->call[i], always, NULL,
                  arena_print(listing->arena, "call, %s", level_names[i]));
    for (size_t i = 0; i < pack->phase_count; i++) {
        const struct phase *phase = &pack->phases[i];
        const struct text *texts[] = {&phase->goal, &phase->say, &phase->next};
        static const char *const keys[] = {"goal", "say", "next"};
        for (size_t k = 0; k < 3; k++)
            list_text(listing, texts[k], printed, phase->id,
                      arena_print(listing->arena, "phase '%s', %s", phase->id, keys[k]));
    }
    for (size_t i = 0; i < pack->review_count; i++)
        list_text(listing, &pack->reviews[i].say, printed, NULL,
                  arena_print(listing->arena, "review of week %d", pack->reviews[i].week));
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

struct obligations obligations_of(struct arena *arena, const struct sc_pack *pack)
{
    struct listing listing = {.arena = arena, .pack = pack};
    for (size_t i = 0; i < pack->invariant_count; i++)
        must(&listing, MUST_NEVER, "invariant", pack->invariants[i].id, pack->invariants[i].place,
             (struct sight){SIGHT_BROKEN, i, 0},
             arena_print(arena, "invariant '%s'", pack->invariants[i].id));
    list_theorems(&listing);
    for (size_t i = 0; i < pack->alert_count; i++)
        list_alert(&listing, i);
    for (size_t i = 0; i < pack->item_count; i++)
        list_item(&listing, i);
    for (size_t i = 0; i < pack->ladder_count; i++)
        list_ladder(&listing, i);
    for (size_t i = 0; i < pack->warning_count; i++)
        list_warning(&listing, i);
    list_page(&listing);
    return listing.list;
}
