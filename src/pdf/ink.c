/* Galley to pages to PDF. Cairo writes the structure of a tagged PDF from the tags around what is drawn; only
 * the innermost element may hold ink, so words with a link in them lie in elements of their own. What stands
 * outside every element (borders, lines to write on, the foot of a page) says nothing, or nothing new. */
#include "pdf/ink.h"

#include "page/page.h"

#include <cairo-pdf.h>
#include <string.h>

static const double darkness[TONE_COUNT][3] = {
    [TONE_BLACK] = {0.08, 0.08, 0.08},
    [TONE_GREY] = {0.33, 0.33, 0.33},
    [TONE_PALE] = {0.78, 0.78, 0.78},
    [TONE_ACCENT] = {0.02, 0.27, 0.33},
};

struct ink {
    struct printing *printing;
    const struct galley *galley;
    cairo_t *cairo;
};

static void set_tone(const struct ink *ink, enum tone tone)
{
    cairo_set_source_rgb(ink->cairo, darkness[tone][0], darkness[tone][1], darkness[tone][2]);
}

/* ---- Places ---- */

/* Where something of this width lies that begins x behind the edge where reading begins. */
static double left_of(const struct ink *ink, double x, double width)
{
    const struct galley *galley = ink->galley;
    return ink->printing->sheet.margin + (galley->type->from_right ? galley->width - x - width : x);
}

static double top_of(const struct ink *ink, const struct band *band)
{
    return ink->printing->sheet.head + band->y;
}

/* A place as Cairo's attributes have it: the upper edge of a band. */
static const char *place_of(const struct ink *ink, const struct band *band)
{
    const struct sheet *sheet = &ink->printing->sheet;
    return arena_print(ink->galley->type->arena, "page=%zu pos=[%d %d]", band->page + 1, (int)sheet->margin,
                       (int)top_of(ink, band));
}

/* ---- Words ---- */

/* Where a span leads, as the attributes of a link. Cairo forgets links to a number of a page that comes
 * later, but not links to a name. */
static const char *target_of(const struct ink *ink, const struct span *span)
{
    struct arena *arena = ink->galley->type->arena;
    return span->address != NULL ? arena_print(arena, "uri='%s'", span->address)
                                 : arena_print(arena, "dest='source-%zu'", span->source);
}

/* The span at this byte if it leads anywhere, else NULL. */
static const struct span *link_at(const struct ink *ink, const struct passage *text, size_t offset)
{
    for (size_t i = 0; i < text->span_count; i++) {
        const struct span *span = &text->spans[i];
        bool leads = span->address != NULL || (span->source > 0 && span->source <= ink->galley->source_count);
        if (leads && span->start <= offset && offset < span->end)
            return span;
    }
    return NULL;
}

struct run {
    const PangoGlyphItem *item;
    double x;
};

/* The runs of a line from left to right, each with its place. */
static struct run *runs_of(const struct ink *ink, const struct line *line)
{
    double x = 0;
    struct run *runs = arena_array(ink->galley->type->arena, line->run_count, sizeof *runs);
    for (size_t i = 0; i < line->run_count; i++) {
        runs[i] = (struct run){line->runs[i], x};
        x += pango_units_to_double(pango_glyph_string_get_width(line->runs[i]->glyphs));
    }
    return runs;
}

static void draw_run(const struct ink *ink, const struct passage *text, struct run run)
{
    cairo_move_to(ink->cairo, run.x, 0);
    pango_cairo_show_glyph_item(ink->cairo, text->words, (PangoGlyphItem *)(uintptr_t)run.item);
}

/* The line's words in the order in which they are read, each part with its own element. */
static void draw_parts(const struct ink *ink, const struct passage *text, const struct line *line)
{
    struct run *runs = runs_of(ink, line);
    const struct span *span = NULL;
    const char *open = NULL;
    for (size_t done = 0; done < line->run_count; done++) {
        size_t next = done;
        for (size_t i = done; i < line->run_count; i++)
            if (runs[i].item->item->offset < runs[next].item->item->offset)
                next = i;
        const struct run run = runs[next];
        runs[next] = runs[done];
        const struct span *its = link_at(ink, text, (size_t)run.item->item->offset);
        if (open == NULL || its != span) {
            if (open != NULL)
                cairo_tag_end(ink->cairo, open);
            open = its != NULL ? CAIRO_TAG_LINK : "Span";
            cairo_tag_begin(ink->cairo, open, its != NULL ? target_of(ink, its) : NULL);
            span = its;
        }
        draw_run(ink, text, run);
    }
    if (open != NULL)
        cairo_tag_end(ink->cairo, open);
}

static void draw_whole(const struct ink *ink, const struct passage *text, const struct line *line)
{
    const struct run *runs = runs_of(ink, line);
    for (size_t i = 0; i < line->run_count; i++)
        draw_run(ink, text, runs[i]);
}

static void draw_line(const struct ink *ink, const struct mark *mark, double y)
{
    const struct line *line = &mark->text->lines[mark->line];
    double x = left_of(ink, mark->x, ink->galley->type->from_right ? line->width : mark->width);
    set_tone(ink, mark->tone);
    cairo_save(ink->cairo);
    cairo_translate(ink->cairo, x, y + line->ascent);
    cairo_scale(ink->cairo, mark->text->scale, mark->text->scale);
    if (mark->text->leads)
        draw_parts(ink, mark->text, line);
    else
        draw_whole(ink, mark->text, line);
    cairo_restore(ink->cairo);
}

/* ---- Boxes and frames ---- */

static void add_to_path(const struct ink *ink, const struct mark *box, double y)
{
    cairo_rectangle(ink->cairo, left_of(ink, box->x, box->width), y, box->width, box->height);
}

/* Inks all boxes of the path, which look like this one. */
static void ink_path(const struct ink *ink, const struct mark *box)
{
    if (box->tone != TONE_NONE) {
        set_tone(ink, box->tone);
        box->border != TONE_NONE ? cairo_fill_preserve(ink->cairo) : cairo_fill(ink->cairo);
    }
    if (box->border != TONE_NONE) {
        set_tone(ink, box->border);
        cairo_set_line_width(ink->cairo, box->thick);
        cairo_stroke(ink->cairo);
    }
}

static bool look_alike(const struct mark *one, const struct mark *other)
{
    return one->kind == MARK_BOX && other->kind == MARK_BOX && one->tone == other->tone &&
           one->border == other->border && (one->border == TONE_NONE || one->thick == other->thick);
}

/* Around the bands of this page that have the frame of this one, which is the first of them. */
static void draw_frame(const struct ink *ink, size_t first)
{
    const struct galley *galley = ink->galley;
    const struct band *band = &galley->bands[first], *last = band;
    const struct frame *frame = band->frame;
    for (size_t i = first; i < galley->band_count && galley->bands[i].frame == frame; i++)
        if (galley->bands[i].page == band->page)
            last = &galley->bands[i];
    double height = last->y + last->height - band->y;
    struct mark boxes[FRAME_BOXES];
    size_t count = frame_boxes(frame, height, boxes);
    for (size_t i = 0; i < count; i++) {
        add_to_path(ink, &boxes[i], top_of(ink, band));
        ink_path(ink, &boxes[i]);
    }
}

/* ---- Pages ---- */

static void begin_element(const struct ink *ink, const struct mark *mark)
{
    struct printing *printing = ink->printing;
    if (strcmp(mark->tag, "Figure") == 0) {
        printing->alternatives =
            arena_grow(ink->galley->type->arena, printing->alternatives, printing->figure_count,
                       &printing->figure_capacity, sizeof *printing->alternatives);
        printing->alternatives[printing->figure_count++] =
            page_visible(ink->galley->type->arena, mark->instead);
    }
    cairo_tag_begin(ink->cairo, mark->tag, NULL);
}

/* Boxes that stand one behind the other and look alike are one path: to Cairo a path is work, a box is not.
 */
static void draw_marks(const struct ink *ink, const struct band *band)
{
    const struct mark *marks = ink->galley->marks;
    for (size_t i = band->first; i < band->end; i++) {
        const double y = top_of(ink, band) + marks[i].y;
        switch (marks[i].kind) {
        case MARK_BEGIN:
            begin_element(ink, &marks[i]);
            break;
        case MARK_END:
            cairo_tag_end(ink->cairo, marks[i].tag);
            break;
        case MARK_LINE:
            draw_line(ink, &marks[i], y);
            break;
        case MARK_BOX:
            add_to_path(ink, &marks[i], y);
            if (i + 1 == band->end || !look_alike(&marks[i], &marks[i + 1]))
                ink_path(ink, &marks[i]);
            break;
        }
    }
}

static void draw_foot(const struct ink *ink, size_t page)
{
    const struct printing *printing = ink->printing;
    const struct passage *number = printing->numbers[page];
    double y = printing->sheet.height - printing->sheet.foot * 0.62;
    for (size_t i = 0; i < printing->footer->line_count; i++) {
        const struct mark line = {
            .text = printing->footer, .line = i, .width = printing->footer->width, .tone = TONE_GREY};
        draw_line(ink, &line, y + (double)i * printing->footer->lines[0].height);
    }
    const struct mark line = {
        .text = number, .x = ink->galley->width - number->width, .width = number->width, .tone = TONE_GREY};
    draw_line(ink, &line, y);
}

static void name_source(const struct ink *ink, const struct band *band, size_t number)
{
    const char *name = arena_print(ink->galley->type->arena, "name='source-%zu' x=%d y=%d", number,
                                   (int)ink->printing->sheet.margin, (int)top_of(ink, band));
    cairo_tag_begin(ink->cairo, CAIRO_TAG_DEST, name);
    cairo_tag_end(ink->cairo, CAIRO_TAG_DEST);
}

static void draw_pages(const struct ink *ink)
{
    const struct galley *galley = ink->galley;
    size_t page = 0, source = 0;
    for (size_t i = 0; i < galley->band_count; i++) {
        const struct band *band = &galley->bands[i];
        if (band->page != page) {
            draw_foot(ink, page);
            cairo_show_page(ink->cairo);
            page = band->page;
        }
        bool first = i == 0 || galley->bands[i - 1].page != page || galley->bands[i - 1].frame != band->frame;
        if (band->frame != NULL && first)
            draw_frame(ink, i);
        if (source < galley->source_count && galley->sources[source] == i)
            name_source(ink, band, ++source);
        draw_marks(ink, band);
    }
    draw_foot(ink, page);
    cairo_show_page(ink->cairo);
}

/* What a reader shows beside the pages. */
static void add_outline(const struct ink *ink, cairo_surface_t *surface)
{
    int above[4] = {CAIRO_PDF_OUTLINE_ROOT};
    for (size_t i = 0; i < ink->galley->heading_count; i++) {
        const struct heading *heading = &ink->galley->headings[i];
        int level = heading->level < 3 ? heading->level : 3;
        above[level] = cairo_pdf_surface_add_outline(
            surface, above[level - 1], page_visible(ink->galley->type->arena, heading->words),
            place_of(ink, &ink->galley->bands[heading->band]), (cairo_pdf_outline_flags_t)0);
        for (int below = level + 1; below < 4; below++)
            above[below] = above[level];
    }
}

/* Memory that ends must not jump over Cairo's heads: it is told. */
static cairo_status_t keep_bytes(void *closure, const unsigned char *bytes, unsigned int length)
{
    struct buffer *out = closure;
    struct escape here, *before = arena_rearm(out->arena, &here);
    bool kept = setjmp(here.landing) == 0;
    if (kept)
        buffer_bytes(out, (const char *)bytes, length);
    arena_rearm(out->arena, before);
    return kept ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_NO_MEMORY;
}

static void describe(const struct printing *printing, cairo_surface_t *surface)
{
    struct arena *arena = printing->galley->type->arena;
    /* In this version objects lie openly in the file, where catalog.c finds them. */
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, page_visible(arena, printing->title));
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "stepcare " STEPCARE_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   arena_print(arena, "%sT00:00:00Z", printing->made));
}

static cairo_status_t close_surface(cairo_surface_t *surface, cairo_t *cairo)
{
    cairo_status_t status = cairo_status(cairo);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return status;
}

cairo_status_t ink_pages(struct printing *printing, struct buffer *out)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(keep_bytes, out, printing->sheet.width, printing->sheet.height);
    cairo_t *cairo = cairo_create(surface);
    const struct ink ink = {.printing = printing, .galley = printing->galley, .cairo = cairo};
    struct escape here, *before = arena_rearm(out->arena, &here);
    bool drawn = setjmp(here.landing) == 0;
    if (drawn) {
        describe(printing, surface);
        draw_pages(&ink);
        add_outline(&ink, surface);
    }
    arena_rearm(out->arena, before);
    cairo_status_t status = close_surface(surface, cairo);
    return drawn ? status : CAIRO_STATUS_NO_MEMORY;
}
