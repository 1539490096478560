/* The walk over a pack that finds every rule, and every variant of a text. */
#include "rules/rules.h"

const char *const rule_kind_names[RULE_KIND_COUNT] = {
#define KIND(kind, name, numbers) name,
    RULE_KINDS(KIND)
#undef KIND
};

struct listing {
    struct arena *arena;
    const struct sc_pack *pack;
    const unsigned *facts; /* the truths that each can come to */
    struct pack_rules rules;
};

static void add(struct listing *listing, struct pack_rule rule)
{
    struct pack_rules *rules = &listing->rules;
    rules->list =
        arena_grow(listing->arena, rules->list, rules->count, &rules->capacity, sizeof *rules->list);
    rules->list[rules->count] = rule;
    rules->list[rules->count++].possible = expr_possible(rule.when, listing->facts);
}

static const char *variant_name(struct listing *listing, const char *whose, size_t number)
{
    return arena_print(listing->arena, "%s, variant %zu", whose, number + 1);
}

static void add_text(struct listing *listing, const struct text *text, struct sight printed, const char *id,
                     const char *whose)
{
    for (size_t i = 0; i + 1 < text->count; i++)
        add(listing, (struct pack_rule){
                         .kind = RULE_VARIANT,
                         .id = id,
                         .what = variant_name(listing, whose, i),
                         .when = text->variants[i].when,
                         .place = expr_place(text->variants[i].when),
                         .printed = printed,
                         .text = text,
                         .variant = i,
                     });
}

static void add_schedules(struct listing *listing, const struct item *item, struct sight offered)
{
    const struct schedules *schedules = &item->schedule;
    for (size_t i = 0; i + 1 < schedules->count; i++)
        add(listing, (struct pack_rule){
                         .kind = RULE_VARIANT,
                         .id = item->id,
                         .what = variant_name(
                             listing, arena_print(listing->arena, "item '%s', schedule", item->id), i),
                         .when = schedules->list[i].when,
                         .place = expr_place(schedules->list[i].when),
                         .printed = offered,
                         .schedules = schedules,
                         .variant = i,
                     });
}

static void add_alert(struct listing *listing, size_t number)
{
    const struct alert *alert = &listing->pack->alerts[number];
    const char *what = arena_print(listing->arena, "alert '%s'", alert->id);
    add(listing, (struct pack_rule){.kind = RULE_ALERT,
                                    .first = number,
                                    .id = alert->id,
                                    .what = what,
                                    .when = alert->when,
                                    .place = alert->place});
    add_text(listing, &alert->say, (struct sight){SIGHT_ALERT, number, 0}, alert->id, what);
    add_text(listing, &alert->why, (struct sight){SIGHT_ALERT, number, 0}, alert->id,
             arena_print(listing->arena, "%s, why", what));
}

/* The avoids, cautions or notes of an item; `printed`: where the text of one stands on a page. */
static void add_rules(struct listing *listing, size_t number, enum rule_kind kind, const struct rules *rules,
                      enum sight_kind printed)
{
    const struct item *item = &listing->pack->items[number];
    const char *name = rule_kind_names[kind];
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->list[i];
        const char *what = rule->id != NULL
                               ? arena_print(listing->arena, "item '%s', %s '%s'", item->id, name, rule->id)
                               : arena_print(listing->arena, "item '%s', %s %zu", item->id, name, i + 1);
        add(listing, (struct pack_rule){.kind = kind,
                                        .first = number,
                                        .second = i,
                                        .id = item->id,
                                        .what = what,
                                        .when = rule->when,
                                        .place = rule->place});
        add_text(listing, &rule->say, (struct sight){printed, number, i}, item->id, what);
    }
}

static void add_item_texts(struct listing *listing, const struct item *item, struct sight offered)
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
            add_text(listing, texts[i].text, offered, item->id,
                     arena_print(arena, "item '%s', %s", item->id, texts[i].key));
    for (size_t i = 0; i < item->how.count; i++)
        if (item->how.list[i].count > 1)
            add_text(listing, &item->how.list[i], offered, item->id,
                     arena_print(arena, "item '%s', how %zu", item->id, i + 1));
    add_schedules(listing, item, offered);
}

static void add_item(struct listing *listing, size_t number)
{
    const struct item *item = &listing->pack->items[number];
    const struct {
        enum rule_kind kind;
        const struct expr *when;
    } conditions[] = {{RULE_OFFER, item->offer}, {RULE_SPENT, item->spent}};
    for (size_t i = 0; i < sizeof conditions / sizeof conditions[0]; i++) {
        const char *name = rule_kind_names[conditions[i].kind];
        add(listing, (struct pack_rule){.kind = conditions[i].kind,
                                        .first = number,
                                        .id = item->id,
                                        .what = arena_print(listing->arena, "item '%s', %s", item->id, name),
                                        .when = conditions[i].when,
                                        .place = item->place});
    }
    add_rules(listing, number, RULE_AVOID, &item->avoid, SIGHT_AVOID);
    /* A caution stands there while it is unknown, too. */
    add_rules(listing, number, RULE_CAUTION, &item->caution, SIGHT_CAUTION);
    add_rules(listing, number, RULE_NOTE, &item->notes, SIGHT_NOTE);
    add_item_texts(listing, item, (struct sight){SIGHT_OFFERED, number, 0});
}

static void add_ladder(struct listing *listing, size_t number)
{
    const struct ladder *ladder = &listing->pack->ladders[number];
    struct arena *arena = listing->arena;
    add(listing, (struct pack_rule){.kind = RULE_GATE,
                                    .first = number,
                                    .id = ladder->id,
                                    .what = arena_print(arena, "ladder '%s', gate", ladder->id),
                                    .when = ladder->when,
                                    .place = ladder->place});
    for (size_t i = 0; i < ladder->step_count; i++)
        add_text(listing, &ladder->steps[i].say, (struct sight){SIGHT_STEP, number, i}, ladder->id,
                 arena_print(arena, "ladder '%s', step '%s'", ladder->id, ladder->steps[i].id));
    add_text(listing, &ladder->otherwise, (struct sight){SIGHT_LADDER, number, LADDER_NOT_NEEDED}, ladder->id,
             arena_print(arena, "ladder '%s', otherwise", ladder->id));
    add_text(listing, &ladder->exhausted, (struct sight){SIGHT_LADDER, number, LADDER_EXHAUSTED}, ladder->id,
             arena_print(arena, "ladder '%s', exhausted", ladder->id));
}

static void add_warning(struct listing *listing, size_t number)
{
    const struct warning *warning = &listing->pack->warnings[number];
    const char *what = warning->id != NULL ? arena_print(listing->arena, "warning '%s'", warning->id)
                                           : arena_print(listing->arena, "warning %zu", number + 1);
    add(listing, (struct pack_rule){.kind = RULE_WARNING,
                                    .first = number,
                                    .id = warning->id,
                                    .what = what,
                                    .when = warning->when,
                                    .place = warning->place});
    add_text(listing, &warning->say, (struct sight){SIGHT_WARNING, number, 0}, warning->id, what);
}

/* Texts that belong to no rule. */
static void add_page(struct listing *listing)
{
    const struct sc_pack *pack = listing->pack;
    struct sight always = {SIGHT_ANY_PLAN, 0, 0}, printed = {SIGHT_PRINTED, 0, 0};
    add_text(listing, &pack->notice, always, NULL, "notice");
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        add_text(listing, &pack->call[i], always, NULL,
                 arena_print(listing->arena, "call, %s", level_names[i]));
    for (size_t i = 0; i < pack->phase_count; i++) {
        const struct phase *phase = &pack->phases[i];
        const struct text *texts[] = {&phase->goal, &phase->say, &phase->next, &phase->each_week};
        static const char *const keys[] = {"goal", "say", "next", "each_week"};
        for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++)
            add_text(listing, texts[k], printed, phase->id,
                     arena_print(listing->arena, "phase '%s', %s", phase->id, keys[k]));
    }
    for (size_t i = 0; i < pack->review_count; i++)
        add_text(listing, &pack->reviews[i].say, printed, NULL,
                 arena_print(listing->arena, "review of week %d", pack->reviews[i].week));
}

/* Each fact after those that it reads. A number has no truths. */
static const unsigned *possible_facts(struct arena *arena, const struct sc_pack *pack)
{
    unsigned *facts = arena_array(arena, pack->fact_count, sizeof *facts);
    for (size_t i = 0; i < pack->fact_count; i++) {
        const struct expr *rule = pack->fact_rules[pack->fact_order[i]];
        if (expr_type(rule) == VALUE_TRUTH)
            facts[pack->fact_order[i]] = expr_possible(rule, facts);
    }
    return facts;
}

struct pack_rules rules_of(struct arena *arena, const struct sc_pack *pack)
{
    struct listing listing = {.arena = arena, .pack = pack, .facts = possible_facts(arena, pack)};
    for (size_t i = 0; i < pack->alert_count; i++)
        add_alert(&listing, i);
    for (size_t i = 0; i < pack->item_count; i++)
        add_item(&listing, i);
    for (size_t i = 0; i < pack->ladder_count; i++)
        add_ladder(&listing, i);
    for (size_t i = 0; i < pack->warning_count; i++)
        add_warning(&listing, i);
    add_page(&listing);
    return listing.rules;
}

bool rule_is_written(const struct pack_rule *rule)
{
    return expr_place(rule->when).line > 0;
}

size_t rule_taken_variant(const struct pack_rule *rule, const struct readings *readings)
{
    return rule->text != NULL ? engine_variant(rule->text, readings)
                              : engine_schedule(rule->schedules, readings);
}
