/* Numbers in words, and what they are compared with. */
#include "why/telling.h"

static bool is_infix(const struct expr *expr)
{
    return expr->operator== OP_ADD || expr->operator== OP_SUBTRACT || expr->operator== OP_MULTIPLY || expr->
    operator== OP_DIVIDE;
}

static void tell_number(struct telling *telling, const struct expr *part)
{
    put(telling, is_infix(part) ? "(" : "");
    tell(telling, part, AS_IT_IS);
    put(telling, is_infix(part) ? ")" : "");
}

/* A sum goes on as it began: 1 + 2 + 3. */
static void tell_infix(struct telling *telling, const struct expr *expr, const char *mark)
{
    const struct expr *first = expr->parts[0];
    if (first->operator== expr->operator)
        tell(telling, first, AS_IT_IS);
    else
        tell_number(telling, first);
    put(telling, mark);
    tell_number(telling, expr->parts[1]);
}

void tell_add(struct telling *telling, const struct expr *expr, enum side side)
{
    (void)side;
    tell_infix(telling, expr, " + ");
}

void tell_subtract(struct telling *telling, const struct expr *expr, enum side side)
{
    (void)side;
    tell_infix(telling, expr, " - ");
}

void tell_multiply(struct telling *telling, const struct expr *expr, enum side side)
{
    (void)side;
    tell_infix(telling, expr, " * ");
}

void tell_divide(struct telling *telling, const struct expr *expr, enum side side)
{
    (void)side;
    tell_infix(telling, expr, " / ");
}

void tell_negate(struct telling *telling, const struct expr *expr, enum side side)
{
    (void)side;
    put(telling, "-");
    tell_number(telling, expr->parts[0]);
}

static void tell_extreme(struct telling *telling, const struct expr *expr, enum phrase phrase)
{
    put_before(telling, phrase);
    for (size_t i = 0; i < expr->part_count; i++) {
        put(telling, i > 0 ? ", " : "");
        tell(telling, expr->parts[i], AS_IT_IS);
    }
    put_behind(telling, phrase);
}

void tell_min(struct telling *telling, const struct expr *expr, enum side side)
{
    (void)side;
    tell_extreme(telling, expr, PHRASE_least);
}

void tell_max(struct telling *telling, const struct expr *expr, enum side side)
{
    (void)side;
    tell_extreme(telling, expr, PHRASE_greatest);
}

void tell_count(struct telling *telling, const struct expr *expr, enum side side)
{
    (void)side;
    put_before(telling, PHRASE_ticks);
    put_question(telling, question_of(telling, expr));
    put_behind(telling, PHRASE_ticks);
}

/* ---- What is compared ---- */

static const struct {
    enum phrase phrase;
    enum relation opposite, mirrored; /* of the same two numbers; with their places changed */
} relations[] = {
    [LESS] = {PHRASE_less_than, AT_LEAST, MORE},       [AT_MOST] = {PHRASE_at_most, MORE, AT_LEAST},
    [MORE] = {PHRASE_more_than, AT_MOST, LESS},        [AT_LEAST] = {PHRASE_at_least, LESS, AT_MOST},
    [EXACTLY] = {PHRASE_exactly, OTHER_THAN, EXACTLY}, [OTHER_THAN] = {PHRASE_not, EXACTLY, OTHER_THAN},
};

/* "your age is 65 years or more", "score: 7 or more" */
void tell_relation(struct telling *telling, const struct expr *expr, enum relation relation, enum side side)
{
    bool mirrored = expr->parts[0]->constant && !expr->parts[1]->constant;
    const struct expr *subject = expr->parts[mirrored ? 1 : 0], *object = expr->parts[mirrored ? 0 : 1];
    const struct question *question = subject->operator== OP_QUESTION ? question_of(telling, subject) : NULL;
    if (mirrored)
        relation = relations[relation].mirrored;
    if (side == OPPOSITE)
        relation = relations[relation].opposite;
    if (question != NULL && question->said != NULL) {
        put(telling, question->said);
        put(telling, " ");
    } else {
        tell_number(telling, subject);
        put(telling, ": ");
    }
    put_before(telling, relations[relation].phrase);
    tell_number(telling, object);
    if (question != NULL && question->unit != NULL)
        buffer_print(&telling->out, " %s", question->unit);
    put_behind(telling, relations[relation].phrase);
}

void tell_less(struct telling *telling, const struct expr *expr, enum side side)
{
    tell_relation(telling, expr, LESS, side);
}

void tell_at_most(struct telling *telling, const struct expr *expr, enum side side)
{
    tell_relation(telling, expr, AT_MOST, side);
}

void tell_listed(struct telling *telling, const struct expr *expr, enum side side)
{
    tell_number(telling, expr->parts[0]);
    put(telling, ": ");
    if (side == OPPOSITE)
        put_not(telling, expr->number_count);
    for (size_t i = 0; i < expr->number_count; i++) {
        if (i > 0)
            put_between(telling, PHRASE_or);
        rational_print_exact(&telling->out, expr->numbers[i]);
    }
    if (side == OPPOSITE)
        put_not_end(telling, expr->number_count);
}
