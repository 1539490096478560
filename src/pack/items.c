/* What an item holds beside plain fields: lists of rules, and schedules. */
#include "pack/reading.h"
#include "support/limits.h"

#include <string.h>

void read_rules(struct reading *reading, struct spot spot, void *field)
{
    if (!expect_sequence(reading, spot, "rules"))
        return;
    const struct node *list = tree_node(spot.tree, spot.id);
    struct rule *rules = arena_array(reading->arena, list->length, sizeof *rules);
    struct names ids = names_in(reading->arena);
    size_t count = 0;
    for (node_id id = list->first; id != 0; id = tree_node(spot.tree, id)->next, count++) {
        struct spot element = {spot.tree, id};
        rules[count].place = spot_place(element);
        read_section(reading, element, SECTION_RULE, &rules[count]);
        if (rules[count].id != NULL && names_put(&ids, rules[count].id, count) != SIZE_MAX)
            complain(reading, element, NULL, "the id '%s' stands twice in this list", rules[count].id);
    }
    *(struct rules *)field = (struct rules){rules, count};
}

/* start + 1000 weeks * add has to fit where products are made. */
static void check_numbers(struct reading *reading, struct spot spot, const struct schedule *schedule)
{
    const struct rational most = rational_whole(LIMIT_SCHEDULE);
    const char *const names[] = {"start", "add", "until", "days"};
    const struct expr *numbers[] = {schedule->start, schedule->add, schedule->until, schedule->days};
    for (size_t i = 0; i < 4; i++) {
        if (numbers[i] == NULL)
            continue;
        struct bounds bounds = expr_bounds(numbers[i]);
        if (rational_compare(bounds.high, most) > 0 ||
            rational_compare(bounds.low, rational_negate(most)) < 0 || bounds.denominator > LIMIT_SCHEDULE)
            complain(reading, spot_of(spot, names[i]), NULL, "'%s' of a schedule could pass %d", names[i],
                     LIMIT_SCHEDULE);
    }
}

enum turn { NOT_LAST, LAST };

static void read_schedule(struct reading *reading, struct spot spot, enum turn turn,
                          struct schedule *schedule)
{
    bool is_last = turn == LAST;
    if (!read_section(reading, spot, SECTION_SCHEDULE, schedule))
        return;
    struct spot when = spot_of(spot, "when");
    if (spot_is_there(spot_of(spot, "add")) != spot_is_there(spot_of(spot, "until")))
        complain(reading, spot, NULL, "'add' and 'until' of a schedule stand together");
    check_numbers(reading, spot, schedule);
    if (!is_last && !spot_is_there(when))
        complain(reading, spot, NULL, "every variant but the last needs a 'when'");
    if (is_last && spot_is_there(when))
        complain(reading, when, "add one without 'when', the most careful one, at the end",
                 "the last variant of a schedule has no 'when'");
    const struct expr *numbers[] = {schedule->start, schedule->add, schedule->until, schedule->days};
    const char *const names[] = {"start", "add", "until", "days"};
    for (size_t i = 0; is_last && i < 4; i++)
        if (numbers[i] != NULL && !expr_is_constant(numbers[i]))
            complain(reading, spot_of(spot, names[i]), "add a careful variant of fixed numbers at the end",
                     "the last variant of a schedule may not depend on an answer");
}

void read_schedules(struct reading *reading, struct spot spot, void *field)
{
    struct schedules *schedules = field;
    const struct node *node = tree_node(spot.tree, spot.id);
    if (node->kind != NODE_SEQUENCE) {
        struct schedule *one = arena_alloc(reading->arena, sizeof *one);
        schedules->list = one;
        schedules->count = 1;
        read_schedule(reading, spot, LAST, one);
        return;
    }
    if (node->length == 0)
        complain(reading, spot, NULL, "a list of variants is empty");
    struct schedule *list = arena_array(reading->arena, node->length, sizeof *list);
    schedules->list = list;
    for (node_id id = node->first; id != 0; id = tree_node(spot.tree, id)->next, schedules->count++)
        read_schedule(reading, (struct spot){spot.tree, id},
                      schedules->count + 1 == node->length ? LAST : NOT_LAST, &list[schedules->count]);
}
