/* Lists: signs, steps, boxes to tick. */
#include "pdf/setting.h"

static const double line_space = 2.5, item_space = 6;
static const double sign_column = 10, step_column = 15, box_column = 15, box_middle = 4.6;

void begin_item(struct galley *galley, const struct passage *label, double column, const struct passage *text,
                enum item_text item_text)
{
    double line = text->line_count > 0 ? text->lines[0].height : type_leading(galley->type, FACE_BODY);
    galley_begin(galley, "LI");
    galley_band(galley, line, KEEP_FREE);
    if (label != NULL)
        galley_text(galley, "Lbl", label, galley->indent, 0, column, TONE_BLACK);
    else if (column > 0)
        draw_tick_box(galley, galley->indent + box_middle * galley->type->scale, line / 2);
    galley_open(galley, "LBody");
    if (item_text == TEXT_FIRST)
        galley_open(galley, "P");
    for (size_t i = 0; i < text->line_count; i++) {
        if (i > 0)
            galley_line_band(galley, text, i, KEEP_FREE);
        galley_line(galley, text, i, galley->indent + column, 0, galley_room(galley) - column, TONE_BLACK);
    }
    if (item_text == TEXT_FIRST)
        galley_end(galley, "P");
}

void end_item(struct galley *galley)
{
    galley_end(galley, "LBody");
    galley_end(galley, "LI");
}

/* Signs are a list: each must be seen, in a hurry too. */
void set_signs(struct galley *galley, const struct document_node *node)
{
    struct type *type = galley->type;
    const double column = sign_column * type->scale;
    size_t first = galley->band_count;
    galley_space(galley, item_space);
    set_words(galley, "P", FACE_STRONG, node->label, TONE_BLACK);
    galley_begin(galley, "L");
    for (const struct document_node *sign = node->first; sign != NULL; sign = sign->next) {
        begin_item(galley, type_set_words(type, FACE_BODY, column, 1, "•"), column,
                   type_set_words(type, FACE_BODY, galley_room(galley) - column, 0, sign->text), TEXT_ALONE);
        end_item(galley);
    }
    galley_end(galley, "L");
    galley_keep(galley, first, KEEP_CLOSE);
    if (node->detail == NULL)
        return;
    galley->bands[galley->band_count - 1].keep = KEEP_CLOSE;
    galley_space(galley, line_space);
    set_words(galley, "P", FACE_STRONG, node->detail, TONE_BLACK);
}

void set_steps(struct galley *galley, const struct document_node *node)
{
    struct type *type = galley->type;
    const double column = step_column * type->scale;
    int number = 1;
    galley_space(galley, line_space);
    set_words(galley, "P", FACE_BODY, node->text, TONE_BLACK);
    galley_begin(galley, "L");
    for (const struct document_node *child = node->first; child != NULL; child = child->next, number++) {
        const char *label = arena_print(type->arena, "%d.", number);
        size_t first = galley->band_count;
        begin_item(galley, type_set_words(type, FACE_BODY, column, 1, label), column,
                   type_set_words(type, FACE_BODY, galley_room(galley) - column, 0, child->text), TEXT_ALONE);
        end_item(galley);
        galley_keep(galley, first, KEEP_CLOSE);
    }
    galley_end(galley, "L");
}

void set_boxes(struct galley *galley, const struct document_node *node)
{
    const double inset = box_column * galley->type->scale;
    galley_begin(galley, "L");
    for (const struct document_node *box = node->first; box != NULL; box = box->next) {
        const double column = box->is_question ? 0 : inset;
        struct wording wording = wording_in(galley->type->arena);
        if (box->first != NULL)
            wording_add_strong(&wording, box->text);
        else
            wording_add(&wording, box->text);
        wording_add_cited(&wording, box);
        size_t first = galley->band_count;
        galley_space(galley, box->first != NULL ? item_space : line_space);
        begin_item(galley, NULL, column,
                   type_set(galley->type, FACE_BODY, galley_room(galley) - column, 0, &wording),
                   box->first != NULL ? TEXT_FIRST : TEXT_ALONE);
        galley_keep(galley, first, KEEP_CLOSE);
        galley->indent += inset;
        set_children(galley, box);
        galley->indent -= inset;
        end_item(galley);
        galley_keep(galley, first, KEEP_LOOSE);
    }
    galley_end(galley, "L");
}
