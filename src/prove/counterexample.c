/* From any sheet that shows something to the smallest one: fewest answers, then the most ordinary values. */
#include "prove/prove.h"
#include "prove/terms.h"

#include <string.h>
#include <time.h>

/* The sheet so far; the solver holds what it has in common with every sheet that is still looked for. */
struct search {
    struct proving *proving;
    const struct obligation *obligation;
    struct value *answers;
    struct timespec end;
    bool out_of_time;
};

static struct timespec from_now(unsigned milliseconds)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    now.tv_sec += milliseconds / 1000;
    now.tv_nsec += (long)(milliseconds % 1000) * 1000000;
    return now;
}

static unsigned milliseconds_to(struct timespec end)
{
    struct timespec now = from_now(0);
    int64_t left = (int64_t)(end.tv_sec - now.tv_sec) * 1000 + (end.tv_nsec - now.tv_nsec) / 1000000;
    return left > 0 ? (unsigned)left : 0;
}

static void hold(const struct search *search, Z3_ast term)
{
    struct encoding *encoding = search->proving->encoding;
    Z3_solver_assert(encoding->z3, encoding->solver, term);
}

static void take_over(struct search *search, const struct value *answers)
{
    memcpy(search->answers, answers, search->proving->pack->question_count * sizeof *answers);
}

/* Is there such a sheet for which the term holds too? If so it is the one from now on, and the term is held.
 */
static enum outcome prefer(struct search *search, Z3_ast term)
{
    struct encoding *encoding = search->proving->encoding;
    unsigned left = milliseconds_to(search->end);
    struct value *answers = NULL;
    enum outcome outcome = OUTCOME_UNDECIDED;
    Z3_solver_push(encoding->z3, encoding->solver);
    hold(search, term);
    if (left > 0)
        outcome = ask_solver(encoding, left, search->proving->arena, &answers);
    Z3_solver_pop(encoding->z3, encoding->solver, 1);
    if (outcome == OUTCOME_FOUND)
        take_over(search, answers);
    if (outcome == OUTCOME_FOUND)
        hold(search, term);
    search->out_of_time = search->out_of_time || outcome == OUTCOME_UNDECIDED;
    return outcome;
}

static size_t count_answers(const struct search *search)
{
    size_t count = 0;
    for (size_t i = 0; i < search->proving->pack->question_count; i++)
        count += search->answers[i].known;
    return count;
}

/* Without the solver: what can go one by one, goes. The engine is quick. */
static void drop_answers(struct search *search)
{
    for (size_t i = search->proving->pack->question_count; i-- > 0;) {
        if (!search->answers[i].known)
            continue;
        search->answers[i].known = false;
        if (!engine_shows(search->proving, search->obligation, search->answers))
            search->answers[i].known = true;
    }
}

/* At most so many questions are answered. */
static Z3_ast at_most(const struct search *search, size_t count)
{
    struct encoding *encoding = search->proving->encoding;
    size_t questions = encoding->pack->question_count;
    Z3_ast *known = arena_array(search->proving->arena, questions, sizeof(Z3_ast));
    unsigned read = 0;
    for (size_t i = 0; i < questions; i++)
        if (encoding->answers[i].known != NULL)
            known[read++] = encoding->answers[i].known;
    return read > count ? Z3_mk_atmost(encoding->z3, read, known, (unsigned)count) : encoding->yes;
}

/* false: there may be a sheet of fewer answers. */
static bool find_fewest(struct search *search)
{
    enum outcome outcome = OUTCOME_FOUND;
    drop_answers(search);
    while (count_answers(search) > 0 && outcome == OUTCOME_FOUND) {
        outcome = prefer(search, at_most(search, count_answers(search) - 1));
        if (outcome == OUTCOME_FOUND)
            drop_answers(search);
    }
    hold(search, at_most(search, count_answers(search)));
    return outcome != OUTCOME_UNDECIDED;
}

/* Of sheets with equally few answers, the one whose questions stand first in the pack. */
static void find_first_questions(struct search *search)
{
    struct encoding *encoding = search->proving->encoding;
    for (size_t i = search->proving->pack->question_count; i-- > 0;) {
        Z3_ast known = encoding->answers[i].known;
        if (known == NULL)
            continue;
        if (!search->answers[i].known)
            hold(search, term_not(encoding, known));
        else if (prefer(search, term_not(encoding, known)) != OUTCOME_FOUND)
            hold(search, known);
    }
}

/* With as few digits after the point as it can have; answers the unit of the last one. */
static wide_integer find_round_number(struct search *search, const struct question *question, Z3_ast number)
{
    struct encoding *encoding = search->proving->encoding;
    Z3_ast zero = term_integer(encoding, 0);
    wide_integer step = units_of(question);
    for (; step > 1; step /= 10) {
        Z3_ast rest = Z3_mk_mod(encoding->z3, number, term_integer(encoding, step));
        if (prefer(search, Z3_mk_eq(encoding->z3, rest, zero)) == OUTCOME_FOUND)
            break;
    }
    return step;
}

/* A round number near the middle of its range. */
static void find_ordinary_number(struct search *search, size_t asked)
{
    struct encoding *encoding = search->proving->encoding;
    Z3_context z3 = encoding->z3;
    const struct question *question = &encoding->pack->questions[asked];
    Z3_ast number = encoding->answers[asked].numerator;
    wide_integer step = find_round_number(search, question, number);
    wide_integer low = in_units(question, question->low), high = in_units(question, question->high);
    wide_integer middle = (low + (high - low) / 2) / step * step;
    /* It is less than `nearest` away for no sheet, and as far as that of the sheet so far for one. */
    for (wide_integer nearest = 0; !search->out_of_time;) {
        wide_integer distance = in_units(question, search->answers[asked].number) - middle;
        wide_integer reach =
            nearest == 0 ? 0 : nearest + ((distance < 0 ? -distance : distance) - nearest) / 2;
        if (distance == 0 || (nearest > 0 && reach + 1 > (distance < 0 ? -distance : distance)))
            break;
        Z3_ast above = Z3_mk_ge(z3, number, term_integer(encoding, middle - reach));
        Z3_ast below = Z3_mk_le(z3, number, term_integer(encoding, middle + reach));
        if (prefer(search, term_and(encoding, above, below)) != OUTCOME_FOUND)
            nearest = reach + 1;
    }
    wide_integer found = in_units(question, search->answers[asked].number);
    hold(search, Z3_mk_eq(z3, number, term_integer(encoding, found)));
}

static bool is_negative_option(const char *name)
{
    return strcmp(name, "none") == 0 || strcmp(name, "no") == 0 || strcmp(name, "never") == 0;
}

/* An option called no or none, else the first that there can be. */
static void find_ordinary_choice(struct search *search, size_t number)
{
    const struct question *question = &search->proving->pack->questions[number];
    const Z3_ast *options = search->proving->encoding->answers[number].options;
    for (size_t i = 0; i < question->option_count; i++)
        if (is_negative_option(question->options[i]) && prefer(search, options[i]) == OUTCOME_FOUND)
            return;
    for (size_t i = 0; i < question->option_count; i++)
        if (prefer(search, options[i]) == OUTCOME_FOUND)
            return;
}

/* As few as can be, the first before the later ones. */
static void find_ordinary_choices(struct search *search, size_t number)
{
    struct encoding *encoding = search->proving->encoding;
    const Z3_ast *options = encoding->answers[number].options;
    for (size_t i = encoding->pack->questions[number].option_count; i-- > 0;)
        if (prefer(search, term_not(encoding, options[i])) != OUTCOME_FOUND)
            hold(search, options[i]);
}

static void find_ordinary_value(struct search *search, size_t number)
{
    struct encoding *encoding = search->proving->encoding;
    const struct answer_term *answer = &encoding->answers[number];
    switch (encoding->pack->questions[number].type) {
    case SC_YES_NO:
        if (prefer(search, term_not(encoding, answer->truth)) != OUTCOME_FOUND)
            hold(search, answer->truth);
        break;
    case SC_INTEGER:
    case SC_DECIMAL:
        find_ordinary_number(search, number);
        break;
    case SC_CHOICE:
        find_ordinary_choice(search, number);
        break;
    case SC_CHOICES:
        find_ordinary_choices(search, number);
        break;
    case SC_TEXT:
        break; /* any text will do */
    }
}

void make_smallest(struct proving *proving, struct obligation *obligation, struct value *answers)
{
    struct encoding *encoding = proving->encoding;
    struct search search = {proving, obligation, answers, from_now(proving->timeout), false};
    Z3_solver_push(encoding->z3, encoding->solver);
    obligation->smallest = find_fewest(&search);
    if (!search.out_of_time)
        find_first_questions(&search);
    for (size_t i = 0; i < proving->pack->question_count && !search.out_of_time; i++)
        if (answers[i].known)
            find_ordinary_value(&search, i);
    Z3_solver_pop(encoding->z3, encoding->solver, 1);
}
