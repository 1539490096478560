/* Ink: the pages drawn and tagged by Cairo, and what Cairo is not told: it has no words for them. */
#ifndef PDF_INK_H
#define PDF_INK_H

#include "pdf/galley.h"

struct sheet { /* of paper */
    double width, height, margin, head, foot;
};

struct printing {
    struct galley *galley;
    size_t page_count;
    struct sheet sheet;
    const char *title, *made;                /* made: YYYY-MM-DD */
    const struct passage *footer, **numbers; /* on each page: which pack; by page: "page 1/9" */
    const char **alternatives;               /* out: of its figures, in the order in which they were drawn */
    size_t figure_count, figure_capacity;
};

/* What Cairo writes of the pages, in the buffer. Not CAIRO_STATUS_SUCCESS: why it could not. */
cairo_status_t ink_pages(struct printing *printing, struct buffer *out);

#endif
