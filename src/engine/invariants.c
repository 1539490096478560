/* Does an invariant hold for one plan? */
#include "engine/engine.h"

#include <string.h>

static bool item_is(const struct sc_plan *plan, size_t item, enum item_status status)
{
    return plan_is_printed(plan) && plan->items[item].status == status;
}

static bool caution_is_printed(const struct sc_plan *plan, const struct readings *readings, size_t item,
                               size_t caution)
{
    return item_is(plan, item, ITEM_OFFERED) &&
           expr_is(plan->pack->items[item].caution.list[caution].when, readings) != TRUTH_FALSE;
}

struct asked {
    const struct sc_plan *plan;
    struct readings readings; /* without predicates: rules of the pack have none */
};

static bool answer(void *context, enum predicate predicate, size_t first, size_t second)
{
    static const enum item_status statuses[] = {
        [PREDICATE_OFFERED] = ITEM_OFFERED,       [PREDICATE_WITHHELD] = ITEM_WITHHELD,
        [PREDICATE_NOT_NEEDED] = ITEM_NOT_NEEDED, [PREDICATE_SPENT] = ITEM_SPENT,
        [PREDICATE_LATER] = ITEM_LATER,           [PREDICATE_NEEDS_ANSWER] = ITEM_NEEDS_ANSWER,
    };
    const struct asked *asked = context;
    const struct sc_plan *plan = asked->plan;
    switch (predicate) {
    case PREDICATE_CAUTION:
        return caution_is_printed(plan, &asked->readings, first, second);
    case PREDICATE_ALERT:
        return expr_is(plan->pack->alerts[first].when, &asked->readings) == TRUTH_TRUE;
    case PREDICATE_ON_STEP:
        return plan_is_printed(plan) && plan->ladders[first].state == LADDER_ON_STEP &&
               plan->ladders[first].step == second;
    case PREDICATE_WITHHELD_PLAN:
        return plan->status == SC_WITHHELD;
    case PREDICATE_PRINTED_PLAN:
        return plan_is_printed(plan);
    default:
        return item_is(plan, first, statuses[predicate]);
    }
}

bool engine_holds(const struct sc_plan *plan, const struct invariant *invariant)
{
    struct asked asked = {
        plan, {.answers = plan->answers, .facts = plan->facts, .fact_rules = plan->pack->fact_rules}};
    struct readings readings = asked.readings;
    readings.context = &asked;
    readings.predicate = answer;
    return expr_is(invariant->rule, &readings) == (invariant->never ? TRUTH_FALSE : TRUTH_TRUE);
}
