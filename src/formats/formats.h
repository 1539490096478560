/* The formats of a plan: one table. */
#ifndef FORMATS_FORMATS_H
#define FORMATS_FORMATS_H

#include "page/page.h"

/* The plan in a format, into a buffer of the caller's arena. */
void format_write(const struct sc_plan *plan, enum sc_format format, struct sc_page_options options,
                  struct buffer *out);
/* What a page format for this medium writes. */
const struct document_node *format_document(struct arena *arena, const struct sc_plan *plan,
                                            struct sc_page_options options, enum medium medium);
/* What writes a document in this format; NULL: it is no page, or a part writes it. */
page_writer *format_page(enum sc_format format);

#endif
