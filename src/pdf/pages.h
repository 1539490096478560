/* Pages: the galley cut where it may be cut. */
#ifndef PDF_PAGES_H
#define PDF_PAGES_H

#include "pdf/galley.h"

/* Gives each band from `first` on, which begins a page, its page and its place there; answers how many pages
 * they take. */
size_t pages_cut(struct galley *galley, size_t first);
/* Takes a little of the white above these bands, and of that between lines. */
void pages_squeeze(struct galley *galley, size_t first);
double pages_height(const struct galley *galley, size_t first); /* of the same, as if they were one page */
double pages_left(const struct galley *galley);                 /* that is free on the last page */

#endif
