/* What Cairo has no words for, added to the file that it wrote. */
#ifndef PDF_CATALOG_H
#define PDF_CATALOG_H

#include "support/buffer.h"

#include <stdbool.h>

/* What a reader should know of the file beside what is drawn. */
struct catalog {
    const char *language;            /* "pt-BR" */
    const char *const *alternatives; /* of its figures, in the order in which they were begun */
    size_t figure_count;
};

/* Adds the language, the alternatives of figures, which headers of tables are for columns and which for rows,
 * and an identifier that is made of the content. The file is a tagged one in PDF 1.4, as Cairo writes it.
 * false: it is none that this program knows, and is left as it was. */
bool catalog_add(struct buffer *pdf, const struct catalog *catalog);

#endif
