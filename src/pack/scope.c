/* What names mean in expressions, and facts, each read when it is first needed. */
#include "pack/reading.h"

#include <string.h>

/* Stands for what another file would have named, had it been readable: used without a word. */
static const struct symbol not_readable = {.failed = true};

static void complain_circle(struct reading *reading, size_t fact)
{
    size_t from = 0;
    while (reading->facts_open[from] != fact)
        from++;
    struct buffer circle = buffer_in(reading->arena);
    for (size_t i = from; i < reading->facts_open_count; i++)
        buffer_print(&circle, "%s -> ", reading->facts.list[reading->facts_open[i]].id);
    buffer_text(&circle, reading->facts.list[fact].id);
    complain(reading, reading->facts.list[reading->facts_open[reading->facts_open_count - 1]].spot, NULL,
             "a circle of facts: %s", buffer_string(&circle));
}

static void read_fact(struct reading *reading, size_t number)
{
    const struct found *found = &reading->facts.list[number];
    struct symbol *symbol = &reading->fact_symbols[number];
    *symbol = (struct symbol){.kind = SYMBOL_FACT, .name = found->id, .number = number, .failed = true};
    reading->fact_states[number] = FACT_BEING_READ;
    reading->facts_open[reading->facts_open_count++] = number;
    const struct expr *rule = NULL;
    if (scalar_text(reading, found->spot) != NULL)
        rule = expr_read(reading->arena, found->spot.tree, found->spot.id, &reading->scope, WANT_EITHER,
                         reading->diagnostics);
    reading->facts_open_count--;
    reading->fact_states[number] = FACT_READ;
    if (rule == NULL)
        return;
    symbol->failed = false;
    symbol->type = expr_type(rule);
    if (symbol->type == VALUE_NUMBER)
        symbol->bounds = expr_bounds(rule);
    symbol->constant = expr_is_constant(rule);
    expr_reads(rule, reading->fact_reads, &reading->fact_reads[number]);
    reading->fact_rules[number] = rule;
    reading->fact_list[number] = (struct fact){found->id, rule, spot_place(found->spot)};
    reading->fact_order[reading->fact_order_count++] = number;
}

static const struct symbol *find(void *context, const char *name)
{
    struct reading *reading = context;
    size_t question = names_find(&reading->questions.ids, name);
    if (question != SIZE_MAX)
        return &reading->question_symbols[question];
    size_t fact = names_find(&reading->facts.ids, name);
    if (fact == SIZE_MAX)
        return reading->names_missing ? &not_readable : NULL;
    if (reading->fact_states[fact] == FACT_BEING_READ) {
        complain_circle(reading, fact);
        return &not_readable;
    }
    if (reading->fact_states[fact] == FACT_UNREAD)
        read_fact(reading, fact);
    return &reading->fact_symbols[fact];
}

static void offer_all(const struct founds *founds, void (*each)(void *, const char *), void *to)
{
    for (size_t i = 0; i < founds->count; i++)
        if (founds->list[i].id != NULL)
            each(to, founds->list[i].id);
}

static void offer(void *context, void (*each)(void *, const char *), void *to)
{
    const struct reading *reading = context;
    offer_all(&reading->questions, each, to);
    offer_all(&reading->facts, each, to);
}

void make_scopes(struct reading *reading)
{
    size_t count = reading->facts.count;
    reading->fact_list = arena_array(reading->arena, count, sizeof *reading->fact_list);
    reading->fact_symbols = arena_array(reading->arena, count, sizeof *reading->fact_symbols);
    reading->fact_states = arena_array(reading->arena, count, sizeof *reading->fact_states);
    reading->fact_rules = arena_array(reading->arena, count, sizeof *reading->fact_rules);
    reading->fact_order = arena_array(reading->arena, count, sizeof *reading->fact_order);
    reading->fact_reads = arena_array(reading->arena, count, sizeof *reading->fact_reads);
    reading->facts_open = arena_array(reading->arena, count + 1, sizeof *reading->facts_open);
    reading->scope = (struct scope){.context = reading, .find = find, .offer = offer};
}

void read_all_facts(struct reading *reading)
{
    for (size_t i = 0; i < reading->facts.count; i++)
        if (reading->fact_states[i] == FACT_UNREAD)
            read_fact(reading, i);
    reading->pack->facts = reading->fact_list;
    reading->pack->fact_count = reading->facts.count;
    reading->pack->fact_order = reading->fact_order;
    reading->pack->fact_rules = reading->fact_rules;
    reading->pack->fact_reads = reading->fact_reads;
}
