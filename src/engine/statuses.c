/* Ladders, and the one status of each item with its reasons. */
#include "engine/deciding.h"
#include "engine/truths.h"

static struct findings find(const struct readings *readings, const struct item *item, enum truth gate)
{
    struct findings findings = {
        .avoid = TRUTH_FALSE,
        .gate = gate,
        .offer = expr_is(item->offer, readings),
        .spent = expr_is(item->spent, readings),
    };
    for (size_t i = 0; i < item->avoid.count; i++)
        findings.avoid = truth_or(findings.avoid, expr_is(item->avoid.list[i].when, readings));
    return findings;
}

enum item_status engine_status(struct findings findings)
{
    const enum truth avoid = findings.avoid, gate = findings.gate, offer = findings.offer,
                     spent = findings.spent;
    const bool above = findings.above;
#define ROW(status, condition)                                                                               \
    if (condition)                                                                                           \
        return ITEM_##status;
    ITEM_STATUSES(ROW)
#undef ROW
}

static bool is_out(enum item_status status)
{
#define ITEM_IS(wanted) (status == ITEM_##wanted)
    return ITEM_IS_OUT;
#undef ITEM_IS
}

static enum ladder_state state_of(enum truth gate, bool kept)
{
#define ROW(state, condition)                                                                                \
    if (condition)                                                                                           \
        return LADDER_##state;
    LADDER_STATES(ROW)
#undef ROW
}

struct findings engine_own_findings(const struct sc_plan *plan, size_t item, enum truth gate)
{
    const struct readings readings = engine_readings(plan);
    return find(&readings, &plan->pack->items[item], gate);
}

bool engine_step_is_kept(const struct sc_plan *plan, const struct step *step, enum truth gate)
{
    for (size_t i = step->first_item; i < step->first_item + step->item_count; i++)
        if (!is_out(engine_status(engine_own_findings(plan, i, gate))))
            return true;
    return false;
}

size_t engine_lowest_step(const struct sc_plan *plan, size_t number, enum truth gate)
{
    const struct ladder *ladder = &plan->pack->ladders[number];
    for (size_t step = 0; step < ladder->step_count; step++)
        if (engine_step_is_kept(plan, &ladder->steps[step], gate))
            return step;
    return SIZE_MAX;
}

struct findings engine_findings(const struct sc_plan *plan, size_t number)
{
    const struct item *item = &plan->pack->items[number];
    const struct readings readings = engine_readings(plan);
    if (item->ladder == SIZE_MAX)
        return engine_own_findings(plan, number, TRUTH_TRUE);
    const enum truth gate = expr_is(plan->pack->ladders[item->ladder].when, &readings);
    struct findings findings = engine_own_findings(plan, number, gate);
    const bool kept_below = engine_lowest_step(plan, item->ladder, gate) < item->step;
    findings.above = STEP_IS_ABOVE;
    return findings;
}

/* The statuses of a step's items, now that it is known where the step stands. true: the step is kept. */
static bool decide_step(const struct step *step, struct findings *findings, struct plan_item *items,
                        bool above)
{
    bool kept = false;
    for (size_t i = step->first_item; i < step->first_item + step->item_count; i++) {
        findings[i].above = above;
        items[i].status = engine_status(findings[i]);
        kept = kept || !is_out(items[i].status);
    }
    return kept;
}

static void decide_ladders(struct deciding *deciding, struct findings *findings, struct plan_item *items)
{
    const struct sc_pack *pack = deciding->pack;
    struct plan_ladder *ladders = arena_array(deciding->arena, pack->ladder_count, sizeof *ladders);
    for (size_t i = 0; i < pack->ladder_count; i++) {
        const struct ladder *ladder = &pack->ladders[i];
        size_t own = SIZE_MAX;
        bool kept_below = false;
        for (size_t number = 0; number < ladder->step_count; number++) {
            bool kept = decide_step(&ladder->steps[number], findings, items, STEP_IS_ABOVE);
            if (STEP_IS_OWN)
                own = number;
            kept_below = kept_below || kept;
        }
        enum ladder_state state = state_of(deciding->gates[i], kept_below);
        ladders[i] = (struct plan_ladder){
            .ladder = ladder,
            .state = state,
            .step = state == LADDER_ON_STEP ? own : SIZE_MAX,
            .lowest = own,
        };
        if (ladder->when_written)
            ladders[i].because = because_of(deciding, BECAUSE_GATE, ladder->when);
    }
    deciding->plan->ladders = ladders;
    deciding->plan->ladder_count = pack->ladder_count;
}

/* A written rule, with the truth that lets it stand among the reasons. */
struct rule_at_work {
    enum because_rule rule;
    const struct expr *when;
};

bool engine_rule_decides(enum item_status status, enum because_rule rule, enum truth value, enum truth gate)
{
    switch (status) {
    case ITEM_WITHHELD:
        return rule == BECAUSE_AVOID && value == TRUTH_TRUE;
    case ITEM_NOT_NEEDED:
        return (rule == BECAUSE_GATE || rule == BECAUSE_OFFER) && value == TRUTH_FALSE;
    case ITEM_SPENT:
        return rule == BECAUSE_SPENT;
    case ITEM_NEEDS_ANSWER:
        return gate == TRUTH_UNKNOWN ? rule == BECAUSE_GATE : value == TRUTH_UNKNOWN;
    case ITEM_OFFERED:
        return true;
    default:
        return false;
    }
}

static void give_because(struct deciding *deciding, struct plan_item *decided)
{
    const struct item *item = decided->item;
    const struct ladder *ladder = item->ladder != SIZE_MAX ? &deciding->pack->ladders[item->ladder] : NULL;
    struct rule_at_work *rules = arena_array(deciding->arena, item->avoid.count + 3, sizeof *rules);
    size_t rule_count = 0;
    for (size_t i = 0; i < item->avoid.count; i++)
        rules[rule_count++] = (struct rule_at_work){BECAUSE_AVOID, item->avoid.list[i].when};
    if (ladder != NULL && ladder->when_written)
        rules[rule_count++] = (struct rule_at_work){BECAUSE_GATE, ladder->when};
    if (item->offer_written)
        rules[rule_count++] = (struct rule_at_work){BECAUSE_OFFER, item->offer};
    if (item->spent_written)
        rules[rule_count++] = (struct rule_at_work){BECAUSE_SPENT, item->spent};

    enum truth gate = ladder != NULL ? deciding->gates[item->ladder] : TRUTH_TRUE;
    struct because *list = arena_array(deciding->arena, rule_count + 1, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < rule_count; i++)
        if (engine_rule_decides(decided->status, rules[i].rule, truth_of(deciding, rules[i].when), gate))
            list[count++] = because_of(deciding, rules[i].rule, rules[i].when);
    if (decided->status == ITEM_LATER)
        list[count++] = (struct because){.rule = BECAUSE_LADDER, .value = TRUTH_TRUE};
    decided->because = (struct becauses){list, count};
}

static void give_needs(struct deciding *deciding, struct plan_item *decided)
{
    const struct item *item = decided->item;
    struct questions needs = {{0}};
    if (item->ladder != SIZE_MAX && deciding->gates[item->ladder] == TRUTH_UNKNOWN) {
        /* First "do you need this at all?", then the rest. */
        depend(deciding, deciding->pack->ladders[item->ladder].when, &needs);
    } else {
        depend(deciding, item->offer, &needs);
        depend(deciding, item->spent, &needs);
        for (size_t i = 0; i < item->avoid.count; i++)
            depend(deciding, item->avoid.list[i].when, &needs);
    }
    questions_join(&deciding->missing, &needs);
    decided->needs = questions_in_order(deciding, &needs);
}

static void give_reasons(struct deciding *deciding, struct plan_item *decided)
{
    const struct rules *avoid = &decided->item->avoid;
    struct plan_reason *reasons = arena_array(deciding->arena, avoid->count, sizeof *reasons);
    for (size_t i = 0; i < avoid->count; i++)
        if (truth_of(deciding, avoid->list[i].when) == TRUTH_TRUE)
            reasons[decided->reason_count++] = (struct plan_reason){
                &avoid->list[i], i + 1, say(deciding, &avoid->list[i].say, &deciding->refine, NULL)};
    decided->reasons = reasons;
}

void decide_items(struct deciding *deciding)
{
    const struct sc_pack *pack = deciding->pack;
    deciding->gates = arena_array(deciding->arena, pack->ladder_count, sizeof *deciding->gates);
    for (size_t i = 0; i < pack->ladder_count; i++) {
        deciding->gates[i] = truth_of(deciding, pack->ladders[i].when);
        if (deciding->gates[i] == TRUTH_UNKNOWN)
            depend(deciding, pack->ladders[i].when, &deciding->missing);
    }
    struct plan_item *items = arena_array(deciding->arena, pack->item_count, sizeof *items);
    deciding->plan->items = items;
    deciding->plan->item_count = pack->item_count;
    struct findings *findings = arena_array(deciding->arena, pack->item_count, sizeof *findings);
    for (size_t i = 0; i < pack->item_count; i++) {
        const size_t ladder = pack->items[i].ladder;
        findings[i] = find(&deciding->readings, &pack->items[i],
                           ladder != SIZE_MAX ? deciding->gates[ladder] : TRUTH_TRUE);
        items[i].item = &pack->items[i];
        items[i].status = engine_status(findings[i]);
    }
    decide_ladders(deciding, findings, items);
    for (size_t i = 0; i < pack->item_count; i++) {
        give_because(deciding, &items[i]);
        if (items[i].status == ITEM_NEEDS_ANSWER)
            give_needs(deciding, &items[i]);
        if (items[i].status == ITEM_WITHHELD)
            give_reasons(deciding, &items[i]);
    }
}
