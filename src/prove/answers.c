/* Answers as variables of the solver, and sheets as models of it. */
#include "prove/terms.h"

static void require(struct encoding *encoding, Z3_ast term)
{
    Z3_solver_assert(encoding->z3, encoding->solver, term);
}

/* The same as the denominator of the question's bounds in expressions. */
int64_t units_of(const struct question *question)
{
    return question->type == SC_DECIMAL ? 1000000 : 1;
}

wide_integer in_units(const struct question *question, struct rational number)
{
    return (wide_integer)number.numerator * (units_of(question) / number.denominator);
}

static void make_number(struct encoding *encoding, const struct question *question,
                        struct answer_term *answer)
{
    Z3_ast low = term_integer(encoding, in_units(question, question->low));
    Z3_ast high = term_integer(encoding, in_units(question, question->high));
    answer->numerator = term_new(encoding, encoding->integers);
    require(encoding, Z3_mk_le(encoding->z3, low, answer->numerator));
    require(encoding, Z3_mk_le(encoding->z3, answer->numerator, high));
}

static void make_options(struct encoding *encoding, const struct question *question,
                         struct answer_term *answer)
{
    answer->options = arena_array(encoding->arena, question->option_count, sizeof *answer->options);
    for (size_t i = 0; i < question->option_count; i++)
        answer->options[i] = term_new(encoding, encoding->truths);
}

/* An answer to a choice is one of its options. */
static void require_one(struct encoding *encoding, const struct question *question,
                        const struct answer_term *answer)
{
    Z3_ast some = encoding->no;
    for (size_t i = 0; i < question->option_count; i++) {
        some = term_or(encoding, some, answer->options[i]);
        for (size_t k = 0; k < i; k++)
            require(encoding, term_not(encoding, term_and(encoding, answer->options[i], answer->options[k])));
    }
    require(encoding, Z3_mk_implies(encoding->z3, answer->known, some));
}

static Z3_ast count_of(struct encoding *encoding, const struct question *question,
                       const struct answer_term *answer)
{
    Z3_ast *ones = arena_array(encoding->arena, question->option_count + 1, sizeof *ones);
    Z3_ast one = term_integer(encoding, 1), zero = term_integer(encoding, 0);
    ones[0] = zero;
    for (size_t i = 0; i < question->option_count; i++)
        ones[i + 1] = Z3_mk_ite(encoding->z3, answer->options[i], one, zero);
    return Z3_mk_add(encoding->z3, (unsigned)question->option_count + 1, ones);
}

const struct answer_term *answer_term(struct encoding *encoding, size_t question)
{
    const struct question *asked = &encoding->pack->questions[question];
    struct answer_term *answer = &encoding->answers[question];
    if (answer->known != NULL)
        return answer;
    answer->known = term_new(encoding, encoding->truths);
    switch (asked->type) {
    case SC_YES_NO:
        answer->truth = term_new(encoding, encoding->truths);
        break;
    case SC_INTEGER:
    case SC_DECIMAL:
        make_number(encoding, asked, answer);
        break;
    case SC_CHOICE:
        make_options(encoding, asked, answer);
        require_one(encoding, asked, answer);
        break;
    case SC_CHOICES:
        make_options(encoding, asked, answer);
        answer->count = count_of(encoding, asked, answer);
        break;
    case SC_TEXT:
        /* An empty text is no answer. */
        if (asked->has_range && asked->high.numerator == 0)
            require(encoding, term_not(encoding, answer->known));
        break;
    }
    return answer;
}

bool holds_in(struct encoding *encoding, Z3_model model, Z3_ast term)
{
    Z3_ast value = NULL;
    return Z3_model_eval(encoding->z3, model, term, true, &value) && value == encoding->yes;
}

static struct rational number_in(struct encoding *encoding, Z3_model model, const struct question *question,
                                 Z3_ast numerator)
{
    Z3_ast value = NULL;
    wide_integer units = 0;
    struct rational number = question->low;
    if (!Z3_model_eval(encoding->z3, model, numerator, true, &value))
        return number;
    /* In range, so it fits. */
    const char *digits = Z3_get_numeral_string(encoding->z3, value);
    for (const char *digit = digits + (digits[0] == '-'); *digit != '\0'; digit++)
        units = units * 10 + (*digit - '0');
    rational_make(digits[0] == '-' ? -units : units, units_of(question), &number);
    return number;
}

/* Any text of a length that the question takes: nothing reads more of it than that it is there. */
static const char *some_text(struct arena *arena, const struct question *question)
{
    static const char usual[] = "text";
    size_t least = question->has_range ? (size_t)question->low.numerator : 1;
    size_t most = question->has_range ? (size_t)question->high.numerator : sizeof usual - 1;
    size_t length = most < sizeof usual - 1 ? most : least > sizeof usual - 1 ? least : sizeof usual - 1;
    char *text = arena_alloc(arena, length + 1);
    for (size_t i = 0; i < length; i++)
        text[i] = i < sizeof usual - 1 ? usual[i] : 't';
    return text;
}

static struct value answer_in(struct encoding *encoding, Z3_model model, struct arena *arena, size_t number)
{
    const struct question *question = &encoding->pack->questions[number];
    const struct answer_term *answer = &encoding->answers[number];
    struct value value = {.known = answer->known != NULL && holds_in(encoding, model, answer->known)};
    if (!value.known)
        return value;
    switch (question->type) {
    case SC_YES_NO:
        value.truth = holds_in(encoding, model, answer->truth);
        break;
    case SC_INTEGER:
    case SC_DECIMAL:
        value.number = number_in(encoding, model, question, answer->numerator);
        break;
    case SC_CHOICE:
        while (value.option + 1 < question->option_count &&
               !holds_in(encoding, model, answer->options[value.option]))
            value.option++;
        break;
    case SC_CHOICES:
        for (size_t i = 0; i < question->option_count; i++)
            if (holds_in(encoding, model, answer->options[i]))
                value.options |= (uint64_t)1 << i;
        break;
    case SC_TEXT:
        value.text = some_text(arena, question);
        break;
    }
    return value;
}

struct value *answers_in(struct encoding *encoding, Z3_model model, struct arena *arena)
{
    size_t count = encoding->pack->question_count;
    struct value *answers = arena_array(arena, count, sizeof *answers);
    for (size_t i = 0; i < count; i++)
        answers[i] = answer_in(encoding, model, arena, i);
    return answers;
}

static void fix(struct encoding *encoding, Z3_model model, Z3_ast variable, Z3_ast value)
{
    Z3_func_decl declared = Z3_get_app_decl(encoding->z3, Z3_to_app(encoding->z3, variable));
    Z3_add_const_interp(encoding->z3, model, declared, value);
}

Z3_model model_of(struct encoding *encoding, const struct value *answers)
{
    Z3_model model = Z3_mk_model(encoding->z3);
    Z3_model_inc_ref(encoding->z3, model);
    for (size_t i = 0; i < encoding->pack->question_count; i++) {
        const struct question *question = &encoding->pack->questions[i];
        const struct answer_term *answer = &encoding->answers[i];
        if (answer->known == NULL)
            continue;
        fix(encoding, model, answer->known, term_of(encoding, answers[i].known));
        if (!answers[i].known)
            continue;
        if (question->type == SC_YES_NO)
            fix(encoding, model, answer->truth, term_of(encoding, answers[i].truth));
        if (answer->numerator != NULL)
            fix(encoding, model, answer->numerator,
                term_integer(encoding, in_units(question, answers[i].number)));
        for (size_t k = 0; answer->options != NULL && k < question->option_count; k++)
            fix(encoding, model, answer->options[k],
                term_of(encoding, question->type == SC_CHOICE ? answers[i].option == k
                                                              : (answers[i].options >> k & 1) != 0));
    }
    return model;
}
