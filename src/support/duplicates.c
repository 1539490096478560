/* Keys sorted, so that many keys cost no more than their sorting. */
#include "support/duplicates.h"

#include <stdlib.h>
#include <string.h>

struct key {
    const char *name;
    node_id id;
};

static int by_name(const void *left, const void *right)
{
    const struct key *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

void report_duplicates(struct arena *arena, const struct tree *tree, node_id mapping,
                       struct sc_diagnostics *diagnostics)
{
    size_t count = tree_node(tree, mapping)->length / 2;
    if (count < 2)
        return;
    struct key *keys = arena_array(arena, count, sizeof *keys);
    size_t at = 0;
    for (node_id id = tree_node(tree, mapping)->first; id != 0 && at < count;) {
        node_id value = tree_node(tree, id)->next;
        if (tree_node(tree, id)->kind == NODE_SCALAR)
            keys[at++] = (struct key){tree_text(tree, id), id};
        id = tree_node(tree, value)->next;
    }
    if (at > 1)
        qsort(keys, at, sizeof *keys, by_name);
    for (size_t i = 1; i < at; i++)
        if (strcmp(keys[i - 1].name, keys[i].name) == 0)
            diagnostics_error(diagnostics, tree_place(tree, keys[i].id), NULL,
                              "the key '%s' stands twice; it stands first on line %u", keys[i].name,
                              tree_node(tree, keys[i - 1].id)->line);
}
