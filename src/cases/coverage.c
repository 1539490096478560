/* Which rules the cases have seen with which truth, and where a rule's truth counts at all. */
#include "cases/cases.h"

enum { SEEN_FALSE = 1 << TRUTH_FALSE, SEEN_TRUE = 1 << TRUTH_TRUE, SEEN_UNKNOWN = 1 << TRUTH_UNKNOWN };

/* Does the truth of the rule count in this plan: would the plan be another one if it were another? */
typedef bool counting(const struct sc_plan *plan, const struct pack_rule *rule);

static bool counts_where_printed(const struct sc_plan *plan, const struct pack_rule *rule)
{
    (void)rule;
    return plan_is_printed(plan);
}

/* One that withholds decides whether there is a plan; a note stands in a printed one. */
static bool counts_as_alert(const struct sc_plan *plan, const struct pack_rule *rule)
{
    return plan_is_printed(plan) || alert_withholds(&plan->pack->alerts[rule->first]);
}

static bool is_gated(const struct sc_plan *plan, const struct item *item)
{
    return item->ladder != SIZE_MAX && plan->ladders[item->ladder].state == LADDER_NOT_NEEDED;
}

/* Behind an avoid that is true, or a gate that is false, nobody asks. */
static bool counts_as_offer(const struct sc_plan *plan, const struct pack_rule *rule)
{
    return plan_is_printed(plan) && plan->items[rule->first].status != ITEM_WITHHELD &&
           !is_gated(plan, plan->items[rule->first].item);
}

/* Nor behind an offer that is false. */
static bool counts_as_spent(const struct sc_plan *plan, const struct pack_rule *rule)
{
    return counts_as_offer(plan, rule) && plan->items[rule->first].status != ITEM_NOT_NEEDED;
}

static bool counts_where_offered(const struct sc_plan *plan, const struct pack_rule *rule)
{
    return sight_is_seen(plan, (struct sight){SIGHT_OFFERED, rule->first, 0});
}

static bool counts_beside_its_kinds(const struct sc_plan *plan, const struct pack_rule *rule)
{
    unsigned beside = plan->pack->warnings[rule->first].beside;
    return plan_is_printed(plan) && (beside == 0 || (beside & kinds_offered(plan)) != 0);
}

/* The text is printed, and no earlier variant of it was taken. */
static bool counts_as_variant(const struct sc_plan *plan, const struct pack_rule *rule)
{
    const struct readings readings = engine_readings(plan);
    return sight_is_seen(plan, rule->printed) && rule_taken_variant(rule, &readings) >= rule->variant;
}

static counting *const counts[RULE_KIND_COUNT] = {
    [RULE_ALERT] = counts_as_alert,           [RULE_GATE] = counts_where_printed,
    [RULE_OFFER] = counts_as_offer,           [RULE_SPENT] = counts_as_spent,
    [RULE_AVOID] = counts_where_printed, /* every true one is a reason that is printed */
    [RULE_CAUTION] = counts_where_offered,    [RULE_NOTE] = counts_where_offered,
    [RULE_WARNING] = counts_beside_its_kinds, [RULE_VARIANT] = counts_as_variant,
};

/* A variant is taken, or passed over, be it false or unknown. */
static enum truth truth_in(const struct sc_plan *plan, const struct pack_rule *rule)
{
    const struct readings readings = engine_readings(plan);
    if (rule->kind != RULE_VARIANT)
        return expr_is(rule->when, &readings);
    return rule_taken_variant(rule, &readings) == rule->variant ? TRUTH_TRUE : TRUTH_FALSE;
}

struct coverage coverage_of(struct arena *arena, const struct sc_pack *pack)
{
    struct coverage coverage = {.rules = rules_of(arena, pack)};
    coverage.seen = arena_array(arena, coverage.rules.count, sizeof *coverage.seen);
    return coverage;
}

void coverage_look(struct coverage *coverage, const struct sc_plan *plan)
{
    for (size_t i = 0; i < coverage->rules.count; i++) {
        const struct pack_rule *rule = &coverage->rules.list[i];
        if (rule_is_written(rule) && counts[rule->kind](plan, rule))
            coverage->seen[i] |= 1u << truth_in(plan, rule);
    }
}

/* Both, where both can be; else the one that can be, and unknown if it can be that. */
static unsigned wanted(const struct pack_rule *rule)
{
    const unsigned both = SEEN_TRUE | SEEN_FALSE;
    unsigned possible = rule->possible;
    if (rule->kind == RULE_VARIANT && (possible & SEEN_UNKNOWN) != 0)
        possible = (possible & SEEN_TRUE) | SEEN_FALSE;
    return (possible & both) == both ? both : possible;
}

unsigned coverage_gap(const struct coverage *coverage, size_t number)
{
    const struct pack_rule *rule = &coverage->rules.list[number];
    return rule_is_written(rule) ? wanted(rule) & ~coverage->seen[number] : 0;
}

size_t coverage_gaps(const struct coverage *coverage)
{
    size_t gaps = 0;
    for (size_t i = 0; i < coverage->rules.count; i++)
        gaps += coverage_gap(coverage, i) != 0;
    return gaps;
}

size_t coverage_rules(const struct coverage *coverage)
{
    size_t written = 0;
    for (size_t i = 0; i < coverage->rules.count; i++)
        written += rule_is_written(&coverage->rules.list[i]);
    return written;
}

const char *coverage_words(struct arena *arena, unsigned truths, const char *between)
{
    static const struct {
        unsigned truth;
        const char *word;
    } words[] = {{SEEN_TRUE, "true"}, {SEEN_FALSE, "false"}, {SEEN_UNKNOWN, "unknown"}};
    struct buffer out = buffer_in(arena);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if ((truths & words[i].truth) != 0)
            buffer_print(&out, "%s%s", out.length > 0 ? between : "", words[i].word);
    return buffer_string(&out);
}
