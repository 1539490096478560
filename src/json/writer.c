/* The writer: it puts the commas, and escapes what must not stand in a text as it is. */
#include "json/json.h"

#include "support/text.h"

#include <string.h>

struct json_writer json_writer_to(struct buffer *out)
{
    return (struct json_writer){.out = out, .first = true};
}

/* Before each value or key; a key's own value follows its colon without one. */
static void separate(struct json_writer *writer)
{
    if (!writer->first)
        buffer_char(writer->out, ',');
    writer->first = false;
}

static void open(struct json_writer *writer, char bracket)
{
    separate(writer);
    buffer_char(writer->out, bracket);
    writer->first = true;
}

static void close(struct json_writer *writer, char bracket)
{
    buffer_char(writer->out, bracket);
    writer->first = false;
}

void json_begin_object(struct json_writer *writer)
{
    open(writer, '{');
}

void json_end_object(struct json_writer *writer)
{
    close(writer, '}');
}

void json_begin_array(struct json_writer *writer)
{
    open(writer, '[');
}

void json_end_array(struct json_writer *writer)
{
    close(writer, ']');
}

static void put_string(struct buffer *out, const char *text)
{
    size_t length = strlen(text), done = 0;
    buffer_char(out, '"');
    for (size_t i = 0, size = 0; i < length; i += size) {
        uint32_t character = text_character(text + i, length - i, &size);
        if (!text_is_control(character) && character != '"' && character != '\\')
            continue;
        buffer_bytes(out, text + done, i - done);
        done = i + size;
        if (character == '"' || character == '\\')
            buffer_print(out, "\\%c", (char)character);
        else if (character == '\n' || character == '\t')
            buffer_text(out, character == '\n' ? "\\n" : "\\t");
        else
            buffer_print(out, "\\u%04x", (unsigned)character);
    }
    buffer_bytes(out, text + done, length - done);
    buffer_char(out, '"');
}

void json_put_key(struct json_writer *writer, const char *key)
{
    separate(writer);
    put_string(writer->out, key);
    buffer_char(writer->out, ':');
    writer->first = true;
}

void json_put_null(struct json_writer *writer)
{
    separate(writer);
    buffer_text(writer->out, "null");
}

void json_put_text(struct json_writer *writer, const char *text)
{
    if (text == NULL) {
        json_put_null(writer);
        return;
    }
    separate(writer);
    put_string(writer->out, text);
}

void json_put_member(struct json_writer *writer, const char *key, const char *text)
{
    json_put_key(writer, key);
    json_put_text(writer, text);
}

void json_put_truth(struct json_writer *writer, bool value)
{
    separate(writer);
    buffer_text(writer->out, value ? "true" : "false");
}

void json_put_whole(struct json_writer *writer, int64_t number)
{
    separate(writer);
    rational_print_exact(writer->out, rational_whole(number));
}

void json_put_rounded(struct json_writer *writer, struct rational number)
{
    separate(writer);
    rational_print_rounded(writer->out, number);
}

void json_put_exact(struct json_writer *writer, struct rational number)
{
    separate(writer);
    rational_print_exact(writer->out, number);
}
