/* Lists laid side by side by the names of what stands in them, whatever their order. */
#include "compare/compare.h"

#include "support/names.h"

static struct names table_of(struct arena *arena, struct words names)
{
    struct names table = names_in(arena);
    for (size_t i = 0; i < names.count; i++)
        names_put(&table, names.list[i], i);
    return table;
}

struct pairs pairs_of(struct arena *arena, struct words before, struct words after)
{
    struct names old = table_of(arena, before), new = table_of(arena, after);
    struct pair *list = arena_array(arena, before.count + after.count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < after.count; i++)
        list[count++] = (struct pair){names_find(&old, after.list[i]), i};
    for (size_t i = 0; i < before.count; i++)
        if (names_find(&new, before.list[i]) == SIZE_MAX)
            list[count++] = (struct pair){i, SIZE_MAX};
    return (struct pairs){list, count};
}

struct places_change places_change(struct arena *arena, struct words before, struct words after)
{
    struct pairs pairs = pairs_of(arena, before, after);
    size_t *come = arena_array(arena, after.count, sizeof *come), come_count = 0;
    size_t *gone = arena_array(arena, before.count, sizeof *gone), gone_count = 0;
    for (size_t i = 0; i < pairs.count; i++) {
        if (pairs.list[i].before == SIZE_MAX)
            come[come_count++] = pairs.list[i].after;
        if (pairs.list[i].after == SIZE_MAX)
            gone[gone_count++] = pairs.list[i].before;
    }
    return (struct places_change){{come, come_count}, {gone, gone_count}};
}

static struct words words_at(struct arena *arena, struct numbers places, struct words words)
{
    const char **list = arena_array(arena, places.count, sizeof *list);
    for (size_t i = 0; i < places.count; i++)
        list[i] = words.list[places.list[i]];
    return (struct words){list, places.count};
}

struct words_change words_change(struct arena *arena, struct words before, struct words after)
{
    struct places_change places = places_change(arena, before, after);
    return (struct words_change){words_at(arena, places.come, after), words_at(arena, places.gone, before)};
}

static struct words ids_of(struct arena *arena, const struct sc_plan *plan, struct numbers questions)
{
    const char **ids = arena_array(arena, questions.count, sizeof *ids);
    for (size_t i = 0; i < questions.count; i++)
        ids[i] = plan->pack->questions[questions.list[i]].id;
    return (struct words){ids, questions.count};
}

static struct numbers questions_at(struct arena *arena, struct numbers places, struct numbers questions)
{
    size_t *list = arena_array(arena, places.count, sizeof *list);
    for (size_t i = 0; i < places.count; i++)
        list[i] = questions.list[places.list[i]];
    return (struct numbers){list, places.count};
}

struct questions_change questions_change(struct arena *arena, const struct sc_plan *before,
                                         struct numbers of_before, const struct sc_plan *after,
                                         struct numbers of_after)
{
    struct places_change places =
        places_change(arena, ids_of(arena, before, of_before), ids_of(arena, after, of_after));
    return (struct questions_change){questions_at(arena, places.come, of_after),
                                     questions_at(arena, places.gone, of_before)};
}
