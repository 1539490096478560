/* Through facts: what they depend on, which answers decided them; and what hostile nesting may cost. */
#include "small_scope.h"

#include "support/limits.h"

enum { AGE = 1 << 0, WALK = 1 << 1, ULCER = 1 << 2, SMOKER = 1 << 3, TIME = 1 << 4, DRUGS = 1 << 5 };

static uint64_t depends_on(const char *text)
{
    struct questions set = {{0}};
    expr_depends(good(text), &readings, &set);
    return set.words[0];
}

static void an_unknown_fact_depends_on_what_its_rule_depends_on(void **state)
{
    (void)state;
    forget();
    find_facts();
    assert_int_equal(depends_on("risky"), SMOKER | DRUGS);
    assert_int_equal(depends_on("alarming"), SMOKER | DRUGS);
    assert_int_equal(depends_on("alarming or total > 3"), SMOKER | DRUGS | AGE | WALK);
    know_truth(3, true);
    find_facts();
    assert_int_equal(depends_on("risky"), 0);
    assert_int_equal(depends_on("alarming"), ULCER);
    know_number(0, 60);
    find_facts();
    assert_int_equal(depends_on("total > 3"), WALK);
    assert_int_equal(depends_on("three > 2 and total > 3"), WALK);
}

static void every_question_is_read_known_or_not(void **state)
{
    (void)state;
    forget();
    know_truth(3, true);
    find_facts();
    struct questions set = {{0}};
    expr_reads(good("alarming or 18 <= age < 65 or time == little"), fact_reads, &set);
    assert_int_equal(set.words[0], SMOKER | DRUGS | ULCER | AGE | TIME);
    assert_true(questions_has(&set, 4));
    assert_false(questions_has(&set, 1));
}

/* Every answer that was heard: 100 * question + option, 99 for the answer as a whole. */
static int heard[16];
static size_t heard_count;

static void hear(void *context, size_t question, size_t option)
{
    (void)context;
    assert_in_range(heard_count, 0, 15);
    heard[heard_count++] = (int)question * 100 + (option == SIZE_MAX ? 99 : (int)option);
}

static void expect_heard(const char *text, const int *expected, size_t count)
{
    heard_count = 0;
    expr_decisive(good(text), &readings, hear, NULL);
    if (heard_count != count)
        fail_msg("%s: expected %zu answers, came %zu", text, count, heard_count);
    for (size_t i = 0; i < count; i++)
        if (heard[i] != expected[i])
            fail_msg("%s: expected %d, came %d", text, expected[i], heard[i]);
}

#define EXPECT_HEARD(text, ...)                                                                              \
    expect_heard(text, (const int[]){__VA_ARGS__}, sizeof(int[]){__VA_ARGS__} / sizeof(int))

static void the_answers_that_decided_are_heard_through_facts(void **state)
{
    (void)state;
    forget();
    know_number(0, 20);
    know_truth(2, true);
    know_truth(3, false);
    answers[4] = (struct value){.known = true, .option = 1};
    answers[5] = (struct value){.known = true, .options = 2};
    find_facts();
    EXPECT_HEARD("risky", 501);
    EXPECT_HEARD("alarming", 501, 299);
    EXPECT_HEARD("risky and risky", 501);
    EXPECT_HEARD("smoker or aspirin in drugs", 399, 599);
    EXPECT_HEARD("not (aspirin in drugs)", 599);
    EXPECT_HEARD("time == 'some'", 401);
    EXPECT_HEARD("time in [little, 'some']", 401);
    EXPECT_HEARD("time != little", 499);
    EXPECT_HEARD("count(drugs) == 1 and 18 <= age < 65", 599, 99, 99);
    EXPECT_HEARD("18 <= age < 19", 99);
}

static void what_uses_a_failed_name_is_not_reported_again(void **state)
{
    (void)state;
    static const char *const texts[] = {"broken == little",   "little == broken", "'x' != broken",
                                        "broken in [little]", "little in broken", "ulcer and broken == x"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct sc_diagnostics *diagnostics = sc_diagnostics_new();
        assert_null(read_expr(texts[i], WANT_TRUTH, diagnostics));
        assert_string_equal(sc_diagnostics_text(diagnostics), "");
        sc_diagnostics_free(diagnostics);
    }
}

/* `open` so many times, a yes-no, and `close` as often. */
static const char *nested(const char *open, const char *close, size_t times)
{
    struct buffer text = buffer_in(arena);
    buffer_repeat(&text, open, times);
    buffer_text(&text, "ulcer");
    buffer_repeat(&text, close, times);
    return buffer_string(&text);
}

static void expect_refused(const char *text, const char *message)
{
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    assert_null(read_expr(text, WANT_EITHER, diagnostics));
    assert_holds(sc_diagnostics_text(diagnostics), message);
    sc_diagnostics_free(diagnostics);
}

static void nesting_is_allowed_to_the_limit_and_no_deeper(void **state)
{
    (void)state;
    good(nested("(", ")", LIMIT_EXPRESSION_DEPTH));
    expect_refused(nested("(", ")", LIMIT_EXPRESSION_DEPTH + 1), "an expression nested more than 64 deep");
    good(nested("not ", "", LIMIT_EXPRESSION_DEPTH));
    expect_refused(nested("not ", "", LIMIT_EXPRESSION_DEPTH + 1), "nested more than 64 deep");
    good(nested("not (", ")", LIMIT_EXPRESSION_DEPTH / 2));
    expect_refused(nested("not (", ")", LIMIT_EXPRESSION_DEPTH / 2 + 1), "nested more than 64 deep");
}

/* The middle of a chain belongs to two comparisons: chains in chains must not double the work each time. */
static void chains_inside_of_chains_are_counted_as_they_are_read(void **state)
{
    (void)state;
    forget();
    know_truth(2, true);
    expect(nested("yes == (", ") == yes", 3), TRUTH_TRUE);
    struct buffer flat = buffer_in(arena);
    buffer_text(&flat, "0");
    buffer_repeat(&flat, " <= 1 - 1", 200);
    expect(buffer_string(&flat), TRUTH_TRUE);
    expect_refused(nested("yes == (", ") == yes", 30), "an expression of more than 2000 parts");
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_unknown_fact_depends_on_what_its_rule_depends_on),
        cmocka_unit_test(every_question_is_read_known_or_not),
        cmocka_unit_test(the_answers_that_decided_are_heard_through_facts),
        cmocka_unit_test(what_uses_a_failed_name_is_not_reported_again),
        cmocka_unit_test(nesting_is_allowed_to_the_limit_and_no_deeper),
        cmocka_unit_test(chains_inside_of_chains_are_counted_as_they_are_read),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
