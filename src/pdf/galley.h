/* The galley: all that will be printed, set in one long strip of bands, before it is cut into pages.
 *
 * A band goes on one page whole: a line of a paragraph, a row of a table. What it shows are its marks.
 * Between the marks stand the tags that tell a reader who cannot see the page what is what. Lengths are
 * points; x and y of a mark begin at the band's corner, at the edge where reading begins. */
#ifndef PDF_GALLEY_H
#define PDF_GALLEY_H

#include "pdf/type.h"

/* How a band holds to the one below it. */
enum keep {
    KEEP_FREE,
    KEEP_LOOSE, /* on one page, unless that would leave much of a page empty */
    KEEP_CLOSE, /* on one page, unless they are longer than it */
};

enum mark_kind { MARK_BEGIN, MARK_END, MARK_LINE, MARK_BOX };

/* How dark: paper is mostly printed in black and white. */
enum tone { TONE_NONE, TONE_BLACK, TONE_GREY, TONE_PALE, TONE_ACCENT, TONE_COUNT };

struct mark {
    enum mark_kind kind;
    /* MARK_BEGIN and MARK_END: the element of a tagged PDF, and what stands for it where it cannot be seen.
     */
    const char *tag, *instead;
    double x, y, width, height; /* MARK_LINE: y of the line's upper edge, width of its column */
    const struct passage *text; /* MARK_LINE, of it: */
    size_t line;
    enum tone tone;   /* MARK_LINE: the words; MARK_BOX: what fills it */
    enum tone border; /* MARK_BOX */
    double thick;     /* MARK_BOX: its border */
};

/* A border around bands. */
struct frame {
    double x, width, thick;
    bool heavy; /* with a bar where reading begins: nothing is more important */
};
enum { FRAME_BOXES = 2 };
/* The frame of bands that are so high, as boxes from their upper edge on; answers how many. */
size_t frame_boxes(const struct frame *frame, double height, struct mark boxes[FRAME_BOXES]);

struct band {
    double above; /* white above it, but not at the head of a page */
    double height;
    enum keep keep;
    bool new_page;
    bool is_line; /* of words, and nothing else */
    const struct frame *frame;
    size_t first, end; /* of its marks */
    size_t page;       /* where pages_cut() puts it, from 0 */
    double y;          /* of its upper edge, from the upper edge of what a page can hold */
};

/* A line of the outline that a reader shows beside the pages. */
struct heading {
    const char *words;
    int level; /* from 1 */
    size_t band;
};

struct galley {
    struct type *type;
    double width, page_height; /* of what a page can hold */
    double indent, right;      /* where bands begin and end now, from either edge */
    struct band *bands;
    size_t band_count, band_capacity;
    struct mark *marks;
    size_t mark_count, mark_capacity;
    struct heading *headings;
    size_t heading_count, heading_capacity;
    size_t *sources; /* by number, from 1: the band of a source */
    size_t source_count, source_capacity;
    struct mark *waiting; /* MARK_BEGIN of elements that begin with the next band */
    size_t waiting_count, waiting_capacity;
    double space; /* above the next band */
    bool new_page;
    const struct frame *frame; /* around the next band, or NULL */
};

/* ---- Bands ---- */
/* White above the next band; the widest of several wins. */
void galley_space(struct galley *galley, double height);
void galley_new_page(struct galley *galley);
/* A new band below the last; marks that follow are its own. */
void galley_band(struct galley *galley, double height, enum keep keep);
/* One for a line of words. */
void galley_line_band(struct galley *galley, const struct passage *text, size_t line, enum keep keep);
double galley_room(const struct galley *galley); /* how wide a band is now */
/* The bands from `first` on are kept together, if only loosely. */
void galley_keep(struct galley *galley, size_t first, enum keep keep);

/* ---- Marks ---- */
void galley_mark(struct galley *galley, struct mark mark);
void galley_begin(struct galley *galley, const char *tag);
/* An element that is drawn; `instead` are words that stand for the drawing. */
void galley_begin_figure(struct galley *galley, const char *instead);
/* The same on the band that is there. */
void galley_open(struct galley *galley, const char *tag);
void galley_end(struct galley *galley, const char *tag);
void galley_line(struct galley *galley, const struct passage *text, size_t line, double x, double y,
                 double width, enum tone tone);
void galley_box(struct galley *galley, struct mark box); /* its x, y, width, height, tone, border, thick */
/* All lines of a text in the band that is there, in an element of its own; tag may be NULL. */
void galley_text(struct galley *galley, const char *tag, const struct passage *text, double x, double y,
                 double width, enum tone tone);

/* ---- Paragraphs and headings ---- */
/* A text, a band a line, of which neither the first nor the last stands alone on a page. */
void galley_paragraph(struct galley *galley, const char *tag, const struct passage *text, enum tone tone);
void galley_heading(struct galley *galley, int level, const char *words);
void galley_source(struct galley *galley); /* the next band is the next source */

#endif
