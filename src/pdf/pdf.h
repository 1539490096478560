/* A plan as a tagged PDF, on paper of one size. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "stepcare/stepcare.h"

/* As sc_plan_write() for SC_PDF. SC_IO: there is no font for what is to be printed; SC_INVALID: it is too
 * long for paper; the diagnostics say so. */
enum sc_status pdf_write(const struct sc_plan *plan, enum sc_format format,
                         const struct sc_page_options *options, struct sc_diagnostics *diagnostics,
                         char **bytes, size_t *length);

#endif
