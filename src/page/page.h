/* Page formats: each walks the document with one function a kind of node, and escapes for where it goes. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "document/document.h"
#include "support/buffer.h"

void page_write_text(const struct document_node *document, struct sc_page_options options,
                     struct buffer *out);
void page_write_markdown(const struct document_node *document, struct buffer *out);
void page_write_html(const struct document_node *document, struct buffer *out);

/* A text with its control characters and marks of direction made visible; its newlines stay. */
const char *page_visible(struct arena *arena, const char *text);

#endif
