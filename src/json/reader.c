/* RFC 8259, strictly, into a tree with places. No recursion: what is open stands in a list of LIMIT_DEPTH. */
#include "json/json.h"

#include "support/clean.h"
#include "support/duplicates.h"
#include "support/limits.h"
#include "support/text.h"

#include <string.h>

struct level {
    node_id id, last_child;
};

struct reading {
    struct arena *arena;
    const struct source *source;
    struct sc_diagnostics *diagnostics;
    const char *at, *end;
    const char *line_start; /* of the line with `at` */
    uint32_t line;
    const char *counted; /* the place asked for last, and its column: a long line is counted once */
    uint32_t counted_column;
    struct node *nodes;
    size_t count, capacity;
    char *bytes; /* texts without escapes are never longer than with them, and each adds a NUL in a quote's
                    place */
    size_t length;
    struct level open[LIMIT_DEPTH];
    size_t depth;
    bool failed;
};

static struct place place_here(struct reading *reading, const char *at)
{
    bool onward = reading->counted >= reading->line_start && at >= reading->counted;
    const char *from = onward ? reading->counted : reading->line_start;
    uint32_t before = onward ? reading->counted_column : 1;
    reading->counted_column = before + (uint32_t)text_characters(from, (size_t)(at - from));
    reading->counted = at;
    return (struct place){reading->source, reading->line, reading->counted_column};
}

static void fail(struct reading *reading, const char *at, const char *hint, const char *message)
{
    if (!reading->failed)
        diagnostics_error(reading->diagnostics, place_here(reading, at), hint, "%s", message);
    reading->failed = true;
}

static void skip_blanks(struct reading *reading)
{
    for (; reading->at < reading->end && strchr(" \t\r\n", *reading->at) != NULL && *reading->at != '\0';
         reading->at++)
        if (*reading->at == '\n') {
            reading->line++;
            reading->line_start = reading->at + 1;
        }
}

static bool at_byte(const struct reading *reading, char byte)
{
    return reading->at < reading->end && *reading->at == byte;
}

static node_id add_node(struct reading *reading, enum node_kind kind, enum node_style style)
{
    struct place place = place_here(reading, reading->at);
    if (reading->count > LIMIT_NODES)
        fail(reading, reading->at, NULL, "more than 400000 values in one file");
    reading->nodes = arena_grow(reading->arena, reading->nodes, reading->count, &reading->capacity,
                                sizeof *reading->nodes);
    node_id id = (node_id)reading->count++;
    reading->nodes[id] = (struct node){
        .kind = (uint8_t)kind, .style = (uint8_t)style, .line = place.line, .column = place.column};
    if (reading->depth > 0) {
        struct level *level = &reading->open[reading->depth - 1];
        if (level->last_child == 0)
            reading->nodes[level->id].first = id;
        else
            reading->nodes[level->last_child].next = id;
        reading->nodes[level->id].length++;
        level->last_child = id;
    }
    return id;
}

static void keep(struct reading *reading, const char *bytes, size_t length)
{
    if (length > 0)
        memcpy(reading->bytes + reading->length, bytes, length);
    reading->length += length;
}

/* Four hexadecimal digits; -1 if they are not there. */
static int32_t hex4(const struct reading *reading, const char *at)
{
    int32_t code = 0;
    if (reading->end - at < 4)
        return -1;
    for (int i = 0; i < 4; i++) {
        const char *digit = strchr("0123456789abcdef0123456789ABCDEF", at[i]);
        if (digit == NULL || at[i] == '\0')
            return -1;
        code = code * 16 + (int32_t)((digit - "0123456789abcdef0123456789ABCDEF") % 16);
    }
    return code;
}

static void keep_character(struct reading *reading, uint32_t code)
{
    char bytes[4];
    size_t length = 0;
    if (code < 0x80) {
        bytes[length++] = (char)code;
    } else if (code < 0x800) {
        bytes[length++] = (char)(0xC0 | code >> 6);
        bytes[length++] = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        bytes[length++] = (char)(0xE0 | code >> 12);
        bytes[length++] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[length++] = (char)(0x80 | (code & 0x3F));
    } else {
        bytes[length++] = (char)(0xF0 | code >> 18);
        bytes[length++] = (char)(0x80 | (code >> 12 & 0x3F));
        bytes[length++] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[length++] = (char)(0x80 | (code & 0x3F));
    }
    keep(reading, bytes, length);
}

/* What follows `\u`; `start` is the backslash. */
static void take_unicode_escape(struct reading *reading, const char *start)
{
    int32_t code = hex4(reading, reading->at);
    if (code < 0) {
        fail(reading, start, NULL, "'\\u' is followed by four hexadecimal digits");
        return;
    }
    reading->at += 4;
    if (code >= 0xD800 && code <= 0xDFFF) {
        bool pair = code <= 0xDBFF && reading->end - reading->at >= 6 && reading->at[0] == '\\' &&
                    reading->at[1] == 'u';
        int32_t low = pair ? hex4(reading, reading->at + 2) : -1;
        if (low < 0xDC00 || low > 0xDFFF) {
            fail(reading, start, NULL, "half of a surrogate pair");
            return;
        }
        reading->at += 6;
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
    }
    if (text_is_control((uint32_t)code) && code != '\n' && code != '\t')
        fail(reading, start, NULL, "a control character");
    keep_character(reading, (uint32_t)code);
}

static void take_escape(struct reading *reading)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meanings[] = "\"\\/\b\f\n\r\t";
    const char *start = reading->at++;
    char letter = reading->at < reading->end ? *reading->at : '\0';
    if (letter == 'u') {
        reading->at++;
        take_unicode_escape(reading, start);
        return;
    }
    const char *found = letter != '\0' ? strchr(letters, letter) : NULL;
    if (found == NULL) {
        fail(reading, start, NULL, "this is no escape that JSON knows");
        return;
    }
    char meaning = meanings[found - letters];
    if (text_is_control((unsigned char)meaning) && meaning != '\n' && meaning != '\t')
        fail(reading, start, NULL, "a control character");
    keep(reading, &meaning, 1);
    reading->at++;
}

static void take_string(struct reading *reading)
{
    node_id id = add_node(reading, NODE_SCALAR, STYLE_JSON_STRING);
    const char *open = reading->at++;
    size_t start = reading->length;
    while (!reading->failed && !at_byte(reading, '"')) {
        if (reading->at >= reading->end || *reading->at == '\n') {
            fail(reading, open, NULL, "this text has no closing quote");
        } else if (*reading->at == '\\') {
            take_escape(reading);
        } else {
            size_t size = 1;
            uint32_t character = text_character(reading->at, (size_t)(reading->end - reading->at), &size);
            if (text_is_control(character))
                fail(reading, reading->at, NULL, "a control character stands in a text only as an escape");
            keep(reading, reading->at, size);
            reading->at += size;
        }
    }
    if (reading->failed)
        return;
    reading->at++;
    if (reading->length - start > LIMIT_SCALAR_BYTES)
        fail(reading, open, NULL, "this text is longer than 65536 bytes");
    reading->nodes[id].text = (uint32_t)start;
    reading->nodes[id].length = (uint32_t)(reading->length - start);
    reading->bytes[reading->length++] = '\0';
}

static void take_word(struct reading *reading, const char *text, size_t length, enum node_style style)
{
    node_id id = add_node(reading, NODE_SCALAR, style);
    reading->nodes[id].text = (uint32_t)reading->length;
    reading->nodes[id].length = (uint32_t)length;
    keep(reading, text, length);
    reading->bytes[reading->length++] = '\0';
}

static size_t digits_at(const struct reading *reading, const char *at)
{
    size_t count = 0;
    while (at + count < reading->end && at[count] >= '0' && at[count] <= '9')
        count++;
    return count;
}

static void take_number(struct reading *reading)
{
    const char *at = reading->at + (*reading->at == '-');
    size_t digits = digits_at(reading, at);
    bool good = digits > 0 && (digits == 1 || *at != '0');
    at += digits;
    if (good && at < reading->end && *at == '.') {
        size_t decimals = digits_at(reading, at + 1);
        good = decimals > 0;
        at += 1 + decimals;
    }
    if (good && at < reading->end && (*at == 'e' || *at == 'E')) {
        at++;
        at += at < reading->end && (*at == '+' || *at == '-');
        digits = digits_at(reading, at);
        good = digits > 0;
        at += digits;
    }
    if (!good) {
        fail(reading, reading->at, NULL, "this is no number of JSON");
        return;
    }
    size_t length = (size_t)(at - reading->at);
    if (length > LIMIT_SCALAR_BYTES)
        fail(reading, reading->at, NULL, "this number is longer than 65536 bytes");
    take_word(reading, reading->at, length, STYLE_JSON_NUMBER);
    reading->at = at;
}

static bool take_literal(struct reading *reading, const char *word, const char *text, enum node_style style)
{
    size_t length = strlen(word);
    if ((size_t)(reading->end - reading->at) < length || memcmp(reading->at, word, length) != 0)
        return false;
    take_word(reading, text, strlen(text), style);
    reading->at += length;
    return true;
}

static void open_level(struct reading *reading, enum node_kind kind)
{
    node_id id = add_node(reading, kind, STYLE_PLAIN);
    if (reading->depth == LIMIT_DEPTH) {
        fail(reading, reading->at, NULL, "nested more than 64 deep");
        return;
    }
    reading->open[reading->depth++] = (struct level){id, 0};
    reading->at++;
}

/* A scalar, or the opening of an array or an object. */
static void take_value(struct reading *reading)
{
    char byte = reading->at < reading->end ? *reading->at : '\0';
    if (byte == '{')
        open_level(reading, NODE_MAPPING);
    else if (byte == '[')
        open_level(reading, NODE_SEQUENCE);
    else if (byte == '"')
        take_string(reading);
    else if (byte == '-' || (byte >= '0' && byte <= '9'))
        take_number(reading);
    else if (!take_literal(reading, "true", "true", STYLE_JSON_BOOLEAN) &&
             !take_literal(reading, "false", "false", STYLE_JSON_BOOLEAN) &&
             !take_literal(reading, "null", "", STYLE_JSON_NULL))
        fail(reading, reading->at, byte == '\'' ? "JSON writes texts in double quotes" : NULL,
             "a value is expected here");
}

static void close_level(struct reading *reading)
{
    node_id id = reading->open[--reading->depth].id;
    const struct tree tree = {reading->nodes, reading->count, reading->bytes, reading->source};
    size_t errors = diagnostics_errors(reading->diagnostics);
    if (reading->nodes[id].kind == NODE_MAPPING)
        report_duplicates(reading->arena, &tree, id, reading->diagnostics);
    reading->failed = reading->failed || diagnostics_errors(reading->diagnostics) > errors;
    reading->at++;
}

/* Between two children of what is open: a comma, or its end. false: it was the end. */
static bool take_separator(struct reading *reading, char end)
{
    const struct level *level = &reading->open[reading->depth - 1];
    if (at_byte(reading, end)) {
        close_level(reading);
        return false;
    }
    if (level->last_child == 0)
        return true;
    if (!at_byte(reading, ',')) {
        fail(reading, reading->at, NULL,
             end == '}' ? "',' or '}' is expected here" : "',' or ']' is expected here");
        return false;
    }
    const char *comma = reading->at++;
    skip_blanks(reading);
    if (at_byte(reading, end))
        fail(reading, reading->line_start > comma ? reading->at : comma, NULL,
             "a comma stands between two values, not after the last");
    return !reading->failed;
}

static void take_key(struct reading *reading)
{
    if (!at_byte(reading, '"')) {
        fail(reading, reading->at, NULL, "a key in double quotes is expected here");
        return;
    }
    take_string(reading);
    skip_blanks(reading);
    if (!at_byte(reading, ':'))
        fail(reading, reading->at, NULL, "':' is expected here");
    reading->at++;
    skip_blanks(reading);
}

static void take_document(struct reading *reading)
{
    skip_blanks(reading);
    take_value(reading);
    while (reading->depth > 0 && !reading->failed) {
        skip_blanks(reading);
        bool object = reading->nodes[reading->open[reading->depth - 1].id].kind == NODE_MAPPING;
        if (!take_separator(reading, object ? '}' : ']'))
            continue;
        if (object)
            take_key(reading);
        if (!reading->failed)
            take_value(reading);
    }
    if (reading->failed)
        return;
    skip_blanks(reading);
    if (reading->at < reading->end)
        fail(reading, reading->at, NULL, "something stands after the value");
}

const struct tree *json_read(struct arena *arena, const struct source *source,
                             struct sc_diagnostics *diagnostics)
{
    if (!source_is_utf8(source, diagnostics))
        return NULL;
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    *reading = (struct reading){.arena = arena,
                                .source = source,
                                .diagnostics = diagnostics,
                                .at = source->bytes,
                                .end = source->bytes + source->length,
                                .line_start = source->bytes,
                                .counted = source->bytes,
                                .counted_column = 1,
                                .line = 1,
                                .count = 1};
    reading->capacity = 64;
    reading->nodes = arena_array(arena, reading->capacity, sizeof *reading->nodes);
    /* Words and numbers need a NUL that was not in the source: at most one more for each two bytes. */
    reading->bytes = arena_alloc(arena, source->length * 2 + 16);
    skip_blanks(reading);
    if (reading->at == reading->end)
        diagnostics_error(diagnostics, (struct place){source, 0, 0}, NULL, "the file is empty");
    else
        take_document(reading);
    if (reading->failed || reading->count == 1)
        return NULL;
    struct tree *tree = arena_alloc(arena, sizeof *tree);
    *tree = (struct tree){reading->nodes, reading->count, reading->bytes, source};
    return tree;
}
