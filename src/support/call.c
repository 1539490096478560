/* One landing for every public call. */
#include "support/call.h"

#include <stdlib.h>
#include <string.h>

enum sc_status call_in(struct arena *arena, struct sc_diagnostics *diagnostics, call_work *work,
                       void *context)
{
    struct escape escape;
    arena_rearm(arena, &escape);
    if (diagnostics != NULL)
        arena_rearm(diagnostics_arena(diagnostics), &escape);
    if (setjmp(escape.landing) != 0)
        return SC_NO_MEMORY;
    return work(arena, context);
}

enum sc_status call_in_new(enum arena_after after, struct sc_diagnostics *diagnostics, call_work *work,
                           void *context)
{
    struct arena *arena = arena_new(NULL);
    if (arena == NULL)
        return SC_NO_MEMORY;
    enum sc_status status = call_in(arena, diagnostics, work, context);
    if (after == ARENA_GOES || status != SC_OK)
        arena_free(arena);
    return status;
}

char *call_result(const char *text, size_t length)
{
    char *copy = malloc(length + 1);
    if (copy != NULL) {
        memcpy(copy, text, length);
        copy[length] = '\0';
    }
    return copy;
}
