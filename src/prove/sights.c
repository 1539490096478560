/* What a plan can show: as a term over all sheets, and looked for in one plan of the engine. */
#include "prove/obligations.h"
#include "prove/terms.h"

#include <assert.h>

typedef Z3_ast sight_encoder(struct encoding *encoding, size_t first, size_t second);
typedef bool sight_finder(const struct sc_plan *plan, size_t first, size_t second);

#define UNUSED_NUMBERS (void)first, (void)second

static Z3_ast offered_term(struct encoding *encoding, size_t first, size_t second)
{
    (void)second;
    return encode_predicate(encoding, PREDICATE_OFFERED, first, 0);
}

static bool offered_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    return plan_is_printed(plan) && plan->items[first].status == ITEM_OFFERED;
}

static Z3_ast any_plan_term(struct encoding *encoding, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    return encoding->yes;
}

static bool any_plan_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    UNUSED_NUMBERS, (void)plan;
    return true;
}

static Z3_ast printed_term(struct encoding *encoding, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    return encode_predicate(encoding, PREDICATE_PRINTED_PLAN, 0, 0);
}

static bool printed_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    return plan_is_printed(plan);
}

static Z3_ast broken_term(struct encoding *encoding, size_t first, size_t second)
{
    (void)second;
    const struct invariant *invariant = &encoding->pack->invariants[first];
    struct term rule = encode(encoding, invariant->rule);
    return term_not(encoding, invariant->never ? NEVER_HOLDS : ALWAYS_HOLDS);
}

static bool broken_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    return !engine_holds(plan, &plan->pack->invariants[first]);
}

static Z3_ast unsafe_term(struct encoding *encoding, size_t first, size_t second)
{
    const struct rules *avoid = &encoding->pack->items[first].avoid;
    Z3_ast open = encoding->no;
    for (size_t i = 0; i < avoid->count; i++) {
        struct term when = encode(encoding, avoid->list[i].when);
        open = term_or(encoding, open, NOT(IS_FALSE(when)));
    }
    return term_and(encoding, offered_term(encoding, first, second), open);
}

static bool unsafe_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    const struct readings readings = engine_readings(plan);
    const struct rules *avoid = &plan->pack->items[first].avoid;
    bool open = false;
    for (size_t i = 0; i < avoid->count; i++)
        open = open || expr_is(avoid->list[i].when, &readings) != TRUTH_FALSE;
    return open && offered_seen(plan, first, second);
}

/* On a step there is one step of its own; in no other state is one needed. */
static Z3_ast endless_term(struct encoding *encoding, size_t first, size_t second)
{
    (void)second;
    Z3_ast *states = encoding->ladders[first];
    Z3_ast some_state = encoding->no, one = encoding->no, two = encoding->no;
    for (size_t i = 0; i < LADDER_STATE_COUNT; i++)
        some_state = term_or(encoding, some_state, states[i]);
    for (size_t i = 0; i < encoding->pack->ladders[first].step_count; i++) {
        two = term_or(encoding, two, term_and(encoding, one, encoding->own[first][i]));
        one = term_or(encoding, one, encoding->own[first][i]);
    }
    Z3_ast no_step = term_and(encoding, states[LADDER_ON_STEP], term_not(encoding, one));
    Z3_ast wrong = term_or(encoding, term_not(encoding, some_state), term_or(encoding, no_step, two));
    return term_and(encoding, printed_term(encoding, 0, 0), wrong);
}

static bool endless_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    if (!plan_is_printed(plan))
        return false;
    const struct plan_ladder *ladder = &plan->ladders[first];
    return ladder->state >= LADDER_STATE_COUNT ||
           (ladder->state == LADDER_ON_STEP) != (ladder->step < ladder->ladder->step_count);
}

static Z3_ast leaked_term(struct encoding *encoding, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    Z3_ast offered = encoding->no;
    for (size_t i = 0; i < encoding->pack->item_count; i++)
        offered = term_or(encoding, offered, offered_term(encoding, i, 0));
    return term_and(encoding, term_not(encoding, printed_term(encoding, 0, 0)), offered);
}

static bool leaked_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    bool offered = false;
    for (size_t i = 0; i < plan->item_count; i++)
        offered = offered || plan->items[i].status == ITEM_OFFERED;
    return offered && !plan_is_printed(plan);
}

static Z3_ast alert_term(struct encoding *encoding, size_t first, size_t second)
{
    (void)second;
    const struct alert *alert = &encoding->pack->alerts[first];
    enum sc_plan_status wanted = alert_withholds(alert) ? SC_WITHHELD : SC_READY;
    return term_and(encoding, encoding->plan[wanted], encode(encoding, alert->when).yes);
}

static bool alert_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    for (size_t i = 0; i < plan->alert_count; i++)
        if (plan->alerts[i].alert == &plan->pack->alerts[first])
            return true;
    return false;
}

static Z3_ast avoid_term(struct encoding *encoding, size_t first, size_t second)
{
    struct term when = encode(encoding, encoding->pack->items[first].avoid.list[second].when);
    return term_and(encoding, encode_predicate(encoding, PREDICATE_WITHHELD, first, 0), IS_TRUE(when));
}

static bool avoid_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    const struct plan_item *item = plan_is_printed(plan) ? &plan->items[first] : NULL;
    for (size_t i = 0; item != NULL && i < item->reason_count; i++)
        if (item->reasons[i].rule == &item->item->avoid.list[second])
            return true;
    return false;
}

static Z3_ast caution_term(struct encoding *encoding, size_t first, size_t second)
{
    return encode_predicate(encoding, PREDICATE_CAUTION, first, second);
}

static bool rule_is(const struct sc_plan *plan, const struct rule *rule, enum truth wanted)
{
    const struct readings readings = engine_readings(plan);
    return expr_is(rule->when, &readings) == wanted;
}

static bool caution_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return offered_seen(plan, first, 0) &&
           !rule_is(plan, &plan->pack->items[first].caution.list[second], TRUTH_FALSE);
}

static Z3_ast true_caution_term(struct encoding *encoding, size_t first, size_t second)
{
    struct term when = encode(encoding, encoding->pack->items[first].caution.list[second].when);
    return term_and(encoding, caution_term(encoding, first, second), IS_TRUE(when));
}

static bool true_caution_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return caution_seen(plan, first, second) &&
           rule_is(plan, &plan->pack->items[first].caution.list[second], TRUTH_TRUE);
}

static Z3_ast note_term(struct encoding *encoding, size_t first, size_t second)
{
    struct term when = encode(encoding, encoding->pack->items[first].notes.list[second].when);
    return term_and(encoding, offered_term(encoding, first, 0), NOTE_IS_PRINTED);
}

static bool note_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return offered_seen(plan, first, 0) &&
           rule_is(plan, &plan->pack->items[first].notes.list[second], TRUTH_TRUE);
}

static Z3_ast warning_term(struct encoding *encoding, size_t first, size_t second)
{
    (void)second;
    const struct warning *warning = &encoding->pack->warnings[first];
    struct term when = encode(encoding, warning->when);
    Z3_ast beside = term_of(encoding, warning->beside == 0);
    for (size_t i = 0; i < encoding->pack->item_count; i++)
        if ((item_kinds(&encoding->pack->items[i]) & warning->beside) != 0)
            beside = term_or(encoding, beside, offered_term(encoding, i, 0));
    return term_and(encoding, printed_term(encoding, 0, 0), term_and(encoding, beside, WARNING_IS_PRINTED));
}

static bool warning_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    for (size_t i = 0; i < plan->warning_count; i++)
        if (plan->warnings[i].warning == &plan->pack->warnings[first])
            return true;
    return false;
}

static Z3_ast ladder_term(struct encoding *encoding, size_t first, size_t second)
{
    return term_and(encoding, printed_term(encoding, 0, 0), encoding->ladders[first][second]);
}

static bool ladder_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return plan_is_printed(plan) && plan->ladders[first].state == (enum ladder_state)second;
}

static Z3_ast step_term(struct encoding *encoding, size_t first, size_t second)
{
    return encode_predicate(encoding, PREDICATE_ON_STEP, first, second);
}

static bool step_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return plan_is_printed(plan) && plan->ladders[first].state == LADDER_ON_STEP &&
           plan->ladders[first].step == second;
}

static const struct {
    sight_encoder *encode;
    sight_finder *find;
} sights[] = {
#define SIGHT(kind, name, seen) {name##_term, name##_seen},
    SIGHTS(SIGHT)
#undef SIGHT
};
static_assert(sizeof sights / sizeof sights[0] == SIGHT_COUNT, "two functions for each sight");

Z3_ast sight_term(struct encoding *encoding, struct sight sight)
{
    return sights[sight.kind].encode(encoding, sight.first, sight.second);
}

bool sight_is_seen(const struct sc_plan *plan, struct sight sight)
{
    return sights[sight.kind].find(plan, sight.first, sight.second);
}

/* The variant is the first that fits. */
static Z3_ast variant_term(struct encoding *encoding, const struct obligation *obligation)
{
    Z3_ast passed = encoding->no, taken = encoding->yes;
    for (size_t i = 0; i <= obligation->variant; i++) {
        if (obligation->text != NULL) {
            struct term when = encode(encoding, obligation->text->variants[i].when);
            taken = term_row(encoding, &passed, VARIANT_FITS);
        } else {
            struct term when = encode(encoding, obligation->schedules->list[i].when);
            Z3_ast numbers = encode_numbers_known(encoding, &obligation->schedules->list[i]);
            taken = term_row(encoding, &passed, SCHEDULE_FITS);
        }
    }
    return taken;
}

Z3_ast obligation_term(struct encoding *encoding, const struct obligation *obligation)
{
    Z3_ast sight = sight_term(encoding, obligation->sight);
    if (obligation->text == NULL && obligation->schedules == NULL)
        return sight;
    return term_and(encoding, sight, variant_term(encoding, obligation));
}

bool obligation_is_seen(const struct sc_plan *plan, const struct obligation *obligation)
{
    const struct readings readings = engine_readings(plan);
    if (!sight_is_seen(plan, obligation->sight))
        return false;
    if (obligation->text != NULL)
        return engine_variant(obligation->text, &readings) == obligation->variant;
    return obligation->schedules == NULL ||
           engine_schedule(obligation->schedules, &readings) == obligation->variant;
}
