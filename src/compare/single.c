/* The search: each answer that a question can have, the others as they are; of a number one for each stretch
 * in which no rule changes. */
#include "compare/single.h"

#include "engine/engine.h"
#include "support/call.h"
#include "support/names.h"

#include <string.h>

struct search {
    struct arena *arena;
    const struct sc_plan *plan;
    struct rising *rising;
    struct value *answers; /* with the one that is tried */
    char *base, *outcome;  /* of the plan as it is, of the one that is tried */
    size_t turn;           /* how many answers were tried */
    size_t decided, most;  /* facts and decisions over all answers: so far, and how many there may be */
    struct single_question *question;
    struct names outcomes; /* of this question, to the number of the change */
};

static const struct sc_plan *plan_with(struct arena *arena, const struct search *search)
{
    return engine_plan(arena, search->plan->pack, search->answers, NULL, search->plan->made,
                       search->plan->start);
}

static enum sc_status decide(struct arena *arena, void *context)
{
    struct search *search = context;
    outcome_write(plan_with(arena, search), search->outcome);
    return SC_OK;
}

static void count_decided(struct search *search)
{
    const struct sc_pack *pack = search->plan->pack;
    search->decided += outcome_length(pack) + pack->question_count + pack->fact_count;
}

/* Most answers change nothing, or the same as another one: their plans do not stay. */
static void find_outcome(struct search *search)
{
    count_decided(search);
    if (call_in_new(ARENA_GOES, NULL, decide, search) == SC_NO_MEMORY)
        arena_exhausted(search->arena);
}

static struct single_change *change_for_outcome(struct search *search)
{
    struct single_question *question = search->question;
    size_t number = names_find(&search->outcomes, search->outcome);
    if (number != SIZE_MAX)
        return &question->changes[number];
    names_put(&search->outcomes, arena_text(search->arena, search->outcome), question->count);
    question->changes = arena_grow(search->arena, question->changes, question->count, &question->capacity,
                                   sizeof *question->changes);
    struct single_change *change = &question->changes[question->count++];
    count_decided(search);
    *change = (struct single_change){
        .changes = decision_changes(search->arena, search->plan, plan_with(search->arena, search))};
    return change;
}

/* Numbers are counted in the steps of their question, from 0. */
static int64_t in_steps(const struct question *asked, struct rational number)
{
    return number.numerator * (rising_step(asked).denominator / number.denominator);
}

static struct value after_steps(const struct question *asked, int64_t steps)
{
    struct value value = {.known = true};
    rational_make(steps, rising_step(asked).denominator, &value.number);
    return value;
}

bool ranges_meet(const struct question *asked, const struct answer_range *one,
                 const struct answer_range *next)
{
    bool number = asked->type == SC_INTEGER || asked->type == SC_DECIMAL;
    return number && in_steps(asked, one->last.number) + 1 == in_steps(asked, next->first.number);
}

/* The answers from the first to the last have the outcome that was found. */
static void keep_range(struct search *search, const struct question *asked, struct value first,
                       struct value last)
{
    const struct answer_range range = {first, last, search->turn++};
    if (strcmp(search->outcome, search->base) == 0)
        return;
    struct single_change *change = change_for_outcome(search);
    if (change->range_count > 0 && ranges_meet(asked, &change->ranges[change->range_count - 1], &range)) {
        change->ranges[change->range_count - 1].last = last;
        return;
    }
    change->ranges = arena_grow(search->arena, change->ranges, change->range_count, &change->range_capacity,
                                sizeof *change->ranges);
    change->ranges[change->range_count++] = range;
}

static void try_value(struct search *search, const struct question *asked, struct value value)
{
    search->answers[search->question->question] = value;
    find_outcome(search);
    keep_range(search, asked, value, value);
}

static void try_yes_no(struct search *search, const struct question *asked)
{
    const struct value now = search->plan->answers[search->question->question];
    for (int truth = 0; truth < 2; truth++)
        if (!now.known || now.truth != (truth == 1))
            try_value(search, asked, (struct value){.known = true, .truth = truth == 1});
}

static void try_choice(struct search *search, const struct question *asked)
{
    const struct value now = search->plan->answers[search->question->question];
    for (size_t i = 0; i < asked->option_count; i++)
        if (!now.known || now.option != i)
            try_value(search, asked, (struct value){.known = true, .option = i});
}

/* One tick more or one less, or none at all; of an open question one alone, or none. */
static void try_choices(struct search *search, const struct question *asked)
{
    const struct value now = search->plan->answers[search->question->question];
    const uint64_t options = now.known ? now.options : 0;
    const bool one_less_is_none = (options & (options - 1)) == 0;
    if (!now.known || !one_less_is_none)
        try_value(search, asked, (struct value){.known = true, .options = 0});
    for (size_t i = 0; i < asked->option_count; i++)
        try_value(search, asked, (struct value){.known = true, .options = options ^ (uint64_t)1 << i});
}

static bool is_too_much(const struct search *search)
{
    return search->decided > search->most;
}

/* The outcome at the first number of a stretch is that of all of them. */
static void try_numbers(struct search *search, const struct question *asked)
{
    const size_t number = search->question->question;
    const int64_t last = in_steps(asked, asked->high);
    for (int64_t from = in_steps(asked, asked->low); from <= last && !is_too_much(search);) {
        const struct value first = after_steps(asked, from);
        int64_t to = from + rising_steps(search->rising, number, first.number, last - from);
        search->answers[number] = first;
        find_outcome(search);
        keep_range(search, asked, first, after_steps(asked, to));
        from = to + 1;
    }
}

/* No rule reads a text. */
static void (*const tries[])(struct search *, const struct question *) = {
    [SC_YES_NO] = try_yes_no, [SC_INTEGER] = try_numbers, [SC_DECIMAL] = try_numbers,
    [SC_CHOICE] = try_choice, [SC_CHOICES] = try_choices, [SC_TEXT] = NULL,
};

static void search_question(struct search *search, size_t number, struct single_question *found)
{
    const struct question *asked = &search->plan->pack->questions[number];
    *found = (struct single_question){.question = number};
    if (tries[asked->type] == NULL || !rising_matters(search->rising, number))
        return;
    search->question = found;
    search->outcomes = names_in(search->arena);
    tries[asked->type](search, asked);
    search->answers[number] = search->plan->answers[number];
}

static struct search search_over(struct arena *arena, const struct sc_plan *plan, size_t most)
{
    const struct sc_pack *pack = plan->pack;
    struct search search = {
        .arena = arena,
        .plan = plan,
        .most = most,
        .rising = rising_over(arena, plan),
        .answers = arena_array(arena, pack->question_count, sizeof *search.answers),
        .base = arena_alloc(arena, outcome_length(pack)),
        .outcome = arena_alloc(arena, outcome_length(pack)),
    };
    for (size_t i = 0; i < pack->question_count; i++)
        search.answers[i] = plan->answers[i];
    outcome_write(plan, search.base);
    return search;
}

enum sc_status find_singles(struct arena *arena, const struct sc_plan *plan, size_t most,
                            struct sc_diagnostics *diagnostics, struct singles *singles)
{
    const struct sc_pack *pack = plan->pack;
    struct search search = search_over(arena, plan, most);
    singles->plan = plan;
    singles->count = 0;
    singles->questions = arena_array(arena, pack->question_count, sizeof *singles->questions);
    for (size_t i = 0; i < pack->question_count; i++) {
        struct single_question *found = &singles->questions[singles->count];
        search_question(&search, i, found);
        singles->count += found->count > 0;
        if (!is_too_much(&search))
            continue;
        diagnostics_error(
            diagnostics, pack->questions[i].place, NULL,
            "the single answers of this pack are too many to try: its rules cut the answers up to "
            "'%s' into more than %zu decisions",
            pack->questions[i].id, most);
        return SC_INVALID;
    }
    return SC_OK;
}
