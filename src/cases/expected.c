/* What a case expects under each key. A name that the pack does not have is an error at its place. */
#include "cases/cases.h"

#include "support/near.h"

#include <stdlib.h>
#include <string.h>

static void complain(struct comparing *comparing, node_id node, const char *what, const char *name)
{
    diagnostics_error(comparing->diagnostics, tree_place(comparing->tree, node), NULL, "there is no %s '%s'",
                      what, name);
}

const char *expected_word(struct comparing *comparing, node_id node)
{
    if (tree_node(comparing->tree, node)->kind == NODE_SCALAR)
        return tree_text(comparing->tree, node);
    diagnostics_error(comparing->diagnostics, tree_place(comparing->tree, node), NULL,
                      "a word is expected here");
    return "";
}

bool expected_kind(struct comparing *comparing, node_id node, enum node_kind kind)
{
    if (tree_node(comparing->tree, node)->kind == kind)
        return true;
    diagnostics_error(comparing->diagnostics, tree_place(comparing->tree, node), NULL,
                      "a %s is expected here", kind == NODE_SEQUENCE ? "list" : "mapping");
    return false;
}

/* What a name in a case may stand for. */
enum named { A_QUESTION, AN_ITEM, AN_ALERT, A_LADDER };

/* Its number, or SIZE_MAX (reported). */
static size_t number_of(struct comparing *comparing, node_id node, enum named named)
{
    static const char *const words[] = {"question", "item", "alert", "ladder"};
    static size_t (*const finders[])(const struct sc_pack *, const char *) = {
        pack_find_question, pack_find_item, pack_find_alert, pack_find_ladder};
    const char *name = expected_word(comparing, node);
    size_t number = finders[named](comparing->pack, name);
    if (number == SIZE_MAX)
        complain(comparing, node, words[named], name);
    return number;
}

/* The children of a list, or of a mapping the keys, one after the other; 0 past the last. */
static node_id first_of(struct comparing *comparing, node_id node, enum node_kind kind)
{
    return expected_kind(comparing, node, kind) ? tree_node(comparing->tree, node)->first : 0;
}

static node_id next_of(const struct comparing *comparing, node_id node)
{
    return tree_node(comparing->tree, node)->next;
}

static void expected_names(struct comparing *comparing, node_id node, enum named named,
                           struct entries *entries)
{
    for (node_id id = first_of(comparing, node, NODE_SEQUENCE); id != 0; id = next_of(comparing, id)) {
        size_t number = number_of(comparing, id, named);
        const char *instead = number != SIZE_MAX && named == AN_ITEM ? came_instead(comparing, number) : NULL;
        if (number != SIZE_MAX)
            add_entry(comparing, entries, (struct entry){expected_word(comparing, id), NULL, instead});
    }
}

void expected_status(struct comparing *comparing, node_id node, struct entries *entries)
{
    const char *expected = expected_word(comparing, node);
    bool known = false;
    for (size_t i = 0; i < 4; i++)
        known = known || strcmp(plan_status_names[i], expected) == 0;
    if (!known)
        complain(comparing, node, "status", expected);
    add_entry(comparing, entries, (struct entry){"", expected, NULL});
}

void expected_alerts(struct comparing *comparing, node_id node, struct entries *entries)
{
    if (tree_node(comparing->tree, node)->kind == NODE_SEQUENCE) {
        expected_names(comparing, node, AN_ALERT, entries);
        return;
    }
    for (node_id id = first_of(comparing, node, NODE_MAPPING), level; id != 0;
         id = next_of(comparing, level)) {
        level = next_of(comparing, id);
        const char *name = expected_word(comparing, level);
        bool known = false;
        for (size_t i = 0; i < LEVEL_COUNT; i++)
            known = known || strcmp(level_names[i], name) == 0;
        if (!known)
            complain(comparing, level, "level", name);
        if (number_of(comparing, id, AN_ALERT) != SIZE_MAX)
            add_entry(comparing, entries, (struct entry){expected_word(comparing, id), name, NULL});
    }
}

void expected_offered(struct comparing *comparing, node_id node, struct entries *entries)
{
    expected_names(comparing, node, AN_ITEM, entries);
}

void expected_missing(struct comparing *comparing, node_id node, struct entries *entries)
{
    expected_names(comparing, node, A_QUESTION, entries);
}

static bool is_reason(struct comparing *comparing, size_t item, node_id node)
{
    const struct rules *avoid = &comparing->pack->items[item].avoid;
    const char *name = expected_word(comparing, node);
    for (size_t i = 0; i < avoid->count; i++)
        if (avoid->list[i].id != NULL && strcmp(avoid->list[i].id, name) == 0)
            return true;
    char *end = NULL;
    unsigned long number = strtoul(name, &end, 10);
    if (*end == '\0' && number >= 1 && number <= avoid->count)
        return true;
    complain(comparing, node, "reason", name);
    return false;
}

static bool is_question(struct comparing *comparing, size_t item, node_id node)
{
    (void)item;
    return number_of(comparing, node, A_QUESTION) != SIZE_MAX;
}

/* A mapping from items to lists of names: an entry for each name. */
static void expected_lists(struct comparing *comparing, node_id node,
                           bool (*is_name)(struct comparing *, size_t, node_id), struct entries *entries)
{
    for (node_id id = first_of(comparing, node, NODE_MAPPING), list; id != 0; id = next_of(comparing, list)) {
        list = next_of(comparing, id);
        size_t item = number_of(comparing, id, AN_ITEM);
        if (item == SIZE_MAX)
            continue;
        const char *name = expected_word(comparing, id), *instead = came_instead(comparing, item);
        node_id element = first_of(comparing, list, NODE_SEQUENCE);
        if (element == 0)
            add_entry(comparing, entries,
                      (struct entry){arena_print(comparing->arena, "%s: nothing", name), NULL, instead});
        for (; element != 0; element = next_of(comparing, element))
            if (is_name(comparing, item, element))
                add_entry(comparing, entries,
                          (struct entry){arena_print(comparing->arena, "%s: %s", name,
                                                     expected_word(comparing, element)),
                                         NULL, instead});
    }
}

void expected_withheld(struct comparing *comparing, node_id node, struct entries *entries)
{
    expected_lists(comparing, node, is_reason, entries);
}

void expected_needs(struct comparing *comparing, node_id node, struct entries *entries)
{
    expected_lists(comparing, node, is_question, entries);
}

void expected_schedule(struct comparing *comparing, node_id node, struct entries *entries)
{
    for (node_id id = first_of(comparing, node, NODE_MAPPING), list; id != 0; id = next_of(comparing, list)) {
        list = next_of(comparing, id);
        size_t item = number_of(comparing, id, AN_ITEM);
        struct buffer numbers = buffer_in(comparing->arena);
        for (node_id week = first_of(comparing, list, NODE_SEQUENCE); week != 0;
             week = next_of(comparing, week))
            buffer_print(&numbers, "%s%s", numbers.length > 0 ? ", " : "", expected_word(comparing, week));
        if (item != SIZE_MAX)
            add_entry(comparing, entries,
                      (struct entry){expected_word(comparing, id), buffer_string(&numbers),
                                     came_instead(comparing, item)});
    }
}

static bool is_null(const char *text)
{
    return text[0] == '\0' || strcmp(text, "null") == 0 || strcmp(text, "~") == 0;
}

static bool is_step(const struct ladder *ladder, const char *name)
{
    for (size_t i = 0; i < ladder->step_count; i++)
        if (strcmp(ladder->steps[i].id, name) == 0)
            return true;
    return is_null(name);
}

static bool is_state(const struct ladder *ladder, const char *name)
{
    (void)ladder;
    for (size_t i = 0; i < LADDER_STATE_COUNT; i++)
        if (strcmp(ladder_state_names[i], name) == 0)
            return true;
    return false;
}

static void expected_of_ladders(struct comparing *comparing, node_id node, const char *what,
                                bool (*is_there)(const struct ladder *, const char *),
                                struct entries *entries)
{
    for (node_id id = first_of(comparing, node, NODE_MAPPING), value; id != 0;
         id = next_of(comparing, value)) {
        value = next_of(comparing, id);
        size_t ladder = number_of(comparing, id, A_LADDER);
        const char *name = expected_word(comparing, value);
        if (ladder != SIZE_MAX && !is_there(&comparing->pack->ladders[ladder], name))
            complain(comparing, value, what, name);
        if (ladder != SIZE_MAX)
            add_entry(comparing, entries,
                      (struct entry){expected_word(comparing, id), is_null(name) ? "null" : name, NULL});
    }
}

void expected_step(struct comparing *comparing, node_id node, struct entries *entries)
{
    expected_of_ladders(comparing, node, "step", is_step, entries);
}

void expected_ladder(struct comparing *comparing, node_id node, struct entries *entries)
{
    expected_of_ladders(comparing, node, "state of a ladder", is_state, entries);
}
