/* What has to be proved of a pack: each obligation as a term for the solver, and as a question to the
 * engine's plan. */
#ifndef PROVE_OBLIGATIONS_H
#define PROVE_OBLIGATIONS_H

#include "prove/encoding.h"
#include "rules/rules.h"

Z3_ast sight_term(struct encoding *encoding, struct sight sight);

/* NEVER: no sheet may show it; one that does is a counterexample. SOMETIMES: some sheet must; else it is
 * dead. */
enum must { MUST_NEVER, MUST_SOMETIMES };

enum result { RESULT_OPEN, RESULT_PROVED, RESULT_FAILED, RESULT_DEAD, RESULT_UNDECIDED, RESULT_COUNT };

struct obligation {
    enum must must;
    const char *kind; /* "invariant", "item", "step" ..., as JSON has it */
    const char *what; /* in words: "the item 'walking' can be offered" */
    const char *id;   /* of the invariant, item, alert, ladder that it is about; or NULL */
    struct place place;
    struct sight sight;
    const struct pack_rule *variant; /* NULL, or it is about this variant, which is taken in the sight */

    Z3_ast term; /* set by prove_all */
    enum result result;
    const struct value *counterexample; /* FAILED: the answers */
    bool smallest;                      /* no sheet of fewer answers shows it */
};

struct obligations {
    struct obligation *list;
    size_t count, capacity;
};

/* All of a pack, invariants first, in `arena`. */
struct obligations obligations_of(struct arena *arena, const struct sc_pack *pack);
Z3_ast obligation_term(struct encoding *encoding, const struct obligation *obligation);
/* Does the engine's plan show what the obligation is about? */
bool obligation_is_seen(const struct sc_plan *plan, const struct obligation *obligation);

#endif
