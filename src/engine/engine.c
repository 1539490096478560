/* The order of decisions: facts, alerts, items, and then what is laid out. */
#include "engine/deciding.h"
#include "support/call.h"

#include <string.h>

/* Each fact after those that it reads. */
static void decide_facts(struct deciding *deciding)
{
    const struct sc_pack *pack = deciding->pack;
    struct value *facts = arena_array(deciding->arena, pack->fact_count, sizeof *facts);
    struct questions *depends = arena_array(deciding->arena, pack->fact_count, sizeof *depends);
    deciding->readings.facts = deciding->plan->facts = facts;
    deciding->readings.fact_depends = deciding->plan->fact_depends = depends;
    deciding->readings.fact_rules = pack->fact_rules;
    for (size_t i = 0; i < pack->fact_count; i++) {
        size_t fact = pack->fact_order[i];
        facts[fact] = expr_value(pack->fact_rules[fact], &deciding->readings);
        if (!facts[fact].known)
            depend(deciding, pack->fact_rules[fact], &depends[fact]);
    }
}

static void decide_printed(struct deciding *deciding)
{
    struct sc_plan *plan = deciding->plan;
    decide_items(deciding);
    plan->missing = questions_in_order(deciding, &deciding->missing);
    plan->status = plan->missing.count > 0 ? SC_INCOMPLETE : SC_READY;
    lay_out(deciding);
    questions_drop(&deciding->refine, &deciding->missing);
    plan->refine = questions_in_order(deciding, &deciding->refine);
}

struct sc_plan *engine_plan(struct arena *arena, const struct sc_pack *pack, const struct value *answers,
                            const char *sheet_id, struct date today, struct date start)
{
    struct sc_plan *plan = arena_alloc(arena, sizeof *plan);
    struct value *kept = arena_array(arena, pack->question_count, sizeof *kept);
    if (pack->question_count > 0)
        memcpy(kept, answers, pack->question_count * sizeof *kept);
    for (size_t i = 0; i < pack->question_count; i++)
        if (kept[i].known && pack->questions[i].type == SC_TEXT)
            kept[i].text = arena_text(arena, kept[i].text);
    *plan = (struct sc_plan){.arena = arena, .pack = pack, .made = today, .start = start, .answers = kept};
    plan->sheet_id = sheet_id != NULL ? arena_text(arena, sheet_id) : NULL;
    plan->expired = date_is_set(pack->review_by) && date_compare(today, pack->review_by) > 0;

    struct deciding deciding = {.arena = arena, .pack = pack, .plan = plan, .readings = {.answers = kept}};
    decide_facts(&deciding);
    decide_alerts(&deciding);
    plan->notice = say(&deciding, &pack->notice, &deciding.refine, NULL);
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        plan->call[i] = say(&deciding, &pack->call[i], &deciding.refine, NULL);
    if (plan->status == SC_READY)
        decide_printed(&deciding);
    else
        plan->missing = questions_in_order(&deciding, &deciding.missing);
    return plan;
}

/* A day that must be one, or one that may be left out. */
static bool read_day(struct sc_diagnostics *diagnostics, const char *text, struct date *date)
{
    if (text != NULL && date_read(text, date))
        return true;
    diagnostics_error(diagnostics, (struct place){NULL, 0, 0}, NULL,
                      "'%s' is no day: YYYY-MM-DD, years 1900 to 2999", text != NULL ? text : "");
    return false;
}

struct plan_making {
    const struct sc_pack *pack;
    const struct sc_sheet *sheet;
    struct sc_dates dates;
    struct sc_diagnostics *diagnostics;
    struct sc_plan **plan;
};

static enum sc_status make_plan(struct arena *arena, void *context)
{
    const struct plan_making *making = context;
    struct date today = {0, 0, 0}, start = {0, 0, 0};
    if (!read_day(making->diagnostics, making->dates.today, &today) ||
        (making->dates.start != NULL && !read_day(making->diagnostics, making->dates.start, &start)))
        return SC_INVALID;
    *making->plan = engine_plan(arena, making->pack, making->sheet->answers, making->sheet->id, today, start);
    return SC_OK;
}

enum sc_status sc_plan_make(const struct sc_pack *pack, const struct sc_sheet *sheet, struct sc_dates dates,
                            struct sc_diagnostics *diagnostics, struct sc_plan **plan)
{
    struct plan_making making = {pack, sheet, dates, diagnostics, plan};
    return call_in_new(ARENA_STAYS, diagnostics, make_plan, &making);
}
