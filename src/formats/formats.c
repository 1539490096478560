/* Page formats are written from the document, data formats from the plan. */
#include "formats/formats.h"

#include "data/data.h"
#include "support/call.h"

#include <assert.h>
#include <string.h>

const struct document_node *format_document(struct arena *arena, const struct sc_plan *plan,
                                            struct sc_page_options options, enum medium medium)
{
    return document_of(arena, plan,
                       (struct document_options){.week = options.week, .why = options.why, .medium = medium});
}

/* A format that is written here has one of the two writers; the others are the business of a part. */
static const struct {
    const char *name;
    const char *endings[2];
    page_writer *page;
    void (*data)(const struct sc_plan *, struct buffer *);
    bool is_page_elsewhere; /* that a part writes */
} formats[] = {
    [SC_TEXT_PAGE] = {"text", {".txt", ".text"}, page_write_text, NULL, false},
    [SC_MARKDOWN] = {"markdown", {".md", ".markdown"}, page_write_markdown, NULL, false},
    [SC_HTML] = {"html", {".html", ".htm"}, page_write_html, NULL, false},
    [SC_JSON] = {"json", {".json", NULL}, NULL, data_write_json, false},
    [SC_BRIEF] = {"brief", {".jsonl", NULL}, NULL, data_write_brief, false},
    [SC_TSV] = {"tsv", {".tsv", NULL}, NULL, data_write_tsv, false},
    [SC_ICS] = {"ics", {".ics", NULL}, NULL, NULL, false},
    [SC_PDF] = {"pdf", {".pdf", NULL}, NULL, NULL, true},
};
enum { FORMATS = sizeof formats / sizeof formats[0] };
static_assert(FORMATS == SC_PDF + 1, "a row for each format");

const char *sc_format_name(size_t number)
{
    return number < FORMATS ? formats[number].name : NULL;
}

bool sc_format_is_page(enum sc_format format)
{
    return formats[format].page != NULL || formats[format].is_page_elsewhere;
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
    if (formats[format].page != NULL)
        formats[format].page(format_document(out->arena, plan, options, FOR_SCREEN), options, out);
    else
        formats[format].data(plan, out);
}

page_writer *format_page(enum sc_format format)
{
    return formats[format].page;
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
    enum { MOST_PLANS = 64 * 1024 };
    struct buffer out = buffer_with_room(arena, MOST_PLANS);
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
    if (formats[format].page == NULL && formats[format].data == NULL)
        return SC_NOT_FOUND;
    if (writing.options.week < 0 || writing.options.week > sc_pack_last_week(plan->pack)) {
        diagnostics_error(diagnostics, (struct place){NULL, 0, 0}, NULL, "the pack has no week %d",
                          writing.options.week);
        return SC_INVALID;
    }
    return call_in_new(ARENA_GOES, diagnostics, write_plan, &writing);
}
