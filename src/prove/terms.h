/* The definitions of a plan, read with the terms of the solver: each is a term. A variable `encoding` is at
 * hand wherever they are read. */
#ifndef PROVE_TERMS_H
#define PROVE_TERMS_H

#include "engine/definitions.h"
#include "prove/encoding.h"

#define IS_TRUE(term)       ((term).yes)
#define IS_FALSE(term)      ((term).no)
#define IS_UNKNOWN(term)    term_not(encoding, term_or(encoding, (term).yes, (term).no))
#define HOLDS(term)         (term)
#define BOTH(left, right)   term_and(encoding, left, right)
#define EITHER(left, right) term_or(encoding, left, right)
#define NOT(term)           term_not(encoding, term)
#define YES                 (encoding->yes)

Z3_ast term_and(struct encoding *encoding, Z3_ast left, Z3_ast right);
Z3_ast term_or(struct encoding *encoding, Z3_ast left, Z3_ast right);
Z3_ast term_not(struct encoding *encoding, Z3_ast term);
Z3_ast term_of(struct encoding *encoding, bool truth);
Z3_ast term_integer(struct encoding *encoding, wide_integer number);
Z3_ast term_times(struct encoding *encoding, Z3_ast number, wide_integer factor);
Z3_ast term_new(struct encoding *encoding, Z3_sort sort); /* a variable */
/* An `or` of three values. It starts as term_false. */
struct term term_either(struct encoding *encoding, struct term left, struct term right);
struct term term_truth(struct encoding *encoding, bool truth);
/* Of rows of which the first that holds counts: this one holds and none before it did. */
Z3_ast term_row(struct encoding *encoding, Z3_ast *passed, Z3_ast condition);

#endif
