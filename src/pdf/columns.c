/* Side by side: in an entry the steps, and what else there is to know of them; on the sheet of a week all
 * below its table, in the larger type that this leaves room for. */
#include "pdf/setting.h"

#include <string.h>

static const double gutter = 18, columns_space = 8, line_space = 2.5;
static const double least_share = 0.4, most_share = 0.58; /* of the room, for what stands first */

/* What stands in the columns, as one strip, and the bands before which it can be cut. */
struct strip {
    struct galley galley;
    size_t *cuts;
    size_t cut_count, cut_capacity;
};

static void set_in_strip(struct strip *strip, const struct document_node *node)
{
    strip->cuts = arena_grow(strip->galley.type->arena, strip->cuts, strip->cut_count, &strip->cut_capacity,
                             sizeof *strip->cuts);
    strip->cuts[strip->cut_count++] = strip->galley.band_count;
    set_node(&strip->galley, node);
}

static double height_between(const struct galley *galley, size_t first, size_t end)
{
    double height = 0;
    for (size_t i = first; i < end; i++)
        height += galley->bands[i].height + (i > first ? galley->bands[i].above : 0);
    return height;
}

/* Where the second column begins, so that the longer of the two is as short as can be. */
struct split {
    size_t band;
    double longest;
};

static struct split split_of(const struct strip *strip)
{
    const size_t end = strip->galley.band_count;
    struct split split = {end, height_between(&strip->galley, 0, end)};
    for (size_t i = 0; i < strip->cut_count; i++) {
        double left = height_between(&strip->galley, 0, strip->cuts[i]);
        double right = height_between(&strip->galley, strip->cuts[i], end);
        double longest = left > right ? left : right;
        if (longest < split.longest)
            split = (struct split){strip->cuts[i], longest};
    }
    return split;
}

/* ---- One band of two columns ---- */

static void copy_frame(struct galley *galley, const struct galley *from, size_t first, double x, double y)
{
    const struct frame *frame = from->bands[first].frame;
    size_t end = first;
    while (end < from->band_count && from->bands[end].frame == frame)
        end++;
    struct mark boxes[FRAME_BOXES];
    size_t count = frame_boxes(frame, height_between(from, first, end), boxes);
    for (size_t i = 0; i < count; i++) {
        boxes[i].x += x;
        boxes[i].y += y;
        galley_box(galley, boxes[i]);
    }
}

static void copy_column(struct galley *galley, const struct galley *from, size_t first, size_t end, double x)
{
    double y = 0;
    for (size_t i = first; i < end; i++) {
        const struct band *band = &from->bands[i];
        y += i > first ? band->above : 0;
        if (band->frame != NULL && (i == first || from->bands[i - 1].frame != band->frame))
            copy_frame(galley, from, i, x, y);
        for (size_t k = band->first; k < band->end; k++) {
            struct mark mark = from->marks[k];
            mark.x += x;
            mark.y += y;
            galley_mark(galley, mark);
        }
        y += band->height;
    }
}

static void set_side_by_side(struct galley *galley, const struct strip *strip)
{
    const struct split split = split_of(strip);
    const struct galley *from = &strip->galley;
    galley_space(galley, columns_space);
    for (size_t i = 0; i < from->heading_count; i++)
        galley_heading(galley, from->headings[i].level, from->headings[i].words);
    galley_band(galley, split.longest, KEEP_FREE);
    copy_column(galley, from, 0, split.band, galley->indent);
    copy_column(galley, from, split.band, from->band_count, galley->indent + from->width + gutter);
}

/* ---- What stands in them ---- */

static size_t letters_in(const struct document_node *node)
{
    size_t count = node->text != NULL ? strlen(node->text) : 0;
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        count += child->text != NULL ? strlen(child->text) : 0;
    return count;
}

/* Whoever has more to say has more room. */
static double left_share(const struct document_node *left, const struct document_node *right)
{
    double letters = (double)letters_in(left);
    return least_share + (most_share - least_share) * letters / (letters + (double)letters_in(right) + 1);
}

void set_beside(struct galley *galley, const struct document_node *left, const struct document_node *right)
{
    const double room = galley_room(galley) - gutter;
    struct galley column = {.type = galley->type, .width = room * left_share(left, right)}, other = column;
    other.width = room - column.width;
    set_node(&column, left);
    set_node(&other, right);
    double height = height_between(&column, 0, column.band_count);
    double beside = height_between(&other, 0, other.band_count);
    galley_space(galley, line_space);
    galley_band(galley, height > beside ? height : beside, KEEP_FREE);
    copy_column(galley, &column, 0, column.band_count, galley->indent);
    copy_column(galley, &other, 0, other.band_count, galley->indent + column.width + gutter);
}

/* The section with its table, which keeps the whole width. Answers what else is in it. */
static const struct document_node *set_table(struct galley *galley, const struct document_node *section)
{
    const struct document_node *child = section->first;
    begin_section(galley, section);
    for (; child != NULL && child->kind == DOC_JOURNAL; child = child->next)
        set_node(galley, child);
    return child;
}

void set_in_columns(struct galley *galley, const struct document_node *first, const struct document_node *end)
{
    struct strip strip = {.galley = {.type = galley->type, .page_height = galley->page_height}};
    const struct document_node *node = first;
    for (; node != end && node->kind != DOC_SECTION; node = node->next)
        set_node(galley, node);
    if (node == end)
        return;
    strip.galley.width = (galley_room(galley) - gutter) / 2;
    for (const struct document_node *child = set_table(galley, node); child != NULL; child = child->next)
        set_in_strip(&strip, child);
    galley_end(strip.galley.band_count > 0 ? &strip.galley : galley, "Sect");
    for (node = node->next; node != end; node = node->next)
        set_in_strip(&strip, node);
    if (strip.galley.band_count > 0)
        set_side_by_side(galley, &strip);
}
