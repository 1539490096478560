/* Every single answer that would change what a plan decides: a status, an alert or a step. */
#ifndef COMPARE_SINGLE_H
#define COMPARE_SINGLE_H

#include "compare/compare.h"

/* Answers that lead to the same plan: of a number all from the first to the last, else one. */
struct answer_range {
    struct value first, last;
    size_t turn; /* in which they were tried: the order of the question */
};

struct single_change {
    const struct plan_changes *changes; /* the plan as it is, and with such an answer */
    struct answer_range *ranges;
    size_t range_count, range_capacity;
};

/* One question that has such answers. */
struct single_question {
    size_t question;
    struct single_change *changes; /* each with other decisions */
    size_t count, capacity;
};

struct singles {
    const struct sc_plan *plan;
    struct single_question *questions;
    size_t count;
};

/* outcome.c: all that a plan decides, as a text: plans of one pack decide the same if it is the same. */
size_t outcome_length(const struct sc_pack *pack); /* with the NUL behind it */
void outcome_write(const struct sc_plan *plan, char *text);
/* rising.c */
struct rising;
struct rising *rising_over(struct arena *arena, const struct sc_plan *plan);
/* Does any decision read the answer to this question? */
bool rising_matters(const struct rising *rising, size_t question);
/* The least by which its answer can rise. */
struct rational rising_step(const struct question *question);
/* How many such steps no rule notices, from a number on; less than `most` if one does. */
int64_t rising_steps(struct rising *rising, size_t question, struct rational from, int64_t most);
/* Does a range of numbers begin where another ends? */
bool ranges_meet(const struct question *asked, const struct answer_range *one,
                 const struct answer_range *next);
/* single.c. The plans live in `arena`. `most`: facts and decisions that may be worked out, over all answers
 * that are tried. SC_INVALID: there are more; said. */
enum sc_status find_singles(struct arena *arena, const struct sc_plan *plan, size_t most,
                            struct sc_diagnostics *diagnostics, struct singles *singles);

/* single_page.c, single_data.c */
const struct document_node *single_document(struct arena *arena, const struct singles *singles);
void single_write_json(const struct singles *singles, struct buffer *out);

#endif
