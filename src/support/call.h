/* The border of the public calls: where memory that cannot be had ends up as SC_NO_MEMORY. */
#ifndef SUPPORT_CALL_H
#define SUPPORT_CALL_H

#include "support/diagnostics.h"

/* What a call does, with an arena to do it in. */
typedef enum sc_status call_work(struct arena *arena, void *context);

/* Does the arena outlive a call that went well? What it made then owns it. */
enum arena_after { ARENA_GOES, ARENA_STAYS };

/* Runs `work` in a new arena; `diagnostics` may be NULL. */
enum sc_status call_in_new(enum arena_after after, struct sc_diagnostics *diagnostics, call_work *work,
                           void *context);
/* Runs it in one that is there already. */
enum sc_status call_in(struct arena *arena, struct sc_diagnostics *diagnostics, call_work *work,
                       void *context);
/* The text in memory of the caller's, who frees it with free(); NULL where there is none. */
char *call_result(const char *text, size_t length);

#endif
