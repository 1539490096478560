/* Page formats: each walks the document with one function a kind of node, and escapes for where it goes. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "document/document.h"
#include "support/buffer.h"

typedef void page_writer(const struct document_node *document, struct sc_page_options options,
                         struct buffer *out);

page_writer page_write_text, page_write_markdown, page_write_html;

/* A text with its control characters and marks of direction made visible; its newlines stay. */
const char *page_visible(struct arena *arena, const char *text);
/* A text, and behind it the names of its sources, where it has such: "... (one, 2016; another)". */
const char *page_with_sources(struct arena *arena, const struct document_node *term);
bool page_reads_from_right(const char *language);
/* What a pack says of where a source can be read, as an address of the web that may stand in quotes: with or
 * without "https://", but no other words. NULL: it is none. */
const char *page_web_address(struct arena *arena, const char *link);

#endif
