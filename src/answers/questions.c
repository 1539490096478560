/* The questions of a pack: to read, to fill in, or for another program. */
#include "answers/write.h"

#include "support/call.h"
#include "support/text.h"

#include <string.h>

static const char *const type_names[] = {"yes-no", "integer", "decimal", "choice", "choices", "text"};

static const char *number(struct arena *arena, struct rational rational)
{
    struct buffer words = buffer_in(arena);
    rational_print_exact(&words, rational);
    return buffer_string(&words);
}

/* `none` of choices stands where the pack has it, or last. */
static size_t none_at(const struct question *question)
{
    return question->none_label != NULL ? question->none_position : question->option_count;
}

static size_t lines_of(const struct question *question)
{
    return question->option_count + (question->type == SC_CHOICES);
}

/* The option in one line of the list, `none` included. */
static void option_at(const struct sc_pack *pack, const struct question *question, size_t line,
                      const char **name, const char **label)
{
    size_t none = question->type == SC_CHOICES ? none_at(question) : SIZE_MAX;
    if (line == none) {
        *name = "none";
        *label =
            question->none_label != NULL ? question->none_label : pack_phrase(pack, PHRASE_none_of_these);
        return;
    }
    size_t option = line > none ? line - 1 : line;
    *name = question->options[option];
    *label = question->labels[option];
}

/* The text in lines, the first behind one prefix and the others behind another. */
static void put_hanging(struct buffer *out, const char *first, const char *others, const char *text,
                        unsigned width)
{
    enum { NARROWEST = 16 };
    const size_t before = text_columns(others);
    const struct words lines = text_lines(out->arena, text_shown(out->arena, text),
                                          width > before + NARROWEST ? width - before : NARROWEST);
    for (size_t i = 0; i < lines.count; i++) {
        buffer_text(out, i == 0 ? first : others);
        buffer_text(out, lines.list[i]);
        buffer_char(out, '\n');
    }
}

static void put_wrapped(struct buffer *out, const char *prefix, const char *text, unsigned width)
{
    put_hanging(out, prefix, prefix, text, width);
}

/* "(integer 0 to 120 years)" */
static void put_type(const struct sc_pack *pack, const struct question *question, struct buffer *out)
{
    static const enum phrase phrases[] = {
        [SC_YES_NO] = PHRASE_type_yes_no,   [SC_INTEGER] = PHRASE_type_integer,
        [SC_DECIMAL] = PHRASE_type_decimal, [SC_CHOICE] = PHRASE_type_choice,
        [SC_CHOICES] = PHRASE_type_choices, [SC_TEXT] = PHRASE_type_text,
    };
    buffer_print(out, "(%s", pack_phrase(pack, phrases[question->type]));
    if (question->has_range)
        buffer_print(out, " %s %s %s", number(out->arena, question->low), pack_phrase(pack, PHRASE_type_to),
                     number(out->arena, question->high));
    if (question->unit != NULL)
        buffer_print(out, " %s", text_shown(out->arena, question->unit));
    buffer_text(out, ")\n");
}

/* The label beside the name, or below one that is longer than most. */
static void put_option(struct buffer *out, const char *name, const char *label, unsigned width)
{
    enum { LONGEST_NAME = 16 };
    static const char beside[] = "                      ";
    bool fits = text_columns(name) <= LONGEST_NAME;
    if (!fits)
        buffer_print(out, "    %s\n", name);
    put_hanging(out, fits ? arena_print(out->arena, "    %-16s  ", name) : beside, beside, label, width);
}

static void write_text(const struct sc_pack *pack, unsigned width, struct buffer *out)
{
    for (size_t i = 0; i < pack->question_count; i++) {
        const struct question *question = &pack->questions[i];
        buffer_print(out, "%s%s  ", i > 0 ? "\n" : "", question->id);
        put_type(pack, question, out);
        put_wrapped(out, "  ", question->ask, width);
        if (question->help != NULL)
            put_wrapped(out, "  ", question->help, width);
        for (size_t line = 0; line < lines_of(question); line++) {
            const char *name, *label;
            option_at(pack, question, line, &name, &label);
            put_option(out, name, label, width);
        }
    }
}

static void write_yaml(const struct sc_pack *pack, struct buffer *out)
{
    buffer_print(out, "# %s: an answer sheet. Leave empty what is not known.\n", pack->id);
    for (size_t i = 0; i < pack->question_count; i++) {
        const struct question *question = &pack->questions[i];
        buffer_char(out, '\n');
        put_wrapped(out, "# ", question->ask, 100);
        if (question->help != NULL)
            put_wrapped(out, "# ", question->help, 100);
        if (question->has_range)
            buffer_print(out, "#   %s %s %s%s%s\n", number(out->arena, question->low),
                         pack_phrase(pack, PHRASE_type_to), number(out->arena, question->high),
                         question->unit != NULL ? " " : "", question->unit != NULL ? question->unit : "");
        if (question->type == SC_YES_NO)
            buffer_text(out, "#   yes or no\n");
        for (size_t line = 0; line < lines_of(question); line++) {
            const char *name, *label;
            option_at(pack, question, line, &name, &label);
            put_wrapped(out, "#   ", arena_print(out->arena, "%s: %s", name, label), 100);
        }
        if (question->type == SC_CHOICES)
            buffer_text(out, "#   one of them, or several: [a, b]\n");
        buffer_print(out, "%s:\n", question->id);
    }
}

static void write_json_options(const struct sc_pack *pack, const struct question *question,
                               struct json_writer *json)
{
    json_put_key(json, "options");
    json_begin_array(json);
    for (size_t line = 0; line < lines_of(question); line++) {
        const char *name, *label;
        option_at(pack, question, line, &name, &label);
        json_begin_object(json);
        json_put_key(json, "id");
        json_put_text(json, name);
        json_put_key(json, "label");
        json_put_text(json, label);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_json_question(const struct sc_pack *pack, const struct question *question,
                                struct json_writer *json)
{
    const char *const names[] = {"id", "type", "ask", "help"};
    const char *const values[] = {question->id, type_names[question->type], question->ask, question->help};
    json_begin_object(json);
    for (size_t i = 0; i < 4; i++) {
        if (values[i] == NULL)
            continue;
        json_put_key(json, names[i]);
        json_put_text(json, values[i]);
    }
    if (question->has_range) {
        json_put_key(json, "min");
        json_put_exact(json, question->low);
        json_put_key(json, "max");
        json_put_exact(json, question->high);
    }
    if (question->unit != NULL) {
        json_put_key(json, "unit");
        json_put_text(json, question->unit);
    }
    if (question->option_count > 0)
        write_json_options(pack, question, json);
    json_end_object(json);
}

static void write_json(const struct sc_pack *pack, struct buffer *out)
{
    struct json_writer json = json_writer_to(out);
    json_begin_object(&json);
    json_put_key(&json, "stepcare");
    json_put_whole(&json, 1);
    pack_write_json(&json, "pack", pack);
    json_put_key(&json, "questions");
    json_begin_array(&json);
    for (size_t i = 0; i < pack->question_count; i++)
        write_json_question(pack, &pack->questions[i], &json);
    json_end_array(&json);
    json_end_object(&json);
    buffer_char(out, '\n');
}

struct list_writing {
    const struct sc_pack *pack;
    enum sc_list_format format;
    unsigned width;
    char **text;
};

static enum sc_status write_list(struct arena *arena, void *context)
{
    const struct list_writing *writing = context;
    struct buffer out = buffer_in(arena);
    if (writing->format == SC_LIST_TEXT)
        write_text(writing->pack, writing->width, &out);
    else if (writing->format == SC_LIST_YAML)
        write_yaml(writing->pack, &out);
    else
        write_json(writing->pack, &out);
    *writing->text = call_result(buffer_string(&out), out.length);
    return *writing->text != NULL ? SC_OK : SC_NO_MEMORY;
}

enum sc_status sc_questions_write(const struct sc_pack *pack, enum sc_list_format format, unsigned width,
                                  struct sc_diagnostics *diagnostics, char **text)
{
    struct list_writing writing = {pack, format, width, text};
    return call_in_new(ARENA_GOES, diagnostics, write_list, &writing);
}
