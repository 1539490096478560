/* The proof of a pack: every obligation decided for every answer sheet, complete or not. */
#ifndef PROVE_PROVE_H
#define PROVE_PROVE_H

#include "prove/obligations.h"

struct proving {
    struct arena *arena;
    const struct sc_pack *pack;
    struct encoding *encoding;
    struct obligations obligations;
    unsigned timeout; /* milliseconds for each obligation */
    /* Where the solver and the engine disagree: about what, and on which answers. NULL: they never did. */
    const char *defect;
    const struct value *defect_answers;
};

/* Decides all obligations of the encoding's pack. false: a defect of the prover, nothing is proved. */
bool prove_all(struct proving *proving);

/* ---- what the files of this room share ---- */

/* How one question to the solver ended. */
enum outcome { OUTCOME_NONE, OUTCOME_FOUND, OUTCOME_UNDECIDED };

/* Is there a sheet that meets what the solver holds? `answers`: it, in `arena`; NULL unless found. */
enum outcome ask_solver(struct encoding *encoding, unsigned timeout, struct arena *arena,
                        struct value **answers);
/* The engine's plan for a sheet, looked at and thrown away. */
bool engine_shows(const struct proving *proving, const struct obligation *obligation,
                  const struct value *answers);
/* A new arena that lands where the proof's does. */
struct arena *scratch_arena(const struct proving *proving);
struct sc_plan *plan_for(struct arena *arena, const struct sc_pack *pack, const struct value *answers);

/* counterexample.c: the smallest sheet that shows the obligation's term, from one that does: the fewest
 * answers, then those that stand first in the pack, then the most ordinary values. What time does not allow
 * stays as it is. */
void make_smallest(struct proving *proving, struct obligation *obligation, struct value *answers);

#endif
