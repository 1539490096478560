/* The prover and the engine say the same, tried on random packs and sheets: term by term for one sheet, and
 * what was proved for all sheets against many. */
#include "../engine/random_pack.h"

#include "prove/prove.h"
#include "prove/terms.h"

/* STEPCARE_SMALL: fewer of them, where each step is slow (valgrind). */
static unsigned packs = 120, sheets = 30;

static struct arena *arena;
static struct escape escape;

static void solver_failed(Z3_context z3, Z3_error_code code)
{
    fail_msg("the solver failed: %s", Z3_get_error_msg(z3, code));
}

/* Invariants over everything that a plan says, and over answers. */
static void random_invariants(struct dice *dice, struct buffer *out)
{
    static const char *const predicates[] = {"offered(i%u)", "withheld(i%u)", "not_needed(i%u)",
                                             "spent(i%u)",   "later(i%u)",    "needs_answer(i%u)"};
    static const char *const others[] = {"on_step(l, s0)",     "on_step(l, s1)", "withheld_plan",
                                         "printed_plan",       "b0 is answered", "alert(a0)",
                                         "m0 is not answered", "alert(a2)"};
    buffer_text(out, "invariants:\n");
    for (unsigned i = 0; i < 8; i++) {
        buffer_print(out, "  - {id: v%u, %s: \"(", i, roll(dice, 2) ? "never" : "always");
        buffer_print(out, predicates[roll(dice, 6)], roll(dice, 8));
        buffer_print(out, " %s %s) %s ", roll(dice, 2) ? "and" : "or", others[roll(dice, 8)],
                     roll(dice, 2) ? "and" : "or");
        random_condition(dice, out, 2, 2);
        buffer_text(out, "\"}\n");
    }
}

static struct sc_pack *random_pack(struct dice *dice)
{
    struct buffer text = buffer_in(arena);
    random_pack_text(dice, &text);
    random_invariants(dice, &text);
    return good_pack(buffer_string(&text));
}

static struct value *random_sheet(struct dice *dice, const struct sc_pack *pack)
{
    struct value *answers = arena_array(arena, pack->question_count, sizeof *answers);
    for (size_t i = 0; i < pack->question_count; i++)
        if (roll(dice, 3) > 0)
            answers[i] = random_answer(dice, &pack->questions[i]);
    return answers;
}

/* Both say whether; on a difference the sheet is shown. */
static void same(const struct sc_pack *pack, const struct value *answers, const char *what, bool term,
                 bool engine)
{
    if (term == engine)
        return;
    char *written = NULL;
    struct value *copy = arena_array(arena, pack->question_count, sizeof *copy);
    memcpy(copy, answers, pack->question_count * sizeof *copy);
    const struct sc_sheet sheet = {.arena = arena, .pack = pack, .answers = copy};
    sc_sheet_write(&sheet, SC_LIST_YAML, NULL, &written);
    fail_msg("%s: the prover says %d, the engine %d, of\n%s", what, term, engine, written);
}

static void compare_facts(struct encoding *encoding, Z3_model model, const struct sc_plan *plan)
{
    for (size_t i = 0; i < plan->pack->fact_count; i++) {
        bool yes = plan->facts[i].known && plan->facts[i].truth, no = plan->facts[i].known && !yes;
        same(plan->pack, plan->answers, "a fact is true", holds_in(encoding, model, encoding->facts[i].yes),
             yes);
        same(plan->pack, plan->answers, "a fact is false", holds_in(encoding, model, encoding->facts[i].no),
             no);
    }
}

static void compare_plan(struct encoding *encoding, Z3_model model, const struct sc_plan *plan)
{
    enum sc_plan_status is = plan->status == SC_INCOMPLETE ? SC_READY : plan->status;
    static const enum sc_plan_status all[] = {SC_READY, SC_UNSCREENED, SC_WITHHELD};
    for (size_t i = 0; i < 3; i++)
        same(plan->pack, plan->answers, "a plan status", holds_in(encoding, model, encoding->plan[all[i]]),
             all[i] == is);
    for (size_t i = 0; i < plan->item_count; i++)
        for (size_t k = 0; k < ITEM_STATUS_COUNT; k++)
            same(plan->pack, plan->answers, item_status_names[k],
                 holds_in(encoding, model, encoding->items[i][k]), plan->items[i].status == k);
    for (size_t i = 0; i < plan->ladder_count; i++)
        for (size_t k = 0; k < LADDER_STATE_COUNT; k++)
            same(plan->pack, plan->answers, ladder_state_names[k],
                 holds_in(encoding, model, encoding->ladders[i][k]), plan->ladders[i].state == k);
}

static void compare_obligations(struct encoding *encoding, struct obligations all, Z3_model model,
                                const struct sc_plan *plan)
{
    for (size_t i = 0; i < all.count; i++)
        same(plan->pack, plan->answers, all.list[i].what, holds_in(encoding, model, all.list[i].term),
             obligation_is_seen(plan, &all.list[i]));
}

static void every_term_is_what_the_engine_decides(void **state)
{
    (void)state;
    struct dice dice = {20261124};
    for (unsigned i = 0; i < packs; i++) {
        arena = arena_new(&escape);
        struct sc_pack *pack = random_pack(&dice);
        struct encoding *encoding = encoding_new(arena, pack, solver_failed);
        struct obligations all = obligations_of(arena, pack);
        for (size_t k = 0; k < all.count; k++)
            all.list[k].term = obligation_term(encoding, &all.list[k]);
        for (unsigned k = 0; k < sheets; k++) {
            const struct value *answers = random_sheet(&dice, pack);
            const struct sc_plan *plan = plan_for(arena, pack, answers);
            Z3_model model = model_of(encoding, answers);
            compare_facts(encoding, model, plan);
            compare_plan(encoding, model, plan);
            compare_obligations(encoding, all, model, plan);
            Z3_model_dec_ref(encoding->z3, model);
        }
        encoding_free(encoding);
        sc_pack_free(pack);
        arena_free(arena);
    }
}

/* A counterexample is one, and none of its answers can be left out. */
static void check_counterexample(const struct proving *proving, const struct obligation *obligation)
{
    struct value *answers = arena_array(arena, proving->pack->question_count, sizeof *answers);
    memcpy(answers, obligation->counterexample, proving->pack->question_count * sizeof *answers);
    assert_true(engine_shows(proving, obligation, answers));
    assert_true(obligation->smallest);
    for (size_t i = 0; i < proving->pack->question_count; i++) {
        if (!answers[i].known)
            continue;
        answers[i].known = false;
        if (engine_shows(proving, obligation, answers))
            fail_msg("%s: a smaller sheet shows it too", obligation->what);
        answers[i].known = true;
    }
}

/* Counts of what came out, so that the test is known to have tried each. */
static void check_results(const struct proving *proving, struct dice *dice, size_t counts[RESULT_COUNT])
{
    const struct obligations *all = &proving->obligations;
    for (size_t i = 0; i < all->count; i++) {
        counts[all->list[i].result]++;
        if (all->list[i].result == RESULT_FAILED)
            check_counterexample(proving, &all->list[i]);
    }
    for (unsigned k = 0; k < sheets * 4; k++) {
        const struct value *answers = random_sheet(dice, proving->pack);
        const struct sc_plan *plan = plan_for(arena, proving->pack, answers);
        for (size_t i = 0; i < all->count; i++) {
            const struct obligation *one = &all->list[i];
            bool impossible =
                one->result == RESULT_DEAD || (one->result == RESULT_PROVED && one->must == MUST_NEVER);
            if (impossible)
                same(proving->pack, answers, one->what, false, obligation_is_seen(plan, one));
        }
    }
}

static void what_is_proved_holds_for_every_sheet_tried(void **state)
{
    (void)state;
    struct dice dice = {7};
    size_t counts[RESULT_COUNT] = {0};
    for (unsigned i = 0; i < packs / 3; i++) {
        arena = arena_new(&escape);
        struct sc_pack *pack = random_pack(&dice);
        struct proving proving = {.arena = arena,
                                  .pack = pack,
                                  .encoding = encoding_new(arena, pack, solver_failed),
                                  .timeout = 60000};
        if (!prove_all(&proving))
            fail_msg("a defect: %s", proving.defect);
        check_results(&proving, &dice, counts);
        encoding_free(proving.encoding);
        sc_pack_free(pack);
        arena_free(arena);
    }
    assert_int_equal(counts[RESULT_OPEN] + counts[RESULT_UNDECIDED], 0);
    assert_true(counts[RESULT_PROVED] > 0 && counts[RESULT_FAILED] > 0 && counts[RESULT_DEAD] > 0);
}

int main(void)
{
    if (setjmp(escape.landing) != 0)
        return 99;
    if (getenv("STEPCARE_SMALL") != NULL)
        packs = 3, sheets = 5;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_term_is_what_the_engine_decides),
        cmocka_unit_test(what_is_proved_holds_for_every_sheet_tried),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    Z3_finalize_memory(); /* valgrind cannot follow what the solver keeps */
    return failed;
}
