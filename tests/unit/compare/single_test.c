/* --one-answer finds what trying every answer would find: on random packs, over whole ranges. */
#include "../engine/random_pack.h"

#include "compare/single.h"
#include "support/limits.h"

enum { PACKS = 60, SHEETS = 3, FEW_PACKS = 3, FEW_DECISIONS = 20000 };

static struct arena *arena;
static struct escape escape;

/* One pack, one sheet, and what was found for it. */
static const struct sc_pack *pack;
static struct value *answers;
static struct singles singles;
static const char *base;

/* STEPCARE_SMALL: fewer of them, where each step is slow (valgrind). */
static unsigned packs(void)
{
    return getenv("STEPCARE_SMALL") != NULL ? FEW_PACKS : PACKS;
}

static const struct sc_plan *plan_now(void)
{
    return engine_plan(arena, pack, answers, NULL, (struct date){2026, 11, 23}, (struct date){0, 0, 0});
}

static const char *outcome_of(const struct sc_plan *plan)
{
    char *text = arena_alloc(arena, outcome_length(pack));
    outcome_write(plan, text);
    return text;
}

/* What comes of one more answer, or of another one. */
static const char *brute_force(size_t question, struct value value)
{
    struct value before = answers[question];
    answers[question] = value;
    const char *outcome = outcome_of(plan_now());
    answers[question] = before;
    return outcome;
}

static bool range_holds(const struct question *asked, const struct answer_range *range, struct value value)
{
    switch (asked->type) {
    case SC_YES_NO:
        return range->first.truth == value.truth;
    case SC_CHOICE:
        return range->first.option == value.option;
    case SC_CHOICES:
        return range->first.options == value.options;
    default:
        return rational_compare(range->first.number, value.number) <= 0 &&
               rational_compare(value.number, range->last.number) <= 0;
    }
}

/* What was found for it; of an answer that was not named, that nothing changes. */
static const char *found_outcome(size_t question, struct value value)
{
    for (size_t i = 0; i < singles.count; i++)
        for (size_t k = 0; k < singles.questions[i].count && singles.questions[i].question == question; k++) {
            const struct single_change *change = &singles.questions[i].changes[k];
            for (size_t r = 0; r < change->range_count; r++)
                if (range_holds(&pack->questions[question], &change->ranges[r], value))
                    return outcome_of(change->changes->after);
        }
    return base;
}

static void expect_same(size_t question, struct value value)
{
    const char *expected = brute_force(question, value), *came = found_outcome(question, value);
    if (strcmp(expected, came) == 0)
        return;
    struct buffer words = buffer_in(arena);
    if (pack->questions[question].type == SC_DECIMAL || pack->questions[question].type == SC_INTEGER)
        rational_print_exact(&words, value.number);
    fail_msg("%s %s: trying it gives %s, the search %s, as it is %s", pack->questions[question].id,
             buffer_string(&words), expected, came, base);
}

static struct value number(int64_t numerator, int64_t denominator)
{
    struct value value = {.known = true};
    assert_true(rational_make(numerator, denominator, &value.number));
    return value;
}

static int64_t millionths(struct rational rational)
{
    return rational.numerator * (1000000 / rational.denominator);
}

/* At the ends of each range and one step beyond: it is no wider than it should be, and no narrower. */
static void look_at_ends(size_t question)
{
    const struct question *asked = &pack->questions[question];
    const int64_t step = asked->type == SC_INTEGER ? 1000000 : 1;
    for (size_t i = 0; i < singles.count; i++)
        for (size_t k = 0; k < singles.questions[i].count && singles.questions[i].question == question; k++)
            for (size_t r = 0; r < singles.questions[i].changes[k].range_count; r++) {
                const struct answer_range *range = &singles.questions[i].changes[k].ranges[r];
                const char *outcome = outcome_of(singles.questions[i].changes[k].changes->after);
                const int64_t first = millionths(range->first.number), last = millionths(range->last.number);
                expect_same(question, range->first);
                expect_same(question, range->last);
                if (first - step >= millionths(asked->low)) {
                    expect_same(question, number(first - step, 1000000));
                    assert_string_not_equal(brute_force(question, number(first - step, 1000000)), outcome);
                }
                if (last + step <= millionths(asked->high)) {
                    expect_same(question, number(last + step, 1000000));
                    assert_string_not_equal(brute_force(question, number(last + step, 1000000)), outcome);
                }
            }
}

static void look_at_numbers(size_t question, struct dice *dice)
{
    const struct question *asked = &pack->questions[question];
    const int64_t low = millionths(asked->low), high = millionths(asked->high);
    const int64_t step = asked->type == SC_INTEGER ? 1000000 : high - low < 1000 ? 1 : 62500;
    for (int64_t at = low; at <= high; at += step)
        expect_same(question, number(at, 1000000));
    for (unsigned i = 0; i < 40 && asked->type == SC_DECIMAL; i++)
        expect_same(question, number(low + roll(dice, (uint32_t)(high - low)), 1000000));
    look_at_ends(question);
}

static void look_at(size_t question, struct dice *dice)
{
    const struct question *asked = &pack->questions[question];
    const uint64_t ticked = answers[question].known ? answers[question].options : 0;
    struct value value = {.known = true};
    switch (asked->type) {
    case SC_YES_NO:
        for (value.truth = false;; value.truth = true) {
            expect_same(question, value);
            if (value.truth)
                return;
        }
    case SC_CHOICE:
        for (value.option = 0; value.option < asked->option_count; value.option++)
            expect_same(question, value);
        return;
    case SC_CHOICES:
        if (!answers[question].known)
            expect_same(question, value);
        for (size_t i = 0; i < asked->option_count; i++)
            expect_same(question, (struct value){.known = true, .options = ticked ^ (uint64_t)1 << i});
        return;
    default:
        look_at_numbers(question, dice);
    }
}

static void search(void)
{
    const struct sc_plan *plan = plan_now();
    base = outcome_of(plan);
    assert_int_equal(find_singles(arena, plan, LIMIT_DECIDED, NULL, &singles), SC_OK);
}

/* The random pack, its decimal in another range. */
static char *random_text(struct dice *dice, const char *range)
{
    struct buffer text = buffer_in(arena), changed = buffer_in(arena);
    const char *whole = random_pack_text(dice, &text), *at = strstr(whole, "-1.5..3");
    buffer_print(&changed, "%.*s%s%s", (int)(at - whole), whole, range, at + strlen("-1.5..3"));
    return arena_text(arena, buffer_string(&changed));
}

static void try_packs(const char *range, uint64_t seed)
{
    struct dice dice = {seed};
    size_t found = 0;
    for (unsigned i = 0; i < packs(); i++) {
        arena = arena_new(&escape);
        struct sc_pack *made = good_pack(random_text(&dice, range));
        pack = made;
        for (unsigned k = 0; k < SHEETS; k++) {
            answers = arena_array(arena, pack->question_count, sizeof *answers);
            for (size_t q = 0; q < pack->question_count; q++)
                if (roll(&dice, 3) > 0 && pack->questions[q].type != SC_DECIMAL)
                    answers[q] = random_answer(&dice, &pack->questions[q]);
            search();
            for (size_t q = 0; q < pack->question_count; q++)
                look_at(q, &dice);
            for (size_t q = 0; q < singles.count; q++)
                found += singles.questions[q].count;
        }
        sc_pack_free(made);
        arena_free(arena);
    }
    assert_true(found > packs());
}

static void it_finds_what_trying_all_answers_finds(void **state)
{
    (void)state;
    try_packs("-1.5..3", 20261123);
}

static void every_single_decimal_of_a_narrow_range_was_tried(void **state)
{
    (void)state;
    try_packs("0.4998..0.5002", 7);
}

/* The text of a pack of one item, offered under a condition over x (0..1000) and y (0..1, six decimals). */
#define ONE_ITEM(head, offer)                                                                                \
    PACK_HEAD head                                                                                           \
        "  - {id: x, ask: X, type: integer, range: 0..1000}\n"                                               \
        "  - {id: y, ask: Y, type: decimal, range: -4000000000..4000000000}\n"                               \
        "phase: p\nweeks: 1+\ngoal: G\nitems:\n"                                                             \
        "  - {id: i, kind: advice, title: I, say: S, offer: \"" offer "\"}\n"

static void search_in(struct sc_pack *made)
{
    pack = made;
    answers = arena_array(arena, pack->question_count, sizeof *answers);
    search();
}

static void expect_range(size_t change, size_t range, int64_t first, int64_t last)
{
    const struct single_change *found = &singles.questions[0].changes[change];
    assert_in_range(range, 0, found->range_count - 1);
    assert_int_equal(millionths(found->ranges[range].first.number), first);
    assert_int_equal(millionths(found->ranges[range].last.number), last);
}

static void ranges_are_as_wide_as_they_can_be(void **state)
{
    (void)state;
    arena = arena_new(&escape);
    struct sc_pack *made = good_pack(ONE_ITEM("questions:\n", "x < 10 or 20 <= x < 30 or x == 500"));
    search_in(made);
    assert_int_equal(singles.count, 1);
    assert_int_equal(singles.questions[0].count, 2);
    expect_range(0, 0, 0, 9000000);
    expect_range(0, 1, 20000000, 29000000);
    expect_range(0, 2, 500000000, 500000000);
    expect_range(1, 0, 10000000, 19000000);
    expect_range(1, 2, 501000000, 1000000000);
    sc_pack_free(made);
    arena_free(arena);
}

/* More values than could ever be tried one by one. */
static void a_wide_decimal_is_cut_at_the_exact_place(void **state)
{
    (void)state;
    arena = arena_new(&escape);
    struct sc_pack *made = good_pack(ONE_ITEM("questions:\n", "y / 3 >= 1 and max(y, 7) < 12.5"));
    search_in(made);
    assert_int_equal(singles.questions[0].count, 2);
    expect_range(0, 0, -4000000000000000, 2999999);
    expect_range(0, 1, 12500000, 4000000000000000);
    expect_range(1, 0, 3000000, 12499999);
    sc_pack_free(made);
    arena_free(arena);
}

/* Each fact folds the line once more: so many pieces that they cannot be looked at. */
static void rules_that_cut_a_range_to_dust_are_refused(void **state)
{
    (void)state;
    arena = arena_new(&escape);
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct buffer head = buffer_in(arena);
    buffer_text(&head, PACK_HEAD "facts:\n  f0: y\n");
    for (unsigned i = 1; i < 22; i++)
        buffer_print(&head, "  f%u: min(2 * f%u, 4194304 - 2 * f%u)\n", i, i - 1, i - 1);
    buffer_text(&head,
                "questions:\n  - {id: y, ask: Y, type: decimal, range: 0..2097152}\n"
                "phase: p\nweeks: 1+\ngoal: G\nitems:\n"
                "  - {id: i, kind: advice, title: I, say: S, offer: f21 > 1000}\n");
    struct sc_pack *made = good_pack(buffer_string(&head));
    pack = made;
    answers = arena_array(arena, 1, sizeof *answers);
    arena_rearm(diagnostics_arena(diagnostics), &escape);
    assert_int_equal(find_singles(arena, plan_now(), FEW_DECISIONS, diagnostics, &singles), SC_INVALID);
    assert_holds(sc_diagnostics_text(diagnostics), "too many to try");
    sc_diagnostics_free(diagnostics);
    sc_pack_free(made);
    arena_free(arena);
}

int main(void)
{
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_finds_what_trying_all_answers_finds),
        cmocka_unit_test(every_single_decimal_of_a_narrow_range_was_tried),
        cmocka_unit_test(ranges_are_as_wide_as_they_can_be),
        cmocka_unit_test(a_wide_decimal_is_cut_at_the_exact_place),
        cmocka_unit_test(rules_that_cut_a_range_to_dust_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
