/* Small questions that every decision asks. */
#include "engine/deciding.h"

enum truth truth_of(const struct deciding *deciding, const struct expr *expr)
{
    return expr_is(expr, &deciding->readings);
}

void depend(const struct deciding *deciding, const struct expr *expr, struct questions *set)
{
    expr_depends(expr, &deciding->readings, set);
}

bool alert_withholds(const struct alert *alert)
{
    return alert->level != LEVEL_NOTE;
}

unsigned item_kinds(const struct item *item)
{
    return 1u << item->kind | (item->track != TRACK_NOT ? 1u << KIND_COUNT : 0);
}

struct numbers questions_in_order(const struct deciding *deciding, const struct questions *set)
{
    size_t count = 0;
    for (size_t i = 0; i < deciding->pack->question_count; i++)
        count += questions_has(set, i);
    size_t *list = arena_array(deciding->arena, count, sizeof *list);
    count = 0;
    for (size_t i = 0; i < deciding->pack->question_count; i++)
        if (questions_has(set, i))
            list[count++] = i;
    return (struct numbers){list, count};
}

void number_add(struct arena *arena, struct number_list *numbers, size_t number)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->list[i] == number)
            return;
    numbers->list =
        arena_grow(arena, numbers->list, numbers->count, &numbers->capacity, sizeof *numbers->list);
    numbers->list[numbers->count++] = number;
}

void number_add_all(struct arena *arena, struct number_list *numbers, struct numbers more)
{
    for (size_t i = 0; i < more.count; i++)
        number_add(arena, numbers, more.list[i]);
}

struct because because_of(const struct deciding *deciding, enum because_rule rule, const struct expr *when)
{
    struct questions reads = {{0}};
    expr_reads(when, deciding->pack->fact_reads, &reads);
    return (struct because){
        .rule = rule,
        .value = truth_of(deciding, when),
        .when = expr_written(when),
        .place = expr_place(when),
        .reads = questions_in_order(deciding, &reads),
    };
}
