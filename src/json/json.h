/* JSON read strictly (RFC 8259) into the same tree as YAML, with places; and written. */
#ifndef JSON_JSON_H
#define JSON_JSON_H

#include "support/buffer.h"
#include "support/diagnostics.h"
#include "support/rational.h"
#include "support/tree.h"

/* Reads one JSON value with nothing but blanks around it. Refused, each at its place: invalid UTF-8, lone
 * surrogates, control characters (raw or as \u0000 ...) but \n and \t, duplicate keys, depth over
 * LIMIT_DEPTH, a byte order mark, trailing commas. Scalars have STYLE_JSON_...; the text of a number is as
 * written. NULL: reported. */
const struct tree *json_read(struct arena *arena, const struct source *source,
                             struct sc_diagnostics *diagnostics);

/* A writer that puts the commas: compact, UTF-8 unescaped (but controls, quote, backslash, U+2028 and
 * U+2029). */
struct json_writer {
    struct buffer *out;
    bool first; /* no comma comes before what is written next */
};

struct json_writer json_writer_to(struct buffer *out);
void json_begin_object(struct json_writer *writer); /* { */
void json_end_object(struct json_writer *writer);
void json_begin_array(struct json_writer *writer); /* [ */
void json_end_array(struct json_writer *writer);
void json_put_key(struct json_writer *writer, const char *key);
void json_put_text(struct json_writer *writer, const char *text);                    /* NULL writes null */
void json_put_member(struct json_writer *writer, const char *key, const char *text); /* "key":"text" */
void json_put_truth(struct json_writer *writer, bool value);
void json_put_null(struct json_writer *writer);
void json_put_whole(struct json_writer *writer, int64_t number);
void json_put_rounded(struct json_writer *writer, struct rational number); /* 3 decimals */
void json_put_exact(struct json_writer *writer, struct rational number);   /* an answer as it was read */

#endif
