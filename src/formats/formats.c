/* Page formats are written from the document, data formats from the plan. */
#include "formats/formats.h"

#include "data/data.h"
#include "support/call.h"
#include "support/limits.h"

#include <assert.h>
#include <string.h>

static struct document_options document_options(struct sc_page_options options)
{
    return (struct document_options){.week = options.week};
}

static void write_text(const struct sc_plan *plan, struct sc_page_options options, struct buffer *out)
{
    page_write_text(document_of(out->arena, plan, document_options(options)), options, out);
}

static void write_markdown(const struct sc_plan *plan, struct sc_page_options options, struct buffer *out)
{
    page_write_markdown(document_of(out->arena, plan, document_options(options)), out);
}

static void write_html(const struct sc_plan *plan, struct sc_page_options options, struct buffer *out)
{
    page_write_html(document_of(out->arena, plan, document_options(options)), out);
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
    void (*write)(const struct sc_plan *, struct sc_page_options, struct buffer *); /* NULL: not here */
    bool is_page;
} formats[] = {
    [SC_TEXT_PAGE] = {"text", {".txt", ".text"}, write_text, true},
    [SC_MARKDOWN] = {"markdown", {".md", ".markdown"}, write_markdown, true},
    [SC_HTML] = {"html", {".html", ".htm"}, write_html, true},
    [SC_JSON] = {"json", {".json", NULL}, write_json, false},
    [SC_BRIEF] = {"brief", {".jsonl", NULL}, write_brief, false},
    [SC_TSV] = {"tsv", {".tsv", NULL}, write_tsv, false},
    [SC_ICS] = {"ics", {".ics", NULL}, NULL, false},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };
static_assert(FORMATS == SC_ICS + 1, "a row for each format");

const char *sc_format_name(size_t number)
{
    return number < FORMATS ? formats[number].name : NULL;
}

bool sc_format_is_page(enum sc_format format)
{
    return formats[format].is_page;
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

struct plan_writing {
    const struct sc_plan *plan;
    enum sc_format format;
    struct sc_page_options options;
    char **text;
    size_t *length;
};

static enum sc_status write_plan(struct arena *arena, void *context)
{
    const struct plan_writing *writing = context;
    struct buffer out = buffer_in(arena);
    format_write(writing->plan, writing->format, writing->options, &out);
    char *text = call_result(buffer_string(&out), out.length);
    if (text == NULL)
        return SC_NO_MEMORY;
    *writing->text = text;
    *writing->length = out.length;
    return SC_OK;
}

enum sc_status sc_plan_write(const struct sc_plan *plan, enum sc_format format,
                             const struct sc_page_options *options, struct sc_diagnostics *diagnostics,
                             char **text, size_t *length)
{
    struct plan_writing writing = {plan, format, {.width = 80}, text, length};
    if (options != NULL)
        writing.options = *options;
    if (writing.options.width < LIMIT_PAGE_WIDTH_MIN)
        writing.options.width = LIMIT_PAGE_WIDTH_MIN;
    if (writing.options.width > LIMIT_PAGE_WIDTH_MAX)
        writing.options.width = LIMIT_PAGE_WIDTH_MAX;
    if (formats[format].write == NULL)
        return SC_NOT_FOUND;
    if (writing.options.week < 0 || writing.options.week > sc_pack_last_week(plan->pack)) {
        diagnostics_error(diagnostics, (struct place){NULL, 0, 0}, NULL, "the pack has no week %d",
                          writing.options.week);
        return SC_INVALID;
    }
    return call_in_new(ARENA_GOES, diagnostics, write_plan, &writing);
}
