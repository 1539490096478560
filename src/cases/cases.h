/* The worked examples of a pack: run, and compared with what they expect. */
#ifndef CASES_CASES_H
#define CASES_CASES_H

#include "rules/rules.h"
#include "support/buffer.h"

/* One line of what was expected, beside what came. */
enum row_kind {
    ROW_MISSING,  /* `came`: what came in its place, or NULL */
    ROW_TOO_MUCH, /* `expected` is NULL */
    ROW_DIFFERS,
    ROW_BROKEN, /* an invariant: `expected` is its rule, `came` is NULL */
    ROW_GAP,    /* of a rule: the truths that no case has seen, and those that they have */
    ROW_KIND_COUNT
};
extern const char *const row_kind_names[ROW_KIND_COUNT];

struct row {
    enum row_kind kind;
    const char *expected, *came;
};

/* A key of `expect` that is not met, or an invariant that does not hold. */
struct difference {
    const char *about;
    struct place place;
    struct row *rows;
    size_t row_count, capacity;
    size_t same; /* so many lines more are as expected */
};

struct case_result {
    const char *name; /* its path and its title */
    struct difference *differences;
    size_t difference_count, capacity;
    const char *failure; /* the differences as a page has them; NULL: it passed */
};

struct coverage {
    struct pack_rules rules;
    unsigned *seen; /* by rule: the truths that it had where they counted, bit k for truth k */
};

struct sc_cases {
    struct arena *arena; /* owns all of it, this structure too */
    const struct sc_pack *pack;
    struct case_result *list;
    size_t count, failed;
    struct coverage coverage;
};

/* ---- One case while it is compared ---- */

struct comparing {
    struct arena *arena;
    struct sc_diagnostics *diagnostics;
    const struct sc_pack *pack;
    const struct sc_plan *plan;
    const struct tree *tree;
    const char *page; /* the plan in words, blanks folded; made when it is first looked at */
    struct case_result *result;
};

/* compare.c: every key of `expect`; what differs goes to the result, what cannot be read to the diagnostics.
 */
void compare_expectations(struct comparing *comparing, node_id expect);
struct difference *add_difference(struct comparing *comparing, const char *about, struct place place);
void add_row(struct comparing *comparing, struct difference *difference, struct row row);

/* One thing that was expected or came: a name alone, or a name and its value. Of one name both sides have one
 * value at most. */
struct entry {
    const char *name, *value;
    const char *instead; /* if it is missing: what came in its place */
};
struct entries {
    struct entry *list;
    size_t count, capacity;
};
void add_entry(struct comparing *comparing, struct entries *entries, struct entry entry);

/* expected.c: what a case says under a key. came.c: what the plan says of it. One function a key each. */
#define COMPARED_KEYS(KEY)                                                                                   \
    KEY(status)                                                                                              \
    KEY(alerts)                                                                                              \
    KEY(offered)                                                                                             \
    KEY(withheld)                                                                                            \
    KEY(needs)                                                                                               \
    KEY(missing)                                                                                             \
    KEY(step)                                                                                                \
    KEY(ladder)                                                                                              \
    KEY(schedule)
#define KEY(name)                                                                                            \
    void expected_##name(struct comparing *comparing, node_id node, struct entries *entries);                \
    void came_##name(struct comparing *comparing, node_id node, struct entries *entries);
COMPARED_KEYS(KEY)
#undef KEY
const char *expected_word(struct comparing *comparing, node_id node);
bool expected_kind(struct comparing *comparing, node_id node, enum node_kind kind);
/* The status of an item in words, for what came in its place. */
const char *came_instead(struct comparing *comparing, size_t item);

/* pieces.c: words that the page has, or has not */
void compare_prints(struct comparing *comparing, const char *key, node_id node);
void compare_prints_not(struct comparing *comparing, const char *key, node_id node);

/* ---- coverage.c: which rules the cases have seen ---- */

struct coverage coverage_of(struct arena *arena, const struct sc_pack *pack);
/* Takes note of each rule whose truth counts in the plan. */
void coverage_look(struct coverage *coverage, const struct sc_plan *plan);
/* The truths of the rule with this number that no case has seen and some should have; 0: no gap. Keys that
 * the pack leaves out are no rules. */
unsigned coverage_gap(const struct coverage *coverage, size_t number);
size_t coverage_gaps(const struct coverage *coverage);
size_t coverage_rules(const struct coverage *coverage);
/* "true", "true, unknown". */
const char *coverage_words(struct arena *arena, unsigned truths, const char *between);

/* ---- What is printed of it ---- */

/* report.c. For a terminal, side by side. */
const char *failure_words(struct arena *arena, const struct case_result *result);
void cases_write_text(const struct sc_cases *cases, const struct sc_cases_request *request,
                      struct buffer *out);
/* tap.c. For a harness: the Test Anything Protocol, version 13. */
void cases_write_tap(const struct sc_cases *cases, const struct sc_cases_request *request,
                     struct buffer *out);

#endif
