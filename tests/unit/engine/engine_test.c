/* The engine's decisions, rule by rule. */
#include "../house.h"

#include "engine/engine.h"

#define LADDER                                                                                               \
    PACK_HEAD                                                                                                \
    "questions:\n"                                                                                           \
    "  - {id: ulcer, ask: Ulcer?, type: yes-no}\n"                                                           \
    "  - {id: wants, ask: Wants?, type: yes-no}\n"                                                           \
    "  - {id: tried, ask: Tried?, type: yes-no}\n"                                                           \
    "  - {id: kidney, ask: Kidney?, type: yes-no}\n"                                                         \
    "  - {id: walk, ask: Walk?, type: integer, range: 0..120}\n"                                             \
    "  - {id: flag, ask: Flag?, type: yes-no}\n"                                                             \
    "  - {id: late, ask: Late?, type: yes-no}\n"                                                             \
    "alerts:\n"                                                                                              \
    "  - {id: now, level: emergency, when: flag and late, say: NOW}\n"                                       \
    "  - {id: today, level: urgent, when: flag, say: TODAY}\n"                                               \
    "phase: one\nweeks: 1-8\ngoal: Go.\n"                                                                    \
    "items:\n"                                                                                               \
    "  - {id: walking, kind: exercise, title: W, say: W, offer: walk > 0, schedule:\n"                       \
    "      [{when: walk < 10, start: 0.8 * walk, add: 2, until: 30, unit: min, days: 5},\n"                  \
    "       {start: 10, add: 5, until: 30, unit: min, days: 5}]}\n"                                          \
    "ladder:\n  id: l\n  when: wants\n  otherwise: OTHERWISE\n  exhausted: EXHAUSTED\n  steps:\n"            \
    "    - id: s1\n      title: S1\n      items:\n"                                                          \
    "        - {id: ibuprofen, kind: medicine, title: I, say: I, spent: tried,\n"                            \
    "           avoid: [{id: ulcer, when: ulcer, say: You had an ulcer.}, {when: kidney, say: K}]}\n"        \
    "    - id: s2\n      title: S2\n      items:\n"                                                          \
    "        - {id: gabapentin, kind: medicine, title: G, say: G, avoid: [{when: kidney, say: K}]}\n"

static struct sc_pack *pack;
static struct sc_sheet *sheet;
static struct sc_diagnostics *diagnostics;
static struct sc_plan *plan;

static const struct sc_plan *plan_for(const char *const *answers)
{
    sc_plan_free(plan);
    sc_sheet_free(sheet);
    sheet = sc_sheet_new(pack);
    for (; *answers != NULL; answers++)
        assert_int_equal(sc_sheet_set(sheet, *answers, diagnostics), SC_OK);
    plan = NULL;
    assert_int_equal(
        sc_plan_make(pack, sheet, (struct sc_dates){"2026-11-23", "2026-11-30"}, diagnostics, &plan), SC_OK);
    return plan;
}
#define PLAN(...) plan_for((const char *const[]){__VA_ARGS__, NULL})

static enum item_status status_of(const char *id)
{
    return plan->items[pack_find_item(pack, id)].status;
}

static int open_ladder(void **state)
{
    (void)state;
    diagnostics = sc_diagnostics_new();
    pack = good_pack(LADDER);
    return 0;
}

static int close_ladder(void **state)
{
    (void)state;
    sc_plan_free(plan);
    sc_sheet_free(sheet);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    plan = NULL;
    sheet = NULL;
    return 0;
}

static void unknown_ulcer_holds_ibuprofen_back(void **state)
{
    (void)state;
    PLAN("flag=no", "wants=yes", "tried=no", "kidney=no");
    assert_int_equal(status_of("ibuprofen"), ITEM_NEEDS_ANSWER);
    assert_int_equal(status_of("gabapentin"), ITEM_LATER);
    assert_int_equal(plan->ladders[0].step, 0);
    PLAN("flag=no", "wants=yes", "tried=no", "kidney=no", "ulcer=no");
    assert_int_equal(status_of("ibuprofen"), ITEM_OFFERED);
}

static void each_row_of_the_status_table_wins_over_the_next(void **state)
{
    (void)state;
    PLAN("flag=no", "wants=no", "ulcer=yes");
    assert_int_equal(status_of("ibuprofen"), ITEM_WITHHELD);
    assert_int_equal(status_of("gabapentin"), ITEM_NOT_NEEDED);
    assert_int_equal(plan->ladders[0].state, LADDER_NOT_NEEDED);
    PLAN("flag=no", "wants=yes", "ulcer=yes", "tried=yes");
    assert_int_equal(status_of("ibuprofen"), ITEM_WITHHELD);
    assert_int_equal(plan->items[pack_find_item(pack, "ibuprofen")].reason_count, 1);
    PLAN("flag=no", "wants=yes", "ulcer=no", "kidney=no", "tried=yes");
    assert_int_equal(status_of("ibuprofen"), ITEM_SPENT);
    assert_int_equal(status_of("gabapentin"), ITEM_OFFERED);
    PLAN("flag=no", "wants=yes", "kidney=yes");
    assert_int_equal(plan->ladders[0].state, LADDER_EXHAUSTED);
    assert_string_equal(plan->ladders[0].text, "EXHAUSTED");
}

static void an_unknown_gate_asks_for_itself_alone(void **state)
{
    (void)state;
    PLAN("flag=no");
    const struct plan_item *item = &plan->items[pack_find_item(pack, "ibuprofen")];
    assert_int_equal(item->status, ITEM_NEEDS_ANSWER);
    assert_int_equal(item->needs.count, 1);
    assert_int_equal(item->needs.list[0], pack_find_question(pack, "wants"));
    assert_int_equal(item->because.count, 1);
    assert_int_equal(item->because.list[0].rule, BECAUSE_GATE);
}

static void a_red_flag_withholds_and_asks_only_what_presses_more(void **state)
{
    (void)state;
    PLAN("flag=yes");
    assert_int_equal(plan->status, SC_WITHHELD);
    assert_int_equal(plan->alert_count, 1);
    assert_int_equal(plan->missing.count, 1);
    assert_int_equal(plan->missing.list[0], pack_find_question(pack, "late"));
    PLAN("flag=yes", "late=yes");
    assert_int_equal(plan->alert_count, 2);
    assert_int_equal(plan->alerts[0].alert->level, LEVEL_EMERGENCY);
    assert_int_equal(plan->missing.count, 0);
    PLAN("wants=no");
    assert_int_equal(plan->status, SC_UNSCREENED);
    assert_int_equal(plan->missing.count, 1);
}

static void schedules_are_exact_and_rounded_down(void **state)
{
    (void)state;
    static const int64_t from_eight[] = {6, 8, 10, 12, 14, 16, 18, 20};
    PLAN("flag=no", "wants=no", "walk=8");
    const struct plan_schedule *schedule = &plan->items[0].schedule;
    assert_int_equal(schedule->count, 8);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(schedule->weekly[i], from_eight[i]);
    PLAN("flag=no", "wants=no", "walk=10");
    assert_int_equal(plan->items[0].schedule.count, 5);
    assert_int_equal(plan->items[0].schedule.weekly[4], 30);
}

static void because_lists_the_rules_that_decided(void **state)
{
    (void)state;
    PLAN("flag=no", "wants=yes", "ulcer=yes", "kidney=yes");
    const struct plan_item *item = &plan->items[pack_find_item(pack, "ibuprofen")];
    assert_int_equal(item->because.count, 2);
    assert_string_equal(item->because.list[0].when, "ulcer");
    assert_int_equal(item->reasons[1].number, 2);
    PLAN("flag=no", "wants=yes", "ulcer=no", "kidney=no", "tried=no");
    item = &plan->items[pack_find_item(pack, "ibuprofen")];
    assert_int_equal(item->because.count, 4);
    assert_int_equal(item->because.list[2].rule, BECAUSE_GATE);
    assert_int_equal(item->because.list[3].rule, BECAUSE_SPENT);
    item = &plan->items[pack_find_item(pack, "gabapentin")];
    assert_int_equal(item->because.list[0].rule, BECAUSE_LADDER);
    assert_null(item->because.list[0].when);
}

static struct sc_plan *plan_of_text(struct sc_pack *from, const char *const *answers, struct sc_sheet **kept)
{
    struct sc_plan *made = NULL;
    struct sc_diagnostics *said = sc_diagnostics_new();
    *kept = sc_sheet_new(from);
    for (; *answers != NULL; answers++)
        assert_int_equal(sc_sheet_set(*kept, *answers, said), SC_OK);
    assert_int_equal(sc_plan_make(from, *kept, (struct sc_dates){"2026-11-23", NULL}, said, &made), SC_OK);
    sc_diagnostics_free(said);
    return made;
}

static void schedules_follow_their_ends(void **state)
{
    (void)state;
    static const struct {
        const char *weeks, *schedule;
        size_t count;
        int64_t first, last;
    } cases[] = {
        {"1-4", "{start: 10, add: -3, until: 2, unit: u}", 4, 10, 2},
        {"1+", "{start: 10, add: 5, until: 8, unit: u}", 1, 8, 8},
        {"1-3", "{start: 1, add: 1, until: 30, unit: u}", 3, 1, 3},
        {"1+", "{start: 7.9, unit: u}", 1, 7, 7},
        {"1+", "{start: 3, add: 0, until: 9, unit: u}", 1, 3, 3},
        {"1+", "{start: 0.5, add: 0.5, until: 2, unit: u}", 4, 0, 2},
        {"1+", "{start: 0, add: 0.000001, until: 1000000, unit: u}", 1000, 0, 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[600];
        snprintf(text, sizeof text,
                 PACK_HEAD
                 "phase: p\nweeks: %s\ngoal: g\nitems:\n  - {id: a, kind: exercise, title: A, say: A, "
                 "schedule: %s}\n",
                 cases[i].weeks, cases[i].schedule);
        struct sc_pack *from = good_pack(text);
        struct sc_sheet *kept;
        struct sc_plan *made = plan_of_text(from, (const char *const[]){NULL}, &kept);
        const struct plan_schedule *schedule = &made->items[0].schedule;
        assert_int_equal(schedule->count, cases[i].count);
        assert_int_equal(schedule->weekly[0], cases[i].first);
        assert_int_equal(schedule->weekly[schedule->count - 1], cases[i].last);
        sc_plan_free(made);
        sc_sheet_free(kept);
        sc_pack_free(from);
    }
}

static void variants_pass_over_what_is_unknown(void **state)
{
    (void)state;
    struct sc_pack *from =
        good_pack(PACK_HEAD
                  "questions:\n  - {id: a, ask: A, type: yes-no}\n  - {id: n, ask: N, type: text}\n"
                  "notice: [{when: a, say: 'YES {n}'}, {say: 'NO {{x} {a}'}]\n");
    struct sc_sheet *kept;
    struct sc_plan *made = plan_of_text(from, (const char *const[]){NULL}, &kept);
    assert_string_equal(made->notice, "NO {x} ____");
    assert_int_equal(made->refine.count, 1);
    sc_plan_free(made);
    sc_sheet_free(kept);
    made = plan_of_text(from, (const char *const[]){"a=yes", NULL}, &kept);
    assert_string_equal(made->notice, "YES ____");
    assert_int_equal(made->refine.count, 1);
    sc_plan_free(made);
    sc_sheet_free(kept);
    made = plan_of_text(from, (const char *const[]){"a=no", "n=hello", NULL}, &kept);
    assert_string_equal(made->notice, "NO {x} no");
    assert_int_equal(made->refine.count, 0);
    sc_plan_free(made);
    sc_sheet_free(kept);
    sc_pack_free(from);
}

static void invariants_ask_what_the_plan_says(void **state)
{
    (void)state;
    struct sc_pack *from = good_pack(LADDER
                                     "invariants:\n"
                                     "  - {id: good, never: offered(ibuprofen) and not (ulcer == no)}\n"
                                     "  - {id: broken, never: needs_answer(ibuprofen)}\n"
                                     "  - {id: unknown, never: ulcer}\n");
    struct sc_sheet *kept;
    struct sc_plan *made = plan_of_text(from, (const char *const[]){"flag=no", "wants=yes", NULL}, &kept);
    assert_true(engine_holds(made, &from->invariants[0]));
    assert_false(engine_holds(made, &from->invariants[1]));
    assert_false(engine_holds(made, &from->invariants[2]));
    sc_plan_free(made);
    sc_sheet_free(kept);
    sc_pack_free(from);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(unknown_ulcer_holds_ibuprofen_back, open_ladder, close_ladder),
        cmocka_unit_test_setup_teardown(each_row_of_the_status_table_wins_over_the_next, open_ladder,
                                        close_ladder),
        cmocka_unit_test_setup_teardown(an_unknown_gate_asks_for_itself_alone, open_ladder, close_ladder),
        cmocka_unit_test_setup_teardown(a_red_flag_withholds_and_asks_only_what_presses_more, open_ladder,
                                        close_ladder),
        cmocka_unit_test_setup_teardown(schedules_are_exact_and_rounded_down, open_ladder, close_ladder),
        cmocka_unit_test_setup_teardown(because_lists_the_rules_that_decided, open_ladder, close_ladder),
        cmocka_unit_test(schedules_follow_their_ends),
        cmocka_unit_test(variants_pass_over_what_is_unknown),
        cmocka_unit_test(invariants_ask_what_the_plan_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
