/* The first walk: whatever has an id gets its number, in the pack's order. */
#include "pack/reading.h"
#include "support/limits.h"

#include <string.h>

static size_t add_found(struct reading *reading, struct founds *founds, struct found found)
{
    founds->list =
        arena_grow(reading->arena, founds->list, founds->count, &founds->capacity, sizeof *founds->list);
    founds->list[founds->count] = found;
    return founds->count++;
}

static void put_id(struct reading *reading, struct founds *founds, struct spot id, size_t number,
                   const char *what)
{
    if (!spot_is_there(id) || tree_node(id.tree, id.id)->kind != NODE_SCALAR)
        return;
    const char *name = tree_text(id.tree, id.id);
    founds->list[number].id = name;
    size_t before = names_put(&founds->ids, name, number);
    if (before == SIZE_MAX)
        return;
    struct place first = spot_place(founds->list[before].spot);
    complain(reading, id, NULL, "the %s '%s' stands twice; it stands first in %s, line %u", what, name,
             first.source->name, first.line);
}

/* All elements of a list as `founds`; `within` says what they stand in. */
static void gather_list(struct reading *reading, struct spot list, struct founds *founds, const char *what,
                        struct found within)
{
    if (!spot_is_there(list))
        return;
    const char *plural = arena_print(reading->arena, "%ss", what);
    if (!expect_sequence(reading, list, plural))
        return;
    for (node_id id = tree_node(list.tree, list.id)->first; id != 0; id = tree_node(list.tree, id)->next) {
        struct spot element = {list.tree, id};
        if (founds->count == LIMIT_ITEMS ||
            (founds == &reading->questions && founds->count == LIMIT_QUESTIONS)) {
            complain(reading, element, NULL, "more than %zu %s", founds->count, plural);
            return;
        }
        within.spot = element;
        size_t number = add_found(reading, founds, within);
        put_id(reading, founds, spot_of(element, "id"), number, what);
    }
}

static void gather_facts(struct reading *reading, struct spot facts)
{
    if (!spot_is_there(facts))
        return;
    if (tree_node(facts.tree, facts.id)->kind != NODE_MAPPING) {
        complain(reading, facts, NULL, "a mapping from names to expressions is expected here");
        return;
    }
    for (node_id id = tree_node(facts.tree, facts.id)->first; id != 0;) {
        node_id value = tree_node(facts.tree, id)->next;
        struct spot key = {facts.tree, id};
        if (reading->facts.count == LIMIT_FACTS) {
            complain(reading, key, NULL, "more than %d facts", LIMIT_FACTS);
            return;
        }
        size_t number = add_found(reading, &reading->facts, (struct found){.spot = {facts.tree, value}});
        put_id(reading, &reading->facts, key, number, "fact");
        const char *name = NULL;
        read_shape(reading, SHAPE_NAME, key, &name);
        id = tree_node(facts.tree, value)->next;
    }
}

static void gather_ladder(struct reading *reading, struct spot ladder, size_t phase)
{
    if (tree_node(ladder.tree, ladder.id)->kind != NODE_MAPPING) {
        complain(reading, ladder, NULL, "a mapping with the keys of a ladder is expected here");
        return;
    }
    size_t number = add_found(reading, &reading->ladders, (struct found){.spot = ladder, .phase = phase});
    put_id(reading, &reading->ladders, spot_of(ladder, "id"), number, "ladder");
    struct spot steps = spot_of(ladder, "steps");
    if (!spot_is_there(steps) || !expect_sequence(reading, steps, "steps"))
        return;
    if (tree_node(steps.tree, steps.id)->length == 0)
        complain(reading, steps, NULL, "a ladder has at least one step");
    size_t step_number = 0;
    for (node_id id = tree_node(steps.tree, steps.id)->first; id != 0;
         id = tree_node(steps.tree, id)->next, step_number++) {
        struct found step = {.spot = {steps.tree, id}, .phase = phase, .ladder = number, .step = step_number};
        put_id(reading, &reading->steps, spot_of(step.spot, "id"), add_found(reading, &reading->steps, step),
               "step");
        gather_list(reading, spot_of(step.spot, "items"), &reading->items, "item", step);
    }
}

static void gather_phase(struct reading *reading, struct spot file)
{
    size_t number = add_found(reading, &reading->phases, (struct found){.spot = file});
    put_id(reading, &reading->phases, spot_of(file, "phase"), number, "phase");
    struct found within = {.phase = number, .ladder = SIZE_MAX, .step = SIZE_MAX};
    gather_list(reading, spot_of(file, "items"), &reading->items, "item", within);
    struct spot ladder = spot_of(file, "ladder");
    if (spot_is_there(ladder))
        gather_ladder(reading, ladder, number);
}

/* A file describes a phase if it has any key that only a phase has. */
static bool holds_phase(struct spot file, bool is_pack)
{
    for (size_t i = 0; i < key_count; i++) {
        bool shared = is_pack && strcmp(keys[i].name, "title") == 0;
        if (keys[i].section == SECTION_PHASE && !shared && spot_is_there(spot_of(file, keys[i].name)))
            return true;
    }
    return false;
}

static void complain_second_phase(struct reading *reading, struct spot file)
{
    bool seen = false;
    for (node_id id = tree_node(file.tree, file.id)->first; id != 0;) {
        if (strcmp(tree_text(file.tree, id), "phase") == 0) {
            if (seen)
                complain(reading, (struct spot){file.tree, id}, "put it into a file of its own",
                         "a second phase in one file");
            seen = true;
        }
        id = tree_node(file.tree, tree_node(file.tree, id)->next)->next;
    }
}

static void gather_file(struct reading *reading, const struct pack_file *file, bool is_pack)
{
    struct spot root = {file->tree, 1};
    if (tree_node(root.tree, root.id)->kind != NODE_MAPPING) {
        complain(reading, root, NULL, "a mapping is expected here");
        return;
    }
    bool phase = holds_phase(root, is_pack);
    const char *whose = is_pack ? "the pack" : "this file";
    if (!reading->trusted)
        check_unknown(reading, root,
                      1u << SECTION_LISTS | 1u << SECTION_PHASE | (is_pack ? 1u << SECTION_PACK : 0), whose);
    if (is_pack)
        check_missing(reading, root, SECTION_PACK, whose);
    if (phase)
        check_missing(reading, root, SECTION_PHASE, section_words[SECTION_PHASE]);
    const struct found nothing = {.phase = SIZE_MAX, .ladder = SIZE_MAX, .step = SIZE_MAX};
    gather_list(reading, spot_of(root, "questions"), &reading->questions, "question", nothing);
    gather_list(reading, spot_of(root, "alerts"), &reading->alerts, "alert", nothing);
    gather_list(reading, spot_of(root, "warnings"), &reading->warnings, "warning", nothing);
    gather_list(reading, spot_of(root, "reviews"), &reading->reviews, "review", nothing);
    gather_list(reading, spot_of(root, "invariants"), &reading->invariants, "invariant", nothing);
    gather_list(reading, spot_of(root, "claims"), &reading->claims, "claim", nothing);
    gather_list(reading, spot_of(root, "sources"), &reading->sources, "source", nothing);
    gather_facts(reading, spot_of(root, "facts"));
    if (phase) {
        complain_second_phase(reading, root);
        gather_phase(reading, root);
    }
}

/* Questions and facts stand in expressions side by side. */
static void check_one_kind(struct reading *reading)
{
    for (size_t i = 0; i < reading->facts.count; i++) {
        const struct found *fact = &reading->facts.list[i];
        size_t question = fact->id != NULL ? names_find(&reading->questions.ids, fact->id) : SIZE_MAX;
        if (question == SIZE_MAX)
            continue;
        struct place first = spot_place(reading->questions.list[question].spot);
        complain(reading, fact->spot, NULL,
                 "the fact '%s' has the name of a question; that stands in %s, line %u", fact->id,
                 first.source->name, first.line);
    }
}

void gather(struct reading *reading)
{
    struct founds *all[] = {&reading->questions, &reading->facts,      &reading->alerts, &reading->warnings,
                            &reading->phases,    &reading->ladders,    &reading->steps,  &reading->items,
                            &reading->reviews,   &reading->invariants, &reading->claims, &reading->sources};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        all[i]->ids = names_in(reading->arena);
    for (size_t i = 0; i < reading->file_count; i++)
        if (reading->files[i].tree != NULL)
            gather_file(reading, &reading->files[i], i == 0);
    check_one_kind(reading);
}
