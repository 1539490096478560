/* Every case of a pack, one after the other. */
#include "cases/cases.h"

#include "engine/engine.h"
#include "support/call.h"

static void hold_invariants(struct comparing *comparing)
{
    const struct sc_pack *pack = comparing->pack;
    for (size_t i = 0; i < pack->invariant_count; i++) {
        const struct invariant *invariant = &pack->invariants[i];
        if (engine_holds(comparing->plan, invariant))
            continue;
        const char *about = arena_print(comparing->arena, "the invariant '%s' does not hold", invariant->id);
        const char *rule = arena_print(comparing->arena, "%s: %s", invariant->never ? "never" : "always",
                                       expr_written(invariant->rule));
        add_row(comparing, add_difference(comparing, about, invariant->place),
                (struct row){ROW_BROKEN, rule, NULL});
    }
}

static void run_case(struct sc_cases *cases, const struct case_file *file, struct case_result *result,
                     struct sc_diagnostics *diagnostics)
{
    struct arena *arena = cases->arena;
    const struct sc_pack *pack = cases->pack;
    struct sc_sheet *sheet = sheet_in(arena, pack);
    if (!sheet_take(sheet, file->tree, file->answers, diagnostics))
        return;
    /* A case does not depend on the day: it is run on the one on which the content was checked. */
    struct date today = date_is_set(pack->reviewed) ? pack->reviewed : (struct date){2000, 1, 1};
    const struct sc_plan *plan =
        engine_plan(arena, pack, sheet->answers, NULL, today, (struct date){0, 0, 0});
    struct comparing comparing = {arena, diagnostics, pack, plan, file->tree, NULL, result};
    coverage_look(&cases->coverage, plan);
    compare_expectations(&comparing, file->expect);
    hold_invariants(&comparing);
    if (result->difference_count > 0)
        result->failure = failure_words(arena, result);
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
    *run = (struct sc_cases){.arena = arena, .pack = pack, .coverage = coverage_of(arena, pack)};
    const struct case_file *files = pack_read_cases(arena, pack, &run->count, running->diagnostics);
    run->list = arena_array(arena, run->count, sizeof *run->list);
    for (size_t i = 0; i < run->count; i++) {
        run->list[i].name =
            arena_print(arena, "%s: %s", files[i].path, files[i].name != NULL ? files[i].name : "");
        run_case(run, &files[i], &run->list[i], running->diagnostics);
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

size_t sc_cases_gaps(const struct sc_cases *cases)
{
    return coverage_gaps(&cases->coverage);
}

const char *sc_case_name(const struct sc_cases *cases, size_t number)
{
    return number < cases->count ? cases->list[number].name : NULL;
}

const char *sc_case_failure(const struct sc_cases *cases, size_t number)
{
    return number < cases->count ? cases->list[number].failure : NULL;
}

struct case_writing {
    const struct sc_cases *cases;
    const struct sc_cases_request *request;
    char **text;
};

static enum sc_status write_cases(struct arena *arena, void *context)
{
    static void (*const writers[])(const struct sc_cases *, const struct sc_cases_request *,
                                   struct buffer *) = {
        [SC_CASES_TEXT] = cases_write_text,
        [SC_CASES_TAP] = cases_write_tap,
    };
    const struct case_writing *writing = context;
    struct buffer out = buffer_in(arena);
    writers[writing->request->format](writing->cases, writing->request, &out);
    *writing->text = call_result(buffer_string(&out), out.length);
    return *writing->text != NULL ? SC_OK : SC_NO_MEMORY;
}

enum sc_status sc_cases_write(const struct sc_cases *cases, const struct sc_cases_request *request,
                              struct sc_diagnostics *diagnostics, char **text)
{
    struct case_writing writing = {cases, request, text};
    return call_in_new(ARENA_GOES, diagnostics, write_cases, &writing);
}
