/* Byte order marks, and control characters that came from escapes. */
#include "yaml/check.h"

#include "support/text.h"

#include <string.h>

const struct source *yaml_without_mark(struct arena *arena, const struct source *source)
{
    if (source->length < 3 || memcmp(source->bytes, "\xEF\xBB\xBF", 3) != 0)
        return source;
    struct source *rest = arena_alloc(arena, sizeof *rest);
    *rest = (struct source){source->name, source->bytes + 3, source->length - 3};
    return rest;
}

void yaml_check_controls(const struct tree *tree, node_id scalar, struct sc_diagnostics *diagnostics)
{
    const struct node *node = tree_node(tree, scalar);
    if (node->style != STYLE_DOUBLE)
        return; /* no escapes: the bytes were looked at before */
    const char *text = tree_text(tree, scalar);
    for (size_t i = 0, size = 0; i < node->length; i += size) {
        uint32_t character = text_character(text + i, node->length - i, &size);
        if (text_is_control(character) && character != '\n' && character != '\t') {
            diagnostics_error(diagnostics, tree_place_in(tree, scalar, i), NULL,
                              "a control character (U+%04X)", (unsigned)character);
            return;
        }
    }
}
