/* The result of the cases for a terminal: of each that failed, what was expected and what came, side by side.
 */
#include "cases/cases.h"

#include "support/text.h"

#include <string.h>

/* Columns: a word for what is wrong, what was expected, what came. */
enum { INDENT = 4, EXPECTED_AT = 14, CAME_AT = 48, CELL_WIDTH = 32 };

struct cell {
    struct arena *arena;
    const char **lines;
    size_t count, capacity;
};

static void take_line(void *context, const char *bytes, size_t length)
{
    struct cell *cell = context;
    cell->lines = arena_grow(cell->arena, cell->lines, cell->count, &cell->capacity, sizeof *cell->lines);
    cell->lines[cell->count++] = arena_copy(cell->arena, bytes, length);
}

static struct cell cell_of(struct arena *arena, const char *words)
{
    struct cell cell = {.arena = arena};
    if (words != NULL)
        text_wrap(arena, text_shown(arena, words), CELL_WIDTH, take_line, &cell);
    return cell;
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
    struct cell left = cell_of(out->arena, expected), right = cell_of(out->arena, came);
    for (size_t i = 0; i == 0 || i < left.count || i < right.count; i++) {
        size_t column = 0;
        put_at(out, &column, INDENT, i == 0 ? first : NULL);
        put_at(out, &column, EXPECTED_AT, i < left.count ? left.lines[i] : NULL);
        put_at(out, &column, CAME_AT, i < right.count ? right.lines[i] : NULL);
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

void cases_write_text(const struct sc_cases *cases, const struct sc_cases_request *request,
                      struct buffer *out)
{
    for (size_t i = 0; i < cases->count; i++) {
        const struct case_result *result = &cases->list[i];
        if (result->failure == NULL && request->only_wrong)
            continue;
        buffer_print(out, "%s  %s\n", result->failure != NULL ? "FAILED" : "ok    ",
                     text_shown(out->arena, result->name));
        if (result->failure != NULL)
            buffer_text(out, result->failure);
    }
    if (!request->only_wrong)
        buffer_print(out, "%zu case%s, %zu failed\n", cases->count, cases->count == 1 ? "" : "s",
                     cases->failed);
}
