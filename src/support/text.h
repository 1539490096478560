/* Characters: validity, columns, line breaks, and making foreign text safe to print (libunistring). */
#ifndef SUPPORT_TEXT_H
#define SUPPORT_TEXT_H

#include "support/buffer.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

struct words { /* a list of texts */
    const char *const *list;
    size_t count;
};

/* Well-formed UTF-8? If not, *bad is the offset of the first bad byte. */
bool text_is_utf8(const char *bytes, size_t length, size_t *bad);
/* The character at the start of `bytes` (valid UTF-8, length > 0) and its length in bytes. */
uint32_t text_character(const char *bytes, size_t length, size_t *size);
size_t text_characters(const char *bytes, size_t length); /* how many */
/* C0, DEL, C1, U+2028, U+2029: never printed as they are, refused in packs and sheets save newline and tab.
 */
bool text_is_control(uint32_t character);
/* Overrides, isolates and marks of direction: legal in a text, made visible on a terminal. */
bool text_is_direction(uint32_t character);
/* Whether it has a character that is read in this direction whatever stands around it. */
enum text_direction { TEXT_FROM_LEFT, TEXT_FROM_RIGHT };
bool text_has_direction(const char *text, enum text_direction direction);
/* Whether both are the same: of two different names mostly the first letter says so. */
static inline bool text_is(const char *text, const char *other)
{
    return text[0] == other[0] && strcmp(text, other) == 0;
}
/* Columns on a terminal. */
size_t text_columns(const char *text);
size_t text_columns_of(const char *bytes, size_t length);
/* Appends `bytes`, any bytes at all, with controls, directions and broken UTF-8 written as \u{...} or \xNN;
 * newlines and tabs too. Safe for every terminal. */
void text_visible(struct buffer *buffer, const char *bytes, size_t length);
/* Whether text_visible would change nothing. */
bool text_is_visible(const char *bytes, size_t length);
/* The same of a whole text, in the arena. */
const char *text_shown(struct arena *arena, const char *text);
/* Calls `line` for each line of `text` broken to `width` columns at Unicode break opportunities (a word wider
 * than the width is broken where it must be). Newlines in the text end lines. Lines carry no blank at their
 * end. */
typedef void text_line(void *context, const char *bytes, size_t length);
void text_wrap(struct arena *arena, const char *text, size_t width, text_line *line, void *context);
/* The same where characters are not as wide as on a terminal: `measure` says how wide some of them are, in
 * units of the caller's, and all together are as wide as each alone. */
typedef size_t text_measure(void *context, const char *bytes, size_t length);
void text_wrap_measured(struct arena *arena, const char *text, size_t width, text_measure *measure,
                        text_line *line, void *context);
/* These lines as a list. */
struct words text_lines(struct arena *arena, const char *text, size_t width);
/* Nothing but white space, of any script. */
bool text_is_blank(const char *text);
/* Folds runs of blanks and newlines to one space, and trims. The text itself, where that changes nothing. */
const char *text_folded(struct arena *arena, const char *text);

#endif
