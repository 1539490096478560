/* Sheets written so that they can be read again. */
#include "answers/write.h"

#include "support/call.h"

void pack_write_json(struct json_writer *json, const char *key, const struct sc_pack *pack)
{
    const char *const names[] = {"id", "version", "title", "language", "reviewed", "review_by", "sha256"};
    const char *const values[] = {pack->id,       pack->version,          pack->title,
                                  pack->language, sc_pack_reviewed(pack), sc_pack_review_by(pack),
                                  pack->sha256};
    json_put_key(json, key);
    json_begin_object(json);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        json_put_key(json, names[i]);
        json_put_text(json, values[i]);
    }
    json_end_object(json);
}

void answer_write_json(struct json_writer *json, const struct question *question, struct value value)
{
    if (!value.known) {
        json_put_null(json);
        return;
    }
    switch (question->type) {
    case SC_YES_NO:
        json_put_truth(json, value.truth);
        break;
    case SC_INTEGER:
    case SC_DECIMAL:
        json_put_exact(json, value.number);
        break;
    case SC_CHOICE:
        json_put_text(json, question->options[value.option]);
        break;
    case SC_CHOICES:
        json_begin_array(json);
        for (size_t i = 0; i < question->option_count; i++)
            if ((value.options >> i & 1) != 0)
                json_put_text(json, question->options[i]);
        json_end_array(json);
        break;
    case SC_TEXT:
        json_put_text(json, value.text);
        break;
    }
}

/* An option as a plain scalar, or in quotes where YAML would see a mark in it. */
static void write_option(struct buffer *out, const char *option)
{
    buffer_print(out, option[0] == '-' ? "'%s'" : "%s", option);
}

/* JSON's way of quoting is YAML's too. */
static void write_quoted(struct buffer *out, const char *text)
{
    struct json_writer json = json_writer_to(out);
    json_put_text(&json, text);
}

void answer_write_yaml(struct buffer *out, const struct question *question, struct value value)
{
    bool first = true;
    switch (question->type) {
    case SC_YES_NO:
        buffer_text(out, value.truth ? "yes" : "no");
        break;
    case SC_INTEGER:
    case SC_DECIMAL:
        rational_print_exact(out, value.number);
        break;
    case SC_CHOICE:
        write_option(out, question->options[value.option]);
        break;
    case SC_CHOICES:
        buffer_text(out, value.options == 0 ? "none" : "[");
        for (size_t i = 0; i < question->option_count; i++) {
            if ((value.options >> i & 1) == 0)
                continue;
            buffer_text(out, first ? "" : ", ");
            write_option(out, question->options[i]);
            first = false;
        }
        buffer_text(out, value.options == 0 ? "" : "]");
        break;
    case SC_TEXT:
        write_quoted(out, value.text);
        break;
    }
}

static void write_yaml(const struct sc_sheet *sheet, struct buffer *out)
{
    if (sheet->id != NULL) {
        buffer_text(out, "id: ");
        write_quoted(out, sheet->id);
        buffer_char(out, '\n');
    }
    for (size_t i = 0; i < sheet->pack->question_count; i++) {
        if (!sheet->answers[i].known)
            continue;
        buffer_print(out, "%s: ", sheet->pack->questions[i].id);
        answer_write_yaml(out, &sheet->pack->questions[i], sheet->answers[i]);
        buffer_char(out, '\n');
    }
    if (out->length == 0)
        buffer_text(out, "{}\n"); /* an empty file is no sheet */
}

static void write_json(const struct sc_sheet *sheet, struct buffer *out)
{
    struct json_writer json = json_writer_to(out);
    json_begin_object(&json);
    if (sheet->id != NULL) {
        json_put_key(&json, "id");
        json_put_text(&json, sheet->id);
    }
    for (size_t i = 0; i < sheet->pack->question_count; i++) {
        if (!sheet->answers[i].known)
            continue;
        json_put_key(&json, sheet->pack->questions[i].id);
        answer_write_json(&json, &sheet->pack->questions[i], sheet->answers[i]);
    }
    json_end_object(&json);
    buffer_char(out, '\n');
}

struct sheet_writing {
    const struct sc_sheet *sheet;
    enum sc_list_format format;
    char **text;
};

static enum sc_status write_sheet(struct arena *arena, void *context)
{
    const struct sheet_writing *writing = context;
    struct buffer out = buffer_in(arena);
    if (writing->format == SC_LIST_JSON)
        write_json(writing->sheet, &out);
    else
        write_yaml(writing->sheet, &out);
    *writing->text = call_result(buffer_string(&out), out.length);
    return *writing->text != NULL ? SC_OK : SC_NO_MEMORY;
}

enum sc_status sc_sheet_write(const struct sc_sheet *sheet, enum sc_list_format format,
                              struct sc_diagnostics *diagnostics, char **text)
{
    struct sheet_writing writing = {sheet, format, text};
    return call_in_new(ARENA_GOES, diagnostics, write_sheet, &writing);
}
