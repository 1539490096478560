/* What may still be asked: the questions of every rule that is not decided yet and could still matter. */
#include "interview/interview.h"

struct looking {
    const struct sc_pack *pack;
    struct readings readings;
    struct questions open;
};

static void look(struct looking *looking, const struct expr *expr)
{
    if (expr != NULL && !expr_value(expr, &looking->readings).known)
        expr_reads(expr, looking->pack->fact_reads, &looking->open);
}

static void look_at_text(struct looking *looking, const struct text *text)
{
    for (size_t i = 0; i < text->count; i++) {
        const struct variant *variant = &text->variants[i];
        look(looking, variant->when);
        for (size_t k = 0; k < variant->piece_count; k++) {
            if (variant->pieces[k].kind == PIECE_QUESTION)
                questions_put(&looking->open, variant->pieces[k].number);
            if (variant->pieces[k].kind == PIECE_FACT)
                look(looking, looking->pack->fact_rules[variant->pieces[k].number]);
        }
    }
}

static void look_at_rules(struct looking *looking, const struct rules *rules)
{
    for (size_t i = 0; i < rules->count; i++) {
        look(looking, rules->list[i].when);
        look_at_text(looking, &rules->list[i].say);
    }
}

static bool is_out(const struct looking *looking, const struct item *item)
{
    const struct expr *gate = item->ladder != SIZE_MAX ? looking->pack->ladders[item->ladder].when : NULL;
    if (gate != NULL && expr_is(gate, &looking->readings) == TRUTH_FALSE)
        return true;
    if (expr_is(item->offer, &looking->readings) == TRUTH_FALSE ||
        expr_is(item->spent, &looking->readings) == TRUTH_TRUE)
        return true;
    for (size_t i = 0; i < item->avoid.count; i++)
        if (expr_is(item->avoid.list[i].when, &looking->readings) == TRUTH_TRUE)
            return true;
    return false;
}

static void look_at_item(struct looking *looking, const struct item *item)
{
    const struct text *texts[] = {&item->say,     &item->why,  &item->smallest, &item->good,
                                  &item->bad_day, &item->stop, &item->ask,      &item->doubt};
    if (is_out(looking, item))
        return;
    look_at_rules(looking, &item->avoid);
    look(looking, item->offer);
    look(looking, item->spent);
    look_at_rules(looking, &item->caution);
    look_at_rules(looking, &item->notes);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        look_at_text(looking, texts[i]);
    for (size_t i = 0; i < item->how.count; i++)
        look_at_text(looking, &item->how.list[i]);
    for (size_t i = 0; i < item->schedule.count; i++) {
        const struct schedule *schedule = &item->schedule.list[i];
        const struct expr *exprs[] = {schedule->when, schedule->start, schedule->add, schedule->until,
                                      schedule->days};
        for (size_t k = 0; k < sizeof exprs / sizeof exprs[0]; k++)
            look(looking, exprs[k]);
    }
}

static void look_at_all(struct looking *looking)
{
    const struct sc_pack *pack = looking->pack;
    look_at_text(looking, &pack->notice);
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        look_at_text(looking, &pack->call[i]);
    for (size_t i = 0; i < pack->alert_count; i++) {
        look(looking, pack->alerts[i].when);
        look_at_text(looking, &pack->alerts[i].say);
        look_at_text(looking, &pack->alerts[i].why);
    }
    for (size_t i = 0; i < pack->ladder_count; i++)
        look(looking, pack->ladders[i].when);
    for (size_t i = 0; i < pack->item_count; i++)
        look_at_item(looking, &pack->items[i]);
    for (size_t i = 0; i < pack->warning_count; i++) {
        look(looking, pack->warnings[i].when);
        look_at_text(looking, &pack->warnings[i].say);
    }
    for (size_t i = 0; i < pack->phase_count; i++) {
        look_at_text(looking, &pack->phases[i].goal);
        look_at_text(looking, &pack->phases[i].say);
        look_at_text(looking, &pack->phases[i].next);
        look_at_text(looking, &pack->phases[i].each_week);
    }
    for (size_t i = 0; i < pack->review_count; i++)
        look_at_text(looking, &pack->reviews[i].say);
}

struct questions interview_open(struct arena *arena, const struct sc_pack *pack, const struct value *answers)
{
    struct value *facts = arena_array(arena, pack->fact_count, sizeof *facts);
    struct looking looking = {
        .pack = pack, .readings = {.answers = answers, .facts = facts, .fact_rules = pack->fact_rules}};
    for (size_t i = 0; i < pack->fact_count; i++)
        facts[pack->fact_order[i]] = expr_value(pack->fact_rules[pack->fact_order[i]], &looking.readings);
    look_at_all(&looking);
    return looking.open;
}
