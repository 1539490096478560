/* The interview on a console. */
#include "interview/interview.h"

#include "support/call.h"
#include "support/limits.h"
#include "support/text.h"

#include <string.h>

struct prompt {
    struct arena *arena;
    const struct sc_console *console;
    struct buffer out;
    bool failed; /* the console cannot be written */
};

static void flush(struct prompt *prompt)
{
    if (prompt->out.length > 0 &&
        !prompt->console->write_text(prompt->console->context, buffer_string(&prompt->out)))
        prompt->failed = true;
    prompt->out.length = 0;
}

struct hanging {
    struct buffer *out;
    const char *mark;
    bool first;
};

static void put_line(void *context, const char *bytes, size_t length)
{
    struct hanging *to = context;
    if (to->first)
        buffer_text(to->out, to->mark);
    else
        buffer_repeat(to->out, " ", text_columns(to->mark));
    to->first = false;
    buffer_bytes(to->out, bytes, length);
    buffer_char(to->out, '\n');
}

static void put(struct prompt *prompt, const char *mark, const char *text)
{
    struct hanging to = {&prompt->out, mark, true};
    struct buffer safe = buffer_in(prompt->arena);
    size_t width =
        prompt->console->width > LIMIT_PAGE_WIDTH_MIN ? prompt->console->width : LIMIT_PAGE_WIDTH_MIN;
    text_visible(&safe, text, strlen(text));
    text_wrap(prompt->arena, buffer_string(&safe), width - text_columns(mark), put_line, &to);
}

static void put_options(struct prompt *prompt, const struct sc_pack *pack, const struct question *question)
{
    for (size_t i = 0; i < question->option_count; i++)
        put(prompt, arena_print(prompt->arena, "  %2zu  ", i + 1), question->labels[i]);
    if (question->type == SC_CHOICES)
        put(prompt, arena_print(prompt->arena, "  %2zu  ", question->option_count + 1),
            question->none_label != NULL ? question->none_label : pack_phrase(pack, PHRASE_none_of_these));
}

static void put_question(struct prompt *prompt, struct sc_interview *interview, size_t number)
{
    const struct question *question = &interview->pack->questions[number];
    size_t left = sc_interview_left(interview);
    const struct value kept = interview->sheet->answers[number];
    buffer_print(&prompt->out, "\n%s", prompt->console->color ? "\033[1m" : "");
    put(prompt, "", question->ask);
    buffer_text(&prompt->out, prompt->console->color ? "\033[0m" : "");
    put_options(prompt, interview->pack, question);
    if (kept.known)
        put(prompt, "  ",
            pack_phrase_with(prompt->arena, interview->pack, PHRASE_prompt_kept,
                             plan_answer_words(prompt->arena, interview->pack, question, kept)));
    buffer_print(&prompt->out, "(%s", interview_expected(prompt->arena, interview->pack, question));
    if (question->unit != NULL && question->type != SC_TEXT)
        buffer_print(&prompt->out, ", %s",
                     pack_phrase_with(prompt->arena, interview->pack, PHRASE_prompt_in, question->unit));
    buffer_print(&prompt->out, "; %s)\n> ",
                 left == 1 ? pack_phrase(interview->pack, PHRASE_prompt_last)
                           : pack_phrase_with(prompt->arena, interview->pack, PHRASE_prompt_left,
                                              arena_print(prompt->arena, "%zu", left)));
}

static void put_help(struct prompt *prompt, const struct sc_interview *interview, size_t number)
{
    const struct question *question = &interview->pack->questions[number];
    put(prompt, "  ",
        question->help != NULL ? question->help : pack_phrase(interview->pack, PHRASE_prompt_no_help));
    put(prompt, "  ",
        pack_phrase_with(prompt->arena, interview->pack, PHRASE_prompt_can,
                         interview_expected(prompt->arena, interview->pack, question)));
    put(prompt, "  ", pack_phrase(interview->pack, PHRASE_prompt_keys));
}

static bool is_key(const char *line, char key)
{
    while (*line == ' ')
        line++;
    return line[0] == key && line[strcspn(line + 1, " ") + 1] == '\0' && (line[1] == '\0' || line[1] == ' ');
}

/* One line typed. false: the interview ends as *end says. */
static bool take_line(struct prompt *prompt, struct sc_interview *interview, size_t question,
                      enum sc_interview_end *end, enum sc_status *status)
{
    char line[LIMIT_LINE_BYTES];
    const char *why = NULL;
    flush(prompt);
    if (prompt->failed || !prompt->console->read_line(prompt->console->context, line, sizeof line)) {
        *end = SC_INTERVIEW_CLOSED;
        return false;
    }
    if (is_key(line, 'q')) {
        *end = SC_INTERVIEW_STOPPED;
        return false;
    }
    if (is_key(line, '?')) {
        put_help(prompt, interview, question);
    } else if (is_key(line, '<')) {
        if (!sc_interview_back(interview))
            put(prompt, "  ", pack_phrase(interview->pack, PHRASE_prompt_first));
    } else {
        *status = sc_interview_answer(interview, line, &why);
        if (*status == SC_INVALID)
            put(prompt, "  ", why);
    }
    return *status != SC_NO_MEMORY;
}

static enum sc_status run(struct prompt *prompt, struct sc_interview *interview,
                          struct sc_diagnostics *diagnostics, enum sc_interview_end *end)
{
    bool greeted = false;
    for (;;) {
        size_t question = SIZE_MAX;
        enum sc_status status = sc_interview_next(interview, diagnostics, &question);
        *end = SC_INTERVIEW_DONE;
        if (status != SC_OK || question == SIZE_MAX)
            return status;
        if (!greeted)
            put(prompt, "", pack_phrase(interview->pack, PHRASE_prompt_hello));
        greeted = true;
        put_question(prompt, interview, question);
        if (!take_line(prompt, interview, question, end, &status))
            return status == SC_NO_MEMORY ? status : SC_OK;
    }
}

struct interviewing {
    struct sc_interview *interview;
    const struct sc_console *console;
    struct sc_diagnostics *diagnostics;
    enum sc_interview_end *end;
};

static enum sc_status interview_on_console(struct arena *arena, void *context)
{
    const struct interviewing *interviewing = context;
    struct prompt prompt = {.arena = arena, .console = interviewing->console, .out = buffer_in(arena)};
    enum sc_status status =
        run(&prompt, interviewing->interview, interviewing->diagnostics, interviewing->end);
    flush(&prompt);
    return status;
}

enum sc_status sc_interview_run(struct sc_interview *interview, const struct sc_console *console,
                                struct sc_diagnostics *diagnostics, enum sc_interview_end *end)
{
    struct interviewing interviewing = {interview, console, diagnostics, end};
    /* No list of messages is handed on: the calls inside have landings of their own. */
    return call_in_new(ARENA_GOES, NULL, interview_on_console, &interviewing);
}
