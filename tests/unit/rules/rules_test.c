/* The list of a pack's rules: none is left out, and none comes to a truth that was said to be impossible. */
#include "../engine/random_pack.h"

#include "rules/rules.h"

enum { PACKS = 200, SHEETS = 30 };

static struct arena *arena;
static struct escape escape;

static const char pack_text[] = PACK_HEAD
    "notice: [{when: ulcer, say: a}, {say: b}]\n"
    "call: {urgent: [{when: ulcer, say: a}, {say: b}]}\n"
    "questions:\n  - {id: ulcer, ask: q, type: yes-no}\n  - {id: age, ask: q, type: integer, range: 0..120}\n"
    "facts: {grown: age >= 18}\n"
    "alerts:\n  - {id: a, level: urgent, when: ulcer, say: [{when: grown, say: s}, {say: t}]}\n"
    "warnings:\n  - {say: s}\n  - {id: w, when: ulcer, say: s}\n"
    "phase: p\nweeks: 1+\ngoal: [{when: ulcer, say: g}, {say: h}]\n"
    "items:\n"
    "  - {id: i, kind: advice, title: T, say: S, offer: grown, how: [x, [{when: grown, say: y}, {say: z}]],\n"
    "     avoid: [{id: u, when: ulcer, say: s}], caution: [{when: yes, say: s}], notes: [{when: age >= 0, "
    "say: s}],\n"
    "     schedule: [{when: grown, start: age, unit: u}, {start: 1, unit: u}]}\n"
    "ladder:\n  id: l\n  when: ulcer\n  otherwise: [{when: ulcer, say: a}, {say: b}]\n  exhausted: e\n  "
    "steps:\n"
    "    - {id: s, title: T, say: [{when: ulcer, say: a}, {say: b}], items: [{id: j, kind: advice, title: T, "
    "say: S, "
    "spent: ulcer}]}\n"
    "reviews:\n  - {week: 1, say: [{when: ulcer, say: a}, {say: b}]}\n";

static void each_rule_stands_in_the_list_once_in_the_order_of_the_pack(void **state)
{
    (void)state;
    static const char *const expected[] = {
        "alert: alert 'a'",
        "variant: alert 'a', variant 1",
        "offer: item 'i', offer",
        "spent: item 'i', spent (default)",
        "avoid: item 'i', avoid 'u'",
        "caution: item 'i', caution 1",
        "note: item 'i', note 1",
        "variant: item 'i', how 2, variant 1",
        "variant: item 'i', schedule, variant 1",
        "offer: item 'j', offer (default)",
        "spent: item 'j', spent",
        "gate: ladder 'l', gate",
        "variant: ladder 'l', step 's', variant 1",
        "variant: ladder 'l', otherwise, variant 1",
        "warning: warning 1 (default)",
        "warning: warning 'w'",
        "variant: notice, variant 1",
        "variant: call, urgent, variant 1",
        "variant: phase 'p', goal, variant 1",
        "variant: review of week 1, variant 1",
    };
    struct sc_pack *pack = good_pack(pack_text);
    arena = arena_new(&escape);
    const struct pack_rules rules = rules_of(arena, pack);
    for (size_t i = 0; i < rules.count; i++) {
        const struct pack_rule *rule = &rules.list[i];
        const char *came = arena_print(arena, "%s: %s%s", rule_kind_names[rule->kind], rule->what,
                                       rule_is_written(rule) ? "" : " (default)");
        assert_string_equal(came, i < sizeof expected / sizeof expected[0] ? expected[i] : "nothing more");
    }
    assert_int_equal(rules.count, sizeof expected / sizeof expected[0]);
    sc_pack_free(pack);
    arena_free(arena);
}

static void no_rule_comes_to_a_truth_that_is_not_possible(void **state)
{
    (void)state;
    struct dice dice = {20261124};
    unsigned together[RULE_KIND_COUNT] = {0};
    for (unsigned i = 0; i < PACKS; i++) {
        arena = arena_new(&escape);
        struct buffer text = buffer_in(arena);
        struct sc_pack *pack = good_pack(random_pack_text(&dice, &text));
        const struct pack_rules rules = rules_of(arena, pack);
        for (unsigned k = 0; k < SHEETS; k++) {
            struct value *answers = arena_array(arena, pack->question_count, sizeof *answers);
            for (size_t q = 0; q < pack->question_count; q++)
                if (roll(&dice, 3) > 0)
                    answers[q] = random_answer(&dice, &pack->questions[q]);
            const struct readings readings = engine_readings(
                engine_plan(arena, pack, answers, NULL, (struct date){2026, 11, 23}, (struct date){0, 0, 0}));
            for (size_t r = 0; r < rules.count; r++) {
                unsigned came = 1u << expr_is(rules.list[r].when, &readings);
                if ((came & rules.list[r].possible) == 0)
                    fail_msg("%s, %s: came to %x of %x", rules.list[r].what, expr_written(rules.list[r].when),
                             came, rules.list[r].possible);
                together[rules.list[r].kind] |= came;
            }
        }
        sc_pack_free(pack);
        arena_free(arena);
    }
    assert_int_equal(together[RULE_OFFER], 7);
    assert_int_equal(together[RULE_ALERT], 7);
}

int main(void)
{
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule_stands_in_the_list_once_in_the_order_of_the_pack),
        cmocka_unit_test(no_rule_comes_to_a_truth_that_is_not_possible),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
