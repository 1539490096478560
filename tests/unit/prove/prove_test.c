/* What the prover does where it is wrong, and that its sheets are the ones a person would write. */
#include "../house.h"

#include "prove/report.h"
#include "prove/terms.h"

static struct arena *arena;
static struct escape escape;

static void solver_failed(Z3_context z3, Z3_error_code code)
{
    fail_msg("the solver failed: %s", Z3_get_error_msg(z3, code));
}

static struct proving proof_of(struct sc_pack *pack)
{
    arena = arena_new(&escape);
    return (struct proving){
        .arena = arena, .pack = pack, .encoding = encoding_new(arena, pack, solver_failed), .timeout = 60000};
}

static void end(struct proving *proving, struct sc_pack *pack)
{
    encoding_free(proving->encoding);
    sc_pack_free(pack);
    arena_free(arena);
}

static const char small_pack[] = PACK_HEAD
    "questions:\n"
    "  - {id: ulcer, ask: q, type: yes-no}\n"
    "  - {id: weight, ask: q, type: decimal, range: -3.5..-1.25}\n"
    "  - {id: name, ask: q, type: text}\n"
    "alerts:\n  - {id: a, level: urgent, when: ulcer, say: s}\n"
    "phase: p\nweeks: 1+\ngoal: g\n"
    "items:\n"
    "  - {id: i, kind: advice, title: T, say: S, avoid: [{when: weight > -2, say: s}]}\n"
    "  - {id: j, kind: advice, title: T, say: S}\n"
    "invariants:\n"
    "  - {id: v, never: \"offered(i) and not (weight > -2.75)\"}\n"
    "  - {id: w, always: \"not offered(i) or weight < -2\"}\n";

static struct obligation *find(struct proving *proving, const char *kind)
{
    for (size_t i = 0; i < proving->obligations.count; i++)
        if (strcmp(proving->obligations.list[i].kind, kind) == 0)
            return &proving->obligations.list[i];
    fail_msg("there is no obligation '%s'", kind);
    return NULL;
}

static void the_smallest_sheet_has_round_numbers_near_the_middle(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(small_pack);
    struct proving proving = proof_of(pack);
    assert_true(prove_all(&proving));
    const struct obligation *failed = find(&proving, "invariant");
    assert_int_equal(failed->result, RESULT_FAILED);
    assert_true(failed->smallest);
    assert_string_equal(report_sheet(&proving, failed->counterexample, "  "), "  ulcer: no\n  weight: -3\n");
    /* -2 breaks the second one alone. */
    assert_int_equal(failed[1].result, RESULT_FAILED);
    assert_string_equal(report_sheet(&proving, failed[1].counterexample, ""), "ulcer: no\nweight: -2\n");
    assert_holds(report_case(&proving, CASE_YAML), "answers:\n  ulcer: no\n  weight: -3\nexpect: {}\n");
    end(&proving, pack);
}

/* An encoding that says more than the engine does is never believed. */
static void a_sheet_that_the_engine_does_not_confirm_is_a_defect(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(small_pack);
    struct proving proving = proof_of(pack);
    proving.encoding->items[0][ITEM_OFFERED] = proving.encoding->yes;
    assert_false(prove_all(&proving));
    assert_string_equal(proving.defect, "invariant 'v'");
    assert_non_null(proving.defect_answers);
    end(&proving, pack);
}

/* Also where the obligation itself comes out right: whatever else the terms say of a sheet is held against
 * the plan. */
static void a_wrong_term_beside_the_obligation_is_a_defect(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(small_pack);
    struct proving proving = proof_of(pack);
    proving.encoding->items[1][ITEM_OFFERED] = proving.encoding->no;
    assert_false(prove_all(&proving));
    assert_non_null(proving.defect);
    end(&proving, pack);
}

static void no_time_is_no_pass(void **state)
{
    (void)state;
    /* 12 pigeons in 11 holes. */
    enum { PIGEONS = 12, HOLES = 11 };
    struct arena *text_arena = arena_new(&escape);
    struct buffer text = buffer_in(text_arena);
    buffer_text(&text, PACK_HEAD "questions:\n");
    for (unsigned i = 0; i < PIGEONS; i++)
        buffer_print(
            &text,
            "  - {id: p%u, ask: q, type: choice, options: {h0: A, h1: A, h2: A, h3: A, h4: A, h5: A, "
            "h6: A, h7: A, h8: A, h9: A, h10: A}}\n",
            i);
    buffer_text(&text, "facts:\n");
    for (unsigned hole = 0; hole < HOLES; hole++) {
        buffer_print(&text, "  alone%u: not (no", hole);
        for (unsigned i = 0; i < PIGEONS; i++)
            for (unsigned k = 0; k < i; k++)
                buffer_print(&text, " or p%u == h%u and p%u == h%u", i, hole, k, hole);
        buffer_text(&text, ")\n");
    }
    buffer_text(
        &text,
        "phase: p\nweeks: 1+\ngoal: g\nitems:\n  - {id: i, kind: advice, title: T, say: S, offer: alone0");
    for (unsigned hole = 1; hole < HOLES; hole++)
        buffer_print(&text, " and alone%u", hole);
    buffer_text(&text, "}\n");
    struct sc_pack *pack = good_pack(buffer_string(&text));
    struct proving proving = proof_of(pack);
    proving.timeout = 50;
    assert_true(prove_all(&proving));
    assert_int_equal(find(&proving, "item")->result, RESULT_UNDECIDED);
    assert_holds(report_text(&proving, REPORT_OPEN), "NOT DECIDED  item 'i': can be offered\n");
    end(&proving, pack);
    arena_free(text_arena);
}

int main(void)
{
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_smallest_sheet_has_round_numbers_near_the_middle),
        cmocka_unit_test(a_sheet_that_the_engine_does_not_confirm_is_a_defect),
        cmocka_unit_test(a_wrong_term_beside_the_obligation_is_a_defect),
        cmocka_unit_test(no_time_is_no_pass),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    Z3_finalize_memory(); /* valgrind cannot follow what the solver keeps */
    return failed;
}
