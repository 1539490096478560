/* Walking a tree, and finding the place of a character inside a scalar. */
#include "support/tree.h"

#include "support/text.h"

#include <string.h>

const struct node *tree_node(const struct tree *tree, node_id id)
{
    return &tree->nodes[id];
}

const char *tree_text(const struct tree *tree, node_id id)
{
    return tree->bytes + tree->nodes[id].text;
}

struct place tree_place(const struct tree *tree, node_id id)
{
    const struct node *node = tree_node(tree, id);
    return (struct place){tree->source, node->line, node->column};
}

node_id tree_find(const struct tree *tree, node_id mapping, const char *name, node_id *key)
{
    if (tree_node(tree, mapping)->kind != NODE_MAPPING)
        return 0;
    for (node_id id = tree_node(tree, mapping)->first; id != 0;) {
        node_id value = tree_node(tree, id)->next;
        const char *text = tree_text(tree, id);
        if (text_is(text, name)) {
            if (key != NULL)
                *key = id;
            return value;
        }
        id = tree_node(tree, value)->next;
    }
    return 0;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/* A walk through the source beside a scalar's text. Blanks are not counted: folding changes only them. */
struct walk {
    const char *at, *end;
    uint32_t line, column;
};

static void step(struct walk *walk)
{
    size_t size = 1;
    text_character(walk->at, (size_t)(walk->end - walk->at), &size);
    if (*walk->at == '\n') {
        walk->line++;
        walk->column = 1;
    } else {
        walk->column++;
    }
    walk->at += size;
}

/* Over one character of the text as the source writes it; false: it stood for a blank or for nothing. */
static bool step_over_character(struct walk *walk, enum node_style style)
{
    char first = *walk->at;
    step(walk);
    if (walk->at >= walk->end)
        return !is_blank(first);
    if (style == STYLE_SINGLE && first == '\'' && *walk->at == '\'')
        step(walk);
    if ((style != STYLE_DOUBLE && style != STYLE_JSON_STRING) || first != '\\')
        return !is_blank(first);
    char escape = *walk->at;
    size_t digits = escape == 'x' ? 2 : escape == 'u' ? 4 : escape == 'U' ? 8 : 0;
    step(walk);
    for (; digits > 0 && walk->at < walk->end; digits--)
        step(walk);
    return strchr(" nt\nr", escape) == NULL;
}

static void step_to_text(struct walk *walk, enum node_style style)
{
    if (style == STYLE_SINGLE || style == STYLE_DOUBLE || style == STYLE_JSON_STRING)
        step(walk);
    else if (style == STYLE_LITERAL || style == STYLE_FOLDED)
        do { /* the head of a block, up to the next line */
            step(walk);
        } while (walk->at < walk->end && walk->column != 1);
}

struct place tree_place_in(const struct tree *tree, node_id id, size_t offset)
{
    const struct node *node = tree_node(tree, id);
    struct place place = tree_place(tree, id);
    size_t line_length = 0;
    const char *line = source_line(tree->source, node->line, &line_length);
    if (line == NULL)
        return place;
    struct walk walk = {line, tree->source->bytes + tree->source->length, node->line, 1};
    while (walk.at < walk.end && walk.column < node->column && walk.line == node->line)
        step(&walk);
    if (walk.at < walk.end)
        step_to_text(&walk, (enum node_style)node->style);

    const char *text = tree_text(tree, id);
    size_t before = 0; /* characters of the text to pass over, blanks not counted */
    for (size_t i = 0, size = 0; i < offset && i < node->length; i += size) {
        text_character(text + i, node->length - i, &size);
        before += !is_blank(text[i]);
    }
    /* At the end of the text the caret stands just behind its last character. */
    bool at_end = offset >= node->length;
    struct walk behind = walk;
    while (walk.at < walk.end && (before > 0 || (!at_end && is_blank(*walk.at)))) {
        if (step_over_character(&walk, (enum node_style)node->style)) {
            before--;
            behind = walk;
        }
    }
    place.line = at_end ? behind.line : walk.line;
    place.column = at_end ? behind.column : walk.column;
    return place;
}
