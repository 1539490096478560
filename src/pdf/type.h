/* Type: the few faces of a page, and words set in them, measured and broken into lines (Pango). */
#ifndef PDF_TYPE_H
#define PDF_TYPE_H

#include "support/buffer.h"

#include <pango/pangocairo.h>
#include <stdbool.h>
#include <stdint.h>

/* Face, points, weight, from one line to the next in points, and how its letters are fitted. */
#define FACES(FACE)                                                                                          \
    FACE(TITLE, 21, BOLD, 26, IN_PAIRS)   /* of the plan */                                                  \
    FACE(SECTION, 16, BOLD, 20, IN_PAIRS) /* a phase, the reviews */                                         \
    FACE(ENTRY, 11, BOLD, 15, IN_PAIRS)   /* a title in a section */                                         \
    FACE(BODY, 10, NORMAL, 13.9, ALONE)                                                                      \
    FACE(STRONG, 10, BOLD, 13.9, ALONE)                                                                      \
    FACE(SMALL, 8.2, NORMAL, 11.4, ALONE) /* references, small print, the cells of a table */                \
    FACE(FOOT, 7, NORMAL, 9, ALONE)       /* the foot of each page */

enum weight { WEIGHT_NORMAL, WEIGHT_BOLD, WEIGHT_COUNT };

/* Closer to some neighbours, where the font says so: below a heading nobody sees it, and it takes time. */
enum fitting { FITTED_IN_PAIRS, FITTED_ALONE };

enum face {
#define FACE(name, size, weight, leading, fitting) FACE_##name,
    FACES(FACE)
#undef FACE
        FACE_COUNT
};

/* A part of some words that is bold, or leads somewhere. */
struct span {
    size_t start, end; /* bytes */
    bool strong;
    size_t source;       /* the number of a source on the page, or 0 */
    const char *address; /* of a page in the web, or NULL */
};

/* Words while they are gathered. */
struct wording {
    struct buffer text;
    struct span *spans;
    size_t span_count, span_capacity;
    bool leads; /* one of the spans leads somewhere */
};

struct line {
    const PangoGlyphItem **runs; /* from left to right; drawn larger or smaller by the passage's scale */
    size_t run_count;
    double width, ascent, height;
};

/* Words that are set: lines below each other. */
struct passage {
    const char *words;
    const struct span *spans;
    size_t span_count;
    bool leads;
    double scale;
    struct line *lines;
    size_t line_count;
    double width, height; /* of the widest line; of all lines */
};

enum { LATIN_LETTERS = 0x240, DASHES = 0x40, LETTER_WIDTHS = LATIN_LETTERS + DASHES };

struct type {
    struct arena *arena;
    PangoContext *context;
    PangoFontDescription *fonts[WEIGHT_COUNT];
    PangoAttrList *features;                     /* of any script */
    PangoAttrList *plain[WEIGHT_COUNT];          /* of plain letters, with their font */
    PangoFont *letters[WEIGHT_COUNT];            /* letters.c: plain letters are of this font, */
    int32_t widths[WEIGHT_COUNT][LETTER_WIDTHS]; /* and so wide, where they were met */
    double scale;                                /* of all sizes */
    bool from_right;                             /* the page begins at its right edge */
    uint32_t missing;                            /* a character that no font has, or 0 */
    size_t bytes;                                /* set so far */
    bool too_long;                               /* more than any plan needs: nothing more is set */
    /* Of all that was set: lines point into them. */
    GPtrArray *layouts, *items, *glyphs;
};

/* Opens the fonts for a language. The arena outlives it. false: there is no font at all. Either way
 * type_close() frees what Pango holds. */
bool type_open(struct type *type, const char *language);
void type_close(struct type *type);

struct wording wording_in(struct arena *arena);
/* Foreign words, their control characters and marks of direction made visible. */
void wording_add(struct wording *wording, const char *words);
void wording_add_strong(struct wording *wording, const char *words);
/* Words that lead to a source of this page, or to an address, of which one is 0 or NULL. */
void wording_add_link(struct wording *wording, const char *words, size_t source, const char *address);

double type_leading(const struct type *type, enum face face);
/* Sets the words in lines of this width; a word that is wider is broken. At most `most` lines, the last one
 * ending in dots where there is more; 0: all. */
struct passage *type_set(struct type *type, enum face face, double width, size_t most,
                         struct wording *wording);
struct passage *type_set_words(struct type *type, enum face face, double width, size_t most,
                               const char *words);

#endif
