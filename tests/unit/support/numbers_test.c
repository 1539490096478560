/* Exact numbers, days, near names. */
#include "../house.h"

#include "support/date.h"
#include "support/near.h"
#include "support/rational.h"

static struct arena *arena;
static struct escape escape;

static const char *rounded(int64_t numerator, int64_t denominator)
{
    struct buffer out = buffer_in(arena);
    struct rational number;
    assert_true(rational_make(numerator, denominator, &number));
    rational_print_rounded(&out, number);
    return buffer_string(&out);
}

static void a_third_times_three_is_one(void **state)
{
    (void)state;
    struct rational third;
    assert_true(rational_make(1, 3, &third));
    struct rational one = rational_multiply(third, rational_whole(3));
    assert_int_equal(rational_compare(one, rational_whole(1)), 0);
    assert_true(rational_is_whole(one));
}

static void numbers_round_half_away_from_zero(void **state)
{
    (void)state;
    assert_string_equal(rounded(16, 3), "5.333");
    assert_string_equal(rounded(1, 2000), "0.001");
    assert_string_equal(rounded(-1, 2000), "-0.001");
    assert_string_equal(rounded(-1, 3000), "0");
    assert_string_equal(rounded(5, 2), "2.5");
    assert_string_equal(rounded(10, 1), "10");
    assert_string_equal(rounded(100, 1), "100");
    assert_string_equal(rounded(1001, 10), "100.1");
}

static void floor_goes_down_below_zero_too(void **state)
{
    (void)state;
    struct rational half;
    assert_true(rational_make(-1, 2, &half));
    assert_int_equal(rational_floor(half), -1);
    assert_int_equal(rational_floor(rational_whole(-3)), -3);
}

static void numbers_are_read_strictly(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum number_reading reading;
        const char *exact;
    } cases[] = {
        {"0", NUMBER_READ, "0"},
        {"-0", NUMBER_READ, "0"},
        {"+7", NUMBER_READ, "7"},
        {"1.10", NUMBER_READ, "1.1"},
        {"0.000001", NUMBER_READ, "0.000001"},
        {"12.5", NUMBER_READ, "12.5"},
        {"0.0000001", NUMBER_TOO_LONG, NULL},
        {"1e3", NUMBER_MALFORMED, NULL},
        {".5", NUMBER_MALFORMED, NULL},
        {"5.", NUMBER_MALFORMED, NULL},
        {"", NUMBER_MALFORMED, NULL},
        {"-", NUMBER_MALFORMED, NULL},
        {" 1", NUMBER_MALFORMED, NULL},
        {"99999999999999999999999", NUMBER_TOO_LONG, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct rational number = {0, 1};
        assert_int_equal(rational_read(cases[i].text, strlen(cases[i].text), &number), cases[i].reading);
        if (cases[i].exact == NULL)
            continue;
        struct buffer out = buffer_in(arena);
        rational_print_exact(&out, number);
        assert_string_equal(buffer_string(&out), cases[i].exact);
    }
}

static void what_does_not_fit_is_refused(void **state)
{
    (void)state;
    struct rational number = {7, 1};
    assert_false(rational_make((wide_integer)1 << 62, 1, &number));
    assert_int_equal(number.numerator, 7);
    assert_true(rational_make((wide_integer)1 << 63, 4, &number));
}

static void days_follow_the_calendar(void **state)
{
    (void)state;
    struct date date;
    char text[11];
    assert_true(date_read("2026-11-23", &date));
    assert_int_equal(date_weekday(date), 0);
    date_print(date_after(date, 100), text);
    assert_string_equal(text, "2027-03-03");
    date_print(date_after(date, -23), text);
    assert_string_equal(text, "2026-10-31");
    assert_true(date_read("2024-02-29", &date));
    assert_false(date_read("2023-02-29", &date));
    assert_false(date_read("2100-02-29", &date));
    assert_false(date_read("1899-12-31", &date));
    assert_false(date_read("2026-1-1", &date));
    assert_true(date_read("1900-01-01", &date));
    assert_int_equal(date_weekday(date), 0);
    for (long day = 0; day < 400000; day++) {
        struct date there = date_after(date, day);
        assert_int_equal(date_weekday(there), day % 7);
        assert_int_equal(date_days(date, there), day);
        assert_int_equal(date_days(there, date), -day);
        assert_true(there.month >= 1 && there.month <= 12 && there.day >= 1 && there.day <= 31);
    }
}

static void a_near_name_is_offered_and_a_far_one_is_not(void **state)
{
    (void)state;
    struct near near = near_to("walkng");
    near_offer(&near, "swimming");
    assert_null(near.best);
    near_offer(&near, "walking");
    assert_string_equal(near.best, "walking");
    near = near_to("xy");
    near_offer(&near, "no");
    assert_null(near.best);
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_third_times_three_is_one),
        cmocka_unit_test(numbers_round_half_away_from_zero),
        cmocka_unit_test(floor_goes_down_below_zero_too),
        cmocka_unit_test(numbers_are_read_strictly),
        cmocka_unit_test(what_does_not_fit_is_refused),
        cmocka_unit_test(days_follow_the_calendar),
        cmocka_unit_test(a_near_name_is_offered_and_a_far_one_is_not),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
