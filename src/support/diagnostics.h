/* One list of what is wrong, from every room, for one printer. The public type is struct sc_diagnostics. */
#ifndef SUPPORT_DIAGNOSTICS_H
#define SUPPORT_DIAGNOSTICS_H

#include "stepcare/stepcare.h"
#include "support/arena.h"
#include "support/source.h"

#include <stdbool.h>

struct diagnostic {
    enum sc_severity severity;
    const char *file; /* NULL: no place */
    uint32_t line, column;
    const char *message;
    const char *line_text; /* the line, made visible (no control characters), or NULL */
    size_t caret;          /* columns of the terminal before the caret */
    const char *hint;      /* NULL: none */
};

/* Each message is kept until the list is freed; past LIMIT_DIAGNOSTICS of a severity they are only counted.
 * `place.source` may be NULL. The hint is a whole phrase ("did you mean 'walking'?") or NULL.
 * Every foreign word in a message is made visible by the list itself. */
void diagnostics_error(struct sc_diagnostics *diagnostics, struct place place, const char *hint,
                       const char *format, ...) __attribute__((format(printf, 4, 5)));
void diagnostics_warning(struct sc_diagnostics *diagnostics, struct place place, const char *hint,
                         const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Errors so far: a room remembers the count, works on, and sees whether it has grown. */
size_t diagnostics_errors(const struct sc_diagnostics *diagnostics);
/* Whether the next error is kept: for one that is only counted, no hint need be looked for. */
bool diagnostics_keep_errors(const struct sc_diagnostics *diagnostics);
/* By file in the order in which files were first named, then line, then column; called once before printing.
 */
void diagnostics_sort(struct sc_diagnostics *diagnostics);
/* The list's own memory, and where a failed allocation in it lands during this call. */
struct arena *diagnostics_arena(struct sc_diagnostics *diagnostics);

#endif
