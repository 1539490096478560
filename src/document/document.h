/* A plan laid out for reading: a tree of nodes. The only place that knows the order and the wording of a
 * page; page formats walk it and look at nothing else.
 *
 * Texts are what the pack and the person wrote, not yet escaped: each page does that for where it goes. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "plan/plan.h"

/* Kind, and what its fields mean. */
#define DOCUMENT_NODES(NODE)                                                                                 \
    NODE(DOCUMENT) /* text: the language; label: over a table of contents; detail: made on; own, one_page */ \
    NODE(TITLE)    /* text: of the pack; label: whose plan and when; detail: when it starts, or NULL */      \
    NODE(TIMELINE) /* children: SPAN; drawn */                                                               \
    NODE(SPAN)     /* label: its weeks; text: the phase's title; detail: a mark on the first, or NULL */     \
    NODE(CALLOUT)  /* text: its heading, or NULL; level; children; what must not be overlooked */            \
    NODE(SECTION)  /* label: its weeks, or what it is about; text: its title; detail: its dates, or NULL */  \
    NODE(GROUP)    /* text: its heading; children */                                                         \
    NODE(LADDER)   /* children: RUNG, the lowest first; drawn. The lines around it say the same */           \
    NODE(RUNG)     /* text: a step's title; label: what it is to this person; is_own */                      \
    NODE(ENTRY)    /* text: a title; label: on its right, or NULL; detail, cited: references; children */    \
    NODE(PARAGRAPH) /* text */                                                                               \
    NODE(LABELLED)  /* children: TERM, that may run on in one paragraph */                                   \
    NODE(SIGNS)    /* label: when to act; children: PARAGRAPH, a sign each; detail: whom to call, or NULL */ \
    NODE(STEPS)    /* text: what they do; children: PARAGRAPH, numbered */                                   \
    NODE(BOXES)    /* children: BOX */                                                                       \
    NODE(BOX)      /* text: to tick by hand, or is_question; detail, cited: references; children */          \
    NODE(TERMS)    /* children: TERM with a label, one a line */                                             \
    NODE(TERM)     /* label, or NULL; text; detail, cited: references; in TERMS children: RULE */            \
    NODE(RULE)     /* text: why what stands before it is so; small print */                                  \
    NODE(LINES)    /* from: how many, to write on by hand */                                                 \
    NODE(SCHEDULE) /* label: "week"; text: the unit; numbers: one a week; from: the first week; drawn */     \
    NODE(JOURNAL)  /* children: ROW; columns: names of seven days */                                         \
    NODE(ROW)      /* text: what is tracked; track */                                                        \
    NODE(DAYS)     /* a line a day, to fill in by hand; children: ROW, side by side, then WEEK; drawn */     \
    NODE(WEEK)     /* text: "Week 1"; detail: its first day, or NULL; columns: its seven days */             \
    NODE(SOURCES)  /* children: TERM, numbered from 1, small print, each with SOURCE children */             \
    NODE(SOURCE)   /* text: its title and year; detail: where it can be read, or NULL */                     \
    NODE(FOOTER)   /* label: "page"; children: PARAGRAPH, small print; the last: which pack this is from */

enum document_kind {
#define NODE(name) DOC_##name,
    DOCUMENT_NODES(NODE)
#undef NODE
        DOC_COUNT
};

/* What a document is laid out for: on a screen a week to copy, on paper days to tick and lines to write on.
 */
enum medium { FOR_SCREEN, FOR_PAPER };

struct document_node {
    enum document_kind kind;
    const char *text, *label, *detail;
    struct document_node *first, *last, *next;
    const int64_t *numbers;
    size_t number_count;
    int from;
    bool goes_on;  /* SCHEDULE: the last number stays */
    bool one_page; /* DOCUMENT: on paper it is one, however small the print */
    bool own_page; /* SECTION: on paper it begins one */
    enum track track;
    enum level level;     /* CALLOUT: how pressing it is */
    bool is_own;          /* RUNG: the person stands on it */
    bool is_question;     /* BOX: it is answered beside or below, and has no box of its own */
    const char *drawn;    /* what a drawing shows, for whoever cannot see it */
    struct numbers cited; /* the numbers in `detail`: of the terms of SOURCES */
    struct words own;     /* DOCUMENT: what the person wrote, as texts quote it */
    const char *columns[7];
};

struct document_options {
    int week; /* its sheet alone; 0: the whole plan */
    bool why; /* under each decision the rules that made it; of the whole plan alone */
    enum medium medium;
};

/* The document lives in `arena`. */
const struct document_node *document_of(struct arena *arena, const struct sc_plan *plan,
                                        struct document_options options);

size_t document_children(const struct document_node *node);

#endif
