/* What would have to change: the engine is asked again and again, each time with what stands in the way taken
 * away and all else as it is. */
#include "why/why.h"

#include <assert.h>

/* A rule's value, now that some of them are taken to be otherwise. */
static enum truth value_in(const struct rule_at_work *rule, struct findings findings)
{
    const enum truth value = rule_truth(rule);
    switch (rule->role) {
    case ROLE_GATE:
        return findings.gate;
    case ROLE_OFFER:
        return findings.offer;
    case ROLE_SPENT:
        return findings.spent;
    default:
        return findings.avoid == TRUTH_FALSE || (findings.avoid == TRUTH_UNKNOWN && value == TRUTH_TRUE)
                   ? TRUTH_FALSE
                   : value;
    }
}

static void name_rules(const struct explaining *explaining, const struct item_explained *item,
                       struct findings findings, struct obstacle *obstacle)
{
    const struct rules_at_work *rules = &item->rules;
    bool *needed = arena_array(explaining->arena, explaining->plan->pack->question_count, sizeof *needed);
    obstacle->rules = arena_array(explaining->arena, rules->count, sizeof *obstacle->rules);
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule_at_work *rule = &rules->list[i];
        if (!role_decides(rule->role, obstacle->status, value_in(rule, findings), findings))
            continue;
        obstacle->rules[obstacle->rule_count++] = rule;
        for (size_t k = 0; k < rule->needs.count; k++)
            needed[rule->needs.list[k]] = true;
    }
    size_t *needs = arena_array(explaining->arena, explaining->plan->pack->question_count, sizeof *needs);
    for (size_t i = 0; i < explaining->plan->pack->question_count; i++)
        if (needed[i])
            needs[obstacle->needs.count++] = i;
    obstacle->needs.list = needs;
}

/* The avoids that are not true: some may be unknown. */
static enum truth other_avoids(const struct rules_at_work *rules)
{
    enum truth others = TRUTH_FALSE;
    for (size_t i = 0; i < rules->count; i++)
        if (rules->list[i].role == ROLE_AVOID && rule_truth(&rules->list[i]) == TRUTH_UNKNOWN)
            others = TRUTH_UNKNOWN;
    return others;
}

static enum truth unless_unknown(enum truth value, enum truth otherwise)
{
    return value == TRUTH_UNKNOWN ? otherwise : value;
}

/* Under a gate that is false no step is kept: with the gate the steps come back. */
static void open_gate(const struct explaining *explaining, const struct item *item, struct findings *findings)
{
    findings->gate = TRUTH_TRUE;
    findings->above = engine_lowest_step(explaining->plan, item->ladder, TRUTH_TRUE) < item->step;
}

struct numbers steps_left(const struct explaining *explaining, size_t number, size_t before, enum truth gate)
{
    const struct ladder *ladder = &explaining->plan->pack->ladders[number];
    size_t *list = arena_array(explaining->arena, before, sizeof *list), count = 0;
    for (size_t i = 0; i < before; i++)
        if (engine_step_is_kept(explaining->plan, &ladder->steps[i], gate))
            list[count++] = i;
    return (struct numbers){list, count};
}

static struct findings without(const struct explaining *explaining, const struct item_explained *item,
                               struct findings findings, enum item_status obstacle)
{
    switch (obstacle) {
    case ITEM_WITHHELD:
        findings.avoid = other_avoids(&item->rules);
        break;
    case ITEM_NOT_NEEDED:
        findings.offer = findings.offer == TRUTH_FALSE ? TRUTH_TRUE : findings.offer;
        if (findings.gate == TRUTH_FALSE)
            open_gate(explaining, item->item, &findings);
        break;
    case ITEM_SPENT:
        findings.spent = TRUTH_FALSE;
        break;
    case ITEM_LATER:
        findings.above = false;
        break;
    default: /* a gate is asked before what lies behind it */
        if (findings.gate == TRUTH_UNKNOWN) {
            findings.gate = TRUTH_TRUE;
            break;
        }
        findings.offer = unless_unknown(findings.offer, TRUTH_TRUE);
        findings.avoid = unless_unknown(findings.avoid, TRUTH_FALSE);
        findings.spent = unless_unknown(findings.spent, TRUTH_FALSE);
    }
    return findings;
}

static bool share_questions(struct numbers some, struct numbers others)
{
    for (size_t i = 0; i < some.count; i++)
        if (is_among(others, some.list[i]))
            return true;
    return false;
}

/* Is this item out for an answer that the obstacle's rules read too? */
static bool hangs_on_the_same(const struct explaining *explaining, size_t number,
                              const struct obstacle *obstacle)
{
    const struct item_explained item = explain_own_rules(explaining, number);
    for (size_t i = 0; i < item.rules.count; i++) {
        const struct rule_at_work *rule = &item.rules.list[i];
        if (rule->role == ROLE_GATE ||
            !role_decides(rule->role, item.status, rule_truth(rule), item.findings))
            continue;
        for (size_t k = 0; k < obstacle->rule_count; k++)
            if (share_questions(rule->reads, obstacle->rules[k]->reads))
                return true;
    }
    return false;
}

static struct numbers steps_freed(const struct explaining *explaining, const struct item *item,
                                  const struct obstacle *obstacle)
{
    const struct ladder *ladder = &explaining->plan->pack->ladders[item->ladder];
    size_t *list = arena_array(explaining->arena, item->step, sizeof *list), count = 0;
    for (size_t step = 0; step < item->step; step++) {
        const size_t first = ladder->steps[step].first_item, end = first + ladder->steps[step].item_count;
        size_t number = first;
        if (engine_step_is_kept(explaining->plan, &ladder->steps[step], TRUTH_TRUE))
            continue;
        while (number < end && !hangs_on_the_same(explaining, number, obstacle))
            number++;
        if (number < end)
            list[count++] = step;
    }
    return (struct numbers){list, count};
}

struct obstacles obstacles_of(const struct explaining *explaining, const struct item_explained *item)
{
    struct obstacles obstacles = {.count = 0};
    struct findings findings = item->findings;
    for (enum item_status status; (status = engine_status(findings)) != ITEM_OFFERED;) {
        assert(obstacles.count <
               MOST_OBSTACLES); /* each of them goes once, an answer that is open at most twice */
        struct obstacle *obstacle = &obstacles.list[obstacles.count++];
        obstacle->status = status;
        name_rules(explaining, item, findings, obstacle);
        if (item->item->ladder != SIZE_MAX && status != ITEM_LATER && status != ITEM_NEEDS_ANSWER)
            obstacle->frees = steps_freed(explaining, item->item, obstacle);
        if (status == ITEM_LATER)
            obstacle->steps = steps_left(explaining, item->item->ladder, item->item->step, findings.gate);
        findings = without(explaining, item, findings, status);
    }
    return obstacles;
}
