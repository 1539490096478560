/* What is laid out for the person: the texts of what is printed, and the claims that they rest on. */
#include "engine/deciding.h"
#include "engine/truths.h"

static const char *line(struct deciding *deciding, const struct text *text, struct heard_list *heard)
{
    return say(deciding, text, &deciding->refine, heard);
}

enum line_kind { LINE_CAUTION, LINE_NOTE };

/* Cautions or notes; `open` is where it is kept which cautions are unknown. Their claims go to `evidence`. */
static struct words rule_lines(struct deciding *deciding, const struct rules *rules, enum line_kind kind,
                               bool *open, struct heard_list *heard, struct number_list *evidence)
{
    const char **list = arena_array(deciding->arena, rules->count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->list[i];
        enum truth when = truth_of(deciding, rule->when);
        if (when == TRUTH_UNKNOWN)
            depend(deciding, rule->when, &deciding->refine);
        if (kind == LINE_CAUTION ? !(CAUTION_IS_PRINTED) : !(NOTE_IS_PRINTED))
            continue;
        if (when == TRUTH_TRUE)
            hear(deciding, rule->when, heard);
        if (open != NULL)
            open[count] = when == TRUTH_UNKNOWN;
        list[count++] = line(deciding, &rule->say, heard);
        number_add_all(deciding->arena, evidence, rule->evidence);
    }
    return (struct words){list, count};
}

static void lay_out_item(struct deciding *deciding, struct plan_item *decided)
{
    const struct item *item = decided->item;
    struct heard_list heard = {0};
    struct number_list evidence = {0};
    number_add_all(deciding->arena, &evidence, item->evidence);
    if (decided->status == ITEM_OFFERED) {
        if (item->offer_written)
            hear(deciding, item->offer, &heard);
        decided->say = line(deciding, &item->say, &heard);
        decided->why = line(deciding, &item->why, &heard);
        const char **how = arena_array(deciding->arena, item->how.count, sizeof *how);
        for (size_t i = 0; i < item->how.count; i++)
            how[i] = line(deciding, &item->how.list[i], &heard);
        decided->how = (struct words){how, item->how.count};
        decided->smallest = line(deciding, &item->smallest, &heard);
        decided->good = line(deciding, &item->good, &heard);
        decided->bad_day = line(deciding, &item->bad_day, &heard);
        decided->stop = line(deciding, &item->stop, &heard);
        decided->ask = line(deciding, &item->ask, &heard);
        decided->doubt = line(deciding, &item->doubt, &heard);
        bool *open = arena_array(deciding->arena, item->caution.count, sizeof *open);
        decided->cautions_open = open;
        decided->schedule = decide_schedule(deciding, item, &heard);
        decided->cautions = rule_lines(deciding, &item->caution, LINE_CAUTION, open, &heard, &evidence);
        decided->notes = rule_lines(deciding, &item->notes, LINE_NOTE, NULL, &heard, &evidence);
    }
    decided->heard = (struct heards){heard.list, heard.count};
    decided->evidence = (struct numbers){evidence.list, evidence.count};
}

static void lay_out_phases(struct deciding *deciding)
{
    const struct sc_pack *pack = deciding->pack;
    struct plan_phase *phases = arena_array(deciding->arena, pack->phase_count, sizeof *phases);
    for (size_t i = 0; i < pack->phase_count; i++)
        phases[i] = (struct plan_phase){
            .phase = &pack->phases[i],
            .goal = line(deciding, &pack->phases[i].goal, NULL),
            .say = line(deciding, &pack->phases[i].say, NULL),
            .next = line(deciding, &pack->phases[i].next, NULL),
            .each_week = line(deciding, &pack->phases[i].each_week, NULL),
        };
    deciding->plan->phases = phases;
    deciding->plan->phase_count = pack->phase_count;
}

static void lay_out_ladders(struct deciding *deciding, struct plan_ladder *ladders)
{
    for (size_t i = 0; i < deciding->plan->ladder_count; i++) {
        const struct ladder *ladder = ladders[i].ladder;
        if (ladders[i].state == LADDER_NOT_NEEDED)
            ladders[i].text = line(deciding, &ladder->otherwise, NULL);
        else if (ladders[i].state == LADDER_EXHAUSTED)
            ladders[i].text = line(deciding, &ladder->exhausted, NULL);
        else if (ladders[i].state == LADDER_ON_STEP)
            ladders[i].text = line(deciding, &ladder->steps[ladders[i].step].say, NULL);
    }
}

unsigned kinds_offered(const struct sc_plan *plan)
{
    unsigned kinds = 0;
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].status == ITEM_OFFERED)
            kinds |= item_kinds(plan->items[i].item);
    return kinds;
}

static void lay_out_warnings(struct deciding *deciding)
{
    const struct sc_pack *pack = deciding->pack;
    struct sc_plan *plan = deciding->plan;
    struct plan_warning *warnings = arena_array(deciding->arena, pack->warning_count, sizeof *warnings);
    unsigned kinds = kinds_offered(plan);
    for (size_t i = 0; i < pack->warning_count; i++) {
        const struct warning *warning = &pack->warnings[i];
        if (warning->beside != 0 && (warning->beside & kinds) == 0)
            continue;
        enum truth when = truth_of(deciding, warning->when);
        if (when == TRUTH_UNKNOWN)
            depend(deciding, warning->when, &deciding->refine);
        if (WARNING_IS_PRINTED)
            warnings[plan->warning_count++] =
                (struct plan_warning){warning, line(deciding, &warning->say, NULL)};
    }
    plan->warnings = warnings;
}

static void lay_out_reviews(struct deciding *deciding)
{
    const struct sc_pack *pack = deciding->pack;
    struct plan_review *reviews = arena_array(deciding->arena, pack->review_count, sizeof *reviews);
    for (size_t i = 0; i < pack->review_count; i++)
        reviews[i] = (struct plan_review){&pack->reviews[i], line(deciding, &pack->reviews[i].say, NULL)};
    deciding->plan->reviews = reviews;
    deciding->plan->review_count = pack->review_count;
}

/* Everything that is printed cites; the pack's order, each claim once. */
static void gather_evidence(struct deciding *deciding)
{
    struct sc_plan *plan = deciding->plan;
    bool *cited = arena_array(deciding->arena, deciding->pack->claim_count, sizeof *cited);
    size_t count = 0;
    for (size_t i = 0; i < plan->alert_count; i++)
        for (size_t k = 0; k < plan->alerts[i].alert->evidence.count; k++)
            cited[plan->alerts[i].alert->evidence.list[k]] = true;
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        for (size_t k = 0; item->status == ITEM_OFFERED && k < item->evidence.count; k++)
            cited[item->evidence.list[k]] = true;
        for (size_t r = 0; r < item->reason_count; r++)
            for (size_t k = 0; k < item->reasons[r].rule->evidence.count; k++)
                cited[item->reasons[r].rule->evidence.list[k]] = true;
    }
    for (size_t i = 0; i < plan->warning_count; i++)
        for (size_t k = 0; k < plan->warnings[i].warning->evidence.count; k++)
            cited[plan->warnings[i].warning->evidence.list[k]] = true;
    size_t *list = arena_array(deciding->arena, deciding->pack->claim_count, sizeof *list);
    for (size_t i = 0; i < deciding->pack->claim_count; i++)
        if (cited[i])
            list[count++] = i;
    plan->evidence = (struct numbers){list, count};
}

void lay_out(struct deciding *deciding)
{
    struct sc_plan *plan = deciding->plan;
    /* These lists were made by this room a moment ago; the plan hands them out as constant. */
    struct plan_item *items = arena_array(deciding->arena, plan->item_count, sizeof *items);
    for (size_t i = 0; i < plan->item_count; i++) {
        items[i] = plan->items[i];
        lay_out_item(deciding, &items[i]);
    }
    struct plan_ladder *ladders = arena_array(deciding->arena, plan->ladder_count, sizeof *ladders);
    for (size_t i = 0; i < plan->ladder_count; i++)
        ladders[i] = plan->ladders[i];
    lay_out_ladders(deciding, ladders);
    plan->items = items;
    plan->ladders = ladders;
    lay_out_phases(deciding);
    lay_out_reviews(deciding);
    lay_out_warnings(deciding);
    gather_evidence(deciding);
}
