/* Bands one below the other, and the marks on them. */
#include "pdf/galley.h"

#include "support/limits.h"

void galley_space(struct galley *galley, double height)
{
    height *= galley->type->scale;
    galley->space = height > galley->space ? height : galley->space;
}

void galley_new_page(struct galley *galley)
{
    galley->new_page = true;
}

double galley_room(const struct galley *galley)
{
    return galley->width - galley->indent - galley->right;
}

void galley_mark(struct galley *galley, struct mark mark)
{
    galley->marks = arena_grow(galley->type->arena, galley->marks, galley->mark_count, &galley->mark_capacity,
                               sizeof *galley->marks);
    galley->marks[galley->mark_count++] = mark;
    galley->bands[galley->band_count - 1].end = galley->mark_count;
}

size_t frame_boxes(const struct frame *frame, double height, struct mark boxes[FRAME_BOXES])
{
    static const double bar = 5;
    boxes[0] = (struct mark){.kind = MARK_BOX,
                             .x = frame->x,
                             .width = frame->width,
                             .height = height,
                             .border = TONE_BLACK,
                             .thick = frame->thick};
    boxes[1] =
        (struct mark){.kind = MARK_BOX, .x = frame->x, .width = bar, .height = height, .tone = TONE_BLACK};
    return frame->heavy ? 2 : 1;
}

void galley_band(struct galley *galley, double height, enum keep keep)
{
    if (galley->band_count >= LIMIT_PAPER_LINES)
        galley->type->too_long = true;
    galley->bands = arena_grow(galley->type->arena, galley->bands, galley->band_count, &galley->band_capacity,
                               sizeof *galley->bands);
    galley->bands[galley->band_count++] = (struct band){.above = galley->space,
                                                        .height = height,
                                                        .keep = keep,
                                                        .new_page = galley->new_page,
                                                        .frame = galley->frame,
                                                        .first = galley->mark_count,
                                                        .end = galley->mark_count};
    galley->space = 0;
    galley->new_page = false;
    for (size_t i = 0; i < galley->waiting_count; i++)
        galley_mark(galley, galley->waiting[i]);
    galley->waiting_count = 0;
}

void galley_line_band(struct galley *galley, const struct passage *text, size_t line, enum keep keep)
{
    galley_band(galley, text->lines[line].height, keep);
    galley->bands[galley->band_count - 1].is_line = true;
}

void galley_keep(struct galley *galley, size_t first, enum keep keep)
{
    for (size_t i = first; i + 1 < galley->band_count; i++)
        if (galley->bands[i].keep < keep)
            galley->bands[i].keep = keep;
}

void galley_begin_figure(struct galley *galley, const char *instead)
{
    galley_begin(galley, "Figure");
    galley->waiting[galley->waiting_count - 1].instead = instead;
}

void galley_begin(struct galley *galley, const char *tag)
{
    galley->waiting = arena_grow(galley->type->arena, galley->waiting, galley->waiting_count,
                                 &galley->waiting_capacity, sizeof *galley->waiting);
    galley->waiting[galley->waiting_count++] = (struct mark){.kind = MARK_BEGIN, .tag = tag};
}

void galley_open(struct galley *galley, const char *tag)
{
    galley_mark(galley, (struct mark){.kind = MARK_BEGIN, .tag = tag});
}

/* An element with nothing in it was never there. */
void galley_end(struct galley *galley, const char *tag)
{
    if (galley->waiting_count > 0)
        galley->waiting_count--;
    else
        galley_mark(galley, (struct mark){.kind = MARK_END, .tag = tag});
}

void galley_line(struct galley *galley, const struct passage *text, size_t line, double x, double y,
                 double width, enum tone tone)
{
    galley_mark(
        galley,
        (struct mark){
            .kind = MARK_LINE, .text = text, .line = line, .x = x, .y = y, .width = width, .tone = tone});
}

void galley_box(struct galley *galley, struct mark box)
{
    box.kind = MARK_BOX;
    galley_mark(galley, box);
}

void galley_text(struct galley *galley, const char *tag, const struct passage *text, double x, double y,
                 double width, enum tone tone)
{
    if (tag != NULL)
        galley_open(galley, tag);
    for (size_t i = 0; i < text->line_count; i++) {
        galley_line(galley, text, i, x, y, width, tone);
        y += text->lines[i].height;
    }
    if (tag != NULL)
        galley_mark(galley, (struct mark){.kind = MARK_END, .tag = tag});
}

void galley_paragraph(struct galley *galley, const char *tag, const struct passage *text, enum tone tone)
{
    galley_begin(galley, tag);
    for (size_t i = 0; i < text->line_count; i++) {
        bool first_or_last = i + 1 < text->line_count && (i == 0 || i + 2 == text->line_count);
        galley_line_band(galley, text, i, first_or_last ? KEEP_CLOSE : KEEP_FREE);
        galley_line(galley, text, i, galley->indent, 0, galley_room(galley), tone);
    }
    galley_end(galley, tag);
}

void galley_heading(struct galley *galley, int level, const char *words)
{
    galley->headings = arena_grow(galley->type->arena, galley->headings, galley->heading_count,
                                  &galley->heading_capacity, sizeof *galley->headings);
    galley->headings[galley->heading_count++] =
        (struct heading){.words = words, .level = level, .band = galley->band_count};
}

void galley_source(struct galley *galley)
{
    galley->sources = arena_grow(galley->type->arena, galley->sources, galley->source_count,
                                 &galley->source_capacity, sizeof *galley->sources);
    galley->sources[galley->source_count++] = galley->band_count;
}
