/* What holds for every pack and every sheet (design sections 4 and 5), tried on random ones. */
#include "random_pack.h"

enum { PACKS = 300, SHEETS = 40 };

static struct arena *arena;
static struct escape escape;

static const struct sc_plan *plan_of(const struct sc_pack *pack, const struct value *answers)
{
    return engine_plan(arena, pack, answers, NULL, (struct date){2026, 11, 23}, (struct date){0, 0, 0});
}

static bool is_out(enum item_status status)
{
    return status == ITEM_WITHHELD || status == ITEM_NOT_NEEDED || status == ITEM_SPENT;
}

/* A step that was not reached counts as above all. */
static size_t step_of(const struct sc_plan *plan)
{
    if (plan->ladders[0].state == LADDER_EXHAUSTED)
        return 99;
    return plan->ladders[0].step;
}

static void one_more_answer_takes_nothing_back(const struct sc_plan *before, const struct sc_plan *after)
{
    if (!plan_is_printed(before))
        return;
    /* A plan that printed has no unknown withholding alert, so it stays. */
    assert_true(plan_is_printed(after));
    assert_true(before->alert_count <= after->alert_count);
    for (size_t i = 0; i < before->item_count; i++) {
        enum item_status was = before->items[i].status, is = after->items[i].status;
        if (was == ITEM_OFFERED)
            assert_int_equal(is, ITEM_OFFERED);
        if (is_out(was)) {
            assert_true(is_out(is));
            assert_true(is <= was);
        }
    }
    if (before->ladders[0].state == LADDER_ON_STEP)
        assert_true(after->ladders[0].state == LADDER_EXHAUSTED || step_of(after) >= step_of(before));
    if (before->ladders[0].state == LADDER_EXHAUSTED || before->ladders[0].state == LADDER_NOT_NEEDED)
        assert_int_equal(after->ladders[0].state, before->ladders[0].state);
}

static void a_definite_alert_stays(const struct sc_plan *before, const struct sc_plan *after)
{
    if (before->status != SC_WITHHELD)
        return;
    assert_int_equal(after->status, SC_WITHHELD);
    for (size_t i = 0; i < before->alert_count; i++) {
        bool there = false;
        for (size_t k = 0; k < after->alert_count; k++)
            there = there || after->alerts[k].alert == before->alerts[i].alert;
        assert_true(there);
    }
}

static void unknown_is_never_safe(const struct sc_plan *plan, const struct readings *readings)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        for (size_t k = 0; item->status == ITEM_OFFERED && k < item->item->avoid.count; k++)
            assert_int_equal(expr_is(item->item->avoid.list[k].when, readings), TRUTH_FALSE);
        if (item->status == ITEM_NEEDS_ANSWER)
            assert_true(item->needs.count > 0);
        else
            assert_int_equal(item->needs.count, 0);
    }
    for (size_t i = 0; i < plan->missing.count; i++)
        assert_false(plan->answers[plan->missing.list[i]].known);
    for (size_t i = 0; i < plan->refine.count; i++) {
        assert_false(plan->answers[plan->refine.list[i]].known);
        for (size_t k = 0; k < plan->missing.count; k++)
            assert_true(plan->refine.list[i] != plan->missing.list[k]);
    }
}

static void nothing_stands_in_a_plan_that_is_not_printed(const struct sc_plan *plan)
{
    if (plan_is_printed(plan))
        return;
    assert_int_equal(plan->item_count + plan->phase_count + plan->review_count + plan->warning_count, 0);
    assert_int_equal(plan->refine.count + plan->evidence.count, 0);
    if (plan->status == SC_UNSCREENED)
        assert_true(plan->missing.count > 0 && plan->alert_count == 0);
}

/* Raising a step takes a known reason: with the open questions closed in any way, the step below stays left.
 */
static void an_open_question_never_raises_a_step(const struct sc_plan *plan)
{
    if (!plan_is_printed(plan) || plan->ladders[0].state != LADDER_ON_STEP)
        return;
    const struct ladder *ladder = plan->ladders[0].ladder;
    for (size_t step = 0; step < plan->ladders[0].step; step++)
        for (size_t k = 0; k < ladder->steps[step].item_count; k++)
            assert_true(is_out(plan->items[ladder->steps[step].first_item + k].status));
}

static void all_hold_for_random_packs_and_sheets(void **state)
{
    (void)state;
    struct dice dice = {20261123};
    for (unsigned i = 0; i < PACKS; i++) {
        arena = arena_new(&escape);
        struct buffer text = buffer_in(arena);
        struct sc_pack *pack = good_pack(random_pack_text(&dice, &text));
        size_t count = pack->question_count;
        for (unsigned k = 0; k < SHEETS; k++) {
            struct value *answers = arena_array(arena, count, sizeof *answers);
            for (size_t q = 0; q < count; q++)
                if (roll(&dice, 2) == 1)
                    answers[q] = random_answer(&dice, &pack->questions[q]);
            const struct sc_plan *before = plan_of(pack, answers);
            const struct readings readings = {
                .answers = before->answers, .facts = before->facts, .fact_rules = pack->fact_rules};
            unknown_is_never_safe(before, &readings);
            nothing_stands_in_a_plan_that_is_not_printed(before);
            an_open_question_never_raises_a_step(before);
            size_t asked = roll(&dice, (uint32_t)count);
            if (answers[asked].known)
                continue;
            answers[asked] = random_answer(&dice, &pack->questions[asked]);
            const struct sc_plan *after = plan_of(pack, answers);
            one_more_answer_takes_nothing_back(before, after);
            a_definite_alert_stays(before, after);
        }
        sc_pack_free(pack);
        arena_free(arena);
    }
}

int main(void)
{
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_hold_for_random_packs_and_sheets)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
