/* Each key of `expect` against the plan: both become entries, and the entries become rows. */
#include "cases/cases.h"

#include <stdlib.h>
#include <string.h>

const char *const row_kind_names[ROW_KIND_COUNT] = {"missing", "too much", "differs", "broken", "gap"};

void add_entry(struct comparing *comparing, struct entries *entries, struct entry entry)
{
    entries->list = arena_grow(comparing->arena, entries->list, entries->count, &entries->capacity,
                               sizeof *entries->list);
    entries->list[entries->count++] = entry;
}

struct difference *add_difference(struct comparing *comparing, const char *about, struct place place)
{
    struct case_result *result = comparing->result;
    result->differences = arena_grow(comparing->arena, result->differences, result->difference_count,
                                     &result->capacity, sizeof *result->differences);
    result->differences[result->difference_count] = (struct difference){.about = about, .place = place};
    return &result->differences[result->difference_count++];
}

void add_row(struct comparing *comparing, struct difference *difference, struct row row)
{
    difference->rows = arena_grow(comparing->arena, difference->rows, difference->row_count,
                                  &difference->capacity, sizeof *difference->rows);
    difference->rows[difference->row_count++] = row;
}

static int compare_values(const struct entry *left, const struct entry *right)
{
    return strcmp(left->value != NULL ? left->value : "", right->value != NULL ? right->value : "");
}

static int by_name_and_value(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    int names = strcmp(a->name, b->name);
    return names != 0 ? names : compare_values(a, b);
}

static const char *entry_words(struct comparing *comparing, const struct entry *entry)
{
    if (entry->value == NULL)
        return entry->name;
    return entry->name[0] == '\0' ? entry->value
                                  : arena_print(comparing->arena, "%s: %s", entry->name, entry->value);
}

static void sort_entries(struct entries *entries)
{
    if (entries->count > 1)
        qsort(entries->list, entries->count, sizeof *entries->list, by_name_and_value);
}

/* Two sorted lists run side by side; entries of one name stand together in both. */
static void fill_rows(struct comparing *comparing, struct difference *difference, struct entries *expected,
                      struct entries *came)
{
    size_t left = 0, right = 0;
    while (left < expected->count || right < came->count) {
        const struct entry *wanted = left < expected->count ? &expected->list[left] : NULL;
        const struct entry *there = right < came->count ? &came->list[right] : NULL;
        int order = wanted == NULL ? 1 : there == NULL ? -1 : strcmp(wanted->name, there->name);
        struct row row = {ROW_DIFFERS, NULL, NULL};
        if (wanted != NULL && order <= 0)
            row.expected = entry_words(comparing, wanted);
        if (there != NULL && order >= 0)
            row.came = entry_words(comparing, there);
        left += order <= 0;
        right += order >= 0;
        if (order < 0)
            row = (struct row){ROW_MISSING, row.expected, wanted->instead};
        else if (order > 0)
            row.kind = ROW_TOO_MUCH;
        else if (compare_values(wanted, there) == 0) {
            difference->same++;
            continue;
        }
        add_row(comparing, difference, row);
    }
}

static const struct {
    const char *key;
    void (*expected)(struct comparing *, node_id, struct entries *);
    void (*came)(struct comparing *, node_id, struct entries *);
} compared[] = {
#define KEY(name) {#name, expected_##name, came_##name},
    COMPARED_KEYS(KEY)
#undef KEY
};

static void compare_key(struct comparing *comparing, size_t number, node_id node)
{
    struct entries expected = {0}, came = {0};
    compared[number].expected(comparing, node, &expected);
    compared[number].came(comparing, node, &came);
    sort_entries(&expected);
    sort_entries(&came);
    struct difference *difference =
        add_difference(comparing, compared[number].key, tree_place(comparing->tree, node));
    fill_rows(comparing, difference, &expected, &came);
    if (difference->row_count == 0)
        comparing->result->difference_count--;
}

void compare_expectations(struct comparing *comparing, node_id expect)
{
    for (size_t i = 0; i < sizeof compared / sizeof compared[0]; i++) {
        node_id node = tree_find(comparing->tree, expect, compared[i].key, NULL);
        if (node != 0)
            compare_key(comparing, i, node);
    }
    static const struct {
        const char *key;
        void (*compare)(struct comparing *, const char *, node_id);
    } pieces[] = {{"prints", compare_prints}, {"prints_not", compare_prints_not}};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        node_id node = tree_find(comparing->tree, expect, pieces[i].key, NULL);
        if (node != 0)
            pieces[i].compare(comparing, pieces[i].key, node);
    }
}
