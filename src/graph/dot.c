/* The drawing for Graphviz: 16 to 9, as a slide is. What is own is said by width and words, never by colour
 * alone. */
#include "graph/graph.h"

#include "support/text.h"

#include <assert.h>
#include <string.h>

#define OWN   "6"
#define OTHER "1.5"
enum { WIDEST_EDGE = 14 };

/* A quoted string; `columns`: where its lines are broken. */
struct label {
    struct buffer *out;
    bool first;
};

static void put_line(void *context, const char *bytes, size_t length)
{
    struct label *label = context;
    struct buffer safe = buffer_in(label->out->arena);
    text_visible(&safe, bytes, length);
    if (!label->first)
        buffer_text(label->out, "\\n");
    label->first = false;
    for (const char *at = buffer_string(&safe); *at != '\0'; at++) {
        if (*at == '"' || *at == '\\')
            buffer_char(label->out, '\\');
        buffer_char(label->out, *at);
    }
}

static void put_words(struct label *label, const char *words, size_t columns)
{
    if (words != NULL)
        text_wrap(label->out->arena, words, columns, put_line, label);
}

static const struct {
    const char *look;
    size_t columns;
} forms[] = {
    [GRAPH_FIRST] = {"shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\"", 16},
    [GRAPH_STOP] = {"shape=box, peripheries=2, style=filled, fillcolor=\"#fde8e8\"", 18},
    [GRAPH_PHASE] = {"shape=box, style=filled, fillcolor=\"#e3eefb\"", 17},
    [GRAPH_GATE] = {"shape=diamond, margin=0, style=filled, fillcolor=\"#ffffff\"", 9},
    [GRAPH_STEP] = {"shape=box, style=filled, fillcolor=\"#eef7ea\"", 17},
    [GRAPH_BESIDE] = {"shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\"", 11},
};
static_assert(sizeof forms / sizeof forms[0] == GRAPH_NODE_COUNT, "a form for each kind of node");

static void put_node(const struct graph *graph, const struct graph_node *node, struct buffer *out)
{
    struct label label = {out, true};
    const size_t columns = forms[node->kind].columns;
    buffer_print(out, "  %s [%s, penwidth=%s, label=\"", node->name, forms[node->kind].look,
                 node->mark != MARK_NONE ? OWN : OTHER);
    put_words(&label, node->title, columns);
    put_words(&label, node->detail, columns);
    if (node->mark == MARK_HERE)
        put_words(&label, graph->here, columns);
    buffer_text(out, "\"];\n");
}

/* A ladder's gate would stand left of what it leads to: written from right to left, the way without the
 * ladder takes the other side, and does not run across the steps. */
static void put_edge(const struct graph *graph, const struct graph_edge *edge, struct buffer *out)
{
    const struct graph_node *from = &graph->nodes[edge->from], *to = &graph->nodes[edge->to];
    const bool turned = from->kind == GRAPH_GATE && to->kind == GRAPH_BESIDE;
    struct label label = {out, true};
    buffer_print(out, "  %s -> %s [penwidth=%s", turned ? to->name : from->name,
                 turned ? from->name : to->name, edge->own ? OWN : OTHER);
    if (turned || edge->kind == EDGE_LIST)
        buffer_print(out, ", dir=%s", turned ? "back" : "none");
    if (edge->label != NULL) {
        buffer_text(out, ", label=\" ");
        put_words(&label, edge->label, WIDEST_EDGE);
        buffer_text(out, " \"");
    }
    buffer_text(out, "];\n");
}

static void put_rows(const struct graph *graph, struct buffer *out)
{
    for (size_t row = 0; row < graph->row_count; row++) {
        buffer_text(out, "  { rank=same;");
        for (size_t i = 0; i < graph->node_count; i++)
            if (graph->nodes[i].row == row)
                buffer_print(out, " %s;", graph->nodes[i].name);
        buffer_text(out, " }\n");
    }
}

/* Rows stay below each other, also where no arrow holds them there. */
static void put_order(const struct graph *graph, struct buffer *out)
{
    const char *above = NULL;
    for (size_t row = 0; row < graph->row_count; row++)
        for (size_t i = 0; i < graph->node_count; i++)
            if (graph->nodes[i].row == row) {
                if (above != NULL)
                    buffer_print(out, "  %s -> %s [style=invis];\n", above, graph->nodes[i].name);
                above = graph->nodes[i].name;
                break;
            }
}

void graph_write_dot(const struct graph *graph, struct buffer *out)
{
    struct label title = {out, true};
    buffer_text(out,
                "digraph plan {\n"
                "  graph [rankdir=TB, newrank=true, size=\"13.33,7.5!\", ratio=compress, nodesep=0.25,\n"
                "    ranksep=0.5, fontname=\"sans-serif\", fontsize=32, labelloc=t, label=\"");
    put_words(&title, graph->title, 60);
    buffer_text(out,
                "\\n \"];\n"
                "  node [fontname=\"sans-serif\", fontsize=26, margin=\"0.14,0.1\"];\n"
                "  edge [fontname=\"sans-serif\", fontsize=24, arrowsize=1.2];\n");
    for (size_t i = 0; i < graph->node_count; i++)
        put_node(graph, &graph->nodes[i], out);
    put_rows(graph, out);
    put_order(graph, out);
    for (size_t i = 0; i < graph->edge_count; i++)
        put_edge(graph, &graph->edges[i], out);
    buffer_text(out, "}\n");
}
