/* Does an invariant hold for one plan? */
#include "engine/engine.h"
#include "engine/truths.h"

struct readings engine_readings(const struct sc_plan *plan)
{
    return (struct readings){
        .answers = plan->answers,
        .facts = plan->facts,
        .fact_depends = plan->fact_depends,
        .fact_rules = plan->pack->fact_rules,
    };
}

struct asked {
    const struct sc_plan *plan;
    struct readings readings; /* without predicates: rules of the pack have none */
};

/* The `when` of a caution or of an alert; for other predicates nothing reads it. */
static enum truth when_of(const struct asked *asked, enum predicate predicate, size_t first, size_t second)
{
    const struct sc_pack *pack = asked->plan->pack;
    if (predicate == PREDICATE_CAUTION)
        return expr_is(pack->items[first].caution.list[second].when, &asked->readings);
    if (predicate == PREDICATE_ALERT)
        return expr_is(pack->alerts[first].when, &asked->readings);
    return TRUTH_UNKNOWN;
}

/* Items and ladders have a status in a printed plan alone: that is what each meaning asks first. */
static bool answer(void *context, enum predicate predicate, size_t first, size_t second)
{
    const struct asked *asked = context;
    const struct sc_plan *plan = asked->plan;
    const enum truth when = when_of(asked, predicate, first, second);
    const bool printed = plan_is_printed(plan);
    const bool own = predicate == PREDICATE_ON_STEP && printed && plan->ladders[first].step == second;
#define PLAN_IS(wanted)   ((printed ? SC_READY : plan->status) == SC_##wanted)
#define ITEM_IS(wanted)   (plan->items[first].status == ITEM_##wanted)
#define LADDER_IS(wanted) (plan->ladders[first].state == LADDER_##wanted)
    switch (predicate) {
#define ROW(name, meaning)                                                                                   \
    case PREDICATE_##name:                                                                                   \
        return meaning;
        PREDICATE_MEANINGS(ROW)
#undef ROW
    }
    return false;
}

bool engine_holds(const struct sc_plan *plan, const struct invariant *invariant)
{
    struct asked asked = {plan, engine_readings(plan)};
    struct readings readings = asked.readings;
    readings.context = &asked;
    readings.predicate = answer;
    enum truth rule = expr_is(invariant->rule, &readings);
    return invariant->never ? NEVER_HOLDS : ALWAYS_HOLDS;
}
