/* How wide letters are, by a table for each weight that is filled as they are met. */
#include "pdf/letters.h"

#include "support/text.h"

#include <hb.h>
#include <string.h>
#include <unictype.h>

/* Where a character stands in the table: Latin letters up to U+023F, dashes and quotes from U+2000 on. */
static size_t place_of(uint32_t character)
{
    static const uint32_t dashes = 0x2000;
    if (character < LATIN_LETTERS)
        return character;
    return character >= dashes && character < dashes + DASHES ? LATIN_LETTERS + character - dashes
                                                              : LETTER_WIDTHS;
}

/* 0: the font has no such letter, or one that takes no room. */
static int32_t width_of(struct type *type, enum weight weight, uint32_t character)
{
    enum { NOT_MET = 0, NONE = -1 };
    const size_t place = place_of(character);
    if (place == LETTER_WIDTHS)
        return 0;
    int32_t *width = &type->widths[weight][place];
    if (*width == NOT_MET) {
        if (type->letters[weight] == NULL)
            type->letters[weight] = pango_context_load_font(type->context, type->fonts[weight]);
        hb_codepoint_t glyph = 0;
        hb_font_t *font = type->letters[weight] != NULL ? pango_font_get_hb_font(type->letters[weight])
                                                        : hb_font_get_empty();
        /* A font may have a picture of what is not seen: a soft hyphen is as wide as another. */
        bool there = !uc_is_property_default_ignorable_code_point(character) &&
                     hb_font_get_nominal_glyph(font, character, &glyph);
        hb_position_t advance = there ? hb_font_get_glyph_h_advance(font, glyph) : 0;
        *width = advance > 0 ? advance : NONE;
    }
    return *width > 0 ? *width : 0;
}

bool letters_are_plain(struct type *type, enum weight weight, const char *words)
{
    size_t length = strlen(words);
    for (size_t i = 0, size = 0; i < length; i += size) {
        uint32_t character = text_character(words + i, length - i, &size);
        if (character != '\n' && width_of(type, weight, character) == 0)
            return false;
    }
    return true;
}

/* Words while they are broken. */
struct breaking {
    struct type *type;
    enum weight weight;
    const struct wording *wording;
    const char *words;
    struct pieces_of_words pieces;
};

static bool is_strong(const struct breaking *breaking, size_t offset)
{
    for (size_t i = 0; i < breaking->wording->span_count; i++) {
        const struct span *span = &breaking->wording->spans[i];
        if (span->strong && span->start <= offset && offset < span->end)
            return true;
    }
    return false;
}

static size_t measure(void *context, const char *bytes, size_t length)
{
    const struct breaking *breaking = context;
    const size_t start = (size_t)(bytes - breaking->words);
    size_t wide = 0;
    for (size_t i = 0, size = 0; i < length; i += size) {
        uint32_t character = text_character(bytes + i, length - i, &size);
        enum weight weight = is_strong(breaking, start + i) ? WEIGHT_BOLD : breaking->weight;
        wide += (size_t)width_of(breaking->type, weight, character);
    }
    return wide;
}

static void take_piece(void *context, const char *bytes, size_t length)
{
    struct breaking *breaking = context;
    struct pieces_of_words *pieces = &breaking->pieces;
    pieces->list = arena_grow(breaking->type->arena, pieces->list, pieces->count, &pieces->capacity,
                              sizeof *pieces->list);
    length += bytes[length] == ' ';
    pieces->list[pieces->count++] = (struct piece_of_words){(size_t)(bytes - breaking->words), length};
}

struct pieces_of_words letters_in_lines(struct type *type, enum weight weight, const struct wording *wording,
                                        const char *words, size_t width)
{
    struct breaking breaking = {.type = type, .weight = weight, .wording = wording, .words = words};
    text_wrap_measured(type->arena, words, width, measure, take_piece, &breaking);
    return breaking.pieces;
}
