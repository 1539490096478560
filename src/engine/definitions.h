/* What a plan decides, defined once (design section 5). The engine reads these definitions with the truths of
 * one sheet (engine/truths.h), the prover with the terms of every sheet there can be (prove/terms.h): no
 * second copy of the rules, that could drift from this one.
 *
 * A reader brings the logic. Of something in three values: IS_TRUE, IS_FALSE, IS_UNKNOWN. Of something that
 * holds or does not: HOLDS, BOTH, EITHER, NOT, and YES, which always holds. Names in small letters are its
 * variables. */
#ifndef ENGINE_DEFINITIONS_H
#define ENGINE_DEFINITIONS_H

/* A plan's status, the first row that holds. `flags`: the `or` of the `when` of all alerts that withhold.
 * Ready stands for incomplete too: it is printed, whether or not something is missing. */
#define PLAN_STATUSES(ROW)                                                                                   \
    ROW(WITHHELD, IS_TRUE(flags))                                                                            \
    ROW(UNSCREENED, IS_UNKNOWN(flags))                                                                       \
    ROW(READY, YES)

/* An item's status in a printed plan, the first row that holds. `avoid`: the `or` of all its avoids. `gate`:
 * of its ladder; true where it has none. `above`: it stands on a step above the person's own. */
#define ITEM_STATUSES(ROW)                                                                                   \
    ROW(WITHHELD, IS_TRUE(avoid))                                                                            \
    ROW(NOT_NEEDED, EITHER(IS_FALSE(offer), IS_FALSE(gate)))                                                 \
    ROW(SPENT, IS_TRUE(spent))                                                                               \
    ROW(LATER, HOLDS(above))                                                                                 \
    ROW(NEEDS_ANSWER,                                                                                        \
        EITHER(EITHER(IS_UNKNOWN(gate), IS_UNKNOWN(offer)), EITHER(IS_UNKNOWN(avoid), IS_UNKNOWN(spent))))   \
    ROW(OFFERED, YES)

/* Such an item does not keep the person on its step. An open question does. */
#define ITEM_IS_OUT EITHER(ITEM_IS(WITHHELD), EITHER(ITEM_IS(NOT_NEEDED), ITEM_IS(SPENT)))

/* The person's own step is the lowest one that is kept: some item of it is not out. `kept_below`: a lower one
 * is. */
#define STEP_IS_OWN   BOTH(HOLDS(kept), NOT(HOLDS(kept_below)))
#define STEP_IS_ABOVE HOLDS(kept_below)

/* A ladder's state, the first row that holds. `kept`: one of its steps is. */
#define LADDER_STATES(ROW)                                                                                   \
    ROW(NOT_NEEDED, IS_FALSE(gate))                                                                          \
    ROW(NEEDS_ANSWER, IS_UNKNOWN(gate))                                                                      \
    ROW(ON_STEP, HOLDS(kept))                                                                                \
    ROW(EXHAUSTED, YES)

/* What is printed beside an offered item, and which variant of a text or of a schedule is taken: the first
 * that is. `numbers`: all numbers of the schedule are known. */
#define CAUTION_IS_PRINTED NOT(IS_FALSE(when))
#define NOTE_IS_PRINTED    IS_TRUE(when)
#define WARNING_IS_PRINTED IS_TRUE(when)
#define VARIANT_FITS       IS_TRUE(when)
#define SCHEDULE_FITS      BOTH(IS_TRUE(when), HOLDS(numbers))

/* What the predicates of invariants say. PLAN_IS, ITEM_IS and LADDER_IS look at the statuses above; item and
 * ladder have one in a printed plan alone. `caution`, `alert`: the `when`; `own`: the ladder's step is the
 * person's. */
#define PREDICATE_MEANINGS(ROW)                                                                              \
    ROW(OFFERED, BOTH(PLAN_IS(READY), ITEM_IS(OFFERED)))                                                     \
    ROW(WITHHELD, BOTH(PLAN_IS(READY), ITEM_IS(WITHHELD)))                                                   \
    ROW(NOT_NEEDED, BOTH(PLAN_IS(READY), ITEM_IS(NOT_NEEDED)))                                               \
    ROW(SPENT, BOTH(PLAN_IS(READY), ITEM_IS(SPENT)))                                                         \
    ROW(LATER, BOTH(PLAN_IS(READY), ITEM_IS(LATER)))                                                         \
    ROW(NEEDS_ANSWER, BOTH(PLAN_IS(READY), ITEM_IS(NEEDS_ANSWER)))                                           \
    ROW(CAUTION, BOTH(BOTH(PLAN_IS(READY), ITEM_IS(OFFERED)), CAUTION_IS_PRINTED))                           \
    ROW(ALERT, IS_TRUE(when))                                                                                \
    ROW(ON_STEP, BOTH(PLAN_IS(READY), BOTH(LADDER_IS(ON_STEP), HOLDS(own))))                                 \
    ROW(WITHHELD_PLAN, PLAN_IS(WITHHELD))                                                                    \
    ROW(PRINTED_PLAN, PLAN_IS(READY))

/* An invariant: unknown breaks both. */
#define NEVER_HOLDS  IS_FALSE(rule)
#define ALWAYS_HOLDS IS_TRUE(rule)

#endif
