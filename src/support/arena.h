/* Memory with one owner: everything taken from an arena is freed at once with it.
 *
 * An allocation never returns NULL: where memory cannot be had, it jumps to the arena's escape. Each public
 * call sets one up, frees what it owns there and answers SC_NO_MEMORY, so no room in between checks for NULL.
 * Whatever is not arena memory (an open file, a libyaml parser) must therefore not be held across an
 * allocation without an escape of its own. */
#ifndef SUPPORT_ARENA_H
#define SUPPORT_ARENA_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

struct arena;

/* Where a failed allocation lands: `if (setjmp(escape.landing) != 0) ...` */
struct escape {
    jmp_buf landing;
};

/* The caller owns the arena; NULL (and no jump) where there is no memory for it. */
struct arena *arena_new(struct escape *escape);
void arena_free(struct arena *arena); /* NULL is allowed */
/* A later call may allocate from an older arena: first it says where its own escape is. Answers the one
 * before, so that whoever holds an open file can step in between and hand on. */
struct escape *arena_rearm(struct arena *arena, struct escape *escape);

/* All zeroed, aligned for any type, never NULL. */
void *arena_alloc(struct arena *arena, size_t size);
void *arena_array(struct arena *arena, size_t count, size_t size);
/* Makes room for one more element: answers `items`, or a copy twice as long; *capacity follows. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);
char *arena_copy(struct arena *arena, const char *bytes, size_t length); /* with a NUL behind it */
char *arena_text(struct arena *arena, const char *text);
char *arena_print(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprint(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));
/* For callers that find out otherwise that memory is gone (a library that says so). */
_Noreturn void arena_exhausted(struct arena *arena);

#endif
