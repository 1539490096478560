/* What the plan says, as terms: the engine's definitions read with the solver's logic. */
#include "prove/terms.h"

static void encode_facts(struct encoding *encoding)
{
    const struct sc_pack *pack = encoding->pack;
    encoding->facts = arena_array(encoding->arena, pack->fact_count, sizeof *encoding->facts);
    for (size_t i = 0; i < pack->fact_count; i++)
        encoding->facts[pack->fact_order[i]] = encode(encoding, pack->fact_rules[pack->fact_order[i]]);
}

static void encode_plan_status(struct encoding *encoding)
{
    const struct sc_pack *pack = encoding->pack;
    struct term flags = term_truth(encoding, false);
    for (size_t i = 0; i < pack->alert_count; i++)
        if (alert_withholds(&pack->alerts[i]))
            flags = term_either(encoding, flags, encode(encoding, pack->alerts[i].when));
    Z3_ast passed = encoding->no;
#define ROW(status, condition) encoding->plan[SC_##status] = term_row(encoding, &passed, condition);
    PLAN_STATUSES(ROW)
#undef ROW
}

static void encode_item(struct encoding *encoding, const struct item *item, Z3_ast above, Z3_ast *statuses)
{
    struct term avoid = term_truth(encoding, false), gate = term_truth(encoding, true);
    struct term offer = encode(encoding, item->offer), spent = encode(encoding, item->spent);
    for (size_t i = 0; i < item->avoid.count; i++)
        avoid = term_either(encoding, avoid, encode(encoding, item->avoid.list[i].when));
    if (item->ladder != SIZE_MAX)
        gate = encode(encoding, encoding->pack->ladders[item->ladder].when);
    Z3_ast passed = encoding->no;
#define ROW(status, condition) statuses[ITEM_##status] = term_row(encoding, &passed, condition);
    ITEM_STATUSES(ROW)
#undef ROW
}

/* Of a step's items, now that it is known where the step stands. Answers when the step is kept. */
static Z3_ast encode_step(struct encoding *encoding, const struct step *step, Z3_ast above)
{
    Z3_ast kept = encoding->no;
    for (size_t i = step->first_item; i < step->first_item + step->item_count; i++) {
        Z3_ast *statuses = encoding->items[i];
        encode_item(encoding, &encoding->pack->items[i], above, statuses);
#define ITEM_IS(status) (statuses[ITEM_##status])
        kept = term_or(encoding, kept, term_not(encoding, ITEM_IS_OUT));
#undef ITEM_IS
    }
    return kept;
}

static void encode_ladder(struct encoding *encoding, size_t number)
{
    const struct ladder *ladder = &encoding->pack->ladders[number];
    Z3_ast *states = encoding->ladders[number];
    Z3_ast *own = arena_array(encoding->arena, ladder->step_count, sizeof(Z3_ast));
    Z3_ast kept_below = encoding->no;
    for (size_t i = 0; i < ladder->step_count; i++) {
        Z3_ast kept = encode_step(encoding, &ladder->steps[i], STEP_IS_ABOVE);
        own[i] = STEP_IS_OWN;
        kept_below = term_or(encoding, kept_below, kept);
    }
    encoding->own[number] = own;
    struct term gate = encode(encoding, ladder->when);
    Z3_ast kept = kept_below, passed = encoding->no;
#define ROW(state, condition) states[LADDER_##state] = term_row(encoding, &passed, condition);
    LADDER_STATES(ROW)
#undef ROW
}

static void encode_items(struct encoding *encoding)
{
    const struct sc_pack *pack = encoding->pack;
    encoding->items = arena_array(encoding->arena, pack->item_count, sizeof *encoding->items);
    encoding->ladders = arena_array(encoding->arena, pack->ladder_count, sizeof *encoding->ladders);
    encoding->own = arena_array(encoding->arena, pack->ladder_count, sizeof *encoding->own);
    for (size_t i = 0; i < pack->item_count; i++)
        if (pack->items[i].ladder == SIZE_MAX)
            encode_item(encoding, &pack->items[i], encoding->no, encoding->items[i]);
    for (size_t i = 0; i < pack->ladder_count; i++)
        encode_ladder(encoding, i);
}

/* The `when` of a caution or of an alert; for other predicates nothing reads it. */
static struct term when_of(struct encoding *encoding, enum predicate predicate, size_t first, size_t second)
{
    const struct sc_pack *pack = encoding->pack;
    if (predicate == PREDICATE_CAUTION)
        return encode(encoding, pack->items[first].caution.list[second].when);
    if (predicate == PREDICATE_ALERT)
        return encode(encoding, pack->alerts[first].when);
    return term_truth(encoding, false);
}

Z3_ast encode_predicate(struct encoding *encoding, enum predicate predicate, size_t first, size_t second)
{
    const struct term when = when_of(encoding, predicate, first, second);
    Z3_ast own = predicate == PREDICATE_ON_STEP ? encoding->own[first][second] : encoding->no;
#define PLAN_IS(wanted)   (encoding->plan[SC_##wanted])
#define ITEM_IS(wanted)   (encoding->items[first][ITEM_##wanted])
#define LADDER_IS(wanted) (encoding->ladders[first][LADDER_##wanted])
    switch (predicate) {
#define ROW(name, meaning)                                                                                   \
    case PREDICATE_##name:                                                                                   \
        return meaning;
        PREDICATE_MEANINGS(ROW)
#undef ROW
    }
    return encoding->no;
}

struct encoding *encoding_new(struct arena *arena, const struct sc_pack *pack, Z3_error_handler *failed)
{
    struct encoding *encoding = arena_alloc(arena, sizeof *encoding);
    Z3_config config = Z3_mk_config();
    encoding->arena = arena;
    encoding->pack = pack;
    encoding->z3 = Z3_mk_context(config);
    Z3_del_config(config);
    Z3_set_error_handler(encoding->z3, failed);
    encoding->truths = Z3_mk_bool_sort(encoding->z3);
    encoding->integers = Z3_mk_int_sort(encoding->z3);
    encoding->yes = Z3_mk_true(encoding->z3);
    encoding->no = Z3_mk_false(encoding->z3);
    encoding->answers = arena_array(arena, pack->question_count, sizeof *encoding->answers);
    encoding->solver = Z3_mk_simple_solver(encoding->z3);
    Z3_solver_inc_ref(encoding->z3, encoding->solver);
    encode_facts(encoding);
    encode_plan_status(encoding);
    encode_items(encoding);
    return encoding;
}

void encoding_free(struct encoding *encoding)
{
    Z3_solver_dec_ref(encoding->z3, encoding->solver);
    Z3_del_context(encoding->z3);
}
