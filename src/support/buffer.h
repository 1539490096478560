/* A string that grows, in an arena. */
#ifndef SUPPORT_BUFFER_H
#define SUPPORT_BUFFER_H

#include "support/arena.h"

struct buffer {
    struct arena *arena;
    char *bytes;
    size_t length, capacity;
};

struct buffer buffer_in(struct arena *arena);
/* With room for so many bytes: what it outgrows would stay in the arena. */
struct buffer buffer_with_room(struct arena *arena, size_t bytes);
void buffer_bytes(struct buffer *buffer, const char *bytes, size_t length);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_char(struct buffer *buffer, char byte);
void buffer_repeat(struct buffer *buffer, const char *text, size_t times);
/* The text; behind the separator, if something stands there already. */
void buffer_next(struct buffer *buffer, const char *separator, const char *text);
void buffer_print(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text so far with a NUL behind it, owned by the arena; never NULL. */
const char *buffer_string(struct buffer *buffer);

#endif
