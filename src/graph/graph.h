/* The way through a pack as a drawing: what comes first, its phases in a row, and under them each ladder from
 * the gate to the last step. With a plan, the person's own way through it.
 *
 * It is made for a slide: a few large boxes, no sentence that the back of a room could not read. */
#ifndef GRAPH_GRAPH_H
#define GRAPH_GRAPH_H

#include "plan/plan.h"
#include "support/buffer.h"

/* What a box stands for; each writer has a form for each. */
#define GRAPH_NODES(NODE)                                                                                    \
    NODE(FIRST)  /* what is asked before anything else */                                                    \
    NODE(STOP)   /* the alerts of one level: there the way ends */                                           \
    NODE(PHASE)  /* one behind the other */                                                                  \
    NODE(GATE)   /* is the ladder needed? */                                                                 \
    NODE(STEP)   /* of a ladder, from the lowest on */                                                       \
    NODE(BESIDE) /* where a ladder is not needed, or nothing on it fits */

enum graph_node_kind {
#define NODE(kind) GRAPH_##kind,
    GRAPH_NODES(NODE)
#undef NODE
        GRAPH_NODE_COUNT
};

/* How far the person's own way goes. */
enum graph_mark {
    MARK_NONE,
    MARK_WAY,  /* it leads through here */
    MARK_HERE, /* it ends here, for now */
};

struct graph_node {
    enum graph_node_kind kind;
    const char *name; /* of letters, digits and "_": no two have the same */
    const char *title;
    const char *detail; /* below it, or NULL */
    size_t row;         /* 0: the phases; then a row a ladder; the last one: where the way ends */
    enum graph_mark mark;
};

enum graph_edge_kind {
    EDGE_WAY,
    EDGE_LIST, /* no way from one to the next: they stand side by side */
};

struct graph_edge {
    enum graph_edge_kind kind;
    size_t from, to;   /* numbers of nodes */
    const char *label; /* or NULL */
    bool own;          /* the person's way leads along it */
};

struct graph {
    const char *title;
    const char *here; /* what stands in the box where the own way ends; NULL: the pack alone is drawn */
    struct graph_node *nodes;
    size_t node_count, node_capacity;
    struct graph_edge *edges;
    size_t edge_count, edge_capacity;
    size_t row_count;
};

/* `plan` may be NULL. The graph lives in `arena`. */
const struct graph *graph_of(struct arena *arena, const struct sc_pack *pack, const struct sc_plan *plan);

void graph_write_dot(const struct graph *graph, struct buffer *out);
void graph_write_mermaid(const struct graph *graph, struct buffer *out);

#endif
