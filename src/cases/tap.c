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

static void put_row(struct buffer *out, const char *about, struct place place, const struct row *row)
{
    buffer_print(out, "    - is: \"%s\"\n", row_kind_names[row->kind]);
    put_quoted(out, "about", about);
    put_quoted(out, "expected", row->expected);
    put_quoted(out, "came", row->came);
    put_quoted(out, "file", place.source->name);
    buffer_print(out, "      line: %u\n      column: %u\n", place.line, place.column);
}

static void begin_block(struct buffer *out)
{
    buffer_text(out, "  ---\n  differences:\n");
}

static void end_block(struct buffer *out)
{
    buffer_text(out, "  ...\n");
}

static void put_case(struct buffer *out, size_t point, const struct case_result *result)
{
    put_point(out, result->failure == NULL, point, result->name);
    if (result->failure == NULL)
        return;
    begin_block(out);
    for (size_t i = 0; i < result->difference_count; i++) {
        const struct difference *difference = &result->differences[i];
        for (size_t k = 0; k < difference->row_count; k++)
            put_row(out, difference->about, difference->place, &difference->rows[k]);
    }
    end_block(out);
}

/* A gap that were a comment would let a harness pass what `test --coverage` does not. */
static void put_rule(struct buffer *out, size_t point, const struct coverage *coverage, size_t number)
{
    const struct pack_rule *rule = &coverage->rules.list[number];
    unsigned gap = coverage_gap(coverage, number);
    put_point(out, gap == 0, point, rule->what);
    if (gap == 0)
        return;
    begin_block(out);
    put_row(out, expr_written(rule->when), expr_place(rule->when),
            &(struct row){ROW_GAP, coverage_words(out->arena, gap, ", "),
                          coverage_words(out->arena, coverage->seen[number], ", ")});
    end_block(out);
}

void cases_write_tap(const struct sc_cases *cases, const struct sc_cases_request *request, struct buffer *out)
{
    const struct coverage *coverage = &cases->coverage;
    size_t points = cases->count + (request->with_coverage ? coverage_rules(coverage) : 0), point = 0;
    buffer_print(out, "TAP version 13\n1..%zu%s\n", points, points == 0 ? " # SKIP no cases" : "");
    for (size_t i = 0; i < cases->count; i++)
        put_case(out, ++point, &cases->list[i]);
    for (size_t i = 0; i < coverage->rules.count && request->with_coverage; i++)
        if (rule_is_written(&coverage->rules.list[i]))
            put_rule(out, ++point, coverage, i);
}
