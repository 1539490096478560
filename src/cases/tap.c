/* The result of the cases for a harness: the Test Anything Protocol. Version 13, which every harness reads:
 * Perl's refuses 14. What was expected and what came stands in a block of YAML behind a point that is not ok,
 * quoted as JSON quotes, which is YAML's way too. */
#include "cases/cases.h"

#include "support/text.h"
#include "json/json.h"

/* In a description a bare # begins a directive. */
static void put_description(struct buffer *out, const char *words)
{
    for (const char *at = text_shown(out->arena, words); *at != '\0'; at++) {
        if (*at == '#' || *at == '\\')
            buffer_char(out, '\\');
        buffer_char(out, *at);
    }
}

static void put_point(struct buffer *out, bool good, size_t number, const char *description)
{
    buffer_print(out, "%sok %zu - ", good ? "" : "not ", number);
    put_description(out, description);
    buffer_char(out, '\n');
}

static void put_quoted(struct buffer *out, const char *key, const char *words)
{
    struct json_writer json = json_writer_to(out);
    buffer_print(out, "      %s: ", key);
    if (words != NULL)
        json_put_text(&json, text_shown(out->arena, words));
    else
        buffer_char(out, '~');
    buffer_char(out, '\n');
}

static void put_place(struct buffer *out, struct place place)
{
    put_quoted(out, "file", place.source->name);
    buffer_print(out, "      line: %u\n      column: %u\n", place.line, place.column);
}

static void put_differences(struct buffer *out, const struct case_result *result)
{
    buffer_text(out, "  ---\n  differences:\n");
    for (size_t i = 0; i < result->difference_count; i++) {
        const struct difference *difference = &result->differences[i];
        for (size_t k = 0; k < difference->row_count; k++) {
            const struct row *row = &difference->rows[k];
            buffer_print(out, "    - is: \"%s\"\n", row_kind_names[row->kind]);
            put_quoted(out, "about", difference->about);
            put_quoted(out, "expected", row->expected);
            put_quoted(out, "came", row->came);
            put_place(out, difference->place);
        }
    }
    buffer_text(out, "  ...\n");
}

void cases_write_tap(const struct sc_cases *cases, const struct sc_cases_request *request, struct buffer *out)
{
    (void)request;
    size_t points = cases->count;
    buffer_print(out, "TAP version 13\n1..%zu%s\n", points, points == 0 ? " # SKIP no cases" : "");
    for (size_t i = 0; i < cases->count; i++) {
        const struct case_result *result = &cases->list[i];
        put_point(out, result->failure == NULL, i + 1, result->name);
        if (result->failure != NULL)
            put_differences(out, result);
    }
}
