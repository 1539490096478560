/* A table with open addressing, at most half full. */
#include "support/names.h"

#include <string.h>

struct names names_in(struct arena *arena)
{
    return (struct names){.arena = arena};
}

/* FNV-1a. A pack that collides on purpose costs at most the square of LIMIT_ITEMS comparisons. */
static size_t hash_of(const char *text)
{
    uint64_t hash = 14695981039346656037u;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 1099511628211u;
    return (size_t)(hash ^ (hash >> 32));
}

static struct name *place_for(const struct names *names, const char *text)
{
    size_t at = hash_of(text) & (names->capacity - 1);
    while (names->places[at].text != NULL && strcmp(names->places[at].text, text) != 0)
        at = (at + 1) & (names->capacity - 1);
    return &names->places[at];
}

static void widen(struct names *names)
{
    struct names wider = {.arena = names->arena, .capacity = names->capacity == 0 ? 32 : names->capacity * 2};
    wider.places = arena_array(names->arena, wider.capacity, sizeof *wider.places);
    for (size_t i = 0; i < names->capacity; i++)
        if (names->places[i].text != NULL)
            *place_for(&wider, names->places[i].text) = names->places[i];
    wider.count = names->count;
    *names = wider;
}

size_t names_put(struct names *names, const char *text, size_t number)
{
    if ((names->count + 1) * 2 > names->capacity)
        widen(names);
    struct name *place = place_for(names, text);
    if (place->text != NULL)
        return place->number;
    *place = (struct name){text, number};
    names->count++;
    return SIZE_MAX;
}

size_t names_find(const struct names *names, const char *text)
{
    if (names->capacity == 0)
        return SIZE_MAX;
    const struct name *place = place_for(names, text);
    return place->text != NULL ? place->number : SIZE_MAX;
}
