/* The drawing for Mermaid, as wikis and forges show it. */
#include "graph/graph.h"

#include "support/text.h"

#include <assert.h>
#include <string.h>

static bool is_plain(uint32_t character)
{
    return character == ' ' || character == ',' || character == '.' || character == '-' ||
           (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') ||
           (character >= 'a' && character <= 'z') || character >= 0xa0;
}

/* Mermaid reads quotes, brackets and its own words inside a label: whatever is no plain letter is written as
 * an entity. */
static void put_line(struct buffer *out, const char *line, size_t length)
{
    struct buffer safe = buffer_in(out->arena);
    text_visible(&safe, line, length);
    const char *bytes = buffer_string(&safe);
    for (size_t at = 0, size = 0; at < safe.length; at += size) {
        uint32_t character = text_character(bytes + at, safe.length - at, &size);
        if (is_plain(character))
            buffer_bytes(out, bytes + at, size);
        else
            buffer_print(out, "#%u;", (unsigned)character);
    }
}

static void put_words(struct buffer *out, const char *words)
{
    for (const char *end; (end = strchr(words, '\n')) != NULL; words = end + 1) {
        put_line(out, words, (size_t)(end - words));
        buffer_text(out, "<br>");
    }
    put_line(out, words, strlen(words));
}

static const struct {
    const char *opens, *closes;
} forms[] = {
    [GRAPH_FIRST] = {"([\"", "\"])"}, [GRAPH_STOP] = {"{{\"", "\"}}"}, [GRAPH_PHASE] = {"[\"", "\"]"},
    [GRAPH_GATE] = {"{\"", "\"}"},    [GRAPH_STEP] = {"[\"", "\"]"},   [GRAPH_BESIDE] = {"([\"", "\"])"},
};
static_assert(sizeof forms / sizeof forms[0] == GRAPH_NODE_COUNT, "a form for each kind of node");

static void put_node(const struct graph *graph, const struct graph_node *node, struct buffer *out)
{
    buffer_print(out, "  %s%s", node->name, forms[node->kind].opens);
    put_words(out, node->title);
    if (node->detail != NULL) {
        buffer_text(out, "<br>");
        put_words(out, node->detail);
    }
    if (node->mark == MARK_HERE) {
        buffer_text(out, "<br>");
        put_words(out, graph->here);
    }
    buffer_print(out, "%s\n", forms[node->kind].closes);
    if (node->mark != MARK_NONE)
        buffer_print(out, "  style %s stroke-width:5px\n", node->name);
}

static void put_edge(const struct graph *graph, const struct graph_edge *edge, struct buffer *out)
{
    buffer_print(out, "  %s %s", graph->nodes[edge->from].name,
                 edge->own                 ? "==>"
                 : edge->kind == EDGE_LIST ? "---"
                                           : "-->");
    if (edge->label != NULL) {
        buffer_text(out, "|\"");
        put_words(out, edge->label);
        buffer_text(out, "\"|");
    }
    buffer_print(out, " %s\n", graph->nodes[edge->to].name);
}

void graph_write_mermaid(const struct graph *graph, struct buffer *out)
{
    buffer_text(out, "flowchart LR\n");
    for (size_t i = 0; i < graph->node_count; i++)
        put_node(graph, &graph->nodes[i], out);
    for (size_t i = 0; i < graph->edge_count; i++)
        put_edge(graph, &graph->edges[i], out);
}
