/* Every case of a pack, one after the other. */
#include "cases/cases.h"

#include "engine/engine.h"
#include "support/buffer.h"
#include "support/call.h"

static const char *run_case(struct arena *arena, const struct sc_pack *pack, const struct case_file *file,
                            struct sc_diagnostics *diagnostics)
{
    struct sc_sheet *sheet = sheet_in(arena, pack);
    if (!sheet_take(sheet, file->tree, file->answers, diagnostics))
        return NULL;
    /* A case does not depend on the day: it is run on the one on which the content was checked. */
    struct date today = date_is_set(pack->reviewed) ? pack->reviewed : (struct date){2000, 1, 1};
    const struct sc_plan *plan =
        engine_plan(arena, pack, sheet->answers, NULL, today, (struct date){0, 0, 0});
    struct buffer failure = buffer_in(arena);
    struct comparing comparing = {arena, diagnostics, pack, plan, file->tree, &failure};
    compare_expectations(&comparing, file->expect);
    for (size_t i = 0; i < pack->invariant_count; i++)
        if (!engine_holds(plan, &pack->invariants[i]))
            buffer_print(&failure, "    the invariant '%s' does not hold\n", pack->invariants[i].id);
    return failure.length > 0 ? buffer_string(&failure) : NULL;
}

struct running {
    const struct sc_pack *pack;
    struct sc_diagnostics *diagnostics;
    struct sc_cases **cases;
};

static enum sc_status run_cases(struct arena *arena, void *context)
{
    const struct running *running = context;
    const struct sc_pack *pack = running->pack;
    size_t errors = diagnostics_errors(running->diagnostics);
    struct sc_cases *run = arena_alloc(arena, sizeof *run);
    run->arena = arena;
    const struct case_file *files = pack_read_cases(arena, pack, &run->count, running->diagnostics);
    run->list = arena_array(arena, run->count, sizeof *run->list);
    for (size_t i = 0; i < run->count; i++) {
        run->list[i].name =
            arena_print(arena, "%s: %s", files[i].path, files[i].name != NULL ? files[i].name : "");
        run->list[i].failure = run_case(arena, pack, &files[i], running->diagnostics);
        run->failed += run->list[i].failure != NULL;
    }
    if (diagnostics_errors(running->diagnostics) > errors)
        return SC_INVALID;
    *running->cases = run;
    return SC_OK;
}

enum sc_status sc_cases_run(const struct sc_pack *pack, struct sc_diagnostics *diagnostics,
                            struct sc_cases **cases)
{
    struct running running = {pack, diagnostics, cases};
    return call_in_new(ARENA_STAYS, diagnostics, run_cases, &running);
}

enum sc_status sc_cases_check(const struct sc_pack *pack, struct sc_diagnostics *diagnostics)
{
    struct sc_cases *cases = NULL;
    enum sc_status status = sc_cases_run(pack, diagnostics, &cases);
    sc_cases_free(cases);
    return status;
}

void sc_cases_free(struct sc_cases *cases)
{
    if (cases != NULL)
        arena_free(cases->arena);
}

size_t sc_cases_count(const struct sc_cases *cases)
{
    return cases->count;
}

size_t sc_cases_failed(const struct sc_cases *cases)
{
    return cases->failed;
}

const char *sc_case_name(const struct sc_cases *cases, size_t number)
{
    return number < cases->count ? cases->list[number].name : NULL;
}

const char *sc_case_failure(const struct sc_cases *cases, size_t number)
{
    return number < cases->count ? cases->list[number].failure : NULL;
}
