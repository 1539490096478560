/* A plan while it is decided: what the files of this room share. */
#ifndef ENGINE_DECIDING_H
#define ENGINE_DECIDING_H

#include "engine/engine.h"

struct deciding {
    struct arena *arena;
    const struct sc_pack *pack;
    struct sc_plan *plan;
    struct readings readings;
    enum truth *gates; /* by ladder */
    struct questions missing, refine;
};

/* deciding.c */
enum truth truth_of(const struct deciding *deciding, const struct expr *expr);
/* Adds what an unknown expression depends on; nothing for a known one. */
void depend(const struct deciding *deciding, const struct expr *expr, struct questions *set);
struct numbers questions_in_order(const struct deciding *deciding, const struct questions *set);

/* A rule with its value and every question that it reads. */
struct because because_of(const struct deciding *deciding, enum because_rule rule, const struct expr *when);

/* A list of numbers, each once. */
struct number_list {
    size_t *list;
    size_t count, capacity;
};
void number_add(struct arena *arena, struct number_list *numbers, size_t number);
void number_add_all(struct arena *arena, struct number_list *numbers, struct numbers more);

/* alerts.c */
void decide_alerts(struct deciding *deciding); /* the status, but ready and incomplete; alerts; missing */
/* statuses.c: ladders and item statuses with their reasons */
void decide_items(struct deciding *deciding);
/* texts.c. `refine` and `heard` collect; each may be NULL. NULL: there is no such text. */
struct heard_list {
    struct heard *list;
    size_t count, capacity;
};
const char *say(struct deciding *deciding, const struct text *text, struct questions *refine,
                struct heard_list *heard);
void hear(struct deciding *deciding, const struct expr *when, struct heard_list *heard);
/* schedules.c */
struct plan_schedule decide_schedule(struct deciding *deciding, const struct item *item,
                                     struct heard_list *heard);
/* lines.c: everything that is laid out for the person */
void lay_out(struct deciding *deciding);

#endif
