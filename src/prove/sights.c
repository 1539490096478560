/* What a plan can show, as a term over all sheets: the same that rules/sights.c looks for in one plan. */
#include "prove/obligations.h"
#include "prove/terms.h"

#include <assert.h>

typedef Z3_ast sight_encoder(struct encoding *encoding, size_t first, size_t second);

#define UNUSED_NUMBERS (void)first, (void)second

static Z3_ast offered_term(struct encoding *encoding, size_t first, size_t second)
{
    (void)second;
    return encode_predicate(encoding, PREDICATE_OFFERED, first, 0);
}

static Z3_ast any_plan_term(struct encoding *encoding, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    return encoding->yes;
}

static Z3_ast printed_term(struct encoding *encoding, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    return encode_predicate(encoding, PREDICATE_PRINTED_PLAN, 0, 0);
}

static Z3_ast broken_term(struct encoding *encoding, size_t first, size_t second)
{
    (void)second;
    const struct invariant *invariant = &encoding->pack->invariants[first];
    struct term rule = encode(encoding, invariant->rule);
    return term_not(encoding, invariant->never ? NEVER_HOLDS : ALWAYS_HOLDS);
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

static Z3_ast leaked_term(struct encoding *encoding, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    Z3_ast offered = encoding->no;
    for (size_t i = 0; i < encoding->pack->item_count; i++)
        offered = term_or(encoding, offered, offered_term(encoding, i, 0));
    return term_and(encoding, term_not(encoding, printed_term(encoding, 0, 0)), offered);
}

static Z3_ast alert_term(struct encoding *encoding, size_t first, size_t second)
{
    (void)second;
    const struct alert *alert = &encoding->pack->alerts[first];
    enum sc_plan_status wanted = alert_withholds(alert) ? SC_WITHHELD : SC_READY;
    return term_and(encoding, encoding->plan[wanted], encode(encoding, alert->when).yes);
}

static Z3_ast avoid_term(struct encoding *encoding, size_t first, size_t second)
{
    struct term when = encode(encoding, encoding->pack->items[first].avoid.list[second].when);
    return term_and(encoding, encode_predicate(encoding, PREDICATE_WITHHELD, first, 0), IS_TRUE(when));
}

static Z3_ast caution_term(struct encoding *encoding, size_t first, size_t second)
{
    return encode_predicate(encoding, PREDICATE_CAUTION, first, second);
}

static Z3_ast true_caution_term(struct encoding *encoding, size_t first, size_t second)
{
    struct term when = encode(encoding, encoding->pack->items[first].caution.list[second].when);
    return term_and(encoding, caution_term(encoding, first, second), IS_TRUE(when));
}

static Z3_ast note_term(struct encoding *encoding, size_t first, size_t second)
{
    struct term when = encode(encoding, encoding->pack->items[first].notes.list[second].when);
    return term_and(encoding, offered_term(encoding, first, 0), NOTE_IS_PRINTED);
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

static Z3_ast ladder_term(struct encoding *encoding, size_t first, size_t second)
{
    return term_and(encoding, printed_term(encoding, 0, 0), encoding->ladders[first][second]);
}

static Z3_ast step_term(struct encoding *encoding, size_t first, size_t second)
{
    return encode_predicate(encoding, PREDICATE_ON_STEP, first, second);
}

static sight_encoder *const encoders[] = {
#define SIGHT(kind, name, seen) name##_term,
    SIGHTS(SIGHT)
#undef SIGHT
};
static_assert(sizeof encoders / sizeof encoders[0] == SIGHT_COUNT, "a function for each sight");

Z3_ast sight_term(struct encoding *encoding, struct sight sight)
{
    return encoders[sight.kind](encoding, sight.first, sight.second);
}

/* The variant is the first that fits. */
static Z3_ast variant_term(struct encoding *encoding, const struct pack_rule *rule)
{
    Z3_ast passed = encoding->no, taken = encoding->yes;
    for (size_t i = 0; i <= rule->variant; i++) {
        if (rule->text != NULL) {
            struct term when = encode(encoding, rule->text->variants[i].when);
            taken = term_row(encoding, &passed, VARIANT_FITS);
        } else {
            struct term when = encode(encoding, rule->schedules->list[i].when);
            Z3_ast numbers = encode_numbers_known(encoding, &rule->schedules->list[i]);
            taken = term_row(encoding, &passed, SCHEDULE_FITS);
        }
    }
    return taken;
}

Z3_ast obligation_term(struct encoding *encoding, const struct obligation *obligation)
{
    Z3_ast sight = sight_term(encoding, obligation->sight);
    if (obligation->variant == NULL)
        return sight;
    return term_and(encoding, sight, variant_term(encoding, obligation->variant));
}

bool obligation_is_seen(const struct sc_plan *plan, const struct obligation *obligation)
{
    const struct readings readings = engine_readings(plan);
    const struct pack_rule *variant = obligation->variant;
    return sight_is_seen(plan, obligation->sight) &&
           (variant == NULL || rule_taken_variant(variant, &readings) == variant->variant);
}
