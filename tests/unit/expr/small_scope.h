/* What the tests of expressions share: a handful of questions and facts, and a tree of one scalar. */
#ifndef TESTS_EXPR_SMALL_SCOPE_H
#define TESTS_EXPR_SMALL_SCOPE_H

#include "../house.h"

#include "expr/expr.h"
#include "support/buffer.h"

static struct arena *arena;
static struct escape escape;

static const char *const time_options[] = {"little", "some", "no"};
static const char *const drug_options[] = {"aspirin", "opioid", "other-one"};

static const struct symbol symbols[] = {
    {.name = "age", .number = 0, .type = VALUE_NUMBER, .bounds = {{0, 1}, {120, 1}, 1}},
    {.name = "walk", .number = 1, .type = VALUE_NUMBER, .bounds = {{0, 1}, {120, 1}, 1000000}},
    {.name = "ulcer", .number = 2, .type = VALUE_TRUTH},
    {.name = "smoker", .number = 3, .type = VALUE_TRUTH},
    {.name = "time", .number = 4, .type = VALUE_CHOICE, .options = time_options, .option_count = 3},
    {.name = "drugs", .number = 5, .type = VALUE_CHOICES, .options = drug_options, .option_count = 3},
    {.name = "goal", .number = 6, .type = VALUE_TEXT},
    {.name = "some", .number = 7, .type = VALUE_TRUTH},
    {.name = "huge", .number = 8, .type = VALUE_NUMBER, .bounds = {{0, 1}, {4000000000000000000, 1}, 1}},
    {.name = "broken", .number = 9, .type = VALUE_CHOICE, .failed = true},
    {.kind = SYMBOL_FACT, .name = "risky", .number = 0, .type = VALUE_TRUTH},
    {.kind = SYMBOL_FACT,
     .name = "total",
     .number = 1,
     .type = VALUE_NUMBER,
     .bounds = {{0, 1}, {240, 1}, 1000000}},
    {.kind = SYMBOL_FACT,
     .name = "three",
     .number = 2,
     .type = VALUE_NUMBER,
     .bounds = {{3, 1}, {3, 1}, 1},
     .constant = true},
    {.kind = SYMBOL_FACT, .name = "alarming", .number = 3, .type = VALUE_TRUTH},
};
/* By fact, in the order of their numbers: each after those that it reads. */
static const char *const fact_texts[] = {"smoker or opioid in drugs", "age + walk", "3", "risky and ulcer"};
enum { FACTS = sizeof fact_texts / sizeof fact_texts[0] };
enum { SYMBOLS = sizeof symbols / sizeof symbols[0] };
static struct value answers[SYMBOLS];
static const struct expr *fact_rules[FACTS];
static struct value facts[FACTS];
static struct questions fact_depends[FACTS], fact_reads[FACTS];
static const struct readings readings = {
    .answers = answers, .facts = facts, .fact_depends = fact_depends, .fact_rules = fact_rules};

static inline const struct symbol *find(void *context, const char *name)
{
    (void)context;
    for (size_t i = 0; i < SYMBOLS; i++)
        if (strcmp(symbols[i].name, name) == 0)
            return &symbols[i];
    return NULL;
}

static inline void offer(void *context, void (*each)(void *, const char *), void *to)
{
    (void)context;
    for (size_t i = 0; i < SYMBOLS; i++)
        each(to, symbols[i].name);
}

static inline bool predicate(void *context, enum predicate which, const char *const *arguments, size_t count,
                             const struct place *places, size_t *first, size_t *second)
{
    (void)context, (void)which, (void)arguments, (void)count, (void)places;
    *first = *second = 0;
    return true;
}

static struct scope scope = {.find = find, .offer = offer};

static inline const struct expr *read_expr(const char *text, enum expr_want want,
                                           struct sc_diagnostics *diagnostics)
{
    struct source *source = arena_alloc(arena, sizeof *source);
    *source = (struct source){"e", arena_text(arena, text), strlen(text)};
    struct node *nodes = arena_array(arena, 2, sizeof *nodes);
    nodes[1] = (struct node){.length = (uint32_t)strlen(text), .line = 1, .column = 1};
    struct tree *tree = arena_alloc(arena, sizeof *tree);
    *tree = (struct tree){nodes, 2, source->bytes, source};
    arena_rearm(diagnostics_arena(diagnostics), &escape);
    return expr_read(arena, tree, 1, &scope, want, diagnostics);
}

static inline const struct expr *good(const char *text)
{
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    const struct expr *expr = read_expr(text, WANT_EITHER, diagnostics);
    if (expr == NULL)
        fail_msg("%s: %s", text, sc_diagnostics_text(diagnostics));
    sc_diagnostics_free(diagnostics);
    return expr;
}

/* Each fact after the answers are known, as the engine does it. */
static inline void find_facts(void)
{
    for (size_t i = 0; i < FACTS; i++) {
        fact_rules[i] = good(fact_texts[i]);
        facts[i] = expr_value(fact_rules[i], &readings);
        fact_depends[i] = fact_reads[i] = (struct questions){{0}};
        expr_depends(fact_rules[i], &readings, &fact_depends[i]);
        expr_reads(fact_rules[i], fact_reads, &fact_reads[i]);
    }
}

static inline void forget(void)
{
    memset(answers, 0, sizeof answers);
}

static inline void know_truth(size_t question, bool truth)
{
    answers[question] = (struct value){.known = true, .truth = truth};
}

static inline void know_number(size_t question, int64_t number)
{
    answers[question] = (struct value){.known = true, .number = {number, 1}};
}

static inline void expect(const char *text, enum truth truth)
{
    enum truth came = expr_is(good(text), &readings);
    if (came != truth)
        fail_msg("%s: expected %d, came %d", text, (int)truth, (int)came);
}

#endif
