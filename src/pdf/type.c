/* Words become lines. Lines live as long as the layouts that they are of, which type_close() frees: Pango's
 * memory is no arena's. */
#include "pdf/type.h"

#include "page/page.h"
#include "support/limits.h"
#include "support/text.h"

#include <string.h>

static const struct {
    double size, leading;
    enum weight weight;
} faces[] = {
#define FACE(name, size, weight, leading) {size, leading, WEIGHT_##weight},
    FACES(FACE)
#undef FACE
};

static const PangoWeight weights[] = {
    [WEIGHT_NORMAL] = PANGO_WEIGHT_NORMAL, [WEIGHT_BOLD] = PANGO_WEIGHT_BOLD};

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

bool type_open(struct type *type, const char *language)
{
    type->layouts = g_ptr_array_new_with_free_func(g_object_unref);
    type->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    measure_exactly(type->context);
    type->from_right = page_reads_from_right(language);
    pango_context_set_base_dir(type->context, type->from_right ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(type->context, pango_language_from_string(language));
    /* Letters stay apart, so that whoever searches the page or has it read aloud finds them. */
    type->plain = pango_attr_list_new();
    pango_attr_list_insert(type->plain, pango_attr_font_features_new("liga=0, clig=0"));
    for (size_t i = 0; i < WEIGHT_COUNT; i++) {
        type->fonts[i] = pango_font_description_from_string("Sans");
        pango_font_description_set_weight(type->fonts[i], weights[i]);
        pango_font_description_set_absolute_size(type->fonts[i], cut_size * PANGO_SCALE);
    }
    type->scale = 1;
    return has_fonts(type->context);
}

void type_close(struct type *type)
{
    if (type->layouts != NULL)
        g_ptr_array_unref(type->layouts);
    for (size_t i = 0; i < WEIGHT_COUNT; i++)
        pango_font_description_free(type->fonts[i]);
    if (type->plain != NULL)
        pango_attr_list_unref(type->plain);
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
static PangoAttrList *attributes_of(const struct type *type, const struct wording *wording)
{
    if (wording->span_count == 0)
        return pango_attr_list_ref(type->plain);
    PangoAttrList *list = pango_attr_list_copy(type->plain);
    for (size_t i = 0; i < wording->span_count; i++) {
        const struct span *span = &wording->spans[i];
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

static void measure_lines(struct type *type, PangoLayout *layout, double leading, struct passage *text)
{
    text->line_count = (size_t)pango_layout_get_line_count(layout);
    text->lines = arena_array(type->arena, text->line_count, sizeof *text->lines);
    size_t i = 0;
    for (GSList *at = pango_layout_get_lines(layout); at != NULL; at = at->next, i++) {
        PangoRectangle logical;
        struct line *line = &text->lines[i];
        line->line = at->data;
        for (GSList *run = line->line->runs; run != NULL; run = run->next)
            keep_blanks(run->data, text->words);
        pango_layout_line_get_extents(line->line, NULL, &logical);
        double height = on_paper(text, logical.height);
        line->width = on_paper(text, logical.width);
        line->height = height > leading ? height : leading;
        line->ascent = on_paper(text, -logical.y) + (line->height - height) / 2;
        text->height += line->height;
        text->width = line->width > text->width ? line->width : text->width;
    }
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
    PangoLayout *layout = pango_layout_new(type->context);
    g_ptr_array_add(type->layouts, layout);
    PangoAttrList *attributes = attributes_of(type, wording);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    pango_layout_set_font_description(layout, type->fonts[faces[face].weight]);
    width /= text->scale;
    pango_layout_set_width(layout, pango_units_from_double(width > 1 ? width : 1));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    if (most > 0) {
        pango_layout_set_height(layout, -(int)most);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    pango_layout_set_text(layout, text->words, (int)wording->text.length);
    measure_lines(type, layout, type_leading(type, face), text);
    if (type->missing == 0)
        type->missing = missing_in(layout);
    return text;
}

struct passage *type_set_words(struct type *type, enum face face, double width, size_t most,
                               const char *words)
{
    struct wording wording = wording_in(type->arena);
    wording_add(&wording, words);
    return type_set(type, face, width, most, &wording);
}
