/* The worked examples of a pack: run, and compared with what they expect. */
#ifndef CASES_CASES_H
#define CASES_CASES_H

#include "plan/plan.h"

struct case_result {
    const char *name;
    const char *failure; /* NULL: it passed */
};

struct sc_cases {
    struct arena *arena; /* owns all of it, this structure too */
    struct case_result *list;
    size_t count, failed;
};

/* One case while it is compared. */
struct comparing {
    struct arena *arena;
    struct sc_diagnostics *diagnostics;
    const struct sc_pack *pack;
    const struct sc_plan *plan;
    const struct tree *tree;
    struct buffer *failure;
};

/* Compares every key of `expect`; what differs goes to `failure`, what cannot be read to the diagnostics. */
void compare_expectations(struct comparing *comparing, node_id expect);

#endif
