/* Every rule of a pack in one list, and what one plan shows of it: for whoever looks at a pack as a whole. */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "engine/engine.h"

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

bool sight_is_seen(const struct sc_plan *plan, struct sight sight);

/* The kinds of rules: what they are called, and what `first` and `second` are. */
#define RULE_KINDS(KIND)                                                                                     \
    KIND(ALERT, "alert", "an alert")                                                                         \
    KIND(GATE, "gate", "a ladder")                                                                           \
    KIND(OFFER, "offer", "an item")                                                                          \
    KIND(SPENT, "spent", "an item")                                                                          \
    KIND(AVOID, "avoid", "an item, and which of its list")                                                   \
    KIND(CAUTION, "caution", "an item, and which of its list")                                               \
    KIND(NOTE, "note", "an item, and which of its list")                                                     \
    KIND(WARNING, "warning", "a warning")                                                                    \
    KIND(VARIANT, "variant", "of a text or of a schedule, any but the last; see `printed`")

enum rule_kind {
#define KIND(kind, name, numbers) RULE_##kind,
    RULE_KINDS(KIND)
#undef KIND
        RULE_KIND_COUNT
};
extern const char *const rule_kind_names[RULE_KIND_COUNT];

struct pack_rule {
    enum rule_kind kind;
    size_t first, second;
    const char *id;          /* of the item, alert, ladder, phase or warning that it belongs to; or NULL */
    const char *what;        /* in words: "item 'ibuprofen', avoid 'ulcer'" */
    const struct expr *when; /* maybe a default */
    unsigned possible;       /* the truths that it can come to, as expr_possible counts them */
    struct place place;      /* of what it belongs to; of a variant, of its condition */
    /* VARIANT alone: in which plans its text is printed, or its schedule; one of the two is there. */
    struct sight printed;
    const struct text *text;
    const struct schedules *schedules;
    size_t variant;
};

struct pack_rules {
    struct pack_rule *list;
    size_t count, capacity;
};

/* All of them, in the order of the pack, in `arena`. */
struct pack_rules rules_of(struct arena *arena, const struct sc_pack *pack);
/* Does the pack say it, or is it the default of a key that was left out? */
bool rule_is_written(const struct pack_rule *rule);
/* Of a variant: the number of the one that the plan takes. */
size_t rule_taken_variant(const struct pack_rule *rule, const struct readings *readings);

#endif
