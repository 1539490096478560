/* Bytes that may be read as text: UTF-8 without control characters. */
#ifndef SUPPORT_CLEAN_H
#define SUPPORT_CLEAN_H

#include "support/diagnostics.h"

#include <stdbool.h>

/* The line and column of a byte. */
struct place source_place(const struct source *source, size_t offset);
/* false: bytes that are not UTF-8 (reported). */
bool source_is_utf8(const struct source *source, struct sc_diagnostics *diagnostics);
/* false: that, or control characters other than newline, tab and the CR of a CRLF (reported). */
bool source_is_clean(const struct source *source, struct sc_diagnostics *diagnostics);

#endif
