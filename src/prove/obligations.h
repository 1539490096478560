/* What has to be proved of a pack: each obligation as a term for the solver, and as a question to the
 * engine's plan. */
#ifndef PROVE_OBLIGATIONS_H
#define PROVE_OBLIGATIONS_H

#include "prove/encoding.h"

/* Something that one plan shows or does not. Its kind, what `first` and `second` are, and when it is seen. */
#define SIGHTS(SIGHT)                                                                                        \
    SIGHT(ANY_PLAN, any_plan, "every plan")                                                                  \
    SIGHT(PRINTED, printed, "the plan is printed")                                                           \
    SIGHT(BROKEN, broken, "invariant `first` does not hold")                                                 \
    SIGHT(UNSAFE, unsafe, "item `first` is offered, and an avoid of it is true or unknown")                  \
    SIGHT(ENDLESS, endless, "ladder `first` of a printed plan has no state, or a step that does not fit it") \
    SIGHT(LEAKED, leaked, "an item is offered in a plan that is withheld or unscreened")                     \
    SIGHT(OFFERED, offered, "item `first` is offered")                                                       \
    SIGHT(ALERT, alert, "alert `first` is printed")                                                          \
    SIGHT(AVOID, avoid, "avoid `second` of item `first` is a reason why it is withheld")                     \
    SIGHT(CAUTION, caution, "caution `second` of the offered item `first` is printed")                       \
    SIGHT(TRUE_CAUTION, true_caution, "the same, and it is true")                                            \
    SIGHT(NOTE, note, "note `second` of the offered item `first` is printed")                                \
    SIGHT(WARNING, warning, "warning `first` is printed")                                                    \
    SIGHT(LADDER, ladder, "ladder `first` is in the state `second`")                                         \
    SIGHT(STEP, step, "the person stands on step `second` of ladder `first`")

enum sight_kind {
#define SIGHT(kind, name, seen) SIGHT_##kind,
    SIGHTS(SIGHT)
#undef SIGHT
        SIGHT_COUNT
};

struct sight {
    enum sight_kind kind;
    size_t first, second;
};

Z3_ast sight_term(struct encoding *encoding, struct sight sight);
bool sight_is_seen(const struct sc_plan *plan, struct sight sight);

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
    /* Where one of these is there, it is about its variant `variant`, which is taken in the sight. */
    const struct text *text;
    const struct schedules *schedules;
    size_t variant;

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
