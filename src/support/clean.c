/* Bytes that may be read as text: UTF-8 without control characters. */
#include "support/clean.h"

#include "support/text.h"

struct place source_place(const struct source *source, size_t offset)
{
    struct place place = {source, 1, 1};
    for (size_t i = 0; i < offset; i++) {
        if (source->bytes[i] == '\n') {
            place.line++;
            place.column = 1;
        } else if (((unsigned char)source->bytes[i] & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

bool source_is_utf8(const struct source *source, struct sc_diagnostics *diagnostics)
{
    size_t bad = 0;
    if (text_is_utf8(source->bytes, source->length, &bad))
        return true;
    diagnostics_error(diagnostics, source_place(source, bad), "save the file as UTF-8",
                      "a byte that is not UTF-8 (0x%02x)", (unsigned)(unsigned char)source->bytes[bad]);
    return false;
}

bool source_is_clean(const struct source *source, struct sc_diagnostics *diagnostics)
{
    if (!source_is_utf8(source, diagnostics))
        return false;
    for (size_t i = 0, size = 0; i < source->length; i += size) {
        uint32_t character = text_character(source->bytes + i, source->length - i, &size);
        bool line_end = character == '\n' ||
                        (character == '\r' && i + 1 < source->length && source->bytes[i + 1] == '\n');
        if (!text_is_control(character) || character == '\t' || line_end)
            continue;
        diagnostics_error(diagnostics, source_place(source, i), NULL, "a control character (U+%04X)",
                          (unsigned)character);
        return false;
    }
    return true;
}
