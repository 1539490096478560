/* The expression language: what it means, what it refuses, what an unknown depends on. */
#include "small_scope.h"

static void kleene_tables_hold(void **state)
{
    (void)state;
    static const enum truth and_table[3][3] = {{TRUTH_FALSE, TRUTH_FALSE, TRUTH_FALSE},
                                               {TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN},
                                               {TRUTH_FALSE, TRUTH_UNKNOWN, TRUTH_UNKNOWN}};
    static const enum truth or_table[3][3] = {{TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN},
                                              {TRUTH_TRUE, TRUTH_TRUE, TRUTH_TRUE},
                                              {TRUTH_UNKNOWN, TRUTH_TRUE, TRUTH_UNKNOWN}};
    for (int a = 0; a < 3; a++)
        for (int b = 0; b < 3; b++) {
            forget();
            if (a < 2)
                know_truth(2, a == 1);
            if (b < 2)
                know_truth(3, b == 1);
            expect("ulcer and smoker", and_table[a][b]);
            expect("ulcer or smoker", or_table[a][b]);
            expect("not ulcer", a == 2 ? TRUTH_UNKNOWN : a == 0 ? TRUTH_TRUE : TRUTH_FALSE);
        }
}

static void an_unanswered_question_is_neither_yes_nor_no(void **state)
{
    (void)state;
    forget();
    expect("ulcer", TRUTH_UNKNOWN);
    expect("ulcer == no", TRUTH_UNKNOWN);
    expect("ulcer != yes", TRUTH_UNKNOWN);
    expect("aspirin not in drugs", TRUTH_UNKNOWN);
    expect("count(drugs) == 0", TRUTH_UNKNOWN);
    expect("time != little", TRUTH_UNKNOWN);
    expect("age >= 0", TRUTH_UNKNOWN);
    expect("age * 0 == 0", TRUTH_UNKNOWN);
    expect("age not in [1, 2]", TRUTH_UNKNOWN);
    expect("min(age, 0) <= 0", TRUTH_UNKNOWN);
}

static void operators_bind_as_the_table_says(void **state)
{
    (void)state;
    forget();
    know_number(0, 20);
    know_truth(2, false);
    know_truth(3, true);
    expect("smoker or ulcer and ulcer", TRUTH_TRUE);
    expect("not ulcer and smoker", TRUTH_TRUE);
    expect("not (ulcer or smoker)", TRUTH_FALSE);
    expect("not age == 20", TRUTH_FALSE);
    expect("1 + 2 * 3 == 7", TRUTH_TRUE);
    expect("(1 + 2) * 3 == 9", TRUTH_TRUE);
    expect("10 - 2 - 3 == 5", TRUTH_TRUE);
    expect("12 / 2 / 3 == 2", TRUTH_TRUE);
    expect("-age + 40 == 20", TRUTH_TRUE);
    expect("- 2 * 3 == -6", TRUTH_TRUE);
    expect("18 <= age < 65", TRUTH_TRUE);
    expect("18 <= age < 20", TRUTH_FALSE);
    expect("30 > age > 10", TRUTH_TRUE);
    expect("age in [1, 20, 3]", TRUTH_TRUE);
    expect("age not in [1, -20, 3]", TRUTH_TRUE);
    expect("max(age, 30, 4) == 30", TRUTH_TRUE);
    expect("min(age, 30, 4) == 4", TRUTH_TRUE);
    expect("ulcer == no", TRUTH_TRUE);
    expect("(ulcer == no) == smoker", TRUTH_TRUE);
}

static void arithmetic_is_exact(void **state)
{
    (void)state;
    forget();
    know_number(0, 16);
    expect("age / 3 * 3 == 16", TRUTH_TRUE);
    expect("0.1 + 0.2 == 0.3", TRUTH_TRUE);
    expect("age / 3 > 5.333333", TRUTH_TRUE);
    expect("1 / 3 + 1 / 3 + 1 / 3 == 1", TRUTH_TRUE);
}

static void options_are_those_of_their_question(void **state)
{
    (void)state;
    forget();
    answers[4] = (struct value){.known = true, .option = 2};
    answers[5] = (struct value){.known = true, .options = 5};
    expect("time == 'no'", TRUTH_TRUE);
    expect("'no' == time", TRUTH_TRUE);
    expect("time != little", TRUTH_TRUE);
    expect("time in [little, 'no']", TRUTH_TRUE);
    expect("time not in [little, 'some']", TRUTH_TRUE);
    expect("aspirin in drugs and other-one in drugs", TRUTH_TRUE);
    expect("opioid in drugs", TRUTH_FALSE);
    expect("count(drugs) == 2", TRUTH_TRUE);
}

static const struct {
    const char *text, *message;
} refused[] = {
    {"ulser", "e:1:1: error: there is no question or fact 'ulser'"},
    {"age > 3 and ulser", "e:1:13: error: there is no question or fact 'ulser'"},
    {"ulser", "did you mean 'ulcer'?"},
    {"age-1 > 3", "minus needs spaces: 'age - 1'"},
    {"time == often", "e:1:9: error: the question 'time' has no option 'often'"},
    {"time == litle", "did you mean 'little'?"},
    {"time == some", "'some' is an option of 'time' and also the name of a question or a fact"},
    {"time == no", "'no' is a word of the language"},
    {"time == no", "write the option in single quotes: 'no'"},
    {"time in [little, no]", "'no' is a word of the language"},
    {"time == 2x10", "an option that is no name stands in single quotes"},
    {"none in drugs", "write 'count(drugs) == 0'"},
    {"drugs == none", "write 'count(drugs) == 0'"},
    {"drugs", "'drugs' has several answers"},
    {"time", "'time' is a choice: compare it with one of its options"},
    {"goal == little", "'goal' is a text"},
    {"aspirin in time", "write 'time == OPTION'"},
    {"age and ulcer", "a yes-no is expected here, not a number"},
    {"ulcer + 1 > 2", "a number is expected here, not a yes-no"},
    {"age == ulcer", "a number and a yes-no cannot be compared"},
    {"ulcer < smoker", "a number is expected here, not a yes-no"},
    {"age * walk > 2", "e:1:5: error: a product of two answers"},
    {"1 / age > 2", "a division by an answer"},
    {"age / 0 > 2", "e:1:5: error: a division by zero"},
    {"age / (1 - 1) > 2", "a division by zero"},
    {"huge * 4 > 2", "this number could grow past what can be held exactly"},
    {"huge / 1000000 / 1000000 / 1000000 / 100 > 2", "this number could grow past"},
    {"age is answered", "'is answered' stands in invariants alone"},
    {"offered(x)", "'offered' stands in invariants alone"},
    {"(age > 2", "')' is expected here"},
    {"age > 2)", "e:1:8: error: the expression ends before this"},
    {"age > 2 ulcer", "'and' or 'or' may be missing"},
    {"age = 2", "two of them compare: =="},
    {"ulcer && smoker", "the words are 'and', 'or' and 'not'"},
    {"age > 1e3", "'1e3' is no number and no name"},
    {"age > 0.1234567", "at most 6 digits after the point"},
    {"age > 'x", "this quote is not closed"},
    {"", "an expression is expected here"},
    {"age > ", "a value is expected here"},
    {"age in [ulcer]", "a number is expected in this list"},
    {"time in [-little]", "e:1:11: error: a number is expected here"},
    {"time == in", "a name that is a word of the language stands in single quotes: 'in'"},
    {"time == count", "e:1:9: error: '(' is expected after 'count'"},
    {"time == count", "stands in single quotes: 'count'"},
    {"drugs == 'none'", "write 'count(drugs) == 0'"},
    {"little == goal", "e:1:11: error: 'goal' is a text"},
    {"time == printed_plan", "e:1:9: error: the question 'time' has no option 'printed_plan'"},
    {"offered (x)", "'offered' stands in invariants alone"},
    {"age > 3 / (three - 3)", "e:1:9: error: a division by zero"},
    {"é > 2", "e:1:1: error: 'é' is not expected here"},
};

static void errors_stand_under_the_character(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) {
        struct sc_diagnostics *diagnostics = sc_diagnostics_new();
        if (read_expr(refused[i].text, WANT_EITHER, diagnostics) != NULL)
            fail_msg("%s was taken", refused[i].text);
        assert_holds(sc_diagnostics_text(diagnostics), refused[i].message);
        assert_int_equal(sc_diagnostics_count(diagnostics, SC_ERROR), 1);
        sc_diagnostics_free(diagnostics);
    }
}

static void what_is_wanted_is_checked(void **state)
{
    (void)state;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    assert_null(read_expr("age + 1", WANT_TRUTH, diagnostics));
    assert_holds(sc_diagnostics_text(diagnostics), "a condition, yes or no, is expected here");
    assert_null(read_expr("ulcer", WANT_NUMBER, diagnostics));
    assert_holds(sc_diagnostics_text(diagnostics), "a number is expected here, not a condition");
    sc_diagnostics_free(diagnostics);
}

static void deep_and_long_expressions_are_refused(void **state)
{
    (void)state;
    static const char *const pieces[] = {"(", "not ", "-", "age + ", "ulcer or "};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        struct buffer text = buffer_in(arena);
        buffer_repeat(&text, pieces[i], 5000);
        buffer_text(&text, i < 3 ? "age" : i == 3 ? "age" : "ulcer");
        struct sc_diagnostics *diagnostics = sc_diagnostics_new();
        assert_null(read_expr(buffer_string(&text), WANT_EITHER, diagnostics));
        assert_holds(sc_diagnostics_text(diagnostics), "an expression");
        sc_diagnostics_free(diagnostics);
    }
}

static void bounds_hold_what_can_come(void **state)
{
    (void)state;
    struct bounds bounds = expr_bounds(good("2 * age - 10"));
    assert_int_equal(rational_compare(bounds.low, rational_whole(-10)), 0);
    assert_int_equal(rational_compare(bounds.high, rational_whole(230)), 0);
    bounds = expr_bounds(good("max(age, 30) / 4"));
    assert_int_equal(rational_compare(bounds.low, (struct rational){15, 2}), 0);
    assert_int_equal(bounds.denominator, 4);
    bounds = expr_bounds(good("-2 * age"));
    assert_int_equal(rational_compare(bounds.low, rational_whole(-240)), 0);
    assert_true(expr_is_constant(good("2 * 3 + 1")));
    assert_false(expr_is_constant(good("age * 0")));
}

static uint64_t depends_on(const char *text)
{
    struct questions set = {{0}};
    expr_depends(good(text), &readings, &set);
    return set.words[0];
}

static void a_guard_is_asked_before_what_it_guards(void **state)
{
    (void)state;
    enum { AGE = 1 << 0, WALK = 1 << 1, ULCER = 1 << 2, SMOKER = 1 << 3 };
    forget();
    assert_int_equal(depends_on("age >= 50 and walk >= 50"), AGE);
    assert_int_equal(depends_on("ulcer or smoker"), ULCER | SMOKER);
    assert_int_equal(depends_on("age + walk > 3"), AGE | WALK);
    know_number(0, 60);
    assert_int_equal(depends_on("age >= 50 and walk >= 50"), WALK);
    know_number(0, 20);
    assert_int_equal(depends_on("age >= 50 and walk >= 50"), 0);
    know_truth(2, false);
    assert_int_equal(depends_on("ulcer or smoker"), SMOKER);
    know_truth(2, true);
    assert_int_equal(depends_on("ulcer or smoker"), 0);
    assert_int_equal(depends_on("ulcer and (smoker or walk > 3)"), SMOKER | WALK);
}

static size_t heard_questions[16], heard_options[16], heard_count;

static void hear(void *context, size_t question, size_t option)
{
    (void)context;
    heard_questions[heard_count] = question;
    heard_options[heard_count++] = option;
}

static void only_what_decided_is_heard(void **state)
{
    (void)state;
    forget();
    know_truth(2, true);
    know_truth(3, false);
    answers[5] = (struct value){.known = true, .options = 2};
    heard_count = 0;
    expr_decisive(good("smoker or opioid in drugs"), &readings, hear, NULL);
    assert_int_equal(heard_count, 1);
    assert_int_equal(heard_questions[0], 5);
    assert_int_equal(heard_options[0], 1);
    heard_count = 0;
    expr_decisive(good("ulcer and smoker"), &readings, hear, NULL);
    assert_int_equal(heard_count, 1);
    assert_int_equal(heard_questions[0], 3);
}

static void in_invariants_the_plan_can_be_asked(void **state)
{
    (void)state;
    forget();
    scope.predicate = predicate;
    expect("age is answered", TRUTH_FALSE);
    expect("age is not answered", TRUTH_TRUE);
    good("offered (some-item)");
    good("ulcer or offered(some-item) and caution(some-item, old) and not withheld_plan");
    scope.predicate = NULL;
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kleene_tables_hold),
        cmocka_unit_test(an_unanswered_question_is_neither_yes_nor_no),
        cmocka_unit_test(operators_bind_as_the_table_says),
        cmocka_unit_test(arithmetic_is_exact),
        cmocka_unit_test(options_are_those_of_their_question),
        cmocka_unit_test(errors_stand_under_the_character),
        cmocka_unit_test(what_is_wanted_is_checked),
        cmocka_unit_test(deep_and_long_expressions_are_refused),
        cmocka_unit_test(bounds_hold_what_can_come),
        cmocka_unit_test(a_guard_is_asked_before_what_it_guards),
        cmocka_unit_test(only_what_decided_is_heard),
        cmocka_unit_test(in_invariants_the_plan_can_be_asked),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
