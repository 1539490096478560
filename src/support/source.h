/* The text of one input, kept so that a place found late can still show its line. */
#ifndef SUPPORT_SOURCE_H
#define SUPPORT_SOURCE_H

#include <stddef.h>
#include <stdint.h>

struct source {
    const char *name;  /* as messages print it: a path, or "-s" */
    const char *bytes; /* NULL for a built-in pack, whose text is not kept */
    size_t length;
};

/* Lines and columns are counted from 1, columns in characters; line 0 is the file as a whole. */
struct place {
    const struct source *source;
    uint32_t line, column;
};

/* The line's bytes without its end, or NULL where the text is not kept or has no such line. */
const char *source_line(const struct source *source, uint32_t line, size_t *length);

#endif
