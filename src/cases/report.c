/* The result of the cases for a terminal: of each that failed, what was expected and what came, side by side.
 */
#include "cases/cases.h"

#include "support/text.h"

#include <string.h>

/* Columns: a word for what is wrong, what was expected, what came. */
enum { INDENT = 4, EXPECTED_AT = 14, CAME_AT = 48, CELL_WIDTH = 32 };

static struct words lines_of(struct arena *arena, const char *words)
{
    return words != NULL ? text_lines(arena, text_shown(arena, words), CELL_WIDTH) : (struct words){NULL, 0};
}

static void put_at(struct buffer *out, size_t *column, size_t at, const char *words)
{
    if (words == NULL || *words == '\0')
        return;
    buffer_repeat(out, " ", at > *column ? at - *column : 1);
    buffer_text(out, words);
    *column = (at > *column ? at : *column + 1) + text_columns(words);
}

static void put_cells(struct buffer *out, const char *first, const char *expected, const char *came)
{
    struct words left = lines_of(out->arena, expected), right = lines_of(out->arena, came);
    for (size_t i = 0; i == 0 || i < left.count || i < right.count; i++) {
        size_t column = 0;
        put_at(out, &column, INDENT, i == 0 ? first : NULL);
        put_at(out, &column, EXPECTED_AT, i < left.count ? left.list[i] : NULL);
        put_at(out, &column, CAME_AT, i < right.count ? right.list[i] : NULL);
        buffer_char(out, '\n');
    }
}

static void put_difference(struct buffer *out, const struct difference *difference)
{
    buffer_text(out, "  ");
    buffer_text(out, text_shown(out->arena, difference->place.source->name));
    buffer_print(out, ":%u:%u: %s", difference->place.line, difference->place.column, difference->about);
    if (difference->same > 0)
        buffer_print(out, ", %zu more as expected", difference->same);
    buffer_char(out, '\n');
    for (size_t i = 0; i < difference->row_count; i++) {
        const struct row *row = &difference->rows[i];
        if (row->kind == ROW_BROKEN)
            buffer_print(out, "    %s\n", text_shown(out->arena, row->expected));
        else
            put_cells(out, row_kind_names[row->kind], row->expected, row->came);
    }
}

const char *failure_words(struct arena *arena, const struct case_result *result)
{
    struct buffer out = buffer_in(arena);
    bool in_columns = false;
    for (size_t i = 0; i < result->difference_count; i++) {
        if (result->differences[i].rows[0].kind != ROW_BROKEN && !in_columns)
            put_cells(&out, NULL, "expected", "came");
        in_columns = in_columns || result->differences[i].rows[0].kind != ROW_BROKEN;
        put_difference(&out, &result->differences[i]);
    }
    return buffer_string(&out);
}

static void put_cases(const struct sc_cases *cases, bool only_wrong, struct buffer *out)
{
    for (size_t i = 0; i < cases->count; i++) {
        const struct case_result *result = &cases->list[i];
        if (result->failure == NULL && only_wrong)
            continue;
        buffer_print(out, "%s  %s\n", result->failure != NULL ? "FAILED" : "ok    ",
                     text_shown(out->arena, result->name));
        if (result->failure != NULL)
            buffer_text(out, result->failure);
    }
}

static void put_gaps(const struct coverage *coverage, struct buffer *out)
{
    struct arena *arena = out->arena;
    for (size_t i = 0; i < coverage->rules.count; i++) {
        const struct pack_rule *rule = &coverage->rules.list[i];
        unsigned gap = coverage_gap(coverage, i);
        if (gap == 0)
            continue;
        struct place place = expr_place(rule->when);
        buffer_print(out, "GAP     %s: not seen %s\n", rule->what,
                     coverage->seen[i] != 0 ? coverage_words(arena, gap, " or ") : "at all");
        buffer_print(out, "          %s:%u:%u\n", text_shown(arena, place.source->name), place.line,
                     place.column);
        buffer_print(out, "          %s\n", text_shown(arena, expr_written(rule->when)));
    }
}

static void put_summary(const struct sc_cases *cases, bool with_coverage, struct buffer *out)
{
    size_t rules = coverage_rules(&cases->coverage), gaps = coverage_gaps(&cases->coverage);
    buffer_print(out, "%zu case%s, %zu failed\n", cases->count, cases->count == 1 ? "" : "s", cases->failed);
    if (with_coverage)
        buffer_print(out, "%zu rule%s, %zu with a gap\n", rules, rules == 1 ? "" : "s", gaps);
}

void cases_write_text(const struct sc_cases *cases, const struct sc_cases_request *request,
                      struct buffer *out)
{
    put_cases(cases, request->only_wrong, out);
    if (request->with_coverage)
        put_gaps(&cases->coverage, out);
    if (!request->only_wrong)
        put_summary(cases, request->with_coverage, out);
}
