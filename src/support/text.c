/* Characters, columns and line breaks, all by libunistring's tables. */
#include "support/text.h"

#include <string.h>
#include <unictype.h>
#include <unilbrk.h>
#include <unistr.h>
#include <uniwidth.h>

static const uint8_t *as_bytes(const char *text)
{
    return (const uint8_t *)text;
}

bool text_is_utf8(const char *bytes, size_t length, size_t *bad)
{
    const uint8_t *found = u8_check(as_bytes(bytes), length);
    if (found != NULL && bad != NULL)
        *bad = (size_t)(found - as_bytes(bytes));
    return found == NULL;
}

uint32_t text_character(const char *bytes, size_t length, size_t *size)
{
    if ((unsigned char)bytes[0] < 0x80) {
        *size = 1;
        return (unsigned char)bytes[0];
    }
    ucs4_t character = 0;
    int taken = u8_mbtouc(&character, as_bytes(bytes), length);
    *size = taken > 0 ? (size_t)taken : 1;
    return character;
}

size_t text_characters(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

bool text_is_control(uint32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
           character == 0x2029;
}

bool text_is_direction(uint32_t character)
{
    return character == 0x061C || character == 0x200E || character == 0x200F ||
           (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
}

bool text_has_direction(const char *text, enum text_direction direction)
{
    size_t length = strlen(text);
    for (size_t i = 0, size = 0; i < length; i += size) {
        int category = uc_bidi_category(text_character(text + i, length - i, &size));
        bool from_right = category == UC_BIDI_R || category == UC_BIDI_AL;
        if (direction == TEXT_FROM_RIGHT ? from_right : category == UC_BIDI_L)
            return true;
    }
    return false;
}

static size_t columns_of_character(uint32_t character)
{
    if (character < 0x7F)
        return character >= 0x20;
    int width = uc_width(character, "UTF-8");
    return width > 0 ? (size_t)width : 0;
}

size_t text_columns_of(const char *bytes, size_t length)
{
    size_t columns = 0;
    for (size_t i = 0, size = 0; i < length; i += size)
        columns += columns_of_character(text_character(bytes + i, length - i, &size));
    return columns;
}

size_t text_columns(const char *text)
{
    return text_columns_of(text, strlen(text));
}

/* How many bytes from here on are seen as they are. */
static size_t visible_bytes(const char *bytes, size_t length)
{
    for (size_t at = 0;;) {
        while (at < length && bytes[at] >= ' ' && bytes[at] < 0x7F)
            at++; /* most are */
        ucs4_t character = 0;
        int taken = at < length ? u8_mbtoucr(&character, as_bytes(bytes + at), length - at) : -1;
        if (taken < 0 || text_is_control(character) || text_is_direction(character))
            return at;
        at += (size_t)taken;
    }
}

bool text_is_visible(const char *bytes, size_t length)
{
    return visible_bytes(bytes, length) == length;
}

void text_visible(struct buffer *buffer, const char *bytes, size_t length)
{
    for (size_t at = 0;;) {
        size_t seen = visible_bytes(bytes + at, length - at);
        buffer_bytes(buffer, bytes + at, seen);
        at += seen;
        if (at == length)
            return;
        ucs4_t character = 0;
        int taken = u8_mbtoucr(&character, as_bytes(bytes + at), length - at);
        if (taken < 0)
            buffer_print(buffer, "\\x%02x", (unsigned)(unsigned char)bytes[at]);
        else
            buffer_print(buffer, "\\u{%x}", (unsigned)character);
        at += taken < 0 ? 1 : (size_t)taken;
    }
}

const char *text_shown(struct arena *arena, const char *text)
{
    struct buffer shown = buffer_in(arena);
    text_visible(&shown, text, strlen(text));
    return buffer_string(&shown);
}

struct wrapping {
    size_t width;
    text_measure *measure;
    text_line *line;
    void *context;
};

static void give_line(const struct wrapping *to, const char *bytes, size_t length)
{
    while (length > 0 && bytes[length - 1] == ' ')
        length--;
    to->line(to->context, bytes, length);
}

/* Where libunistring would begin a line and a reader would not: behind a full stop in a word ("e.g.", names
 * of files), and behind a hyphen that begins one ("-pril") or stands in a path ("phases/1-therapy.yaml"). */
static bool is_kept_whole(const char *bytes, size_t at, bool in_path)
{
    return bytes[at - 1] == '.' || (bytes[at - 1] == '-' && (in_path || at == 1 || bytes[at - 2] == ' '));
}

/* Where the next line may start behind `at`. *in_path: a slash stands before it in its word. */
static size_t next_break(const char *bytes, size_t length, const char *breaks, size_t at, bool *in_path)
{
    do {
        *in_path = bytes[at] == '/' || (*in_path && bytes[at] != ' ');
        at++;
    } while (at < length && (breaks[at] != UC_BREAK_POSSIBLE || is_kept_whole(bytes, at, *in_path)));
    return at;
}

/* How many bytes fill a line from `bytes` on, at least one character. */
static size_t bytes_in(const struct wrapping *to, const char *bytes, size_t length)
{
    size_t at = 0, wide = 0;
    for (size_t size = 0; at < length; at += size) {
        text_character(bytes + at, length - at, &size);
        wide += to->measure(to->context, bytes + at, size);
        if (wide > to->width && at > 0)
            break;
    }
    return at;
}

/* One paragraph. `breaks[i]` says whether a line may start at byte i. */
static void wrap_paragraph(const struct wrapping *to, const char *bytes, size_t length, const char *breaks)
{
    size_t start = 0, filled = 0, next;
    bool in_path = false;
    for (size_t at = 0; at < length; at = next) {
        next = next_break(bytes, length, breaks, at, &in_path);
        /* A blank may hang over the edge: it is not printed there. */
        size_t word = next;
        while (word > at && bytes[word - 1] == ' ')
            word--;
        size_t wide = to->measure(to->context, bytes + at, word - at);
        if (filled + wide > to->width && at > start) {
            give_line(to, bytes + start, at - start);
            start = at;
            filled = 0;
        }
        /* A word that is wider than a line is cut; a line holds at least one character. */
        while (wide > to->width) {
            size_t fill = bytes_in(to, bytes + start, word - start);
            if (fill == word - start)
                break;
            give_line(to, bytes + start, fill);
            while (bytes[start + fill] == ' ')
                fill++;
            wide -= to->measure(to->context, bytes + start, fill);
            start += fill;
        }
        filled += wide + to->measure(to->context, bytes + word, next - word);
    }
    give_line(to, bytes + start, length - start);
}

static void wrap(struct arena *arena, const char *text, size_t length, const struct wrapping *to)
{
    char *breaks = arena_alloc(arena, length);
    u8_possible_linebreaks(as_bytes(text), length, "UTF-8", breaks);
    for (size_t start = 0; start <= length;) {
        const char *newline = memchr(text + start, '\n', length - start);
        size_t end = newline != NULL ? (size_t)(newline - text) : length;
        wrap_paragraph(to, text + start, end - start, breaks + start);
        start = end + 1;
    }
}

void text_wrap_measured(struct arena *arena, const char *text, size_t width, text_measure *measure,
                        text_line *line, void *context)
{
    const struct wrapping to = {width, measure, line, context};
    wrap(arena, text, strlen(text), &to);
}

static size_t measure_columns(void *context, const char *bytes, size_t length)
{
    (void)context;
    return text_columns_of(bytes, length);
}

void text_wrap(struct arena *arena, const char *text, size_t width, text_line *line, void *context)
{
    size_t length = strlen(text);
    struct wrapping to = {width, measure_columns, line, context};
    if (length <= width && memchr(text, '\n', length) == NULL)
        give_line(&to, text, length); /* bytes are never fewer than columns */
    else
        wrap(arena, text, length, &to);
}

struct lines {
    struct arena *arena;
    const char **list;
    size_t count, capacity;
};

static void keep_line(void *context, const char *bytes, size_t length)
{
    struct lines *lines = context;
    lines->list = arena_grow(lines->arena, lines->list, lines->count, &lines->capacity, sizeof *lines->list);
    lines->list[lines->count++] = arena_copy(lines->arena, bytes, length);
}

struct words text_lines(struct arena *arena, const char *text, size_t width)
{
    struct lines lines = {.arena = arena};
    text_wrap(arena, text, width, keep_line, &lines);
    return (struct words){lines.list, lines.count};
}

bool text_is_blank(const char *text)
{
    size_t length = strlen(text);
    for (size_t i = 0, size = 0; i < length; i += size)
        if (!uc_is_property_white_space(text_character(text + i, length - i, &size)))
            return false;
    return true;
}

static bool may_be_blank(char byte)
{
    return (unsigned char)byte <= ' '; /* a control character, a blank, the end */
}

/* No blank but single spaces between words. */
static bool is_folded(const char *text)
{
    if (may_be_blank(*text))
        return false;
    for (; *text != '\0'; text++)
        if (may_be_blank(*text) && (*text != ' ' || may_be_blank(text[1])))
            return false;
    return true;
}

const char *text_folded(struct arena *arena, const char *text)
{
    if (is_folded(text))
        return text;
    char *folded = arena_alloc(arena, strlen(text) + 1);
    size_t length = 0;
    for (const char *at = text; *at != '\0'; at++) {
        bool blank = *at == ' ' || *at == '\n' || *at == '\t' || *at == '\r';
        if (!blank)
            folded[length++] = *at;
        else if (length > 0 && folded[length - 1] != ' ')
            folded[length++] = ' ';
    }
    if (length > 0 && folded[length - 1] == ' ')
        length--;
    folded[length] = '\0';
    return folded;
}
