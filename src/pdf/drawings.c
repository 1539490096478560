/* What is drawn: the weeks in a row, and the stairs of a ladder. The words that stand for a drawing where it
 * cannot be seen are the document's. */
#include "pdf/setting.h"

enum { MOST_COLUMNS = 6 };

static const double bar_height = 9, bar_gap = 6, stair_rise = 11;

/* ---- The weeks in a row ---- */

static void set_spans_as_lines(struct galley *galley, const struct document_node *node)
{
    for (const struct document_node *span = node->first; span != NULL; span = span->next) {
        struct wording wording = wording_in(galley->type->arena);
        wording_add_strong(&wording, span->label);
        wording_add(&wording, " ");
        wording_add(&wording, span->text);
        wording_add(&wording, span->detail != NULL ? " - " : "");
        wording_add(&wording, span->detail != NULL ? span->detail : "");
        galley_paragraph(galley, "P", type_set(galley->type, FACE_BODY, galley_room(galley), 0, &wording),
                         TONE_BLACK);
    }
}

/* The weeks above, what they are about below: the bar of the phase where the person starts is filled. */
static double draw_span(struct galley *galley, const struct document_node *span, double x, double width)
{
    const double bar = bar_height * galley->type->scale;
    const struct passage *weeks = type_set_words(galley->type, FACE_SMALL, width, 2, span->label);
    const struct passage *title = type_set_words(galley->type, FACE_STRONG, width, 3, span->text);
    galley_text(galley, NULL, weeks, x, 0, width, TONE_BLACK);
    double y = weeks->height + 2;
    galley_box(galley, (struct mark){.x = x,
                                     .y = y,
                                     .width = width,
                                     .height = bar,
                                     .tone = span->detail != NULL ? TONE_ACCENT : TONE_NONE,
                                     .border = TONE_ACCENT,
                                     .thick = 0.8});
    y += bar + 3;
    galley_text(galley, NULL, title, x, y, width, TONE_BLACK);
    y += title->height;
    if (span->detail == NULL)
        return y;
    const struct passage *mark = type_set_words(galley->type, FACE_SMALL, width, 2, span->detail);
    galley_text(galley, NULL, mark, x, y, width, TONE_BLACK);
    return y + mark->height;
}

void set_timeline(struct galley *galley, const struct document_node *node)
{
    size_t count = document_children(node);
    galley_space(galley, 8);
    if (count == 0 || count > MOST_COLUMNS) {
        set_spans_as_lines(galley, node);
        return;
    }
    double width = (galley_room(galley) - bar_gap * (double)(count - 1)) / (double)count;
    double x = galley->indent, height = 0;
    galley_begin_figure(galley, node->drawn);
    galley_band(galley, 0, KEEP_FREE);
    for (const struct document_node *span = node->first; span != NULL; span = span->next) {
        double its = draw_span(galley, span, x, width);
        height = its > height ? its : height;
        x += width + bar_gap;
    }
    galley->bands[galley->band_count - 1].height = height;
    galley_end(galley, "Figure");
    galley_space(galley, 8);
}

/* ---- The stairs of a ladder ---- */

void set_ladder(struct galley *galley, const struct document_node *node)
{
    const double rise = stair_rise * galley->type->scale;
    size_t count = document_children(node);
    if (count < 2 || count > MOST_COLUMNS)
        return; /* the lines around it say the same */
    const double width = galley_room(galley) / (double)count;
    struct passage *texts[MOST_COLUMNS];
    double height = 0;
    size_t i = 0;
    for (const struct document_node *rung = node->first; rung != NULL; rung = rung->next, i++) {
        struct wording wording = wording_in(galley->type->arena);
        if (rung->is_own)
            wording_add_strong(&wording, rung->text);
        else
            wording_add(&wording, rung->text);
        wording_add(&wording, "\n");
        wording_add(&wording, rung->label);
        texts[i] = type_set(galley->type, FACE_SMALL, width - bar_gap, 5, &wording);
        double its = texts[i]->height + 2 + rise * (double)(i + 1);
        height = its > height ? its : height;
    }
    galley->bands[galley->band_count - 1].keep = KEEP_CLOSE; /* to the line that says which step it is */
    galley_space(galley, 6);
    galley_begin_figure(galley, node->drawn);
    galley_band(galley, height, KEEP_FREE);
    i = 0;
    for (const struct document_node *rung = node->first; rung != NULL; rung = rung->next, i++) {
        double x = galley->indent + width * (double)i, stair = rise * (double)(i + 1);
        galley_text(galley, NULL, texts[i], x, height - stair - 2 - texts[i]->height, width, TONE_BLACK);
        galley_box(galley, (struct mark){.x = x,
                                         .y = height - stair,
                                         .width = width,
                                         .height = stair,
                                         .tone = rung->is_own ? TONE_ACCENT : TONE_NONE,
                                         .border = TONE_ACCENT,
                                         .thick = 0.8});
    }
    galley_end(galley, "Figure");
    galley_space(galley, 8);
}
