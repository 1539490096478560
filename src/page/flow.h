/* Lines of a text page: indentation, wrapping, blank lines, headings. */
#ifndef PAGE_FLOW_H
#define PAGE_FLOW_H

#include "page/page.h"

struct flow {
    struct buffer *out;
    struct arena *arena;
    size_t width, indent;
    bool color;
    bool blank; /* the last line was empty or a heading, or none was written yet */
};

enum look { LOOK_PLAIN, LOOK_STRONG, LOOK_FAINT };

/* One empty line, never two. */
void flow_blank(struct flow *flow);
/* A text wrapped to the width; `mark` stands before its first line, and the others are indented as far. */
void flow_paragraph(struct flow *flow, const char *mark, const char *text, enum look look);
/* The same, with references behind its last line, or on one of their own where they do not fit. */
void flow_cited(struct flow *flow, const char *mark, const char *text, const char *references);
/* One line with something at its right edge, or below where it does not fit. */
void flow_line(struct flow *flow, const char *left, const char *right, enum look look);
/* That, strong, with no empty line below it. */
void flow_heading(struct flow *flow, const char *left, const char *right);
const char *flow_capitals(struct flow *flow, const char *text);
/* `text` and blanks up to `columns`; longer text stays whole. */
const char *flow_padded(struct flow *flow, const char *text, size_t columns);
/* The lines of a text in `columns` columns, in the arena. */
struct words flow_lines(struct flow *flow, const char *text, size_t columns);

#endif
