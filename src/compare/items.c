/* What changes about each item: its status, why it has it, and what is printed with it. */
#include "compare/compare.h"

#include <string.h>

static bool same_words(const char *one, const char *other)
{
    return one == other || (one != NULL && other != NULL && strcmp(one, other) == 0);
}

static bool same_weeks(struct weeks one, struct weeks other)
{
    return one.from == other.from && one.to == other.to;
}

static const char *step_id(const struct sc_plan *plan, const struct item *item)
{
    return item->ladder == SIZE_MAX ? NULL : plan->pack->ladders[item->ladder].steps[item->step].id;
}

static bool moved(const struct plan_changes *changes, const struct item *before, const struct item *after)
{
    return !same_words(changes->before->pack->phases[before->phase].id,
                       changes->after->pack->phases[after->phase].id) ||
           !same_words(step_id(changes->before, before), step_id(changes->after, after)) ||
           !same_weeks(before->weeks, after->weeks);
}

static bool same_schedule(const struct plan_schedule *one, const struct plan_schedule *other)
{
    if (!one->there || !other->there)
        return one->there == other->there;
    return strcmp(one->unit, other->unit) == 0 && one->days == other->days && one->count == other->count &&
           memcmp(one->weekly, other->weekly, one->count * sizeof *one->weekly) == 0;
}

/* A reason is the same one under the same id, whatever it says; without an id, if it says the same. */
static struct words names_of_reasons(struct arena *arena, const struct plan_item *item)
{
    const char **names = arena_array(arena, item->reason_count, sizeof *names);
    for (size_t i = 0; i < item->reason_count; i++) {
        const char *id = item->reasons[i].rule->id;
        names[i] = id != NULL ? arena_print(arena, "#%s", id) : item->reasons[i].text;
    }
    return (struct words){names, item->reason_count};
}

static const struct plan_reason **reasons_at(struct arena *arena, const struct plan_item *item,
                                             struct numbers places)
{
    const struct plan_reason **list = arena_array(arena, places.count, sizeof *list);
    for (size_t i = 0; i < places.count; i++)
        list[i] = &item->reasons[places.list[i]];
    return list;
}

static struct reasons_change compare_reasons(struct arena *arena, const struct plan_item *before,
                                             const struct plan_item *after)
{
    struct words old = names_of_reasons(arena, before), new = names_of_reasons(arena, after);
    struct places_change places = places_change(arena, old, new);
    return (struct reasons_change){reasons_at(arena, after, places.come),
                                   reasons_at(arena, before, places.gone), places.come.count,
                                   places.gone.count};
}

/* Cautions as a page prints them: whether it is sure that they are so is a part of it. */
static struct words printed_cautions(struct arena *arena, const struct sc_plan *plan,
                                     const struct plan_item *item)
{
    const char **list = arena_array(arena, item->cautions.count, sizeof *list);
    for (size_t i = 0; i < item->cautions.count; i++)
        list[i] = item->cautions_open[i] ? arena_print(arena, "%s (%s)", item->cautions.list[i],
                                                       pack_phrase(plan->pack, PHRASE_if_true))
                                         : item->cautions.list[i];
    return (struct words){list, item->cautions.count};
}

static bool words_differ(const struct words_change *change)
{
    return change->come.count + change->gone.count > 0;
}

static struct item_change compare_item(struct arena *arena, const struct plan_changes *changes,
                                       const struct plan_item *before, const struct plan_item *after)
{
    struct item_change change = {
        .before = before,
        .after = after,
        .status = before->status != after->status,
        .moved = moved(changes, before->item, after->item),
        .reasons = compare_reasons(arena, before, after),
        .needs = questions_change(arena, changes->before, before->needs, changes->after, after->needs),
    };
    if (before->status == ITEM_OFFERED && after->status == ITEM_OFFERED) {
        change.schedule = !same_schedule(&before->schedule, &after->schedule);
        change.cautions = words_change(arena, printed_cautions(arena, changes->before, before),
                                       printed_cautions(arena, changes->after, after));
        change.notes = words_change(arena, before->notes, after->notes);
    }
    return change;
}

static bool item_differs(const struct item_change *change)
{
    return change->status || change->moved || change->schedule || words_differ(&change->cautions) ||
           words_differ(&change->notes) || change->reasons.come_count + change->reasons.gone_count > 0 ||
           change->needs.come.count + change->needs.gone.count > 0;
}

static struct words item_names(struct arena *arena, const struct sc_plan *plan)
{
    const char **names = arena_array(arena, plan->item_count, sizeof *names);
    for (size_t i = 0; i < plan->item_count; i++)
        names[i] = plan->items[i].item->id;
    return (struct words){names, plan->item_count};
}

static const struct plan_item nothing = {.item = NULL};

void find_item_changes(struct arena *arena, struct plan_changes *changes)
{
    const struct sc_plan *before = changes->before, *after = changes->after;
    struct pairs pairs = pairs_of(arena, item_names(arena, before), item_names(arena, after));
    changes->items = arena_array(arena, pairs.count, sizeof *changes->items);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct pair pair = pairs.list[i];
        struct item_change change = {
            .before = pair.before != SIZE_MAX ? &before->items[pair.before] : NULL,
            .after = pair.after != SIZE_MAX ? &after->items[pair.after] : NULL,
        };
        bool both = change.before != NULL && change.after != NULL;
        if (both)
            change = compare_item(arena, changes, change.before, change.after);
        else if (change.after != NULL)
            change.reasons = compare_reasons(arena, &nothing, change.after);
        if (!both || item_differs(&change))
            changes->items[changes->item_count++] = change;
    }
}
