/* An answer sheet: what one person answered, checked against the pack's questions. */
#ifndef ANSWERS_SHEET_H
#define ANSWERS_SHEET_H

#include "pack/pack.h"

enum sheet_origin { FROM_FILE, FROM_FLAG };

/* What a sheet was made from: a file, or one answer of a flag. */
struct sheet_part {
    const struct source *source;
    enum sheet_origin origin;
};

struct sc_sheet {
    struct arena *arena; /* owns all of it, this structure too */
    const struct sc_pack *pack;
    struct value *answers;    /* by question; for choices the set, `none` is the empty one */
    const char *id;           /* the sheet's own name, or NULL */
    struct sheet_part *parts; /* all that was read, in order */
    size_t part_count, part_capacity;
};

/* Takes the answers of a mapping over what the sheet holds: a mapping of answers, or one that has them under
 * `answers` (its other keys are ignored, but `id`). false: reported, and the sheet is as it was. */
bool sheet_take(struct sc_sheet *sheet, const struct tree *tree, node_id mapping,
                struct sc_diagnostics *diagnostics);
/* An empty sheet in an arena that the caller owns. */
struct sc_sheet *sheet_in(struct arena *arena, const struct sc_pack *pack);

/* What an attempt to answer came to. */
enum answer_outcome { ANSWER_TAKEN, ANSWER_ERASED, ANSWER_REFUSED };

/* Why an answer was refused, in the arena: one sentence, and a near option or NULL. */
struct refusal {
    const char *why, *hint;
};

/* One answer from the words of a flag, a prompt or a scalar: "yes", "12", "walking", "unknown", "". For
 * choices several options with commas. */
enum answer_outcome answer_from_words(struct arena *arena, const struct question *question, const char *words,
                                      struct value *value, struct refusal *refusal);
/* The same from a node of a sheet, by its style: JSON keeps its types, and has lists. */
enum answer_outcome answer_from_node(struct arena *arena, const struct question *question,
                                     const struct tree *tree, node_id node, struct value *value,
                                     struct refusal *refusal, node_id *where);
/* "0 - 10", of a question that has a range. */
const char *answer_range(struct arena *arena, const struct question *question);
/* "a whole number from 0 to 120": what would be an answer. */
const char *answer_expected(struct arena *arena, const struct question *question);

#endif
