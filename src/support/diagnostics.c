/* The list of what is wrong, and its one printed form. */
#include "support/diagnostics.h"

#include "support/buffer.h"
#include "support/limits.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>

enum { EXCERPT_CHARACTERS = 100, EXCERPT_BEFORE = 60 };

struct entry {
    struct diagnostic diagnostic;
    size_t file_order; /* of the file among those named, in the order in which they came */
    size_t order;      /* of the entry itself */
};

struct sc_diagnostics {
    struct arena *arena;
    struct entry *entries;
    size_t count, capacity;
    size_t counted[2]; /* by severity, also those past the limit */
    size_t kept[2];
    const char **files;
    size_t file_count, file_capacity;
};

struct sc_diagnostics *sc_diagnostics_new(void)
{
    struct arena *arena = arena_new(NULL);
    if (arena == NULL)
        return NULL;
    /* Fits into the first block, so it cannot need the escape that is not there yet. */
    struct sc_diagnostics *diagnostics = arena_alloc(arena, sizeof *diagnostics);
    diagnostics->arena = arena;
    return diagnostics;
}

void sc_diagnostics_free(struct sc_diagnostics *diagnostics)
{
    if (diagnostics != NULL)
        arena_free(diagnostics->arena);
}

struct arena *diagnostics_arena(struct sc_diagnostics *diagnostics)
{
    return diagnostics->arena;
}

size_t sc_diagnostics_count(const struct sc_diagnostics *diagnostics, enum sc_severity severity)
{
    return diagnostics->counted[severity];
}

size_t diagnostics_errors(const struct sc_diagnostics *diagnostics)
{
    return diagnostics->counted[SC_ERROR];
}

bool diagnostics_keep_errors(const struct sc_diagnostics *diagnostics)
{
    return diagnostics->kept[SC_ERROR] < LIMIT_DIAGNOSTICS;
}

void sc_diagnostics_clear(struct sc_diagnostics *diagnostics)
{
    diagnostics->count = 0;
    diagnostics->counted[SC_ERROR] = diagnostics->counted[SC_WARNING] = 0;
    diagnostics->kept[SC_ERROR] = diagnostics->kept[SC_WARNING] = 0;
    diagnostics->file_count = 0;
}

static size_t order_of_file(struct sc_diagnostics *diagnostics, const char *file)
{
    if (file == NULL)
        return 0;
    for (size_t i = 0; i < diagnostics->file_count; i++)
        if (strcmp(diagnostics->files[i], file) == 0)
            return i + 1;
    diagnostics->files = arena_grow(diagnostics->arena, diagnostics->files, diagnostics->file_count,
                                    &diagnostics->file_capacity, sizeof *diagnostics->files);
    diagnostics->files[diagnostics->file_count++] = arena_text(diagnostics->arena, file);
    return diagnostics->file_count;
}

static const char *visible(struct arena *arena, const char *bytes, size_t length)
{
    struct buffer buffer = buffer_in(arena);
    text_visible(&buffer, bytes, length);
    return buffer_string(&buffer);
}

/* The line with the place, cut to what a screen shows where it is long, and the caret's column in it. */
static void take_line(struct arena *arena, struct place place, struct diagnostic *diagnostic)
{
    size_t length = 0;
    const char *line = source_line(place.source, place.line, &length);
    if (line == NULL || place.column == 0 || !text_is_utf8(line, length, NULL))
        return;
    size_t from = 0, caret = 0, to = 0;
    uint32_t character = 1;
    for (size_t i = 0, size = 0; i < length; i += size, character++) {
        text_character(line + i, length - i, &size);
        if (character + EXCERPT_BEFORE == place.column)
            from = i;
        if (character == place.column)
            caret = i;
        if (character < place.column + (EXCERPT_CHARACTERS - EXCERPT_BEFORE))
            to = i + size;
    }
    if (place.column >= character)
        caret = length;
    char *tabless = arena_copy(arena, line, length);
    for (size_t i = 0; i < length; i++)
        if (tabless[i] == '\t')
            tabless[i] = ' ';
    const char *before = visible(arena, tabless + from, caret - from);
    const char *behind = visible(arena, tabless + caret, to > caret ? to - caret : 0);
    diagnostic->caret = text_columns(before) + (from > 0 ? 3 : 0);
    diagnostic->line_text = arena_print(arena, "%s%s%s%s", from > 0 ? "..." : "", before, behind,
                                        to < length && to > caret ? "..." : "");
}

static bool said_already(const struct sc_diagnostics *diagnostics, const struct diagnostic *diagnostic,
                         size_t file_order)
{
    for (size_t i = 0; i < diagnostics->count; i++) {
        const struct entry *other = &diagnostics->entries[i];
        if (other->file_order == file_order && other->diagnostic.line == diagnostic->line &&
            other->diagnostic.column == diagnostic->column &&
            strcmp(other->diagnostic.message, diagnostic->message) == 0)
            return true;
    }
    return false;
}

static void add(struct sc_diagnostics *diagnostics, enum sc_severity severity, struct place place,
                const char *hint, const char *format, va_list arguments)
{
    diagnostics->counted[severity]++;
    if (diagnostics->kept[severity] >= LIMIT_DIAGNOSTICS)
        return;
    struct arena *arena = diagnostics->arena;
    const char *message = arena_vprint(arena, format, arguments);
    const char *file = place.source != NULL ? place.source->name : NULL;
    struct diagnostic diagnostic = {
        .severity = severity,
        .file = file != NULL ? visible(arena, file, strlen(file)) : NULL,
        .line = place.line,
        .column = place.column,
        .message = visible(arena, message, strlen(message)),
        .hint = hint != NULL ? visible(arena, hint, strlen(hint)) : NULL,
    };
    size_t file_order = order_of_file(diagnostics, diagnostic.file);
    if (said_already(diagnostics, &diagnostic, file_order)) {
        diagnostics->counted[severity]--;
        return;
    }
    take_line(arena, place, &diagnostic);
    diagnostics->entries = arena_grow(arena, diagnostics->entries, diagnostics->count, &diagnostics->capacity,
                                      sizeof *diagnostics->entries);
    diagnostics->entries[diagnostics->count] =
        (struct entry){.diagnostic = diagnostic, .file_order = file_order, .order = diagnostics->count};
    diagnostics->count++;
    diagnostics->kept[severity]++;
}

void diagnostics_error(struct sc_diagnostics *diagnostics, struct place place, const char *hint,
                       const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(diagnostics, SC_ERROR, place, hint, format, arguments);
    va_end(arguments);
}

void diagnostics_warning(struct sc_diagnostics *diagnostics, struct place place, const char *hint,
                         const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(diagnostics, SC_WARNING, place, hint, format, arguments);
    va_end(arguments);
}

static int by_place(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->file_order != b->file_order)
        return a->file_order < b->file_order ? -1 : 1;
    if (a->diagnostic.line != b->diagnostic.line)
        return a->diagnostic.line < b->diagnostic.line ? -1 : 1;
    if (a->diagnostic.column != b->diagnostic.column)
        return a->diagnostic.column < b->diagnostic.column ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

void diagnostics_sort(struct sc_diagnostics *diagnostics)
{
    if (diagnostics->count > 1)
        qsort(diagnostics->entries, diagnostics->count, sizeof *diagnostics->entries, by_place);
}

static void print_one(struct buffer *out, const struct diagnostic *diagnostic)
{
    if (diagnostic->file != NULL && diagnostic->line > 0)
        buffer_print(out, "%s:%u:%u: ", diagnostic->file, diagnostic->line, diagnostic->column);
    else if (diagnostic->file != NULL)
        buffer_print(out, "%s: ", diagnostic->file);
    else
        buffer_text(out, "stepcare: ");
    buffer_text(out, diagnostic->severity == SC_ERROR ? "error: " : "warning: ");
    buffer_text(out, diagnostic->message);
    buffer_char(out, '\n');
    if (diagnostic->line_text != NULL) {
        buffer_print(out, "  %s\n  ", diagnostic->line_text);
        buffer_repeat(out, " ", diagnostic->caret);
        buffer_text(out, "^\n");
    }
    if (diagnostic->hint != NULL)
        buffer_print(out, "  hint: %s\n", diagnostic->hint);
}

const char *sc_diagnostics_text(struct sc_diagnostics *diagnostics)
{
    struct escape escape;
    if (setjmp(escape.landing) != 0)
        return NULL;
    arena_rearm(diagnostics->arena, &escape);
    diagnostics_sort(diagnostics);
    struct buffer out = buffer_in(diagnostics->arena);
    for (size_t i = 0; i < diagnostics->count; i++)
        print_one(&out, &diagnostics->entries[i].diagnostic);
    size_t all = diagnostics->counted[SC_ERROR] + diagnostics->counted[SC_WARNING];
    if (all > diagnostics->count)
        buffer_print(&out, "stepcare: and %zu more\n", all - diagnostics->count);
    return buffer_string(&out);
}
