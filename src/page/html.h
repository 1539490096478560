/* A page of HTML while it is written: what its writers of nodes and its drawings share. */
#ifndef PAGE_HTML_H
#define PAGE_HTML_H

#include "page/page.h"

struct html {
    struct buffer *out;
    struct arena *arena;
    bool from_right;       /* the language is read from right to left */
    struct words isolated; /* the person's own words that are read the other way */
    int level;             /* of the next heading */
    size_t parts;          /* of the page, so far: what the table of contents lists */
    size_t named;          /* entries and boxes with an id, so far */
    const char *heading;   /* the id of what names a table here */
    bool *cited;           /* by the number of a source: some line has linked to it */
    size_t cited_count, cited_capacity;
};

/* A text as it is read: escaped, its newlines kept. */
void html_text(struct html *page, const char *text);
/* name="text", a blank before it. */
void html_attribute(struct html *page, const char *name, const char *text);

/* ---- drawing.c: pictures in SVG, each with what it shows in words ---- */
void html_draw_timeline(struct html *page, const struct document_node *timeline);
void html_draw_ladder(struct html *page, const struct document_node *ladder);
void html_draw_schedule(struct html *page, const struct document_node *schedule);

/* ---- sheet.c: of a document that is one page, the size of its type as CSS has it ---- */
const char *html_sheet_size(const struct document_node *document);

/* ---- plan.css, made a constant when the program is built ---- */
extern const char html_style[];

#endif
