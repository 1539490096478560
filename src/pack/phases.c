/* Phases, ladders, steps and items. */
#include "pack/reading.h"

#include <stdlib.h>

static void read_item(struct reading *reading, size_t number)
{
    const struct found *found = &reading->items.list[number];
    struct item *item = &reading->item_list[number];
    *item = (struct item){
        .phase = found->phase,
        .ladder = found->ladder,
        .step = found->step,
        .place = spot_place(found->spot),
        .spot = found->spot,
        .offer = expr_truth(reading->arena, true),
        .spent = expr_truth(reading->arena, false),
    };
    item->weeks = reading->phase_list[found->phase].weeks;
    if (!read_section(reading, found->spot, SECTION_ITEM, item))
        return;
    item->offer_written = spot_is_there(spot_of(found->spot, "offer"));
    item->spent_written = spot_is_there(spot_of(found->spot, "spent"));
}

static void read_ladder(struct reading *reading, size_t number, size_t *next_step)
{
    const struct found *found = &reading->ladders.list[number];
    struct ladder *ladder = &reading->ladder_list[number];
    ladder->phase = found->phase;
    ladder->place = spot_place(found->spot);
    ladder->when = expr_truth(reading->arena, true);
    if (!read_section(reading, found->spot, SECTION_LADDER, ladder))
        return;
    ladder->when_written = spot_is_there(spot_of(found->spot, "when"));
    reading->phase_list[found->phase].ladder = number;
    ladder->steps = &reading->step_list[*next_step];
    while (*next_step < reading->steps.count && reading->steps.list[*next_step].ladder == number) {
        struct step *step = &reading->step_list[*next_step];
        struct spot spot = reading->steps.list[*next_step].spot;
        step->place = spot_place(spot);
        step->spot = spot;
        if (read_section(reading, spot, SECTION_STEP, step)) {
            struct spot items = spot_of(spot, "items");
            if (spot_is_there(items) && tree_node(items.tree, items.id)->length == 0)
                complain(reading, items, NULL, "a step has at least one item");
        }
        ladder->step_count++;
        (*next_step)++;
    }
}

/* Items were numbered in the order in which they stand: a phase's own, then those of its steps. */
static void count_items(struct reading *reading)
{
    for (size_t i = reading->items.count; i-- > 0;) {
        const struct found *found = &reading->items.list[i];
        struct phase *phase = &reading->phase_list[found->phase];
        phase->first_item = i;
        phase->item_count++;
        if (found->ladder == SIZE_MAX)
            continue;
        for (size_t j = 0; j < reading->steps.count; j++) {
            const struct found *step = &reading->steps.list[j];
            if (step->ladder != found->ladder || step->step != found->step)
                continue;
            reading->step_list[j].first_item = i;
            reading->step_list[j].item_count++;
        }
    }
}

static void check_weeks(struct reading *reading)
{
    int expected = 1;
    for (size_t i = 0; i < reading->phases.count; i++) {
        struct weeks weeks = reading->phase_list[i].weeks;
        struct spot spot = spot_of(reading->phases.list[i].spot, "weeks");
        if (weeks.from == 0 || !spot_is_there(spot))
            return;
        if (expected == 0) {
            complain(reading, spot, NULL, "the phase before runs without end: only the last one may");
            return;
        }
        if (weeks.from < expected)
            complain(reading, spot, NULL, "these weeks overlap those of the phase before: they start at %d",
                     expected);
        else if (weeks.from > expected && !reading->names_missing) /* else it may be there, unread */
            complain(reading, spot, NULL, "a gap before these weeks: they start at %d", expected);
        expected = weeks.to == 0 ? 0 : weeks.to + 1;
    }
}

void read_all_phases(struct reading *reading)
{
    struct sc_pack *pack = reading->pack;
    struct arena *arena = reading->arena;
    reading->phase_list = arena_array(arena, reading->phases.count, sizeof *reading->phase_list);
    reading->ladder_list = arena_array(arena, reading->ladders.count, sizeof *reading->ladder_list);
    reading->step_list = arena_array(arena, reading->steps.count, sizeof *reading->step_list);
    reading->item_list = arena_array(arena, reading->items.count, sizeof *reading->item_list);
    for (size_t i = 0; i < reading->phases.count; i++) {
        struct phase *phase = &reading->phase_list[i];
        phase->ladder = SIZE_MAX;
        phase->spot = reading->phases.list[i].spot;
        phase->place = spot_place(phase->spot);
        read_fields(reading, reading->phases.list[i].spot, SECTION_PHASE, phase);
    }
    check_weeks(reading);
    for (size_t i = 0, next_step = 0; i < reading->ladders.count; i++)
        read_ladder(reading, i, &next_step);
    for (size_t i = 0; i < reading->items.count; i++)
        read_item(reading, i);
    count_items(reading);
    pack->phases = reading->phase_list;
    pack->phase_count = reading->phases.count;
    pack->ladders = reading->ladder_list;
    pack->ladder_count = reading->ladders.count;
    pack->items = reading->item_list;
    pack->item_count = reading->items.count;
}
