/* What changed, in words. */
#ifndef COMPARE_WORDS_H
#define COMPARE_WORDS_H

#include "compare/compare.h"
#include "document/laying.h"
#include "support/names.h"

/* Each plan's words are made with its own pack and answers, the page's own with those after. */
struct sides {
    struct laying was, is;
    const struct plan_changes *changes;
};

struct sides sides_of(struct arena *arena, const struct plan_changes *changes);

/* decided.c: conditions of either plan, and the answers that made them what they are. */
struct conditions {
    struct arena *arena;
    const struct expr **list;
    size_t count, capacity;
};
struct conditions conditions_in(struct arena *arena);
void conditions_put(struct conditions *conditions, const struct expr *condition); /* NULL: none is put */
/* Those that chose the variant of a text in this plan, and the facts in it. An answer in it says itself. */
void conditions_put_text(struct conditions *conditions, const struct sc_plan *plan, const struct text *text);
/* Of the answers that decided those that changed, if any did; or those that changed and no others. */
enum deciding_answers { DECISIVE_ANSWERS, CHANGED_ANSWERS };
/* "Because you said ..."; of answers that the pack has no such words for, the question and the answer. NULL:
 * there is none. `laying` is that of the side whose answers are looked at. */
const char *decided_by(const struct laying *laying, const struct plan_changes *changes,
                       const struct conditions *conditions, enum deciding_answers which);
const char *decided_by_one(const struct laying *laying, const struct plan_changes *changes,
                           const struct expr *condition);

/* "was offered, now withheld" */
const char *was_now(const struct laying *laying, const char *was, const char *now);
const char *plan_status_words(const struct laying *laying, enum sc_plan_status status);
const char *status_in_words(const struct laying *laying, enum item_status status);
/* Where a ladder has the person: the title of a step, or why there is none. */
const char *ladder_words(const struct laying *laying, enum ladder_state state, const struct ladder *ladder,
                         size_t step);
const char *ladder_change_words(struct sides *sides, const struct ladder_change *change);
/* A sentence or more: what changed about it, and why. */
const char *item_change_words(struct sides *sides, const struct item_change *change);
/* reasons.c: another status, with why; the same one for other reasons, or NULL; one that only this version
 * of the pack has. */
const char *item_status_change_words(struct sides *sides, const struct item_change *change);
const char *item_reasons_change_words(struct sides *sides, const struct item_change *change);
const char *new_item_words(struct sides *sides, const struct item_change *change);
/* An alert that is no longer true, by its sign, or by what it said. */
const char *alert_gone_words(struct sides *sides, const struct plan_alert *alert);
/* text_words.c: of a text on either side; what it says now. Between two packs no answer is the reason. */
const struct printed_text *one_of(const struct text_change *change);
const char *text_change_words(struct sides *sides, const struct text_change *change);
/* phases.c: a section for each phase in which something changes */
void add_phases(struct sides *sides, struct document_node *document);
const char *quoted(const struct laying *laying, const char *words);
/* The labels of some options of a question, each quoted; NULL for none. */
const char *ticks_words(const struct laying *laying, const struct question *question, uint64_t options);
/* shared.c: a list with a title and words in each line; titles of the same words share one. */
struct shared_line {
    const char *words;
    const char **titles;
    size_t count, capacity;
};
struct shared_lines {
    struct arena *arena;
    struct names by_words;
    struct shared_line *list;
    size_t count, capacity;
};
struct shared_lines shared_lines_in(struct arena *arena);
/* `title` may be NULL: there is none. */
void shared_add(struct shared_lines *lines, const char *title, const char *words);
const char *shared_titles(const struct shared_lines *lines, const struct shared_line *line); /* NULL: none */
void shared_put(const struct shared_lines *lines, struct laying *laying, struct document_node *parent);
/* What one answer says, with its unit; or that there is none. */
const char *answer_words(const struct laying *laying, size_t question, struct value value);

#endif
