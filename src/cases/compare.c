/* Each key of `expect` against the plan: both become lines of words, sorted, and the lines are compared. */
#include "cases/cases.h"

#include "formats/formats.h"
#include "support/near.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>

struct lines {
    const char **list;
    size_t count, capacity;
};

static void add_line(struct comparing *comparing, struct lines *lines, const char *line)
{
    lines->list =
        arena_grow(comparing->arena, lines->list, lines->count, &lines->capacity, sizeof *lines->list);
    lines->list[lines->count++] = line;
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static const char *sorted(struct comparing *comparing, struct lines *lines)
{
    struct buffer out = buffer_in(comparing->arena);
    if (lines->count > 1)
        qsort(lines->list, lines->count, sizeof *lines->list, by_text);
    for (size_t i = 0; i < lines->count; i++)
        buffer_print(&out, "%s%s", i > 0 ? ", " : "", lines->list[i]);
    return lines->count == 0 ? "nothing" : buffer_string(&out);
}

static void complain(struct comparing *comparing, node_id node, const char *what, const char *name)
{
    diagnostics_error(comparing->diagnostics, tree_place(comparing->tree, node), NULL, "there is no %s '%s'",
                      what, name);
}

static const char *word(struct comparing *comparing, node_id node)
{
    if (tree_node(comparing->tree, node)->kind == NODE_SCALAR)
        return tree_text(comparing->tree, node);
    diagnostics_error(comparing->diagnostics, tree_place(comparing->tree, node), NULL,
                      "a word is expected here");
    return "";
}

static bool expect_kind(struct comparing *comparing, node_id node, enum node_kind kind)
{
    if (tree_node(comparing->tree, node)->kind == kind)
        return true;
    diagnostics_error(comparing->diagnostics, tree_place(comparing->tree, node), NULL,
                      "a %s is expected here", kind == NODE_SEQUENCE ? "list" : "mapping");
    return false;
}

/* What a name in a case may stand for. */
enum named { A_QUESTION, AN_ITEM, AN_ALERT, A_LADDER };

static bool is_named(struct comparing *comparing, node_id node, enum named named)
{
    static const char *const words[] = {"question", "item", "alert", "ladder"};
    static size_t (*const finders[])(const struct sc_pack *, const char *) = {
        pack_find_question, pack_find_item, pack_find_alert, pack_find_ladder};
    const char *name = word(comparing, node);
    if (finders[named](comparing->pack, name) != SIZE_MAX)
        return true;
    complain(comparing, node, words[named], name);
    return false;
}

static const char *differs(struct comparing *comparing, node_id node, const char *expected, const char *came)
{
    struct place place = tree_place(comparing->tree, node);
    return strcmp(expected, came) == 0
               ? NULL
               : arena_print(comparing->arena, "expected %s\n      came     %s\n      (%s:%u:%u)", expected,
                             came, place.source->name, place.line, place.column);
}

static void report(struct comparing *comparing, const char *key, const char *difference)
{
    if (difference != NULL)
        buffer_print(comparing->failure, "    %s:\n      %s\n", key, difference);
}

/* A list of names as lines. */
static void list_names(struct comparing *comparing, node_id node, enum named named, struct lines *lines)
{
    if (!expect_kind(comparing, node, NODE_SEQUENCE))
        return;
    for (node_id id = tree_node(comparing->tree, node)->first; id != 0;
         id = tree_node(comparing->tree, id)->next)
        if (is_named(comparing, id, named))
            add_line(comparing, lines, word(comparing, id));
}

static const char *one_entry(struct comparing *comparing, const char *name, const char *value)
{
    return arena_print(comparing->arena, "%s: %s", name, value);
}

/* ---- one function for each key ---- */

static void compare_status(struct comparing *comparing, const char *key, node_id node)
{
    const char *expected = word(comparing, node);
    bool known = false;
    for (size_t i = 0; i < 4; i++)
        known = known || strcmp(plan_status_names[i], expected) == 0;
    if (!known)
        complain(comparing, node, "status", expected);
    report(comparing, key, differs(comparing, node, expected, plan_status_names[comparing->plan->status]));
}

static void compare_alerts(struct comparing *comparing, const char *key, node_id node)
{
    bool levels = tree_node(comparing->tree, node)->kind == NODE_MAPPING;
    struct lines expected = {0}, came = {0};
    if (!levels)
        list_names(comparing, node, AN_ALERT, &expected);
    for (node_id id = levels ? tree_node(comparing->tree, node)->first : 0; id != 0;) {
        node_id value = tree_node(comparing->tree, id)->next;
        if (is_named(comparing, id, AN_ALERT))
            add_line(comparing, &expected, one_entry(comparing, word(comparing, id), word(comparing, value)));
        id = tree_node(comparing->tree, value)->next;
    }
    for (size_t i = 0; i < comparing->plan->alert_count; i++) {
        const struct alert *alert = comparing->plan->alerts[i].alert;
        add_line(comparing, &came,
                 levels ? one_entry(comparing, alert->id, level_names[alert->level]) : alert->id);
    }
    report(comparing, key, differs(comparing, node, sorted(comparing, &expected), sorted(comparing, &came)));
}

static void compare_offered(struct comparing *comparing, const char *key, node_id node)
{
    struct lines expected = {0}, came = {0};
    list_names(comparing, node, AN_ITEM, &expected);
    for (size_t i = 0; i < comparing->plan->item_count; i++)
        if (comparing->plan->items[i].status == ITEM_OFFERED)
            add_line(comparing, &came, comparing->plan->items[i].item->id);
    report(comparing, key, differs(comparing, node, sorted(comparing, &expected), sorted(comparing, &came)));
}

static void compare_missing(struct comparing *comparing, const char *key, node_id node)
{
    struct lines expected = {0}, came = {0};
    list_names(comparing, node, A_QUESTION, &expected);
    for (size_t i = 0; i < comparing->plan->missing.count; i++)
        add_line(comparing, &came, comparing->pack->questions[comparing->plan->missing.list[i]].id);
    report(comparing, key, differs(comparing, node, sorted(comparing, &expected), sorted(comparing, &came)));
}

static bool has_reason(const struct item *item, const char *name)
{
    for (size_t i = 0; i < item->avoid.count; i++)
        if (item->avoid.list[i].id != NULL && strcmp(item->avoid.list[i].id, name) == 0)
            return true;
    char *end = NULL;
    unsigned long number = strtoul(name, &end, 10);
    return *end == '\0' && number >= 1 && number <= item->avoid.count;
}

/* A mapping from items to lists, each list as one line; `check` looks at an element, or is NULL. */
static void list_of_items(struct comparing *comparing, node_id node, struct lines *lines, bool in_order,
                          bool (*check)(struct comparing *, const struct item *, node_id))
{
    if (!expect_kind(comparing, node, NODE_MAPPING))
        return;
    for (node_id id = tree_node(comparing->tree, node)->first; id != 0;) {
        node_id value = tree_node(comparing->tree, id)->next, next = tree_node(comparing->tree, value)->next;
        if (is_named(comparing, id, AN_ITEM) && expect_kind(comparing, value, NODE_SEQUENCE)) {
            const struct item *item =
                &comparing->pack->items[pack_find_item(comparing->pack, word(comparing, id))];
            struct lines elements = {0};
            struct buffer ordered = buffer_in(comparing->arena);
            for (node_id element = tree_node(comparing->tree, value)->first; element != 0;
                 element = tree_node(comparing->tree, element)->next) {
                if (check != NULL && !check(comparing, item, element))
                    continue;
                add_line(comparing, &elements, word(comparing, element));
                buffer_print(&ordered, "%s%s", ordered.length > 0 ? ", " : "", word(comparing, element));
            }
            const char *list = in_order ? buffer_string(&ordered) : sorted(comparing, &elements);
            add_line(comparing, lines,
                     one_entry(comparing, item->id, arena_print(comparing->arena, "[%s]", list)));
        }
        id = next;
    }
}

static bool check_reason(struct comparing *comparing, const struct item *item, node_id element)
{
    const char *name = word(comparing, element);
    if (has_reason(item, name))
        return true;
    complain(comparing, element, "reason", name);
    return false;
}

static void compare_withheld(struct comparing *comparing, const char *key, node_id node)
{
    struct lines expected = {0}, came = {0};
    list_of_items(comparing, node, &expected, false, check_reason);
    for (size_t i = 0; i < comparing->plan->item_count; i++) {
        const struct plan_item *item = &comparing->plan->items[i];
        struct lines reasons = {0};
        if (item->status != ITEM_WITHHELD)
            continue;
        for (size_t k = 0; k < item->reason_count; k++)
            add_line(comparing, &reasons,
                     item->reasons[k].rule->id != NULL
                         ? item->reasons[k].rule->id
                         : arena_print(comparing->arena, "%zu", item->reasons[k].number));
        add_line(comparing, &came,
                 one_entry(comparing, item->item->id,
                           arena_print(comparing->arena, "[%s]", sorted(comparing, &reasons))));
    }
    report(comparing, key, differs(comparing, node, sorted(comparing, &expected), sorted(comparing, &came)));
}

static bool check_question(struct comparing *comparing, const struct item *item, node_id element)
{
    (void)item;
    return is_named(comparing, element, A_QUESTION);
}

static void compare_needs(struct comparing *comparing, const char *key, node_id node)
{
    struct lines expected = {0}, came = {0};
    list_of_items(comparing, node, &expected, false, check_question);
    for (size_t i = 0; i < comparing->plan->item_count; i++) {
        const struct plan_item *item = &comparing->plan->items[i];
        struct lines needs = {0};
        if (item->status != ITEM_NEEDS_ANSWER)
            continue;
        for (size_t k = 0; k < item->needs.count; k++)
            add_line(comparing, &needs, comparing->pack->questions[item->needs.list[k]].id);
        add_line(comparing, &came,
                 one_entry(comparing, item->item->id,
                           arena_print(comparing->arena, "[%s]", sorted(comparing, &needs))));
    }
    report(comparing, key, differs(comparing, node, sorted(comparing, &expected), sorted(comparing, &came)));
}

static void compare_schedule(struct comparing *comparing, const char *key, node_id node)
{
    struct lines expected = {0}, came = {0};
    list_of_items(comparing, node, &expected, true, NULL);
    for (size_t i = 0; i < comparing->plan->item_count; i++) {
        const struct plan_item *item = &comparing->plan->items[i];
        struct buffer numbers = buffer_in(comparing->arena);
        if (!item->schedule.there)
            continue;
        for (size_t k = 0; k < item->schedule.count; k++)
            buffer_print(&numbers, "%s%lld", k > 0 ? ", " : "", (long long)item->schedule.weekly[k]);
        add_line(comparing, &came,
                 one_entry(comparing, item->item->id,
                           arena_print(comparing->arena, "[%s]", buffer_string(&numbers))));
    }
    report(comparing, key, differs(comparing, node, sorted(comparing, &expected), sorted(comparing, &came)));
}

static bool is_null(const char *text)
{
    return text[0] == '\0' || strcmp(text, "null") == 0 || strcmp(text, "~") == 0;
}

static void check_step(struct comparing *comparing, node_id ladder_name, node_id step_name)
{
    const struct ladder *ladder =
        &comparing->pack->ladders[pack_find_ladder(comparing->pack, word(comparing, ladder_name))];
    const char *name = word(comparing, step_name);
    for (size_t i = 0; i < ladder->step_count; i++)
        if (strcmp(ladder->steps[i].id, name) == 0)
            return;
    if (!is_null(name))
        complain(comparing, step_name, "step", name);
}

static void check_state(struct comparing *comparing, node_id ladder_name, node_id state_name)
{
    (void)ladder_name;
    const char *name = word(comparing, state_name);
    for (size_t i = 0; i < LADDER_STATE_COUNT; i++)
        if (strcmp(ladder_state_names[i], name) == 0)
            return;
    complain(comparing, state_name, "state of a ladder", name);
}

static void compare_ladders(struct comparing *comparing, const char *key, node_id node,
                            void (*check)(struct comparing *, node_id, node_id),
                            const char *(*value_of)(const struct plan_ladder *))
{
    struct lines expected = {0}, came = {0};
    if (!expect_kind(comparing, node, NODE_MAPPING))
        return;
    for (node_id id = tree_node(comparing->tree, node)->first; id != 0;) {
        node_id value = tree_node(comparing->tree, id)->next;
        if (is_named(comparing, id, A_LADDER)) {
            check(comparing, id, value);
            const char *name = word(comparing, value);
            add_line(comparing, &expected,
                     one_entry(comparing, word(comparing, id), is_null(name) ? "null" : name));
        }
        id = tree_node(comparing->tree, value)->next;
    }
    for (size_t i = 0; i < comparing->plan->ladder_count; i++)
        add_line(comparing, &came,
                 one_entry(comparing, comparing->plan->ladders[i].ladder->id,
                           value_of(&comparing->plan->ladders[i])));
    report(comparing, key, differs(comparing, node, sorted(comparing, &expected), sorted(comparing, &came)));
}

static const char *step_of(const struct plan_ladder *ladder)
{
    return ladder->step == SIZE_MAX ? "null" : ladder->ladder->steps[ladder->step].id;
}

static const char *state_of(const struct plan_ladder *ladder)
{
    return ladder_state_names[ladder->state];
}

static void compare_step(struct comparing *comparing, const char *key, node_id node)
{
    compare_ladders(comparing, key, node, check_step, step_of);
}

static void compare_ladder(struct comparing *comparing, const char *key, node_id node)
{
    compare_ladders(comparing, key, node, check_state, state_of);
}

static void compare_pieces(struct comparing *comparing, const char *key, node_id node, bool wanted)
{
    struct buffer page = buffer_in(comparing->arena);
    if (!expect_kind(comparing, node, NODE_SEQUENCE))
        return;
    format_write(comparing->plan, SC_TEXT_PAGE, (struct sc_page_options){.width = 80}, &page);
    const char *text = text_folded(comparing->arena, buffer_string(&page));
    for (node_id id = tree_node(comparing->tree, node)->first; id != 0;
         id = tree_node(comparing->tree, id)->next) {
        const char *piece = text_folded(comparing->arena, word(comparing, id));
        if ((strstr(text, piece) != NULL) == wanted)
            continue;
        struct place place = tree_place(comparing->tree, id);
        report(comparing, key,
               arena_print(comparing->arena, "expected %s'%s'\n      came     a page %s it\n      (%s:%u:%u)",
                           wanted ? "" : "no ", piece, wanted ? "without" : "with", place.source->name,
                           place.line, place.column));
    }
}

static void compare_prints(struct comparing *comparing, const char *key, node_id node)
{
    compare_pieces(comparing, key, node, true);
}

static void compare_prints_not(struct comparing *comparing, const char *key, node_id node)
{
    compare_pieces(comparing, key, node, false);
}

static const struct {
    const char *key;
    void (*compare)(struct comparing *, const char *, node_id);
} comparisons[] = {
    {"status", compare_status},     {"alerts", compare_alerts},         {"offered", compare_offered},
    {"withheld", compare_withheld}, {"needs", compare_needs},           {"missing", compare_missing},
    {"step", compare_step},         {"ladder", compare_ladder},         {"schedule", compare_schedule},
    {"prints", compare_prints},     {"prints_not", compare_prints_not},
};

void compare_expectations(struct comparing *comparing, node_id expect)
{
    for (size_t i = 0; i < sizeof comparisons / sizeof comparisons[0]; i++) {
        node_id node = tree_find(comparing->tree, expect, comparisons[i].key, NULL);
        if (node != 0)
            comparisons[i].compare(comparing, comparisons[i].key, node);
    }
}
