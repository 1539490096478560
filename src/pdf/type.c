/* Words become lines. Lines live as long as the layouts that they are of, which type_close() frees: Pango's
 * memory is no arena's. */
#include "pdf/type.h"

#include "page/page.h"
#include "pdf/letters.h"
#include "support/limits.h"
#include "support/text.h"

#include <math.h>
#include <string.h>

static const struct {
    double size, leading;
    enum weight weight;
    enum fitting fitting;
} faces[] = {
#define FACE(name, size, weight, leading, fitting) {size, leading, WEIGHT_##weight, FITTED_##fitting},
    FACES(FACE)
#undef FACE
};

static const PangoWeight weights[] = {
    [WEIGHT_NORMAL] = PANGO_WEIGHT_NORMAL, [WEIGHT_BOLD] = PANGO_WEIGHT_BOLD};

/* Letters stay apart, so that whoever searches the page or has it read aloud finds them. Plain letters need
 * nothing put together. */
#define APART "liga=0, clig=0"
#define ALONE APART ", ccmp=0, kern=0"

/* In points. To open a font in one more size costs as much as to set a page in it: all is set in this one,
 * and drawn larger or smaller. */
static const double cut_size = 10;

static bool has_fonts(PangoContext *context)
{
    PangoFontFamily **families = NULL;
    int count = 0;
    pango_font_map_list_families(pango_context_get_font_map(context), &families, &count);
    g_free(families);
    return count > 0;
}

/* Lengths on paper are not rounded to the dots of a screen. */
static void measure_exactly(PangoContext *context)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
}

static void free_item(gpointer item)
{
    pango_item_free(item);
}

static void free_glyphs(gpointer glyphs)
{
    pango_glyph_string_free(glyphs);
}

bool type_open(struct type *type, const char *language)
{
    type->layouts = g_ptr_array_new_with_free_func(g_object_unref);
    type->items = g_ptr_array_new_with_free_func(free_item);
    type->glyphs = g_ptr_array_new_with_free_func(free_glyphs);
    type->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    measure_exactly(type->context);
    type->from_right = page_reads_from_right(language);
    pango_context_set_base_dir(type->context, type->from_right ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(type->context, pango_language_from_string(language));
    type->features = pango_attr_list_new();
    pango_attr_list_insert(type->features, pango_attr_font_features_new(APART));
    for (size_t i = 0; i < WEIGHT_COUNT; i++) {
        type->fonts[i] = pango_font_description_from_string("Sans");
        pango_font_description_set_weight(type->fonts[i], weights[i]);
        pango_font_description_set_absolute_size(type->fonts[i], cut_size * PANGO_SCALE);
        type->plain[i] = pango_attr_list_new();
        pango_attr_list_insert(type->plain[i], pango_attr_font_desc_new(type->fonts[i]));
        pango_attr_list_insert(type->plain[i], pango_attr_font_features_new(ALONE));
    }
    type->scale = 1;
    return has_fonts(type->context);
}

static void free_attributes(PangoAttrList *list)
{
    if (list != NULL)
        pango_attr_list_unref(list);
}

static void free_all(GPtrArray *list)
{
    if (list != NULL)
        g_ptr_array_unref(list);
}

void type_close(struct type *type)
{
    free_all(type->layouts);
    free_all(type->glyphs);
    free_all(type->items);
    free_attributes(type->features);
    for (size_t i = 0; i < WEIGHT_COUNT; i++) {
        free_attributes(type->plain[i]);
        pango_font_description_free(type->fonts[i]);
        if (type->letters[i] != NULL)
            g_object_unref(type->letters[i]);
    }
    if (type->context != NULL)
        g_object_unref(type->context);
}

struct wording wording_in(struct arena *arena)
{
    return (struct wording){.text = buffer_in(arena)};
}

/* Pango's time is quadratic in the length of a word, so one of more letters is broken here. Scripts that are
 * written without blanks can be broken anywhere, and have no long words. */
enum { LONGEST_WORD = 300, FIRST_WITHOUT_BLANKS = 0x2E80 };

static void add_broken(struct buffer *text, const char *words, size_t length)
{
    size_t letters = 0;
    for (size_t i = 0, size = 0; i < length; i += size) {
        uint32_t letter = text_character(words + i, length - i, &size);
        letters = letter <= ' ' || letter >= FIRST_WITHOUT_BLANKS ? 0 : letters + 1;
        if (letters > LONGEST_WORD) {
            buffer_char(text, '\n');
            letters = 0;
        }
        buffer_bytes(text, words + i, size);
    }
}

void wording_add(struct wording *wording, const char *words)
{
    const char *visible = page_visible(wording->text.arena, words);
    size_t length = strlen(visible);
    if (length > LONGEST_WORD)
        add_broken(&wording->text, visible, length);
    else
        buffer_bytes(&wording->text, visible, length);
}

static struct span *add_span(struct wording *wording, const char *words)
{
    size_t start = wording->text.length;
    wording_add(wording, words);
    wording->spans = arena_grow(wording->text.arena, wording->spans, wording->span_count,
                                &wording->span_capacity, sizeof *wording->spans);
    struct span *span = &wording->spans[wording->span_count++];
    *span = (struct span){.start = start, .end = wording->text.length};
    return span;
}

void wording_add_strong(struct wording *wording, const char *words)
{
    add_span(wording, words)->strong = true;
}

void wording_add_link(struct wording *wording, const char *words, size_t source, const char *address)
{
    struct span *span = add_span(wording, words);
    span->source = source;
    span->address = address != NULL ? page_web_address(wording->text.arena, address) : NULL;
    wording->leads = wording->leads || source > 0 || span->address != NULL;
}

double type_leading(const struct type *type, enum face face)
{
    return faces[face].leading * type->scale;
}

/* Bold parts, and an end of item at each border of a link, so that no run lies half in one. */
static PangoAttrList *attributes_of(PangoAttrList *all, const struct passage *text)
{
    if (text->span_count == 0)
        return pango_attr_list_ref(all);
    PangoAttrList *list = pango_attr_list_copy(all);
    for (size_t i = 0; i < text->span_count; i++) {
        const struct span *span = &text->spans[i];
        PangoAttribute *attribute = span->strong ? pango_attr_weight_new(PANGO_WEIGHT_BOLD)
                                                 : pango_attr_underline_new(PANGO_UNDERLINE_NONE);
        attribute->start_index = (guint)span->start;
        attribute->end_index = (guint)span->end;
        pango_attr_list_insert(list, attribute);
    }
    return list;
}

/* The first character of a layout that no font has. */
static uint32_t missing_in(PangoLayout *layout)
{
    if (pango_layout_get_unknown_glyphs_count(layout) == 0)
        return 0;
    for (GSList *line = pango_layout_get_lines_readonly(layout); line != NULL; line = line->next)
        for (GSList *run = ((PangoLayoutLine *)line->data)->runs; run != NULL; run = run->next) {
            const PangoGlyphString *glyphs = ((PangoGlyphItem *)run->data)->glyphs;
            for (int i = 0; i < glyphs->num_glyphs; i++)
                if ((glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0)
                    return glyphs->glyphs[i].glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
        }
    return 0;
}

/* Pango leaves out the blank where it breaks a line; on the page it must be there, or whoever copies the
 * words or has them read aloud gets two words in one. */
static void keep_blanks(const PangoGlyphItem *run, const char *words)
{
    hb_codepoint_t blank;
    PangoGlyphString *glyphs = run->glyphs;
    if (!hb_font_get_nominal_glyph(pango_font_get_hb_font(run->item->analysis.font), ' ', &blank))
        return;
    for (int i = 0; i < glyphs->num_glyphs; i++)
        if (glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY &&
            words[run->item->offset + glyphs->log_clusters[i]] == ' ')
            glyphs->glyphs[i].glyph = blank;
}

/* Lengths of the layout are in points of its own size. */
static double on_paper(const struct passage *text, int length)
{
    return pango_units_to_double(length) * text->scale;
}

static struct line *add_line(struct type *type, struct passage *text, size_t run_count)
{
    struct line *line = &text->lines[text->line_count++];
    *line = (struct line){.runs = arena_array(type->arena, run_count, sizeof(PangoGlyphItem *))};
    return line;
}

/* The line is as high as the face wants it, or as its letters are. */
static void measure_line(const struct type *type, enum face face, struct passage *text, struct line *line)
{
    double width = 0, above = 0, below = 0;
    for (size_t i = 0; i < line->run_count; i++) {
        PangoRectangle logical;
        pango_glyph_string_extents(line->runs[i]->glyphs, line->runs[i]->item->analysis.font, NULL, &logical);
        width += on_paper(text, logical.width);
        above = fmax(above, on_paper(text, -logical.y));
        below = fmax(below, on_paper(text, logical.height + logical.y));
    }
    line->width = width;
    line->height = fmax(above + below, type_leading(type, face));
    line->ascent = above + (line->height - above - below) / 2;
    text->height += line->height;
    text->width = fmax(text->width, width);
}

/* The letters of one item: a run of a line. */
static void add_letters(struct type *type, const struct passage *text, struct piece_of_words piece,
                        PangoItem *item, struct line *line)
{
    PangoGlyphItem *run = arena_alloc(type->arena, sizeof *run);
    run->item = item;
    run->glyphs = pango_glyph_string_new();
    g_ptr_array_add(type->items, run->item);
    g_ptr_array_add(type->glyphs, run->glyphs);
    pango_shape_with_flags(text->words + item->offset, item->length, text->words + piece.start,
                           (int)piece.length, &item->analysis, run->glyphs, PANGO_SHAPE_NONE);
    line->runs[line->run_count++] = run;
}

/* The blank behind a line takes no room. */
static void end_with_blank(const struct line *line)
{
    PangoGlyphString *glyphs = line->runs[line->run_count - 1]->glyphs;
    glyphs->glyphs[glyphs->num_glyphs - 1].geometry.width = 0;
}

static void set_letters(struct type *type, enum face face, int width, const struct wording *wording,
                        struct passage *text)
{
    const enum weight weight = faces[face].weight;
    const struct pieces_of_words pieces =
        letters_in_lines(type, weight, wording, text->words, width > 0 ? (size_t)width : 0);
    PangoAttrList *attributes = attributes_of(type->plain[weight], text);
    text->lines = arena_array(type->arena, pieces.count, sizeof *text->lines);
    for (size_t i = 0; i < pieces.count; i++) {
        const struct piece_of_words piece = pieces.list[i];
        GList *items =
            pango_itemize(type->context, text->words, (int)piece.start, (int)piece.length, attributes, NULL);
        struct line *line = add_line(type, text, g_list_length(items));
        for (const GList *at = items; at != NULL; at = at->next)
            add_letters(type, text, piece, at->data, line);
        g_list_free(items);
        if (line->run_count > 0 && text->words[piece.start + piece.length - 1] == ' ')
            end_with_blank(line);
        measure_line(type, face, text, line);
    }
    pango_attr_list_unref(attributes);
}

static PangoLayout *layout_of(struct type *type, enum face face, int width, size_t most,
                              const struct passage *text)
{
    PangoLayout *layout = pango_layout_new(type->context);
    g_ptr_array_add(type->layouts, layout);
    PangoAttrList *attributes = attributes_of(type->features, text);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_font_description(layout, type->fonts[faces[face].weight]);
    pango_layout_set_width(layout, width);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (most > 0) {
        pango_layout_set_height(layout, -(int)most);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    pango_layout_set_text(layout, text->words, -1);
    return layout;
}

/* Words whose lines Pango breaks. */
static void set_any_script(struct type *type, enum face face, int width, size_t most, struct passage *text)
{
    PangoLayout *layout = layout_of(type, face, width, most, text);
    text->lines = arena_array(type->arena, (size_t)pango_layout_get_line_count(layout), sizeof *text->lines);
    for (GSList *at = pango_layout_get_lines(layout); at != NULL; at = at->next) {
        GSList *runs = ((PangoLayoutLine *)at->data)->runs;
        struct line *line = add_line(type, text, g_slist_length(runs));
        for (GSList *run = runs; run != NULL; run = run->next) {
            keep_blanks(run->data, text->words);
            line->runs[line->run_count++] = run->data;
        }
        measure_line(type, face, text, line);
    }
    if (type->missing == 0)
        type->missing = missing_in(layout);
}

static bool is_of_letters(struct type *type, enum face face, const struct wording *wording, const char *words)
{
    return faces[face].fitting == FITTED_ALONE && !type->from_right &&
           letters_are_plain(type, faces[face].weight, words) &&
           (wording->span_count == 0 || letters_are_plain(type, WEIGHT_BOLD, words));
}

struct passage *type_set(struct type *type, enum face face, double width, size_t most,
                         struct wording *wording)
{
    type->bytes += wording->text.length;
    type->too_long = type->too_long || type->bytes > LIMIT_PAPER_BYTES;
    struct passage *text = arena_alloc(type->arena, sizeof *text);
    if (type->too_long)
        return text;
    *text = (struct passage){.words = buffer_string(&wording->text),
                             .spans = wording->spans,
                             .span_count = wording->span_count,
                             .leads = wording->leads,
                             .scale = faces[face].size * type->scale / cut_size};
    width /= text->scale;
    const int units = pango_units_from_double(width > 1 ? width : 1);
    if (most == 0 && is_of_letters(type, face, wording, text->words))
        set_letters(type, face, units, wording, text);
    else
        set_any_script(type, face, units, most, text);
    return text;
}

struct passage *type_set_words(struct type *type, enum face face, double width, size_t most,
                               const char *words)
{
    struct wording wording = wording_in(type->arena);
    wording_add(&wording, words);
    return type_set(type, face, width, most, &wording);
}
