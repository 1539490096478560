/* Every allocation of an arena fails once: each call says so, nothing leaks, nothing is half done. The linker
 * puts
 * __wrap_calloc in the place of calloc. */
#include "../house.h"

void *__real_calloc(size_t count, size_t size); /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c) */
void *__wrap_calloc(size_t count, size_t size); /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c) */

static size_t calls, failing; /* the call with this number fails, from 1; 0: none */

void *__wrap_calloc(size_t count, size_t size) /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c) */
{
    return ++calls == failing ? NULL : __real_calloc(count, size);
}

/* The main job, and an interview; true: all of it was done. */
static bool whole_job(const char *folder)
{
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct sc_pack *pack = NULL, *second = NULL;
    struct sc_sheet *sheet = NULL;
    struct sc_plan *plan = NULL;
    struct sc_interview *interview = NULL;
    struct sc_cases *cases = NULL;
    char *text = NULL, *list = NULL, *report = NULL;
    const struct sc_cases_request tap = {.format = SC_CASES_TAP};
    size_t length = 0, question = 0;
    const char *why = NULL, *answers = "{\"age\":40,\"hard\":[\"money\"]}";
    bool done =
        diagnostics != NULL && sc_pack_open_builtin("chronic-back-pain", diagnostics, &pack) == SC_OK &&
        sc_pack_open_folder(folder, diagnostics, &second) == SC_OK && (sheet = sc_sheet_new(pack)) != NULL &&
        sc_sheet_read_bytes(sheet, "a.json", answers, strlen(answers), diagnostics) == SC_OK &&
        sc_sheet_set(sheet, "flags_now=none", diagnostics) == SC_OK &&
        sc_plan_make(pack, sheet, (struct sc_dates){"2026-11-23", NULL}, diagnostics, &plan) == SC_OK &&
        sc_plan_write(plan, SC_TEXT_PAGE, NULL, diagnostics, &text, &length) == SC_OK &&
        sc_questions_write(pack, SC_LIST_TEXT, 80, diagnostics, &list) == SC_OK &&
        (interview = sc_interview_new(pack, sheet, SC_ASK_ALL)) != NULL &&
        sc_interview_next(interview, diagnostics, &question) == SC_OK &&
        sc_interview_answer(interview, "us", &why) == SC_OK &&
        sc_cases_run(second, diagnostics, &cases) == SC_OK &&
        sc_cases_write(cases, &tap, diagnostics, &report) == SC_OK &&
        sc_diagnostics_text(diagnostics) != NULL;
    free(text);
    free(list);
    free(report);
    sc_cases_free(cases);
    sc_interview_free(interview);
    sc_plan_free(plan);
    sc_sheet_free(sheet);
    sc_pack_free(second);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return done;
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    const char *folder = STEPCARE_SOURCE "/plans/chronic-back-pain";
    failing = calls = 0;
    assert_true(whole_job(folder));
    size_t all = calls;
    assert_true(all > 20);
    for (size_t at = 1; at <= all; at++) {
        failing = at;
        calls = 0;
        if (whole_job(folder))
            fail_msg("allocation %zu of %zu failed, and nobody noticed", at, all);
    }
    failing = 0;
    assert_true(whole_job(folder));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_allocation_may_fail)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
