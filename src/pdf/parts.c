/* The whole document, part by part: what begins a new page, and all up to the next that does. */
#include "pdf/pages.h"
#include "pdf/setting.h"

#include <math.h>

static const double largest = 1, largest_sheet = 1.4; /* of the type of a plan, and of what is one page */
static const double smallest = 0.55, smallest_in_line = 0.95; /* with columns side by side, and without */
static const double smallest_of_many = 0.9;                   /* so much smaller to save a page of paper */
static const double nearly_empty = 0.3;
static const double notice_space = 11;
enum { MOST_TRIES = 16, MOST_SQUEEZES = 3 };

struct part {
    const struct document_node *first, *end, *document;
    bool in_columns;
};

/* The small print stands on the first page, where it is read; which pack it is, at the foot of each. */
static void set_notices(struct galley *galley, const struct document_node *footer)
{
    galley_space(galley, notice_space);
    for (const struct document_node *child = footer->first; child->next != NULL; child = child->next)
        set_words(galley, "P", FACE_SMALL, child->text, TONE_GREY);
}

/* The first part opens the document's element. */
static void set_part(struct galley *galley, const struct part *part, double scale)
{
    bool is_first = part->first == part->document->first;
    galley->type->scale = scale;
    if (is_first)
        galley_begin(galley, "Document");
    if (part->in_columns)
        set_in_columns(galley, part->first, part->end);
    for (const struct document_node *node = part->first; !part->in_columns && node != part->end;
         node = node->next)
        set_node(galley, node);
    if (is_first)
        set_notices(galley, part->document->last);
    galley->type->scale = largest;
}

/* White gives way first: that costs no reader anything, and the program little. */
static bool squeezed_to(size_t pages, struct galley *galley, size_t first)
{
    for (int times = 0; times < MOST_SQUEEZES; times++) {
        pages_squeeze(galley, first);
        if (pages_cut(galley, first) <= pages)
            return true;
    }
    return false;
}

/* How much smaller all must be for so many pages. Paragraphs shrink with the square of their type, lines that
 * stand alone with the type itself: plans were seen to lie between, and each try sets all of it again. What
 * is one page is short, and as large as it can be. */
static double shrink(const struct part *part, const struct galley *galley, size_t first, size_t pages)
{
    static const double of_sheets = 0.35, of_plans = 0.85;
    return fmin(0.97, pow((double)pages * galley->page_height / pages_height(galley, first),
                          part->document->one_page ? of_sheets : of_plans));
}

/* Sets a part that should not take more than so many pages, in type from `scale` to `least`. */
static bool set_on(size_t pages, struct galley *galley, const struct part *part, double scale, double least)
{
    const struct galley before = *galley;
    const size_t first = before.band_count;
    for (int tries = 0; tries < MOST_TRIES; tries++) {
        *galley = before;
        set_part(galley, part, scale);
        if (pages_cut(galley, first) <= pages || squeezed_to(pages, galley, first))
            return true;
        if (scale <= least)
            break;
        scale = fmax(least, scale * shrink(part, galley, first, pages));
    }
    return false;
}

/* A last page that is nearly empty is saved, if a little less white or smaller type can do that. */
static void set_pages(struct galley *galley, const struct part *part)
{
    const struct galley before = *galley;
    const size_t first = before.band_count;
    set_part(galley, part, largest);
    size_t pages = pages_cut(galley, first);
    bool saves = pages > 1 && pages_left(galley) > (1 - nearly_empty) * galley->page_height;
    if (!saves || squeezed_to(pages - 1, galley, first))
        return;
    double scale = shrink(part, galley, first, pages - 1);
    *galley = before;
    if (scale > smallest_of_many && set_on(pages - 1, galley, part, scale, smallest_of_many))
        return;
    *galley = before;
    set_part(galley, part, largest);
    pages_cut(galley, first);
}

static const struct document_node *end_of_part(const struct document_node *node,
                                               const struct document_node *footer)
{
    do
        node = node->next;
    while (node != footer && !node->own_page);
    return node;
}

/* The plan at a glance, a sheet of one week, what to do now: each is one page. */
static void set_one_page(struct galley *galley, struct part *part)
{
    const struct galley before = *galley;
    if (!part->document->one_page) {
        set_on(1, galley, part, largest, smallest);
        return;
    }
    if (set_on(1, galley, part, largest_sheet, smallest_in_line))
        return;
    *galley = before;
    part->in_columns = true;
    set_on(1, galley, part, largest_sheet, smallest);
}

void set_document(struct galley *galley, const struct document_node *document)
{
    struct part part = {.first = document->first, .document = document};
    for (; part.first != document->last; part.first = part.end) {
        part.end = end_of_part(part.first, document->last);
        if (part.first == document->first)
            set_one_page(galley, &part);
        else
            set_pages(galley, &part);
    }
    galley_end(galley, "Document");
}
