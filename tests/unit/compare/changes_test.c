/* What differs between two plans is all that is listed, whatever the order of the pack. */
#include "../house.h"

#include "compare/compare.h"
#include "engine/engine.h"

static struct arena *arena;
static struct escape escape;

#define QUESTIONS                                                                                            \
    "questions:\n  - {id: ulcer, ask: U?, type: yes-no}\n  - {id: walks, ask: W?, type: yes-no}\n"
#define PHASE "phase: p\nweeks: 1+\ngoal: G\nitems:\n"
#define TABLETS                                                                                              \
    "  - {id: tablets, kind: medicine, title: T, say: S, avoid: [{id: ulcer, when: ulcer, say: Had "         \
    "one.}]}\n"
#define WALKING "  - {id: walking, kind: exercise, title: W, say: S, offer: walks}\n"

static const struct sc_plan *plan_of(const struct sc_pack *pack, struct value ulcer, struct value walks)
{
    struct value *answers = arena_array(arena, 2, sizeof *answers);
    answers[pack_find_question(pack, "ulcer")] = ulcer;
    answers[pack_find_question(pack, "walks")] = walks;
    return engine_plan(arena, pack, answers, NULL, (struct date){2026, 11, 23}, (struct date){0, 0, 0});
}

static const struct value yes = {.known = true, .truth = true}, no = {.known = true}, open = {.known = false};

static void one_answer_lists_one_item_and_its_reason(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(PACK_HEAD QUESTIONS PHASE TABLETS WALKING);
    const struct plan_changes *changes = changes_of(arena, plan_of(pack, no, yes), plan_of(pack, yes, yes));
    assert_false(changes->same);
    assert_int_equal(changes->answer_count, 1);
    assert_int_equal(changes->item_count, 1);
    assert_string_equal(changes->items[0].after->item->id, "tablets");
    assert_int_equal(changes->items[0].before->status, ITEM_OFFERED);
    assert_int_equal(changes->items[0].after->status, ITEM_WITHHELD);
    assert_int_equal(changes->items[0].reasons.come_count, 1);
    assert_string_equal(changes->items[0].reasons.come[0]->text, "Had one.");
    sc_pack_free(pack);
}

static void an_answer_that_is_taken_back_opens_a_question(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(PACK_HEAD QUESTIONS PHASE TABLETS WALKING);
    const struct plan_changes *changes = changes_of(arena, plan_of(pack, yes, yes), plan_of(pack, open, yes));
    assert_int_equal(changes->item_count, 1);
    assert_int_equal(changes->items[0].reasons.gone_count, 1);
    assert_int_equal(changes->items[0].needs.come.count, 1);
    assert_int_equal(changes->missing.come.count, 1);
    assert_true(changes->status);
    sc_pack_free(pack);
}

static void a_pack_in_another_order_is_the_same_plan(void **state)
{
    (void)state;
    struct sc_pack *old = good_pack(PACK_HEAD QUESTIONS PHASE TABLETS WALKING);
    struct sc_pack *new = good_pack(PACK_HEAD QUESTIONS PHASE WALKING TABLETS);
    const struct plan_changes *changes = changes_of(arena, plan_of(old, yes, no), plan_of(new, yes, no));
    assert_true(changes->packs_differ);
    assert_true(changes->same);
    sc_pack_free(old);
    sc_pack_free(new);
}

static void an_item_of_one_version_alone_has_one_side(void **state)
{
    (void)state;
    struct sc_pack *old = good_pack(PACK_HEAD QUESTIONS PHASE TABLETS WALKING);
    struct sc_pack *new = good_pack(PACK_HEAD QUESTIONS PHASE WALKING);
    const struct plan_changes *changes = changes_of(arena, plan_of(old, no, yes), plan_of(new, no, yes));
    assert_int_equal(changes->item_count, 1);
    assert_non_null(changes->items[0].before);
    assert_null(changes->items[0].after);
    changes = changes_of(arena, plan_of(new, no, yes), plan_of(old, no, yes));
    assert_int_equal(changes->item_count, 1);
    assert_null(changes->items[0].before);
    sc_pack_free(old);
    sc_pack_free(new);
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_answer_lists_one_item_and_its_reason),
        cmocka_unit_test(an_answer_that_is_taken_back_opens_a_question),
        cmocka_unit_test(a_pack_in_another_order_is_the_same_plan),
        cmocka_unit_test(an_item_of_one_version_alone_has_one_side),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
