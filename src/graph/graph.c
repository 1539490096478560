/* Boxes and arrows, from the pack and the plan. */
#include "graph/graph.h"

#include "document/laying.h"

#include <assert.h>
#include <string.h>

struct drawing {
    struct laying laying; /* for the small words of a page */
    const struct sc_pack *pack;
    const struct sc_plan *plan; /* NULL: the pack alone */
    struct graph *graph;
};

static size_t add_node(struct drawing *drawing, struct graph_node node)
{
    struct graph *graph = drawing->graph;
    graph->nodes = arena_grow(drawing->laying.arena, graph->nodes, graph->node_count, &graph->node_capacity,
                              sizeof *graph->nodes);
    graph->nodes[graph->node_count] = node;
    return graph->node_count++;
}

static void add_edge(struct drawing *drawing, struct graph_edge edge)
{
    struct graph *graph = drawing->graph;
    graph->edges = arena_grow(drawing->laying.arena, graph->edges, graph->edge_count, &graph->edge_capacity,
                              sizeof *graph->edges);
    graph->edges[graph->edge_count++] = edge;
}

static void add_way(struct drawing *drawing, size_t from, size_t to, const char *label)
{
    const struct graph_node *nodes = drawing->graph->nodes;
    add_edge(drawing, (struct graph_edge){EDGE_WAY, from, to, label,
                                          nodes[from].mark != MARK_NONE && nodes[to].mark != MARK_NONE});
}

static const char *words(const struct drawing *drawing, enum phrase words)
{
    return phrase(&drawing->laying, words);
}

static const char *named(const struct drawing *drawing, const char *name, size_t number)
{
    return arena_print(drawing->laying.arena, "%s_%zu", name, number);
}

/* ---- before any plan ---- */

static size_t add_first(struct drawing *drawing)
{
    const struct sc_plan *plan = drawing->plan;
    return add_node(drawing, (struct graph_node){
                                 .kind = GRAPH_FIRST,
                                 .name = "first",
                                 .title = words(drawing, PHRASE_graph_first),
                                 .mark = plan == NULL                    ? MARK_NONE
                                         : plan->status == SC_UNSCREENED ? MARK_HERE
                                                                         : MARK_WAY,
                             });
}

/* The headings of the levels stand in their order. */
static_assert(PHRASE_note - PHRASE_emergency == LEVEL_NOTE, "a heading for each level");

static size_t alerts_of(const struct sc_pack *pack, enum level level)
{
    size_t count = 0;
    for (size_t i = 0; i < pack->alert_count; i++)
        count += pack->alerts[i].level == level;
    return count;
}

static const char *count_words(const struct drawing *drawing, size_t count)
{
    if (count == 1)
        return words(drawing, PHRASE_graph_one_sign);
    return phrase_with(&drawing->laying, PHRASE_graph_signs,
                       arena_print(drawing->laying.arena, "%zu", count));
}

/* The levels side by side, the most pressing next to where they are asked. */
static void add_levels(struct drawing *drawing, size_t first)
{
    const struct sc_plan *plan = drawing->plan;
    const bool withheld = plan != NULL && plan->status == SC_WITHHELD;
    const unsigned own = withheld ? plan->alerts[0].alert->level : LEVEL_COUNT;
    size_t before = first;
    for (unsigned level = LEVEL_EMERGENCY; level < LEVEL_NOTE; level++) {
        size_t count = alerts_of(drawing->pack, (enum level)level);
        if (count == 0)
            continue;
        size_t node = add_node(
            drawing, (struct graph_node){.kind = GRAPH_STOP,
                                         .name = named(drawing, "stop", level),
                                         .title = words(drawing, (enum phrase)(PHRASE_emergency + level)),
                                         .detail = count_words(drawing, count),
                                         .row = drawing->graph->row_count - 1,
                                         .mark = level == own ? MARK_HERE : MARK_NONE});
        add_edge(drawing, (struct graph_edge){.kind = before == first ? EDGE_WAY : EDGE_LIST,
                                              .from = before,
                                              .to = node,
                                              .own = withheld && level <= own});
        before = node;
    }
}

/* ---- a ladder ---- */

static const char *step_items(const struct drawing *drawing, const struct step *step)
{
    const char *names = NULL;
    for (size_t i = step->first_item; i < step->first_item + step->item_count; i++)
        if (strcmp(drawing->pack->items[i].title, step->title) != 0)
            names = joined(&drawing->laying, names, ", ", drawing->pack->items[i].title);
    return names;
}

/* Where the own way down a ladder leads; NULL: nobody's. */
static const struct plan_ladder *own_ladder(const struct drawing *drawing, size_t number)
{
    bool printed = drawing->plan != NULL && plan_is_printed(drawing->plan);
    return printed ? &drawing->plan->ladders[number] : NULL;
}

static enum graph_mark mark_of_gate(const struct plan_ladder *own)
{
    return own == NULL ? MARK_NONE : own->state == LADDER_NEEDS_ANSWER ? MARK_HERE : MARK_WAY;
}

static enum graph_mark mark_of_step(const struct plan_ladder *own, size_t step)
{
    if (own == NULL || own->state == LADDER_NOT_NEEDED || own->state == LADDER_NEEDS_ANSWER)
        return MARK_NONE;
    if (own->state == LADDER_EXHAUSTED || step < own->step)
        return MARK_WAY;
    return step == own->step ? MARK_HERE : MARK_NONE;
}

static enum graph_mark mark_of_end(const struct plan_ladder *own, enum ladder_state state)
{
    return own != NULL && own->state == state ? MARK_HERE : MARK_NONE;
}

static size_t add_step(struct drawing *drawing, size_t number, size_t step)
{
    const struct step *own = &drawing->pack->ladders[number].steps[step];
    return add_node(drawing, (struct graph_node){
                                 .kind = GRAPH_STEP,
                                 .name = named(drawing, named(drawing, "step", number), step),
                                 .title = arena_print(drawing->laying.arena, "%zu. %s", step + 1, own->title),
                                 .detail = step_items(drawing, own),
                                 .row = number + 1,
                                 .mark = mark_of_step(own_ladder(drawing, number), step)});
}

static size_t add_beside(struct drawing *drawing, size_t number, enum ladder_state state)
{
    const bool needed = state == LADDER_EXHAUSTED;
    return add_node(drawing, (struct graph_node){.kind = GRAPH_BESIDE,
                                                 .name = named(drawing, needed ? "end" : "without", number),
                                                 .title = words(drawing, needed ? PHRASE_graph_exhausted
                                                                                : PHRASE_graph_without),
                                                 .row = number + 1,
                                                 .mark = mark_of_end(own_ladder(drawing, number), state)});
}

static void draw_ladder(struct drawing *drawing, size_t phase, size_t number)
{
    size_t gate = add_node(drawing, (struct graph_node){.kind = GRAPH_GATE,
                                                        .name = named(drawing, "gate", number),
                                                        .title = words(drawing, PHRASE_graph_needed),
                                                        .row = number + 1,
                                                        .mark = mark_of_gate(own_ladder(drawing, number))});
    add_way(drawing, phase, gate, NULL);
    add_way(drawing, gate, add_beside(drawing, number, LADDER_NOT_NEEDED), words(drawing, PHRASE_no));
    size_t before = gate;
    for (size_t i = 0; i < drawing->pack->ladders[number].step_count; i++) {
        size_t step = add_step(drawing, number, i);
        add_way(drawing, before, step, words(drawing, i == 0 ? PHRASE_yes : PHRASE_graph_passed));
        before = step;
    }
    add_way(drawing, before, add_beside(drawing, number, LADDER_EXHAUSTED),
            words(drawing, PHRASE_graph_passed));
}

/* ---- phases ---- */

/* The weeks of the reviews in a phase; NULL: none. */
static const char *reviews_in(const struct drawing *drawing, struct weeks weeks)
{
    const char *all = NULL;
    for (size_t i = 0; i < drawing->pack->review_count; i++) {
        int week = drawing->pack->reviews[i].week;
        if (week >= weeks.from && (weeks.to == 0 || week <= weeks.to))
            all = joined(&drawing->laying, all, ", ", arena_print(drawing->laying.arena, "%d", week));
    }
    return all == NULL ? NULL : phrase_with(&drawing->laying, PHRASE_graph_reviews, all);
}

static size_t add_phase(struct drawing *drawing, size_t number)
{
    const struct phase *phase = &drawing->pack->phases[number];
    const char *title = phase->title, *reviews = reviews_in(drawing, phase->weeks);
    return add_node(
        drawing, (struct graph_node){
                     .kind = GRAPH_PHASE,
                     .name = named(drawing, "phase", number),
                     .title = capital(&drawing->laying, weeks_words(&drawing->laying, phase->weeks)),
                     .detail = reviews == NULL ? title : joined(&drawing->laying, title, "\n", reviews),
                     .mark = drawing->plan != NULL && plan_is_printed(drawing->plan) ? MARK_WAY : MARK_NONE,
                 });
}

const struct graph *graph_of(struct arena *arena, const struct sc_pack *pack, const struct sc_plan *plan)
{
    const struct sc_plan pack_alone = {.pack = pack};
    struct graph *graph = arena_alloc(arena, sizeof *graph);
    struct drawing drawing = {{.arena = arena, .plan = plan != NULL ? plan : &pack_alone}, pack, plan, graph};
    graph->title = pack->title;
    graph->here = plan != NULL ? words(&drawing, PHRASE_graph_here) : NULL;
    graph->row_count = pack->ladder_count + 2;
    size_t first = add_first(&drawing), before = first;
    for (size_t i = 0; i < pack->phase_count; i++) {
        size_t phase = add_phase(&drawing, i);
        add_way(&drawing, before, phase, before == first ? words(&drawing, PHRASE_graph_no_signs) : NULL);
        if (pack->phases[i].ladder != SIZE_MAX)
            draw_ladder(&drawing, phase, pack->phases[i].ladder);
        before = phase;
    }
    add_levels(&drawing, first);
    return graph;
}
