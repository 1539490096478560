/* What a plan shows, looked for in one plan of the engine. */
#include "rules/rules.h"

#include <assert.h>

typedef bool sight_finder(const struct sc_plan *plan, size_t first, size_t second);

#define UNUSED_NUMBERS (void)first, (void)second

static bool offered_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    return plan_is_printed(plan) && plan->items[first].status == ITEM_OFFERED;
}

static bool any_plan_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    UNUSED_NUMBERS, (void)plan;
    return true;
}

static bool printed_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    return plan_is_printed(plan);
}

static bool broken_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    return !engine_holds(plan, &plan->pack->invariants[first]);
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

static bool endless_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    if (!plan_is_printed(plan))
        return false;
    const struct plan_ladder *ladder = &plan->ladders[first];
    return ladder->state >= LADDER_STATE_COUNT ||
           (ladder->state == LADDER_ON_STEP) != (ladder->step < ladder->ladder->step_count);
}

static bool leaked_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    UNUSED_NUMBERS;
    bool offered = false;
    for (size_t i = 0; i < plan->item_count; i++)
        offered = offered || plan->items[i].status == ITEM_OFFERED;
    return offered && !plan_is_printed(plan);
}

static bool alert_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    for (size_t i = 0; i < plan->alert_count; i++)
        if (plan->alerts[i].alert == &plan->pack->alerts[first])
            return true;
    return false;
}

static bool avoid_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    const struct plan_item *item = plan_is_printed(plan) ? &plan->items[first] : NULL;
    for (size_t i = 0; item != NULL && i < item->reason_count; i++)
        if (item->reasons[i].rule == &item->item->avoid.list[second])
            return true;
    return false;
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

static bool true_caution_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return caution_seen(plan, first, second) &&
           rule_is(plan, &plan->pack->items[first].caution.list[second], TRUTH_TRUE);
}

static bool note_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return offered_seen(plan, first, 0) &&
           rule_is(plan, &plan->pack->items[first].notes.list[second], TRUTH_TRUE);
}

static bool warning_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    (void)second;
    for (size_t i = 0; i < plan->warning_count; i++)
        if (plan->warnings[i].warning == &plan->pack->warnings[first])
            return true;
    return false;
}

static bool ladder_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return plan_is_printed(plan) && plan->ladders[first].state == (enum ladder_state)second;
}

static bool step_seen(const struct sc_plan *plan, size_t first, size_t second)
{
    return plan_is_printed(plan) && plan->ladders[first].state == LADDER_ON_STEP &&
           plan->ladders[first].step == second;
}

static sight_finder *const finders[] = {
#define SIGHT(kind, name, seen) name##_seen,
    SIGHTS(SIGHT)
#undef SIGHT
};
static_assert(sizeof finders / sizeof finders[0] == SIGHT_COUNT, "a function for each sight");

bool sight_is_seen(const struct sc_plan *plan, struct sight sight)
{
    return finders[sight.kind](plan, sight.first, sight.second);
}
