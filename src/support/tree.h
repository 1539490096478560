/* What YAML and JSON files become: nodes with places.
 *
 * Nodes point at each other and at their text by number, not by address, so that a tree can be a constant
 * table in the program (a built-in pack) and needs no relocation when it starts. */
#ifndef SUPPORT_TREE_H
#define SUPPORT_TREE_H

#include "support/source.h"

#include <stdbool.h>

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

/* How a scalar was written. YAML scalars are read by the type that their place expects; JSON's carry theirs.
 */
enum node_style {
    STYLE_PLAIN,
    STYLE_SINGLE,
    STYLE_DOUBLE,
    STYLE_LITERAL,
    STYLE_FOLDED,
    STYLE_JSON_STRING,
    STYLE_JSON_NUMBER,
    STYLE_JSON_BOOLEAN, /* text: "true" or "false" */
    STYLE_JSON_NULL,    /* text: "" */
};

typedef uint32_t node_id; /* 0 is no node */

struct node {
    uint32_t text; /* scalars: offset into `bytes`; the text there ends with a NUL */
    uint32_t
        length;    /* scalars: bytes of text; else: number of children (a mapping has key, value, key, ...) */
    node_id first; /* the first child */
    node_id next;  /* the next child of the same parent */
    uint32_t line, column;
    uint8_t kind, style;
};

struct tree {
    const struct node *nodes; /* nodes[0] is not used; nodes[1] is the root */
    size_t count;             /* with the unused one; 1: an empty file */
    const char *bytes;
    const struct source *source;
};

const struct node *tree_node(const struct tree *tree, node_id id);
const char *tree_text(const struct tree *tree, node_id id); /* of a scalar */
struct place tree_place(const struct tree *tree, node_id id);
/* The place of the character at `offset` bytes into a scalar's text. Exact wherever the scalar is plain,
 * quoted without escapes, or a block; with escapes at least the line is right. Without the source text: the
 * scalar's own. */
struct place tree_place_in(const struct tree *tree, node_id id, size_t offset);
/* The value of a key in a mapping, or 0; *key is its key node if `key` is not NULL. */
node_id tree_find(const struct tree *tree, node_id mapping, const char *name, node_id *key);

#endif
