/* The expression language: read, typed, bounded, evaluated in three values.
 *
 * One table, expr/operators.h, holds every operator with its evaluator, how it takes an unknown, and its
 * meaning; the evaluator, the walks over what a rule reads and the solver's view use it. */
#ifndef EXPR_EXPR_H
#define EXPR_EXPR_H

#include "support/arena.h"
#include "support/diagnostics.h"
#include "support/rational.h"
#include "support/tree.h"

#include <stdbool.h>
#include <stdint.h>

enum value_type {
    VALUE_TRUTH,   /* yes-no */
    VALUE_NUMBER,  /* integer, decimal */
    VALUE_CHOICE,  /* one option */
    VALUE_CHOICES, /* a set of options */
    VALUE_TEXT,
};

enum truth { TRUTH_FALSE, TRUTH_TRUE, TRUTH_UNKNOWN };

/* What is known of an answer, a fact or an expression. */
struct value {
    bool known;
    union {
        bool truth;
        struct rational number;
        size_t option;    /* its number among the question's options */
        uint64_t options; /* a set: bit k is option k; `none` is the empty set */
        const char *text;
    };
};

/* All values of a number: between low and high, each with a denominator that divides `denominator`. */
struct bounds {
    struct rational low, high;
    int64_t denominator;
};

enum symbol_kind { SYMBOL_QUESTION, SYMBOL_FACT };

/* What a name in an expression stands for. */
struct symbol {
    enum symbol_kind kind;
    const char *name;
    size_t number; /* of the question or of the fact, in the pack's order */
    enum value_type type;
    struct bounds bounds;       /* a number's */
    bool constant;              /* a fact that reads no question */
    const char *const *options; /* a choice's or choices'; never `none` for choices */
    size_t option_count;
    bool failed; /* it had an error of its own: whatever uses it is not reported again */
};

/* The predicates of invariants. `first` and `second` are numbers that the pack gives (item, alert, ladder,
 * step...). */
enum predicate {
    PREDICATE_OFFERED,
    PREDICATE_WITHHELD,
    PREDICATE_NOT_NEEDED,
    PREDICATE_SPENT,
    PREDICATE_LATER,
    PREDICATE_NEEDS_ANSWER,
    PREDICATE_CAUTION,
    PREDICATE_ALERT,
    PREDICATE_ON_STEP,
    PREDICATE_WITHHELD_PLAN,
    PREDICATE_PRINTED_PLAN,
};

/* How the pack answers the names of an expression. */
struct scope {
    void *context;
    /* NULL: no such name. Finding a fact may read that fact first. */
    const struct symbol *(*find)(void *context, const char *name);
    /* Offers every name, for "did you mean". */
    void (*offer)(void *context, void (*each)(void *, const char *), void *to);
    /* For invariants; NULL elsewhere. false: no such thing, and the scope has reported it at `place`. */
    bool (*predicate)(void *context, enum predicate predicate, const char *const *arguments,
                      size_t argument_count, const struct place *places, size_t *first, size_t *second);
};

struct expr;

/* What an expression must give at its place. */
enum expr_want { WANT_TRUTH, WANT_NUMBER, WANT_EITHER };

/* Reads the expression in a scalar of a tree. NULL: it has an error, which was reported at its character (or
 * lies in a symbol that had failed). The expression lives in `arena`; scope is not kept. `is answered` and
 * predicates are errors unless scope->predicate is there. */
const struct expr *expr_read(struct arena *arena, const struct tree *tree, node_id scalar,
                             const struct scope *scope, enum expr_want want,
                             struct sc_diagnostics *diagnostics);
/* The constant yes or no, or a number: for keys that have a default. */
const struct expr *expr_truth(struct arena *arena, bool truth);

enum value_type expr_type(const struct expr *expr);
struct bounds expr_bounds(const struct expr *expr); /* of a number */
bool expr_is_constant(const struct expr *expr);     /* reads no question */
/* As the pack has it, blanks folded; "yes" or "no" for a default. */
const char *expr_written(const struct expr *expr);
struct place expr_place(const struct expr *expr); /* line 0 for a default */
bool expr_is_word(const char *name);              /* of the language: no question or fact may be called so */

/* A set of questions: one bit each, LIMIT_QUESTIONS of them. */
struct questions {
    uint64_t words[8];
};
bool questions_has(const struct questions *set, size_t question);
void questions_put(struct questions *set, size_t question);
void questions_drop(struct questions *set, const struct questions *others);
void questions_join(struct questions *set, const struct questions *others);
bool questions_empty(const struct questions *set);

/* What an expression is evaluated against. What is said of facts is found in their order, each after those
 * that it reads, so that no walk goes through a fact twice. */
struct readings {
    const struct value *answers;          /* by question */
    const struct value *facts;            /* by fact; those that this one reads must be there */
    const struct questions *fact_depends; /* by fact: what an unknown one depends on */
    const struct expr *const *fact_rules;
    void *context;
    bool (*predicate)(void *context, enum predicate predicate, size_t first,
                      size_t second); /* invariants alone */
};

struct value expr_value(const struct expr *expr, const struct readings *readings);
enum truth expr_is(const struct expr *expr, const struct readings *readings); /* of a yes-no expression */

/* Which truths a condition can come to over all sheets, bit k for truth k: never fewer than there are. A
 * fact's truths stand in `facts`, by number; those of the facts that it reads must be there. */
unsigned expr_possible(const struct expr *expr, const unsigned *facts);

/* Adds the questions that an unknown expression depends on (design: through facts; every unknown operand of
 * `or`, the first unknown one of `and`; of anything else every unknown part). Nothing is added for a known
 * one. */
void expr_depends(const struct expr *expr, const struct readings *readings, struct questions *set);
/* Adds every question that it reads, through facts too: `fact_reads` by fact. */
void expr_reads(const struct expr *expr, const struct questions *fact_reads, struct questions *set);
/* Calls `each` for every fact that it reads itself, not through another; one may come more than once. */
void expr_facts(const struct expr *expr, void (*each)(void *context, size_t fact), void *context);
/* Calls `each` for the answers that made a known condition what it is: of a true `or` its true parts, of a
 * false `and` its false parts, else of all parts; through facts. `option` is the one that was ticked or
 * chosen, SIZE_MAX: the answer as a whole. The same answer may come more than once. */
void expr_decisive(const struct expr *expr, const struct readings *readings,
                   void (*each)(void *context, size_t question, size_t option), void *context);

/* A number while the answer to one question rises step by step: what it is now, and by how much each step
 * changes it. */
struct slope {
    bool known;
    struct rational now, each;
};

/* The answer to one question rises. */
struct rise {
    size_t question;           /* an integer or a decimal, answered */
    struct rational step;      /* the least by which its answer can rise */
    const struct slope *facts; /* by fact; those that the expression reads must be there */
    int64_t steps;             /* how many can be taken; what is looked at lowers it */
};
/* Lowers rise->steps to those through which every comparison in the expression stays what it is now. For a
 * number its slope through these steps; of a truth nothing is known. */
struct slope expr_rise(const struct expr *expr, const struct readings *readings, struct rise *rise);

#endif
