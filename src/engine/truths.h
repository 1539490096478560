/* The definitions of a plan, read with the truths of one sheet: each is a condition in C. */
#ifndef ENGINE_TRUTHS_H
#define ENGINE_TRUTHS_H

#include "engine/definitions.h"
#include "expr/expr.h"

#define IS_TRUE(truth)      ((truth) == TRUTH_TRUE)
#define IS_FALSE(truth)     ((truth) == TRUTH_FALSE)
#define IS_UNKNOWN(truth)   ((truth) == TRUTH_UNKNOWN)
#define HOLDS(condition)    (condition)
#define BOTH(left, right)   ((left) && (right))
#define EITHER(left, right) ((left) || (right))
#define NOT(condition)      (!(condition))
#define YES                 true

/* Both of what is gathered one by one: an `or` of three values. It starts as false. */
static inline enum truth truth_or(enum truth left, enum truth right)
{
    return left == TRUTH_TRUE || right == TRUTH_TRUE         ? TRUTH_TRUE
           : left == TRUTH_UNKNOWN || right == TRUTH_UNKNOWN ? TRUTH_UNKNOWN
                                                             : TRUTH_FALSE;
}

#endif
