/* A pack as the solver sees it: for every answer sheet at once, what the engine would decide.
 *
 * Each question is unanswered, or a value of its type and range. What the plan says is a yes-no term over the
 * answers, built from engine/definitions.h and expr/operators.h, as the engine's own decisions are. */
#ifndef PROVE_ENCODING_H
#define PROVE_ENCODING_H

#include "engine/engine.h"

#include <z3.h>

/* Of a yes-no expression `yes` (it is true) and `no` (it is false); neither: it is unknown. Of a number
 * `known`, and its numerator over a fixed denominator: whole numbers are all that the solver needs for exact
 * fractions. */
struct term {
    Z3_ast yes, no;
    Z3_ast known, numerator;
    int64_t denominator;
};

/* The answer to one question. What is not of its type is NULL. */
struct answer_term {
    Z3_ast known, truth, numerator;
    Z3_ast *options; /* one truth an option */
    Z3_ast count;    /* of choices */
};

struct encoding {
    struct arena *arena;
    const struct sc_pack *pack;
    Z3_context z3;
    Z3_solver solver; /* holds what is so for every sheet: ranges, one option of a choice */
    Z3_sort truths, integers;
    Z3_ast yes, no;
    struct answer_term *answers; /* by question; `known` is NULL where nothing reads it */
    struct term *facts;
    Z3_ast plan[SC_WITHHELD + 1];       /* by status; ready stands for incomplete too */
    Z3_ast (*items)[ITEM_STATUS_COUNT]; /* by item and status, as if the plan were printed */
    Z3_ast (*ladders)[LADDER_STATE_COUNT];
    Z3_ast **own; /* by ladder and step: it is the person's own */
};

/* `failed` is called where the solver itself fails (no memory); it must not return. The encoding lives in
 * `arena`; encoding_free gives back what the solver holds. */
struct encoding *encoding_new(struct arena *arena, const struct sc_pack *pack, Z3_error_handler *failed);
void encoding_free(struct encoding *encoding);

/* expressions.c. Of an expression of the pack; of an invariant too, once the plan's terms are there. */
struct term encode(struct encoding *encoding, const struct expr *expr);
/* All of a schedule's numbers are known. */
Z3_ast encode_numbers_known(struct encoding *encoding, const struct schedule *schedule);
/* What a predicate of invariants says. */
Z3_ast encode_predicate(struct encoding *encoding, enum predicate predicate, size_t first, size_t second);

/* answers.c */
/* The term of an answer, made when it is first read. */
const struct answer_term *answer_term(struct encoding *encoding, size_t question);
/* The sheet that a model stands for: by question, in `arena`. */
struct value *answers_in(struct encoding *encoding, Z3_model model, struct arena *arena);
/* A model that stands for a sheet. The caller counts its reference down. */
Z3_model model_of(struct encoding *encoding, const struct value *answers);
/* What a number is counted in: whole ones, or for a decimal the last of its 6 digits after the point. */
int64_t units_of(const struct question *question);
wide_integer in_units(const struct question *question, struct rational number);
/* Does the term hold in the model? */
bool holds_in(struct encoding *encoding, Z3_model model, Z3_ast term);

#endif
