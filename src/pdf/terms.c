/* Terms: a label and its text side by side. */
#include "pdf/setting.h"

static const double line_space = 2.5, column_space = 9, most_of_row = 0.42;

struct row {
    const struct document_node *term;
    const struct passage *label;
};

/* A claim with the names of its sources, which lead to where they can be read. */
static void add_sources(struct wording *wording, const struct document_node *term)
{
    if (term->first == NULL || term->first->kind != DOC_SOURCE)
        return;
    for (const struct document_node *source = term->first; source != NULL; source = source->next) {
        wording_add(wording, source == term->first ? " (" : "; ");
        wording_add_link(wording, source->text, 0, source->detail);
    }
    wording_add(wording, ")");
}

/* It is not cut: the label may be the longer part of it. */
static void set_row(struct galley *galley, const struct row *row, enum face face, double column)
{
    struct wording wording = wording_in(galley->type->arena);
    wording_add(&wording, row->term->text);
    add_sources(&wording, row->term);
    wording_add_cited(&wording, row->term);
    const struct passage *text = type_set(galley->type, face, galley_room(galley) - column, 0, &wording);
    bool has_rules = row->term->first != NULL && row->term->first->kind == DOC_RULE;
    size_t first = galley->band_count;
    galley_space(galley, line_space);
    begin_item(galley, row->label, column, text, has_rules ? TEXT_FIRST : TEXT_ALONE);
    if (row->label->height > text->height)
        galley_band(galley, row->label->height - text->height, KEEP_FREE);
    galley->indent += column;
    set_children(galley, row->term);
    galley->indent -= column;
    end_item(galley);
    galley_keep(galley, first, KEEP_CLOSE);
}

/* A label that would take more of the row is broken. */
static double widest_label(struct galley *galley, struct row *list, size_t count, enum face face)
{
    double widest = 0;
    for (size_t i = 0; i < count; i++) {
        list[i].label =
            type_set_words(galley->type, face, galley_room(galley) * most_of_row, 0, list[i].term->label);
        widest = list[i].label->width > widest ? list[i].label->width : widest;
    }
    return widest;
}

static size_t rows_of(struct galley *galley, const struct document_node *node, struct row **list)
{
    size_t count = 0;
    *list = arena_array(galley->type->arena, document_children(node), sizeof **list);
    for (const struct document_node *term = node->first; term != NULL; term = term->next)
        (*list)[count++].term = term;
    return count;
}

static void set_rows(struct galley *galley, const struct document_node *node, enum face labels,
                     enum face texts)
{
    struct row *list;
    size_t count = rows_of(galley, node, &list);
    double column = widest_label(galley, list, count, labels) + column_space;
    galley_begin(galley, "L");
    for (size_t i = 0; i < count; i++) {
        if (node->kind == DOC_SOURCES)
            galley_source(galley);
        set_row(galley, &list[i], texts, column);
    }
    galley_end(galley, "L");
}

void set_terms(struct galley *galley, const struct document_node *node)
{
    set_rows(galley, node, FACE_STRONG, FACE_BODY);
}

void set_sources(struct galley *galley, const struct document_node *node)
{
    set_rows(galley, node, FACE_SMALL, FACE_SMALL);
}
