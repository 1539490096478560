/* Setting: a document becomes a galley, one function a kind of node. */
#ifndef PDF_SETTING_H
#define PDF_SETTING_H

#include "document/document.h"
#include "pdf/galley.h"

/* parts.c: all but the last paragraph of its footer, which stands at the foot of each page. The galley is cut
 * into pages. */
void set_document(struct galley *galley, const struct document_node *document);

/* ---- What the files of this room share ---- */

typedef void setter(struct galley *galley, const struct document_node *node);

void set_node(struct galley *galley, const struct document_node *node);
void set_children(struct galley *galley, const struct document_node *node);
void set_words(struct galley *galley, const char *tag, enum face face, const char *words, enum tone tone);
/* Words, and behind them the references of the node, which lead to its sources. */
void wording_add_cited(struct wording *wording, const struct document_node *node);

/* columns.c */
void set_beside(struct galley *galley, const struct document_node *left, const struct document_node *right);
/* Nodes up to `end`, the sheet of a week among them. */
void set_in_columns(struct galley *galley, const struct document_node *first,
                    const struct document_node *end);
void begin_section(struct galley *galley, const struct document_node *node); /* its element stays open */
/* lists.c */
setter set_signs, set_steps, set_boxes;
/* Does more follow in an item behind its text? */
enum item_text { TEXT_ALONE, TEXT_FIRST };
/* The element of an open list that `text` is: beside its first line a label or, without one, a box to tick;
 * with a column of no width, neither. The element stays open for more. */
void begin_item(struct galley *galley, const struct passage *label, double column, const struct passage *text,
                enum item_text item_text);
void end_item(struct galley *galley);
/* terms.c */
setter set_terms, set_sources;
/* drawings.c, tables.c, days.c */
setter set_timeline, set_ladder, set_schedule, set_journal, set_days;
/* pen.c: marks on the band that is there */
setter set_lines;
void draw_rule(struct galley *galley, double x, double y, double width, double height);
void draw_tick_box(struct galley *galley, double x, double y); /* its middle */
void draw_centred(struct galley *galley, const char *tag, const struct passage *text, double x, double y,
                  double width, enum tone tone);
/* What a cell of a journal holds for a pen: `ten` is "/10"; `middle`, of its row. */
void draw_cell(struct galley *galley, enum track track, const struct passage *ten, double x, double width,
               double middle);

#endif
