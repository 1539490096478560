/* One question to the solver after the other; each sheet that it finds is tried on the engine. */
#include "prove/prove.h"
#include "prove/terms.h"

struct arena *scratch_arena(const struct proving *proving)
{
    struct escape *landing = arena_rearm(proving->arena, NULL);
    arena_rearm(proving->arena, landing);
    struct arena *arena = arena_new(landing);
    if (arena == NULL)
        arena_exhausted(proving->arena);
    return arena;
}

struct sc_plan *plan_for(struct arena *arena, const struct sc_pack *pack, const struct value *answers)
{
    /* No decision depends on the day. */
    return engine_plan(arena, pack, answers, NULL, (struct date){2000, 1, 1}, (struct date){0, 0, 0});
}

bool engine_shows(const struct proving *proving, const struct obligation *obligation,
                  const struct value *answers)
{
    struct arena *arena = scratch_arena(proving);
    bool shows = obligation_is_seen(plan_for(arena, proving->pack, answers), obligation);
    arena_free(arena);
    return shows;
}

static void set_timeout(struct encoding *encoding, unsigned timeout)
{
    Z3_params params = Z3_mk_params(encoding->z3);
    Z3_params_inc_ref(encoding->z3, params);
    Z3_params_set_uint(encoding->z3, params, Z3_mk_string_symbol(encoding->z3, "timeout"), timeout);
    /* An interrupt ends the program, not one question to the solver. */
    Z3_params_set_bool(encoding->z3, params, Z3_mk_string_symbol(encoding->z3, "ctrl_c"), false);
    Z3_solver_set_params(encoding->z3, encoding->solver, params);
    Z3_params_dec_ref(encoding->z3, params);
}

/* Does the engine say the same of this sheet as the terms say in its model? */
static bool agree(struct encoding *encoding, Z3_model model, const struct sc_plan *plan)
{
    enum sc_plan_status status = plan->status == SC_INCOMPLETE ? SC_READY : plan->status;
    bool same = holds_in(encoding, model, encoding->plan[status]);
    for (size_t i = 0; same && i < plan->item_count; i++)
        same = holds_in(encoding, model, encoding->items[i][plan->items[i].status]);
    for (size_t i = 0; same && i < plan->ladder_count; i++)
        same = holds_in(encoding, model, encoding->ladders[i][plan->ladders[i].state]);
    return same;
}

enum outcome ask_solver(struct encoding *encoding, unsigned timeout, struct arena *arena,
                        struct value **answers)
{
    *answers = NULL;
    set_timeout(encoding, timeout);
    switch (Z3_solver_check(encoding->z3, encoding->solver)) {
    case Z3_L_FALSE:
        return OUTCOME_NONE;
    case Z3_L_UNDEF:
        return OUTCOME_UNDECIDED;
    case Z3_L_TRUE:
        break;
    }
    Z3_model model = Z3_solver_get_model(encoding->z3, encoding->solver);
    Z3_model_inc_ref(encoding->z3, model);
    *answers = answers_in(encoding, model, arena);
    Z3_model_dec_ref(encoding->z3, model);
    return OUTCOME_FOUND;
}

static void report_defect(struct proving *proving, const char *what, const struct value *answers)
{
    proving->defect = what;
    proving->defect_answers = answers;
}

/* One sheet often shows many things that some sheet must show. */
static void close_all_seen(struct proving *proving, const struct sc_plan *plan)
{
    for (size_t i = 0; i < proving->obligations.count; i++) {
        struct obligation *other = &proving->obligations.list[i];
        if (other->must == MUST_SOMETIMES && other->result == RESULT_OPEN && obligation_is_seen(plan, other))
            other->result = RESULT_PROVED;
    }
}

/* Tries what the solver found on the engine: it must show the obligation, and agree in all else. */
static bool confirm(struct proving *proving, const struct obligation *obligation, const struct value *answers)
{
    struct arena *arena = scratch_arena(proving);
    const struct sc_plan *plan = plan_for(arena, proving->pack, answers);
    Z3_model model = model_of(proving->encoding, answers);
    bool confirmed = obligation_is_seen(plan, obligation) && agree(proving->encoding, model, plan);
    Z3_model_dec_ref(proving->encoding->z3, model);
    if (confirmed)
        close_all_seen(proving, plan);
    arena_free(arena);
    return confirmed;
}

static void decide(struct proving *proving, struct obligation *obligation)
{
    struct encoding *encoding = proving->encoding;
    bool never = obligation->must == MUST_NEVER;
    struct value *answers = NULL;
    Z3_solver_push(encoding->z3, encoding->solver);
    Z3_solver_assert(encoding->z3, encoding->solver, obligation->term);
    switch (ask_solver(encoding, proving->timeout, proving->arena, &answers)) {
    case OUTCOME_NONE:
        obligation->result = never ? RESULT_PROVED : RESULT_DEAD;
        break;
    case OUTCOME_UNDECIDED:
        obligation->result = RESULT_UNDECIDED;
        break;
    case OUTCOME_FOUND:
        if (!confirm(proving, obligation, answers)) {
            report_defect(proving, obligation->what, answers);
            break;
        }
        obligation->result = never ? RESULT_FAILED : RESULT_PROVED;
        if (never)
            make_smallest(proving, obligation, answers);
        obligation->counterexample = never ? answers : NULL;
        if (never && !engine_shows(proving, obligation, answers))
            report_defect(proving, obligation->what, answers);
        break;
    }
    Z3_solver_pop(encoding->z3, encoding->solver, 1);
}

bool prove_all(struct proving *proving)
{
    struct obligations *all = &proving->obligations;
    *all = obligations_of(proving->arena, proving->pack);
    /* All terms come first: what an answer can be is asserted when it is first read, and must outlive each
     * question.
     */
    for (size_t i = 0; i < all->count; i++)
        all->list[i].term = obligation_term(proving->encoding, &all->list[i]);
    for (size_t i = 0; i < all->count && proving->defect == NULL; i++)
        if (all->list[i].result == RESULT_OPEN)
            decide(proving, &all->list[i]);
    return proving->defect == NULL;
}
