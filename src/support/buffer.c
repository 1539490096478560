/* A string that grows, in an arena. */
#include "support/buffer.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct buffer buffer_in(struct arena *arena)
{
    return (struct buffer){.arena = arena};
}

/* Room for `more` bytes and a NUL. What was outgrown stays in the arena, at most as much again as is used. */
static void make_room(struct buffer *buffer, size_t more)
{
    if (more > SIZE_MAX / 4 - buffer->length)
        arena_exhausted(buffer->arena);
    size_t needed = buffer->length + more + 1;
    if (needed <= buffer->capacity)
        return;
    size_t capacity = buffer->capacity == 0 ? 64 : buffer->capacity * 2;
    if (capacity < needed)
        capacity = needed;
    char *bytes = arena_alloc(buffer->arena, capacity);
    if (buffer->length > 0)
        memcpy(bytes, buffer->bytes, buffer->length);
    buffer->bytes = bytes;
    buffer->capacity = capacity;
}

struct buffer buffer_with_room(struct arena *arena, size_t bytes)
{
    struct buffer buffer = buffer_in(arena);
    make_room(&buffer, bytes);
    return buffer;
}

void buffer_bytes(struct buffer *buffer, const char *bytes, size_t length)
{
    make_room(buffer, length);
    if (length > 0)
        memcpy(buffer->bytes + buffer->length, bytes, length);
    buffer->length += length;
}

void buffer_text(struct buffer *buffer, const char *text)
{
    buffer_bytes(buffer, text, strlen(text));
}

void buffer_char(struct buffer *buffer, char byte)
{
    buffer_bytes(buffer, &byte, 1);
}

void buffer_repeat(struct buffer *buffer, const char *text, size_t times)
{
    size_t length = strlen(text);
    if (length == 1) {
        make_room(buffer, times);
        memset(buffer->bytes + buffer->length, text[0], times);
        buffer->length += times;
        return;
    }
    for (size_t i = 0; i < times; i++)
        buffer_bytes(buffer, text, length);
}

void buffer_next(struct buffer *buffer, const char *separator, const char *text)
{
    if (buffer->length > 0)
        buffer_text(buffer, separator);
    buffer_text(buffer, text);
}

void buffer_print(struct buffer *buffer, const char *format, ...)
{
    enum { MOSTLY_ENOUGH = 120 };
    make_room(buffer, MOSTLY_ENOUGH);
    for (;;) {
        size_t room = buffer->capacity - buffer->length;
        va_list arguments;
        va_start(arguments, format);
        int length = vsnprintf(buffer->bytes + buffer->length, room, format, arguments);
        va_end(arguments);
        if (length < 0)
            arena_exhausted(buffer->arena);
        if ((size_t)length < room) {
            buffer->length += (size_t)length;
            return;
        }
        make_room(buffer, (size_t)length);
    }
}

const char *buffer_string(struct buffer *buffer)
{
    make_room(buffer, 0);
    buffer->bytes[buffer->length] = '\0';
    return buffer->bytes;
}
