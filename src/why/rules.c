/* Rules at work: each with its value, the answers that it read, and whether it decided. */
#include "why/why.h"

#include "support/limits.h"

#include <assert.h>

const char *const role_names[ROLE_COUNT] = {
    [ROLE_AVOID] = "avoid", [ROLE_GATE] = "gate",       [ROLE_OFFER] = "offer",
    [ROLE_SPENT] = "spent", [ROLE_ALERT] = "alert",     [ROLE_CAUTION] = "caution",
    [ROLE_NOTE] = "note",   [ROLE_WARNING] = "warning", [ROLE_SCHEDULE] = "schedule",
    [ROLE_TEXT] = "text",   [ROLE_FACT] = "fact",
};
const char *const step_state_names[STEP_STATE_COUNT] = {"own", "passed", "above", "not-needed",
                                                        "needs-answer"};

bool is_among(struct numbers numbers, size_t number)
{
    for (size_t i = 0; i < numbers.count; i++)
        if (numbers.list[i] == number)
            return true;
    return false;
}

enum truth rule_truth(const struct rule_at_work *rule)
{
    return !rule->value.known ? TRUTH_UNKNOWN : rule->value.truth ? TRUTH_TRUE : TRUTH_FALSE;
}

static struct numbers questions_in(const struct explaining *explaining, const struct questions *set)
{
    const size_t all = explaining->plan->pack->question_count;
    size_t count = 0;
    for (size_t i = 0; i < all; i++)
        count += questions_has(set, i);
    size_t *list = arena_array(explaining->arena, count, sizeof *list);
    count = 0;
    for (size_t i = 0; i < all; i++)
        if (questions_has(set, i))
            list[count++] = i;
    return (struct numbers){list, count};
}

/* Facts in the order in which they are met, each once. */
struct gathering {
    bool seen[LIMIT_FACTS];
    size_t list[LIMIT_FACTS], count;
};

static void gather_fact(void *context, size_t fact)
{
    struct gathering *gathering = context;
    if (!gathering->seen[fact])
        gathering->list[gathering->count++] = fact;
    gathering->seen[fact] = true;
}

static struct numbers facts_in(const struct explaining *explaining, const struct expr *when)
{
    struct gathering gathering = {.count = 0};
    expr_facts(when, gather_fact, &gathering);
    size_t *kept = arena_array(explaining->arena, gathering.count, sizeof *kept);
    for (size_t i = 0; i < gathering.count; i++)
        kept[i] = gathering.list[i];
    return (struct numbers){kept, gathering.count};
}

struct rule_at_work rule_at_work(const struct explaining *explaining, enum role role, const char *id,
                                 const struct expr *when)
{
    struct questions reads = {{0}}, needs = {{0}};
    expr_reads(when, explaining->plan->pack->fact_reads, &reads);
    expr_depends(when, &explaining->readings, &needs);
    return (struct rule_at_work){
        .role = role,
        .id = id,
        .when = when,
        .value = expr_value(when, &explaining->readings),
        .reads = questions_in(explaining, &reads),
        .needs = questions_in(explaining, &needs),
        .facts = facts_in(explaining, when),
    };
}

void rules_put(const struct explaining *explaining, struct rules_at_work *rules, struct rule_at_work rule)
{
    rules->list =
        arena_grow(explaining->arena, rules->list, rules->count, &rules->capacity, sizeof *rules->list);
    rules->list[rules->count++] = rule;
}

struct rule_at_work alert_rule(const struct explaining *explaining, size_t number)
{
    const struct alert *alert = &explaining->plan->pack->alerts[number];
    struct rule_at_work rule = rule_at_work(explaining, ROLE_ALERT, alert->id, alert->when);
    rule.say = &alert->say;
    rule.evidence = alert->evidence;
    rule.decided = true;
    return rule;
}

struct rules_at_work screen_rules(const struct explaining *explaining)
{
    const struct sc_plan *plan = explaining->plan;
    struct rules_at_work rules = {0};
    const enum truth wanted = plan->status == SC_WITHHELD ? TRUTH_TRUE : TRUTH_UNKNOWN;
    for (size_t i = 0; !plan_is_printed(plan) && i < plan->pack->alert_count; i++) {
        struct rule_at_work rule = alert_rule(explaining, i);
        if (alert_withholds(&plan->pack->alerts[i]) && rule_truth(&rule) == wanted)
            rules_put(explaining, &rules, rule);
    }
    return rules;
}

/* Avoids, cautions or notes. */
static void put_list(const struct explaining *explaining, struct rules_at_work *rules, enum role role,
                     const struct rules *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct rule_at_work rule = rule_at_work(explaining, role, list->list[i].id, list->list[i].when);
        rule.position = i + 1;
        rule.say = &list->list[i].say;
        rule.evidence = list->list[i].evidence;
        rules_put(explaining, rules, rule);
    }
}

bool role_decides(enum role role, enum item_status status, enum truth value, struct findings findings)
{
    static const enum because_rule parts[] = {
        [ROLE_AVOID] = BECAUSE_AVOID,
        [ROLE_GATE] = BECAUSE_GATE,
        [ROLE_OFFER] = BECAUSE_OFFER,
        [ROLE_SPENT] = BECAUSE_SPENT,
    };
    return engine_rule_decides(status, parts[role], value, findings.gate);
}

/* What decides an item, in the order in which the plan's `because` lists it. */
static void put_deciding(const struct explaining *explaining, struct item_explained *explained)
{
    const struct item *item = explained->item;
    const struct ladder *ladder =
        item->ladder != SIZE_MAX ? &explaining->plan->pack->ladders[item->ladder] : NULL;
    struct rules_at_work *rules = &explained->rules;
    put_list(explaining, rules, ROLE_AVOID, &item->avoid);
    if (ladder != NULL && ladder->when_written)
        rules_put(explaining, rules, rule_at_work(explaining, ROLE_GATE, ladder->id, ladder->when));
    if (item->offer_written)
        rules_put(explaining, rules, rule_at_work(explaining, ROLE_OFFER, NULL, item->offer));
    if (item->spent_written)
        rules_put(explaining, rules, rule_at_work(explaining, ROLE_SPENT, NULL, item->spent));
    for (size_t i = 0; explained->decided != NULL && i < rules->count; i++)
        rules->list[i].decided = role_decides(rules->list[i].role, explained->status,
                                              rule_truth(&rules->list[i]), explained->findings);
}

static void put_beside(const struct explaining *explaining, struct item_explained *explained)
{
    const struct item *item = explained->item;
    struct rules_at_work *rules = &explained->beside;
    put_list(explaining, rules, ROLE_CAUTION, &item->caution);
    put_list(explaining, rules, ROLE_NOTE, &item->notes);
    const size_t taken = engine_schedule(&item->schedule, &explaining->readings);
    for (size_t i = 0; i < item->schedule.count && item->schedule.list[i].when != NULL; i++) {
        struct rule_at_work rule = rule_at_work(explaining, ROLE_SCHEDULE, NULL, item->schedule.list[i].when);
        rule.position = i + 1;
        rule.decided = i == taken;
        rules_put(explaining, rules, rule);
    }
}

struct item_explained explain_item(const struct explaining *explaining, size_t number)
{
    const struct sc_plan *plan = explaining->plan;
    struct item_explained explained = {
        .item = &plan->pack->items[number],
        .decided = plan_is_printed(plan) ? &plan->items[number] : NULL,
        .findings = engine_findings(plan, number),
    };
    explained.status = engine_status(explained.findings);
    assert(explained.decided == NULL || explained.decided->status == explained.status);
    put_deciding(explaining, &explained);
    if (explained.decided != NULL && explained.status == ITEM_OFFERED)
        put_beside(explaining, &explained);
    return explained;
}

struct item_explained explain_own_rules(const struct explaining *explaining, size_t number)
{
    struct item_explained explained = {
        .item = &explaining->plan->pack->items[number],
        .findings = engine_own_findings(explaining->plan, number, TRUTH_TRUE),
    };
    explained.status = engine_status(explained.findings);
    put_deciding(explaining, &explained);
    return explained;
}

enum step_state step_state(const struct plan_ladder *ladder, size_t step)
{
    switch (ladder->state) {
    case LADDER_NOT_NEEDED:
        return STEP_NOT_NEEDED;
    case LADDER_NEEDS_ANSWER:
        return STEP_OPEN;
    case LADDER_EXHAUSTED:
        return STEP_PASSED;
    default:
        return step < ladder->step ? STEP_PASSED : step == ladder->step ? STEP_OWN : STEP_ABOVE;
    }
}
