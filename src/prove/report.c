/* One line an obligation; below what is not proved, its place, its rule and the sheet that shows it. */
#include "prove/report.h"

#include "answers/write.h"
#include "support/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* As text and as JSON have them, and what a line below says more. */
static const struct {
    const char *text, *json, *more;
} result_words[] = {
    [RESULT_OPEN] = {"open", "open", NULL},
    [RESULT_PROVED] = {"proved", "proved", NULL},
    [RESULT_FAILED] = {"FAILED", "failed", NULL},
    [RESULT_DEAD] = {"DEAD", "dead", "no answer sheet gets there"},
    [RESULT_UNDECIDED] = {"NOT DECIDED", "not-decided", "not in this time; --timeout gives more"},
};
static_assert(sizeof result_words / sizeof result_words[0] == RESULT_COUNT, "words for each result");

static const char detail[] = "             ";

size_t report_count(const struct proving *proving, enum result result)
{
    size_t count = 0;
    for (size_t i = 0; i < proving->obligations.count; i++)
        count += proving->obligations.list[i].result == result;
    return count;
}

/* Foreign words, safe for a terminal. */
static void put_visible(struct buffer *out, const char *text)
{
    text_visible(out, text, strlen(text));
}

const char *report_sheet(const struct proving *proving, const struct value *answers, const char *indent)
{
    struct value *copy = arena_array(proving->arena, proving->pack->question_count, sizeof *copy);
    if (proving->pack->question_count > 0)
        memcpy(copy, answers, proving->pack->question_count * sizeof *copy);
    const struct sc_sheet sheet = {.arena = proving->arena, .pack = proving->pack, .answers = copy};
    char *written = NULL;
    if (sc_sheet_write(&sheet, SC_LIST_YAML, NULL, &written) != SC_OK)
        arena_exhausted(proving->arena);
    const char *text = arena_text(proving->arena, written);
    free(written);
    struct buffer out = buffer_in(proving->arena);
    for (const char *line = text; *line != '\0';) {
        size_t length = strcspn(line, "\n");
        buffer_text(&out, indent);
        buffer_bytes(&out, line, length);
        buffer_char(&out, '\n');
        line += length + (line[length] == '\n');
    }
    return buffer_string(&out);
}

static size_t answers_count(const struct proving *proving, const struct value *answers)
{
    size_t count = 0;
    for (size_t i = 0; i < proving->pack->question_count; i++)
        count += answers[i].known;
    return count;
}

static const struct invariant *invariant_of(const struct proving *proving,
                                            const struct obligation *obligation)
{
    return obligation->sight.kind == SIGHT_BROKEN ? &proving->pack->invariants[obligation->sight.first]
                                                  : NULL;
}

static void put_details(const struct proving *proving, const struct obligation *obligation,
                        struct buffer *out)
{
    const struct invariant *invariant = invariant_of(proving, obligation);
    if (obligation->place.line > 0) {
        buffer_text(out, detail);
        put_visible(out, obligation->place.source->name);
        buffer_print(out, ":%u:%u\n", obligation->place.line, obligation->place.column);
    }
    if (invariant != NULL) {
        buffer_print(out, "%s%s: ", detail, invariant->never ? "never" : "always");
        put_visible(out, expr_written(invariant->rule));
        buffer_char(out, '\n');
    }
    if (result_words[obligation->result].more != NULL)
        buffer_print(out, "%s%s\n", detail, result_words[obligation->result].more);
    if (obligation->counterexample == NULL)
        return;
    size_t count = answers_count(proving, obligation->counterexample);
    buffer_print(out, "%sshown by this sheet of %zu answer%s%s:\n", detail, count, count == 1 ? "" : "s",
                 obligation->smallest ? "" : "; there may be a smaller one");
    buffer_text(out, report_sheet(proving, obligation->counterexample, "               "));
}

const char *report_text(const struct proving *proving, enum report_length length)
{
    struct buffer out = buffer_in(proving->arena);
    for (size_t i = 0; i < proving->obligations.count; i++) {
        const struct obligation *obligation = &proving->obligations.list[i];
        if (length == REPORT_OPEN && obligation->result == RESULT_PROVED)
            continue;
        buffer_print(&out, "%-11s  ", result_words[obligation->result].text);
        put_visible(&out, obligation->what);
        buffer_char(&out, '\n');
        if (obligation->result != RESULT_PROVED)
            put_details(proving, obligation, &out);
    }
    if (length == REPORT_ALL)
        buffer_print(&out, "%zu obligation%s: %zu proved, %zu failed, %zu dead, %zu not decided\n",
                     proving->obligations.count, proving->obligations.count == 1 ? "" : "s",
                     report_count(proving, RESULT_PROVED), report_count(proving, RESULT_FAILED),
                     report_count(proving, RESULT_DEAD), report_count(proving, RESULT_UNDECIDED));
    return buffer_string(&out);
}

static void put_place(struct json_writer *json, struct place place)
{
    json_put_key(json, "file");
    json_put_text(json, place.line > 0 ? place.source->name : NULL);
    const char *const names[] = {"line", "column"};
    const int64_t numbers[] = {place.line, place.column};
    for (size_t i = 0; i < 2; i++) {
        json_put_key(json, names[i]);
        if (place.line > 0)
            json_put_whole(json, numbers[i]);
        else
            json_put_null(json);
    }
}

static void put_answers(const struct proving *proving, const struct value *answers, struct json_writer *json)
{
    json_begin_object(json);
    for (size_t i = 0; i < proving->pack->question_count; i++) {
        if (!answers[i].known)
            continue;
        json_put_key(json, proving->pack->questions[i].id);
        answer_write_json(json, &proving->pack->questions[i], answers[i]);
    }
    json_end_object(json);
}

static void put_counterexample(const struct proving *proving, const struct obligation *obligation,
                               struct json_writer *json)
{
    json_put_key(json, "counterexample");
    if (obligation->counterexample != NULL)
        put_answers(proving, obligation->counterexample, json);
    else
        json_put_null(json);
}

static void put_obligation(const struct proving *proving, const struct obligation *obligation,
                           struct json_writer *json)
{
    const struct invariant *invariant = invariant_of(proving, obligation);
    const char *const names[] = {"kind", "id", "what", "result", "rule"};
    const char *const values[] = {obligation->kind, obligation->id, obligation->what,
                                  result_words[obligation->result].json,
                                  invariant != NULL ? expr_written(invariant->rule) : NULL};
    json_begin_object(json);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        json_put_key(json, names[i]);
        json_put_text(json, values[i]);
    }
    put_place(json, obligation->place);
    put_counterexample(proving, obligation, json);
    json_put_key(json, "smallest");
    if (obligation->counterexample != NULL)
        json_put_truth(json, obligation->smallest);
    else
        json_put_null(json);
    json_end_object(json);
}

const char *report_json(const struct proving *proving)
{
    struct buffer out = buffer_in(proving->arena);
    struct json_writer json = json_writer_to(&out);
    json_begin_object(&json);
    json_put_key(&json, "stepcare");
    json_put_whole(&json, 1);
    pack_write_json(&json, "pack", proving->pack);
    for (enum result result = RESULT_PROVED; result < RESULT_COUNT; result++) {
        const char *name = result == RESULT_UNDECIDED ? "not_decided" : result_words[result].json;
        json_put_key(&json, name);
        json_put_whole(&json, (int64_t)report_count(proving, result));
    }
    json_put_key(&json, "obligations");
    json_begin_array(&json);
    for (size_t i = 0; i < proving->obligations.count; i++)
        put_obligation(proving, &proving->obligations.list[i], &json);
    json_end_array(&json);
    json_end_object(&json);
    buffer_char(&out, '\n');
    return buffer_string(&out);
}

static const struct obligation *first_failed(const struct proving *proving)
{
    for (size_t i = 0; i < proving->obligations.count; i++)
        if (proving->obligations.list[i].counterexample != NULL)
            return &proving->obligations.list[i];
    return NULL;
}

static void put_case_json(const struct proving *proving, const struct obligation *failed, const char *name,
                          struct json_writer *json)
{
    json_begin_object(json);
    json_put_key(json, "case");
    json_put_text(json, name);
    json_put_key(json, "answers");
    put_answers(proving, failed->counterexample, json);
    json_put_key(json, "expect");
    json_begin_object(json);
    json_end_object(json);
    json_end_object(json);
}

const char *report_case(const struct proving *proving, enum case_format format)
{
    const struct obligation *failed = first_failed(proving);
    if (failed == NULL)
        return NULL;
    struct buffer out = buffer_in(proving->arena);
    struct json_writer json = json_writer_to(&out);
    const char *name = arena_print(proving->arena, "Breaks %s", failed->what);
    if (format == CASE_JSON) {
        put_case_json(proving, failed, name, &json);
        buffer_char(&out, '\n');
        return buffer_string(&out);
    }
    bool answered = answers_count(proving, failed->counterexample) > 0;
    buffer_text(&out, "case: ");
    json_put_text(&json, name); /* JSON's way of quoting is YAML's too */
    buffer_print(&out, "\nanswers:%s", answered ? "\n" : " ");
    buffer_text(&out, report_sheet(proving, failed->counterexample, answered ? "  " : ""));
    buffer_text(&out, "expect: {}\n");
    return buffer_string(&out);
}
