/* How far an answer can rise before a rule changes: no further than it says, and as far as it can. */
#include "small_scope.h"

#include <inttypes.h>

enum { AGE = 0, WALK = 1, OLDEST = 120 };

static struct slope fact_slopes[FACTS];

/* The rules of the facts were read before. */
static void be(int age)
{
    know_number(AGE, age);
    for (size_t i = 0; i < FACTS; i++)
        facts[i] = expr_value(fact_rules[i], &readings);
}

static int64_t steps_from(const struct expr *expr, int age)
{
    be(age);
    struct rise rise = {.question = AGE, .step = {1, 1}, .facts = fact_slopes, .steps = OLDEST - age};
    for (size_t i = 0; i < FACTS; i++)
        fact_slopes[i] = expr_rise(fact_rules[i], &readings, &rise);
    expr_rise(expr, &readings, &rise);
    return rise.steps;
}

static void the_next_change_is_found_at_once(void **state)
{
    (void)state;
    forget();
    know_number(WALK, 10);
    know_number(8, INT64_C(4000000000000000000));
    static const struct {
        const char *text;
        int age;
        int64_t steps;
    } rows[] = {
        {"age < 65", 0, 64},
        {"age < 65", 65, 55},
        {"age <= 65", 0, 65},
        {"age > 65", 0, 65},
        {"age >= 64.5", 0, 64},
        {"65 > age", 64, 0},
        {"age == 40", 0, 39},
        {"age == 40", 40, 0},
        {"age == 40", 41, 79},
        {"age != 40", 40, 0},
        {"age in [10, 20]", 0, 9},
        {"age in [10, 20]", 11, 8},
        {"18 <= age < 65", 20, 44},
        {"age - age == 0", 0, 120},
        {"2 * age - age / 2 > 3", 0, 2},
        {"-age < -30.5", 0, 30},
        {"walk < age", 0, 10},
        {"min(age, walk) < walk", 0, 9},
        {"min(age, walk) == walk", 10, 110},
        {"max(age, 60 - age) > 50", 0, 9},
        {"max(age, 60 - age) > 50", 10, 20},
        {"total > 40", 0, 30},
        {"walk > 3 and ulcer", 0, 120},
        {"smoker or age > 7", 0, 7},
        {"count(drugs) + age > 7", 0, 120}, /* unknown it stays */
        {"age - huge < huge", 0, 0},        /* their distance does not fit */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        int64_t steps = steps_from(good(rows[i].text), rows[i].age);
        if (steps != rows[i].steps)
            fail_msg("%s, from %d: expected %" PRId64 " steps, came %" PRId64, rows[i].text, rows[i].age,
                     rows[i].steps, steps);
    }
}

static uint64_t dice = 20261123;

static unsigned roll(unsigned sides)
{
    dice = dice * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(dice >> 33) % sides;
}

static void put_number(struct buffer *out, unsigned depth)
{
    static const char *const leaves[] = {"age", "age", "age / 3", "walk", "total", "three", "7", "0.25"};
    if (depth == 0) {
        buffer_text(out, leaves[roll(8)]);
        return;
    }
    static const char *const shapes[][3] = {{"(", " + ", ")"},         {"(", " - ", ")"},
                                            {"min(", ", ", ")"},       {"max(", ", ", ", 9)"},
                                            {"-(", " - ", ") * -1.5"}, {"(2 * ", " - ", ")"}};
    unsigned shape = roll(6);
    buffer_text(out, shapes[shape][0]);
    put_number(out, depth - 1);
    buffer_text(out, shapes[shape][1]);
    put_number(out, depth - 1);
    buffer_text(out, shapes[shape][2]);
}

static const char *random_comparison(void)
{
    static const char *const order[] = {" < ", " <= ", " == ", " != ", " > "};
    struct buffer out = buffer_in(arena);
    put_number(&out, roll(3));
    if (roll(6) == 0) {
        buffer_text(&out, " in [0, 2.5, 10, 21]");
    } else {
        buffer_text(&out, order[roll(5)]);
        put_number(&out, roll(3));
    }
    return buffer_string(&out);
}

static enum truth truth_at(const struct expr *expr, int age)
{
    be(age);
    return expr_is(expr, &readings);
}

/* From each age on, every age that it spans has the truth that the first one has. */
static void nothing_changes_on_the_way(void **state)
{
    (void)state;
    for (unsigned i = 0; i < 2000; i++) {
        const char *text = random_comparison();
        const struct expr *expr = good(text);
        forget();
        know_number(WALK, (int)roll(30));
        for (int age = 0; age <= OLDEST;) {
            int64_t steps = steps_from(expr, age);
            assert_true(steps >= 0 && age + steps <= OLDEST);
            enum truth first = truth_at(expr, age);
            for (int64_t step = 1; step <= steps; step++)
                if (truth_at(expr, age + (int)step) != first)
                    fail_msg("%s: said to be the same from %d through %d, changes at %d", text, age,
                             age + (int)steps, age + (int)step);
            age += (int)steps + 1;
        }
    }
}

/* A decimal rises by a millionth, over a range of more steps than could ever be tried. */
static void a_wide_range_costs_no_more(void **state)
{
    (void)state;
    forget();
    know_number(WALK, 0);
    be(3);
    struct rise rise = {
        .question = WALK, .step = {1, 1000000}, .facts = fact_slopes, .steps = INT64_C(4000000000000000000)};
    for (size_t i = 0; i < FACTS; i++)
        fact_slopes[i] = expr_rise(fact_rules[i], &readings, &rise);
    assert_int_equal(rise.steps, INT64_C(4000000000000000000));
    expr_rise(good("walk + total > 100.5"), &readings, &rise);
    assert_int_equal(rise.steps, 48750000);
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    find_facts();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_next_change_is_found_at_once),
        cmocka_unit_test(nothing_changes_on_the_way),
        cmocka_unit_test(a_wide_range_costs_no_more),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
