/* What would have to change is true: whoever changes just that comes to what was said. Every sheet of a pack
 * in which each rule has a question of its own. */
#include "../house.h"

#include "why/why.h"

#define RULES                                                                                                \
    PACK_HEAD                                                                                                \
    "questions:\n"                                                                                           \
    "  - {id: a, ask: A?, type: yes-no}\n  - {id: b, ask: B?, type: yes-no}\n"                               \
    "  - {id: gate, ask: G?, type: yes-no}\n  - {id: offer, ask: O?, type: yes-no}\n"                        \
    "  - {id: spent, ask: S?, type: yes-no}\n  - {id: below, ask: L?, type: yes-no}\n"                       \
    "phase: p\nweeks: 1+\ngoal: g\nladder:\n  id: l\n  when: gate\n  otherwise: o\n  exhausted: e\n"         \
    "  steps:\n"                                                                                             \
    "    - {id: s1, title: One, items: [{id: low, kind: medicine, title: L, say: l, spent: below}]}\n"       \
    "    - {id: s2, title: Two, items: [{id: high, kind: medicine, title: H, say: h, offer: offer,\n"        \
    "         spent: spent, avoid: [{when: a, say: A.}, {when: b, say: B.}]}]}\n"

static struct arena *arena;
static struct escape escape;

enum { QUESTIONS = 6, HIGH = 1, SHEETS = 729 };

static struct explaining explaining_of(const struct sc_pack *pack, const struct value *answers)
{
    const struct sc_plan *plan =
        engine_plan(arena, pack, answers, NULL, (struct date){2026, 11, 23}, (struct date){0, 0, 0});
    return (struct explaining){.arena = arena, .plan = plan, .readings = engine_readings(plan)};
}

static void say(struct value *answers, const struct sc_pack *pack, const char *question, bool yes)
{
    answers[pack_find_question(pack, question)] = (struct value){.known = true, .truth = yes};
}

/* Does what the obstacle asks for, and no more. */
static void take_away(const struct sc_pack *pack, const struct obstacle *obstacle, struct value *answers)
{
    static const bool wanted[ROLE_COUNT] = {[ROLE_GATE] = true, [ROLE_OFFER] = true};
    for (size_t i = 0; i < obstacle->rule_count; i++) {
        const struct rule_at_work *rule = obstacle->rules[i];
        assert_int_equal(rule->reads.count, 1);
        say(answers, pack, pack->questions[rule->reads.list[0]].id, wanted[rule->role]);
    }
    if (obstacle->status == ITEM_LATER) {
        assert_int_equal(obstacle->rule_count, 0);
        say(answers, pack, "below", true);
    }
    if (obstacle->status == ITEM_NEEDS_ANSWER)
        assert_int_equal(obstacle->needs.count, obstacle->rule_count);
}

static void each_obstacle_is_one_and_behind_the_last_it_is_offered(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(RULES);
    size_t longest = 0;
    for (unsigned sheet = 0; sheet < SHEETS; sheet++) {
        struct value answers[QUESTIONS];
        for (unsigned i = 0, rest = sheet; i < QUESTIONS; i++, rest /= 3)
            answers[i] = (struct value){.known = rest % 3 < 2, .truth = rest % 3 == 1};
        const struct explaining explaining = explaining_of(pack, answers);
        const struct item_explained item = explain_item(&explaining, HIGH);
        const struct obstacles obstacles = obstacles_of(&explaining, &item);
        assert_int_equal(item.status, item.decided->status);
        longest = obstacles.count > longest ? obstacles.count : longest;
        for (size_t i = 0; i < obstacles.count; i++) {
            const struct sc_plan *now = explaining_of(pack, answers).plan;
            if (now->items[HIGH].status != obstacles.list[i].status)
                fail_msg("sheet %u, obstacle %zu: expected %s, came %s", sheet, i,
                         item_status_names[obstacles.list[i].status],
                         item_status_names[now->items[HIGH].status]);
            take_away(pack, &obstacles.list[i], answers);
        }
        assert_int_equal(explaining_of(pack, answers).plan->items[HIGH].status, ITEM_OFFERED);
    }
    assert_true(longest >= 5);
    sc_pack_free(pack);
}

int main(void)
{
    arena = arena_new(&escape);
    if (arena == NULL || setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_obstacle_is_one_and_behind_the_last_it_is_offered)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
