/* The public call: a drawing as text. */
#include "graph/graph.h"
#include "support/call.h"

struct graph_writing {
    const struct sc_pack *pack;
    const struct sc_plan *plan;
    enum sc_graph_format format;
    char **text;
};

static enum sc_status write_graph(struct arena *arena, void *context)
{
    static void (*const writers[])(const struct graph *, struct buffer *) = {
        [SC_DOT] = graph_write_dot, [SC_MERMAID] = graph_write_mermaid};
    const struct graph_writing *writing = context;
    struct buffer out = buffer_in(arena);
    writers[writing->format](graph_of(arena, writing->pack, writing->plan), &out);
    *writing->text = call_result(buffer_string(&out), out.length);
    return *writing->text != NULL ? SC_OK : SC_NO_MEMORY;
}

enum sc_status sc_graph_write(const struct sc_pack *pack, const struct sc_plan *plan,
                              enum sc_graph_format format, struct sc_diagnostics *diagnostics, char **text)
{
    struct graph_writing writing = {pack, plan, format, text};
    return call_in_new(ARENA_GOES, diagnostics, write_graph, &writing);
}
