/* Memory with one owner, in blocks that double. */
#include "support/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024, ALIGNMENT = 16 };

struct block {
    struct block *before;
    size_t size, used; /* of the bytes that follow */
};

/* What follows a block's head must be aligned for any type. */
enum { BLOCK_HEAD = (sizeof(struct block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

struct arena {
    struct escape *escape;
    struct block *newest;
};

static struct block *block_new(size_t size, struct block *before)
{
    /* calloc, and nothing else, takes memory for an arena: tests make it fail at every call. */
    struct block *block = calloc(1, BLOCK_HEAD + size);
    if (block != NULL) {
        block->before = before;
        block->size = size;
    }
    return block;
}

struct arena *arena_new(struct escape *escape)
{
    struct block *block = block_new(FIRST_BLOCK, NULL);
    if (block == NULL)
        return NULL;
    struct arena *arena = (struct arena *)((char *)block + BLOCK_HEAD);
    block->used = (sizeof *arena + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    arena->escape = escape;
    arena->newest = block;
    return arena;
}

void arena_free(struct arena *arena)
{
    if (arena == NULL)
        return;
    /* The arena itself stands in its oldest block, which goes last. */
    for (struct block *block = arena->newest; block != NULL;) {
        struct block *before = block->before;
        free(block);
        block = before;
    }
}

struct escape *arena_rearm(struct arena *arena, struct escape *escape)
{
    struct escape *before = arena->escape;
    arena->escape = escape;
    return before;
}

void arena_exhausted(struct arena *arena)
{
    longjmp(arena->escape->landing, 1);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        arena_exhausted(arena);
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    struct block *block = arena->newest;
    if (block->size - block->used < size) {
        size_t wanted = block->size * 2 < LARGEST_BLOCK ? block->size * 2 : LARGEST_BLOCK;
        block = block_new(wanted > size ? wanted : size, arena->newest);
        if (block == NULL)
            arena_exhausted(arena);
        arena->newest = block;
    }
    void *bytes = (char *)block + BLOCK_HEAD + block->used;
    block->used += size;
    return bytes;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        arena_exhausted(arena);
    return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t larger = *capacity == 0 ? 4 : *capacity * 2;
    void *copy = arena_array(arena, larger, size);
    if (count > 0)
        memcpy(copy, items, count * size);
    *capacity = larger;
    return copy;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_alloc(arena, length + 1);
    if (length > 0)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

char *arena_vprint(struct arena *arena, const char *format, va_list arguments)
{
    char most[256]; /* are no longer, and need not be printed twice to be measured */
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(most, sizeof most, format, arguments);
    if (length < 0) {
        va_end(again);
        arena_exhausted(arena);
    }
    char *text = arena_alloc(arena, (size_t)length + 1);
    if ((size_t)length < sizeof most)
        memcpy(text, most, (size_t)length + 1);
    else
        vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

char *arena_print(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = arena_vprint(arena, format, arguments);
    va_end(arguments);
    return text;
}
