/* A rule while it is told in words: what the files that tell one share. */
#ifndef WHY_TELLING_H
#define WHY_TELLING_H

#include "expr/expression.h"
#include "why/why.h"

struct telling {
    const struct sc_pack *pack;
    struct buffer out;
};

/* A condition is told as it is or as its opposite; to a number the side means nothing. */
enum side { AS_IT_IS, OPPOSITE };

typedef void teller(struct telling *telling, const struct expr *expr, enum side side);

/* words.c: by the operator */
teller tell;

/* telling.c */
const struct question *question_of(const struct telling *telling, const struct expr *expr);
void put(struct telling *telling, const char *words);
void put_phrase(struct telling *telling, enum phrase phrase);
void put_before(struct telling *telling, enum phrase phrase); /* what it has before its gap */
void put_behind(struct telling *telling, enum phrase phrase); /* and behind it */
void put_between(struct telling *telling, enum phrase phrase);
void put_quoted(struct telling *telling, const char *words);
void put_question(struct telling *telling, const struct question *question);
void put_asked(struct telling *telling, const struct question *question); /* "How old are you?": */
/* "not %s", with parentheses where `count` things stand in it. */
void put_not(struct telling *telling, size_t count);
void put_not_end(struct telling *telling, size_t count);

/* amounts.c: numbers, and what they are compared with */
enum relation { LESS, AT_MOST, MORE, AT_LEAST, EXACTLY, OTHER_THAN };
void tell_relation(struct telling *telling, const struct expr *expr, enum relation relation, enum side side);
teller tell_less, tell_at_most, tell_listed, tell_add, tell_subtract, tell_multiply, tell_divide, tell_negate,
    tell_min, tell_max, tell_count;

#endif
