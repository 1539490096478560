/* Page formats are written from the document, data formats from the plan. */
#include "formats/formats.h"

#include "data/data.h"
#include "support/limits.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static void write_text(const struct sc_plan *plan, struct sc_page_options options, struct buffer *out)
{
    page_write_text(document_of(out->arena, plan), options, out);
}

static void write_markdown(const struct sc_plan *plan, struct sc_page_options options, struct buffer *out)
{
    (void)options;
    page_write_markdown(document_of(out->arena, plan), out);
}

static void write_json(const struct sc_plan *plan, struct sc_page_options options, struct buffer *out)
{
    (void)options;
    data_write_json(plan, out);
}

static void write_brief(const struct sc_plan *plan, struct sc_page_options options, struct buffer *out)
{
    (void)options;
    data_write_brief(plan, out);
}

static void write_tsv(const struct sc_plan *plan, struct sc_page_options options, struct buffer *out)
{
    (void)options;
    data_write_tsv(plan, out);
}

static const struct {
    const char *name;
    const char *endings[2];
    void (*write)(const struct sc_plan *, struct sc_page_options, struct buffer *);
} formats[] = {
    [SC_TEXT_PAGE] = {"text", {".txt", ".text"}, write_text},
    [SC_MARKDOWN] = {"markdown", {".md", ".markdown"}, write_markdown},
    [SC_JSON] = {"json", {".json", NULL}, write_json},
    [SC_BRIEF] = {"brief", {".jsonl", NULL}, write_brief},
    [SC_TSV] = {"tsv", {".tsv", NULL}, write_tsv},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };
static_assert(FORMATS == SC_TSV + 1, "a row for each format");

const char *sc_format_name(size_t number)
{
    return number < FORMATS ? formats[number].name : NULL;
}

bool sc_format_by_name(const char *name, enum sc_format *format)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].name, name) == 0) {
            *format = (enum sc_format)i;
            return true;
        }
    return false;
}

bool sc_format_by_ending(const char *path, enum sc_format *format)
{
    size_t length = strlen(path);
    for (size_t i = 0; i < FORMATS; i++)
        for (size_t k = 0; k < 2 && formats[i].endings[k] != NULL; k++) {
            size_t ending = strlen(formats[i].endings[k]);
            if (length > ending && strcmp(path + length - ending, formats[i].endings[k]) == 0) {
                *format = (enum sc_format)i;
                return true;
            }
        }
    return false;
}

void format_write(const struct sc_plan *plan, enum sc_format format, struct sc_page_options options,
                  struct buffer *out)
{
    formats[format].write(plan, options, out);
}

enum sc_status sc_plan_write(const struct sc_plan *plan, enum sc_format format,
                             const struct sc_page_options *options, struct sc_diagnostics *diagnostics,
                             char **text, size_t *length)
{
    struct sc_page_options own = options != NULL ? *options : (struct sc_page_options){.width = 80};
    if (own.width < LIMIT_PAGE_WIDTH_MIN)
        own.width = LIMIT_PAGE_WIDTH_MIN;
    if (own.width > LIMIT_PAGE_WIDTH_MAX)
        own.width = LIMIT_PAGE_WIDTH_MAX;
    struct escape escape;
    struct arena *arena = arena_new(&escape);
    if (arena == NULL)
        return SC_NO_MEMORY;
    arena_rearm(diagnostics_arena(diagnostics), &escape);
    if (setjmp(escape.landing) != 0) {
        arena_free(arena);
        return SC_NO_MEMORY;
    }
    struct buffer out = buffer_in(arena);
    format_write(plan, format, own, &out);
    const char *written = buffer_string(&out);
    char *copy = malloc(out.length + 1);
    if (copy != NULL) {
        memcpy(copy, written, out.length + 1);
        *text = copy;
        *length = out.length;
    }
    arena_free(arena);
    return copy != NULL ? SC_OK : SC_NO_MEMORY;
}
