/* Which truths a condition can come to: no fewer than there are, and no more than the ranges allow. */
#include "small_scope.h"

enum { F = 1 << TRUTH_FALSE, T = 1 << TRUTH_TRUE, U = 1 << TRUTH_UNKNOWN };

static const struct {
    const char *text;
    unsigned truths;
} conditions[] = {
    {"yes", T},
    {"no", F},
    {"3 < 4", T},
    {"three == 4", F},
    {"not no", T},
    {"ulcer", T | F | U},
    {"not ulcer", T | F | U},
    {"ulcer or yes", T},
    {"ulcer and no", F},
    {"ulcer and yes", T | F | U},
    {"ulcer or no", T | F | U},
    {"age >= 0", T | U},
    {"age > 0", T | F | U},
    {"age > 120", F | U},
    {"age >= 120", T | F | U},
    {"120 < age", F | U},
    {"age < 121", T | U},
    {"age == 121", F | U},
    {"age != 121", T | U},
    {"not (age == 60)", T | F | U},
    {"three != 3", F},
    {"0 * age == 0", T | U},
    {"0 * age != 0", F | U},
    {"0 * age in [0, 1]", T | U},
    {"age in [121, 300]", F | U},
    {"age in [60, 300]", T | F | U},
    {"max(age, 30) >= 30", T | U},
    {"count(drugs) <= 3", T | U},
    {"count(drugs) > 3", F | U},
    {"time in ['little', 'some', 'no']", T | U},
    {"time in ['little', 'some']", T | F | U},
    {"opioid in drugs", T | F | U},
    {"age >= 0 or ulcer", T | U},
    {"age > 120 or ulcer", T | F | U},
    {"age > 120 and ulcer", F | U},
    {"age >= 0 and walk >= 0", T | U},
    {"ulcer == yes", T | F | U},
    {"(ulcer or yes) == yes", T},
    {"(ulcer or yes) == no", F},
    {"(ulcer or yes) != (age > 120 and no)", T},
    {"(age >= 0) == yes", T | U},
    {"alarming", T | F | U},
    {"alarming or yes", T},
    {"total > 240", F | U},
    /* One question twice: each part is taken for free of the other. */
    {"ulcer or not ulcer", T | F | U},
};

static void only_what_ranges_and_constants_allow_is_possible(void **state)
{
    (void)state;
    forget();
    find_facts();
    unsigned facts_can[FACTS] = {0};
    for (size_t i = 0; i < FACTS; i++)
        if (expr_type(fact_rules[i]) == VALUE_TRUTH)
            facts_can[i] = expr_possible(fact_rules[i], facts_can);
    for (size_t i = 0; i < sizeof conditions / sizeof conditions[0]; i++) {
        unsigned came = expr_possible(good(conditions[i].text), facts_can);
        if (came != conditions[i].truths)
            fail_msg("%s: expected the truths %x, came %x", conditions[i].text, conditions[i].truths, came);
    }
}

static void a_fact_that_is_constant_decides(void **state)
{
    (void)state;
    const unsigned facts_can[FACTS] = {[0] = T, [3] = F | U};
    assert_int_equal(expr_possible(good("risky and ulcer"), facts_can), T | F | U);
    assert_int_equal(expr_possible(good("risky or ulcer"), facts_can), T);
    assert_int_equal(expr_possible(good("not alarming"), facts_can), T | U);
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_ranges_and_constants_allow_is_possible),
        cmocka_unit_test(a_fact_that_is_constant_decides),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
