/* Which decisions hang on a question, and how far its answer can rise before one of them may change. */
#include "compare/single.h"

#include "rules/rules.h"

struct rule_reading {
    const struct expr *rule;
    struct questions reads;
};

struct rising {
    const struct sc_plan *plan;
    struct value *answers, *facts; /* as they are with the answer that rises */
    struct slope *slopes;          /* by fact */
    struct rule_reading *rules;    /* all that decide something */
    size_t rule_count;
};

/* What decides a status, an alert or a step; texts, cautions and notes do not. */
static bool decides(const struct pack_rule *rule)
{
    switch (rule->kind) {
    case RULE_ALERT:
    case RULE_GATE:
    case RULE_OFFER:
    case RULE_SPENT:
    case RULE_AVOID:
        return true;
    default:
        return false;
    }
}

static void gather_rules(struct arena *arena, struct rising *rising)
{
    const struct pack_rules all = rules_of(arena, rising->plan->pack);
    rising->rules = arena_array(arena, all.count, sizeof *rising->rules);
    for (size_t i = 0; i < all.count; i++) {
        if (!decides(&all.list[i]))
            continue;
        struct rule_reading *reading = &rising->rules[rising->rule_count++];
        reading->rule = all.list[i].when;
        expr_reads(reading->rule, rising->plan->pack->fact_reads, &reading->reads);
    }
}

static struct slope level_slope(const struct sc_pack *pack, size_t fact, struct value value)
{
    bool number = expr_type(pack->fact_rules[fact]) == VALUE_NUMBER;
    return number && value.known ? (struct slope){true, value.number, {0, 1}}
                                 : (struct slope){.known = false};
}

struct rising *rising_over(struct arena *arena, const struct sc_plan *plan)
{
    const struct sc_pack *pack = plan->pack;
    struct rising *rising = arena_alloc(arena, sizeof *rising);
    rising->plan = plan;
    rising->answers = arena_array(arena, pack->question_count, sizeof *rising->answers);
    rising->facts = arena_array(arena, pack->fact_count, sizeof *rising->facts);
    rising->slopes = arena_array(arena, pack->fact_count, sizeof *rising->slopes);
    for (size_t i = 0; i < pack->question_count; i++)
        rising->answers[i] = plan->answers[i];
    for (size_t i = 0; i < pack->fact_count; i++) {
        rising->facts[i] = plan->facts[i];
        rising->slopes[i] = level_slope(pack, i, plan->facts[i]);
    }
    gather_rules(arena, rising);
    return rising;
}

bool rising_matters(const struct rising *rising, size_t question)
{
    for (size_t i = 0; i < rising->rule_count; i++)
        if (questions_has(&rising->rules[i].reads, question))
            return true;
    return false;
}

struct rational rising_step(const struct question *question)
{
    enum { MILLIONTHS = 1000000 }; /* a decimal has at most six digits behind its point */
    return (struct rational){1, question->type == SC_INTEGER ? 1 : MILLIONTHS};
}

/* Facts that read the question follow it; each stands after those that it reads. */
static void follow_facts(struct rising *rising, const struct readings *readings, struct rise *rise)
{
    const struct sc_pack *pack = rising->plan->pack;
    for (size_t i = 0; i < pack->fact_count; i++) {
        size_t fact = pack->fact_order[i];
        if (!questions_has(&pack->fact_reads[fact], rise->question))
            continue;
        rising->facts[fact] = expr_value(pack->fact_rules[fact], readings);
        rising->slopes[fact] = expr_rise(pack->fact_rules[fact], readings, rise);
    }
}

/* All is as it was before the answer rose. */
static void settle(struct rising *rising, size_t question)
{
    const struct sc_pack *pack = rising->plan->pack;
    rising->answers[question] = rising->plan->answers[question];
    for (size_t i = 0; i < pack->fact_count; i++)
        if (questions_has(&pack->fact_reads[i], question)) {
            rising->facts[i] = rising->plan->facts[i];
            rising->slopes[i] = level_slope(pack, i, rising->facts[i]);
        }
}

int64_t rising_steps(struct rising *rising, size_t question, struct rational from, int64_t most)
{
    const struct sc_pack *pack = rising->plan->pack;
    const struct readings readings = {
        .answers = rising->answers, .facts = rising->facts, .fact_rules = pack->fact_rules};
    struct rise rise = {.question = question,
                        .step = rising_step(&pack->questions[question]),
                        .facts = rising->slopes,
                        .steps = most};
    rising->answers[question] = (struct value){.known = true, .number = from};
    follow_facts(rising, &readings, &rise);
    for (size_t i = 0; i < rising->rule_count; i++)
        if (questions_has(&rising->rules[i].reads, question))
            expr_rise(rising->rules[i].rule, &readings, &rise);
    settle(rising, question);
    return rise.steps;
}
