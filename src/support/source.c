/* Lines of an input that was kept. */
#include "support/source.h"

#include <string.h>

const char *source_line(const struct source *source, uint32_t line, size_t *length)
{
    if (source == NULL || source->bytes == NULL || line == 0)
        return NULL;
    const char *start = source->bytes;
    const char *end = source->bytes + source->length;
    for (uint32_t at = 1; at < line; at++) {
        const char *newline = memchr(start, '\n', (size_t)(end - start));
        if (newline == NULL)
            return NULL;
        start = newline + 1;
    }
    const char *stop = memchr(start, '\n', (size_t)(end - start));
    if (stop == NULL)
        stop = end;
    if (stop > start && stop[-1] == '\r')
        stop--;
    *length = (size_t)(stop - start);
    return start;
}
