/* What hangs on a question or a fact: every rule and text of the pack that reads it, found by the pack's own
 * table of keys. */
#include "why/why.h"

#include "pack/keys.h"

#include <string.h>

struct searching {
    const struct explaining *explaining;
    struct subject subject;
    const struct questions *nothing; /* by fact: as if it read nothing */
    bool *through;                   /* by fact: it is the subject, or reads it, through others too */
    struct reader holder;            /* of what is looked at now; without a rule */
    struct readers found;
};

/* ---- Does a rule read it? ---- */

struct reading_of {
    const struct searching *searching;
    bool directly, through_facts;
};

static void look_at_fact(void *context, size_t fact)
{
    struct reading_of *reading = context;
    const struct subject subject = reading->searching->subject;
    if (subject.kind == SUBJECT_FACT && subject.number == fact)
        reading->directly = true;
    else if (reading->searching->through[fact])
        reading->through_facts = true;
}

static struct reading_of reading_of(const struct searching *searching, const struct expr *expr)
{
    struct reading_of reading = {.searching = searching};
    struct questions own = {{0}};
    expr_reads(expr, searching->nothing, &own);
    reading.directly =
        searching->subject.kind == SUBJECT_QUESTION && questions_has(&own, searching->subject.number);
    expr_facts(expr, look_at_fact, &reading);
    return reading;
}

static void find_facts(struct searching *searching)
{
    const struct sc_pack *pack = searching->explaining->plan->pack;
    searching->nothing =
        arena_array(searching->explaining->arena, pack->fact_count, sizeof(struct questions));
    searching->through =
        arena_array(searching->explaining->arena, pack->fact_count, sizeof *searching->through);
    for (size_t i = 0; i < pack->fact_count; i++) {
        const size_t fact = pack->fact_order[i];
        struct reading_of reading = reading_of(searching, pack->fact_rules[fact]);
        searching->through[fact] = reading.directly || reading.through_facts;
    }
}

/* ---- What is found ---- */

static struct reader *keep(struct searching *searching, struct rule_at_work rule)
{
    struct readers *found = &searching->found;
    found->list = arena_grow(searching->explaining->arena, found->list, found->count, &found->capacity,
                             sizeof *found->list);
    found->list[found->count] = searching->holder;
    found->list[found->count].rule = rule;
    return &found->list[found->count++];
}

static void look_at_rule(struct searching *searching, enum role role, const char *id, size_t position,
                         const struct expr *when)
{
    if (when == NULL)
        return;
    struct reading_of reading = reading_of(searching, when);
    if (!reading.directly && !reading.through_facts)
        return;
    struct reader *reader = keep(searching, rule_at_work(searching->explaining, role, id, when));
    reader->directly = reading.directly;
    reader->rule.position = position;
}

/* A {name}: what is printed is its value. */
static void look_at_piece(struct searching *searching, const char *key, const struct piece *piece)
{
    const struct subject subject = searching->subject;
    const struct readings *readings = &searching->explaining->readings;
    const bool itself = piece->number == subject.number &&
                        piece->kind == (subject.kind == SUBJECT_FACT ? PIECE_FACT : PIECE_QUESTION);
    if (piece->kind == PIECE_WORDS ||
        (!itself && !(piece->kind == PIECE_FACT && searching->through[piece->number])))
        return;
    const struct value value =
        piece->kind == PIECE_FACT ? readings->facts[piece->number] : readings->answers[piece->number];
    keep(searching, (struct rule_at_work){.role = ROLE_TEXT, .id = key, .value = value})->directly = itself;
}

static void look_at_text(struct searching *searching, const char *key, const struct text *text)
{
    for (size_t i = 0; i < text->count; i++) {
        const struct variant *variant = &text->variants[i];
        look_at_rule(searching, ROLE_TEXT, key, i + 1, variant->when);
        for (size_t k = 0; k < variant->piece_count; k++)
            look_at_piece(searching, key, &variant->pieces[k]);
    }
}

/* ---- Where it is looked for ---- */

static enum role role_of(enum section section, const char *key)
{
    static const struct {
        const char *key;
        enum section section;
        enum role role;
    } roles[] = {
        {"when", SECTION_ALERT, ROLE_ALERT},     {"when", SECTION_WARNING, ROLE_WARNING},
        {"when", SECTION_LADDER, ROLE_GATE},     {"offer", SECTION_ITEM, ROLE_OFFER},
        {"spent", SECTION_ITEM, ROLE_SPENT},     {"avoid", SECTION_ITEM, ROLE_AVOID},
        {"caution", SECTION_ITEM, ROLE_CAUTION}, {"notes", SECTION_ITEM, ROLE_NOTE},
    };
    for (size_t i = 0; i < sizeof roles / sizeof roles[0]; i++)
        if (roles[i].section == section && strcmp(roles[i].key, key) == 0)
            return roles[i].role;
    return ROLE_SCHEDULE;
}

static void look_at_rules(struct searching *searching, enum role role, const struct rules *rules)
{
    struct arena *arena = searching->explaining->arena;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->list[i];
        const char *name = rule->id != NULL ? rule->id : arena_print(arena, "%zu", i + 1);
        look_at_rule(searching, role, rule->id, i + 1, rule->when);
        look_at_text(searching, arena_print(arena, "%s %s: say", role_names[role], name), &rule->say);
    }
}

static void look_at_schedules(struct searching *searching, const struct schedules *schedules)
{
    for (size_t i = 0; i < schedules->count; i++) {
        const struct schedule *schedule = &schedules->list[i];
        const struct expr *all[] = {schedule->when, schedule->start, schedule->add, schedule->until,
                                    schedule->days};
        for (size_t k = 0; k < sizeof all / sizeof all[0]; k++)
            look_at_rule(searching, ROLE_SCHEDULE, NULL, i + 1, all[k]);
    }
}

/* Every key of a mapping that holds a rule or a text. */
static void look_at_keys(struct searching *searching, enum section section, const void *structure)
{
    const struct section_keys of_section = keys_of(section);
    const struct key *list = of_section.list;
    for (size_t i = 0; i < of_section.count; i++) {
        const void *field = (const char *)structure + list[i].offset;
        const struct texts *texts = field;
        switch (list[i].shape) {
        case SHAPE_CONDITION:
            look_at_rule(searching, role_of(section, list[i].name), NULL, 0,
                         *(const struct expr *const *)field);
            break;
        case SHAPE_TEXT:
            look_at_text(searching, list[i].name, field);
            break;
        case SHAPE_TEXTS:
            for (size_t k = 0; k < texts->count; k++)
                look_at_text(searching, list[i].name, &texts->list[k]);
            break;
        case SHAPE_RULES:
            look_at_rules(searching, role_of(section, list[i].name), field);
            break;
        case SHAPE_SCHEDULES:
            look_at_schedules(searching, field);
            break;
        default:
            break;
        }
    }
}

static void look_in(struct searching *searching, enum section section, const void *structure,
                    struct reader holder)
{
    searching->holder = holder;
    look_at_keys(searching, section, structure);
}

static void look_in_facts(struct searching *searching)
{
    const struct sc_pack *pack = searching->explaining->plan->pack;
    for (size_t i = 0; i < pack->fact_count; i++) {
        const struct fact *fact = &pack->facts[i];
        searching->holder =
            (struct reader){.kind = "fact", .id = fact->name, .title = fact->name, .number = i};
        if (searching->subject.kind != SUBJECT_FACT || searching->subject.number != i)
            look_at_rule(searching, ROLE_FACT, NULL, 0, fact->rule);
    }
}

static void look_in_ladders(struct searching *searching)
{
    const struct sc_pack *pack = searching->explaining->plan->pack;
    for (size_t i = 0; i < pack->ladder_count; i++) {
        const struct ladder *ladder = &pack->ladders[i];
        look_in(searching, SECTION_LADDER, ladder,
                (struct reader){.kind = "ladder", .id = ladder->id, .title = ladder->id, .number = i});
        for (size_t k = 0; k < ladder->step_count; k++)
            look_in(
                searching, SECTION_STEP, &ladder->steps[k],
                (struct reader){
                    .kind = "step", .id = ladder->steps[k].id, .title = ladder->steps[k].title, .number = i});
    }
}

static void look_in_pack(struct searching *searching)
{
    const struct sc_pack *pack = searching->explaining->plan->pack;
    look_in(searching, SECTION_PACK, pack,
            (struct reader){.kind = "pack", .id = pack->id, .title = pack->title});
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        look_at_text(searching, arena_print(searching->explaining->arena, "call %s", level_names[i]),
                     &pack->call[i]);
}

/* Warnings and reviews may have no id. */
static void look_in_rest(struct searching *searching)
{
    const struct sc_pack *pack = searching->explaining->plan->pack;
    struct arena *arena = searching->explaining->arena;
    for (size_t i = 0; i < pack->warning_count; i++) {
        const struct warning *warning = &pack->warnings[i];
        const char *title = warning->id != NULL ? warning->id : arena_print(arena, "warning %zu", i + 1);
        look_in(searching, SECTION_WARNING, warning,
                (struct reader){.kind = "warning", .id = warning->id, .title = title, .number = i});
    }
    for (size_t i = 0; i < pack->review_count; i++)
        look_in(searching, SECTION_REVIEW, &pack->reviews[i],
                (struct reader){.kind = "review",
                                .title = arena_print(arena, "%s %d", pack_phrase(pack, PHRASE_week),
                                                     pack->reviews[i].week),
                                .number = i});
}

struct readers readers_of(const struct explaining *explaining, struct subject subject)
{
    const struct sc_pack *pack = explaining->plan->pack;
    struct searching searching = {.explaining = explaining, .subject = subject};
    find_facts(&searching);
    look_in_facts(&searching);
    for (size_t i = 0; i < pack->alert_count; i++)
        look_in(&searching, SECTION_ALERT, &pack->alerts[i],
                (struct reader){
                    .kind = "alert", .id = pack->alerts[i].id, .title = pack->alerts[i].id, .number = i});
    look_in_ladders(&searching);
    for (size_t i = 0; i < pack->item_count; i++)
        look_in(&searching, SECTION_ITEM, &pack->items[i],
                (struct reader){
                    .kind = "item", .id = pack->items[i].id, .title = pack->items[i].title, .number = i});
    for (size_t i = 0; i < pack->phase_count; i++)
        look_in(&searching, SECTION_PHASE, &pack->phases[i],
                (struct reader){
                    .kind = "phase", .id = pack->phases[i].id, .title = pack->phases[i].title, .number = i});
    look_in_rest(&searching);
    look_in_pack(&searching);
    return searching.found;
}
