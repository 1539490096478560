/* Names to numbers: which question, item or claim an id stands for. */
#ifndef SUPPORT_NAMES_H
#define SUPPORT_NAMES_H

#include "support/arena.h"

#include <stdint.h>

struct name {
    const char *text; /* lives as long as the arena; NULL: a free place */
    size_t number;
};

struct names {
    struct arena *arena;
    struct name *places;
    size_t capacity, count;
};

struct names names_in(struct arena *arena);
/* SIZE_MAX: the name is new, and now stands for `number`; else the number that it stood for before. */
size_t names_put(struct names *names, const char *text, size_t number);
/* SIZE_MAX: there is none. */
size_t names_find(const struct names *names, const char *text);

#endif
