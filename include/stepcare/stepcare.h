/* stepcare: from a pack of rules and a few answers to one person's plan.
 *
 * This is the whole public face of libstepcare. Types are opaque; every function and type starts with sc_.
 *
 * Ownership. What a function named ..._new, ..._open or ..._make gives belongs to the caller, who frees it
 * with the
 * ..._free of its type (NULL is allowed there). Every `const char *` that is handed out belongs to the object
 * that it was asked of, is UTF-8 with a NUL at its end, and lives as long as that object.
 *
 * Errors. A call that can fail answers an sc_status and tells what is wrong in the sc_diagnostics given to
 * it. When it does not answer SC_OK, it has changed nothing that the caller gave it but the diagnostics.
 *
 * Threads. There is no global state: objects may be used in any thread, each by one thread at a time. A pack
 * is not changed once it is open, so any number of threads may make plans from one pack. */
#ifndef STEPCARE_STEPCARE_H
#define STEPCARE_STEPCARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define SC_API __attribute__((visibility("default")))
#else
#define SC_API
#endif

typedef enum sc_status {
    SC_OK = 0,
    SC_INVALID,   /* the pack, the answers or an option are not valid; the diagnostics say where and why */
    SC_NOT_FOUND, /* no built-in pack of that name, no question of that id */
    SC_IO,        /* a file or a folder could not be read or written */
    SC_NO_MEMORY, /* memory could not be had */
} sc_status;

/* The version of the library, "1.0.0". */
SC_API const char *sc_version(void);

/* ---- Diagnostics: what is wrong, and where ---- */

typedef enum sc_severity { SC_ERROR, SC_WARNING } sc_severity;

typedef struct sc_diagnostics sc_diagnostics;

/* NULL where there is no memory. */
SC_API sc_diagnostics *sc_diagnostics_new(void);
SC_API void sc_diagnostics_free(sc_diagnostics *diagnostics);
/* How many there are of one severity. */
SC_API size_t sc_diagnostics_count(const sc_diagnostics *diagnostics, sc_severity severity);
/* All of them, ready to print: `file:line:column: error: what is wrong`, the line, a caret, a hint; sorted by
 * file, line and column, safe for a terminal. Empty text if there are none, NULL where there is no memory. */
SC_API const char *sc_diagnostics_text(sc_diagnostics *diagnostics);
/* Forget all of them. */
SC_API void sc_diagnostics_clear(sc_diagnostics *diagnostics);

/* ---- Packs: one stepped-care programme, read and checked ---- */

typedef struct sc_pack sc_pack;

/* The packs that are built into the library, by name, in alphabetical order; NULL past the last. */
SC_API const char *sc_builtin_name(size_t number);
/* The built-in name nearest to a mistyped one, or NULL. */
SC_API const char *sc_builtin_near(const char *name);

/* Opens a built-in pack. SC_NOT_FOUND: there is none of that name. */
SC_API sc_status sc_pack_open_builtin(const char *name, sc_diagnostics *diagnostics, sc_pack **pack);
/* The same without its invariants, which no plan reads: quicker. */
SC_API sc_status sc_pack_open_builtin_for_plans(const char *name, sc_diagnostics *diagnostics,
                                                sc_pack **pack);
/* Reads and checks the pack in a folder. Every error of the pack is reported, each at its place; a pack with
 * any error is not opened (SC_INVALID; SC_IO where the folder or its pack.yaml cannot be read). */
SC_API sc_status sc_pack_open_folder(const char *folder, sc_diagnostics *diagnostics, sc_pack **pack);
SC_API void sc_pack_free(sc_pack *pack);

/* The languages that the pack has beside its own, from 0; NULL past the last. */
SC_API const char *sc_pack_translation(const sc_pack *pack, size_t number);
/* From now on the pack speaks this language: its own, or one of its translations. Words that a translation
 * lacks stay as they are. A mistake in a translation is found here, not when the pack is opened. Call it
 * before anything is made from the pack, and before it is shared between threads. SC_NOT_FOUND: the pack has
 * no such language; SC_INVALID: the translation has errors. */
SC_API sc_status sc_pack_speak(sc_pack *pack, const char *language, sc_diagnostics *diagnostics);
/* What a pack owes its readers, beyond being readable: every text that prints a figure cites a claim that has
 * the figure, and in a pack with claims every item, alert, avoid, caution and note says what it rests on.
 * Breaches are errors. A content whose day of review has passed on `today` (YYYY-MM-DD, or NULL: not looked
 * at) is a warning. SC_INVALID: there is an error. */
SC_API sc_status sc_ledger_check(const sc_pack *pack, const char *today, sc_diagnostics *diagnostics);
/* The name of a claim's status, from 0, the best first; NULL past the last. */
SC_API const char *sc_claim_status_name(size_t number);
/* The name of the status of the claim with this id or note; NULL: there is no such claim. */
SC_API const char *sc_claim_status(const sc_pack *pack, const char *id);
/* The id, or the note, of the claim nearest to a mistyped one, or NULL. */
SC_API const char *sc_claim_near(const sc_pack *pack, const char *id);
/* Reads every translation, and lists as warnings the words that it lacks and the numbers that it changes.
 * SC_INVALID: one has an error. */
SC_API sc_status sc_translations_check(const sc_pack *pack, sc_diagnostics *diagnostics);

SC_API const char *sc_pack_id(const sc_pack *pack);
SC_API const char *sc_pack_title(const sc_pack *pack);
SC_API const char *sc_pack_version(const sc_pack *pack);
SC_API const char *sc_pack_language(const sc_pack *pack);
SC_API const char *sc_pack_reviewed(const sc_pack *pack);  /* YYYY-MM-DD, or NULL */
SC_API const char *sc_pack_review_by(const sc_pack *pack); /* YYYY-MM-DD, or NULL */
/* SHA-256 of the pack's files as 64 hexadecimal digits: the path, a newline, the length in decimal, a newline
 * and the bytes of pack.yaml, then of each file of `files` and `translations` in order. */
SC_API const char *sc_pack_sha256(const sc_pack *pack);
/* The last week that has a phase; one that has no end goes on to week 1000. */
SC_API int sc_pack_last_week(const sc_pack *pack);
/* How many of what the pack holds, for a summary. */
typedef enum sc_part {
    SC_QUESTIONS,
    SC_ALERTS,
    SC_PHASES,
    SC_ITEMS,
    SC_RULES,
    SC_INVARIANTS,
    SC_CLAIMS
} sc_part;
SC_API size_t sc_pack_count(const sc_pack *pack, sc_part part);

/* ---- Questions ---- */

typedef enum sc_type { SC_YES_NO, SC_INTEGER, SC_DECIMAL, SC_CHOICE, SC_CHOICES, SC_TEXT } sc_type;

/* Questions are numbered from 0 in the pack's order. */
SC_API const char *sc_question_id(const sc_pack *pack, size_t question);
SC_API const char *sc_question_ask(const sc_pack *pack, size_t question);
SC_API const char *sc_question_help(const sc_pack *pack, size_t question); /* or NULL */
SC_API sc_type sc_question_type(const sc_pack *pack, size_t question);
/* The ids and labels of the options of a choice or choices; NULL past the last. */
SC_API const char *sc_question_option(const sc_pack *pack, size_t question, size_t option);
SC_API const char *sc_question_label(const sc_pack *pack, size_t question, size_t option);

/* The list of a pack's questions for a person or a program, as standard output prints it. */
typedef enum sc_list_format { SC_LIST_TEXT, SC_LIST_YAML, SC_LIST_JSON } sc_list_format;
/* `width`: columns for SC_LIST_TEXT. The caller frees *text with free(). */
SC_API sc_status sc_questions_write(const sc_pack *pack, sc_list_format format, unsigned width,
                                    sc_diagnostics *diagnostics, char **text);

/* ---- Answer sheets ---- */

typedef struct sc_sheet sc_sheet;

/* An empty sheet for a pack, which must outlive it. NULL where there is no memory. */
SC_API sc_sheet *sc_sheet_new(const sc_pack *pack);
SC_API void sc_sheet_free(sc_sheet *sheet);
/* Reads a file of answers ("-": standard input) over what the sheet holds; later answers win. */
SC_API sc_status sc_sheet_read(sc_sheet *sheet, const char *path, sc_diagnostics *diagnostics);
/* The same from memory; `name` stands in messages, and its ending tells the format as a file's does. */
SC_API sc_status sc_sheet_read_bytes(sc_sheet *sheet, const char *name, const char *bytes, size_t length,
                                     sc_diagnostics *diagnostics);
/* One answer as the flag -s takes it: "id=value", "id=a,b", "id=none", "id=" or "id=unknown" to erase. */
SC_API sc_status sc_sheet_set(sc_sheet *sheet, const char *assignment, sc_diagnostics *diagnostics);
/* A second sheet from all that went well when `from` was read: files, which are not opened again, and single
 * answers. For the same pack it is a copy to go on from; for another version of the pack, the same sheet.
 * What does not fit that pack is in the diagnostics (SC_INVALID). What an interview asked is not in it. */
SC_API sc_status sc_sheet_reread(const sc_sheet *from, const sc_pack *pack, sc_diagnostics *diagnostics,
                                 sc_sheet **sheet);
/* The sheet as YAML, or as JSON, in question order, readable again by sc_sheet_read. The caller frees with
 * free(). */
SC_API sc_status sc_sheet_write(const sc_sheet *sheet, sc_list_format format, sc_diagnostics *diagnostics,
                                char **text);
SC_API bool sc_sheet_is_answered(const sc_sheet *sheet, size_t question);

/* ---- Plans ---- */

typedef struct sc_plan sc_plan;

typedef enum sc_plan_status {
    SC_READY,      /* printed, nothing missing */
    SC_INCOMPLETE, /* printed; some decisions wait for answers */
    SC_UNSCREENED, /* not printed: a red-flag question is open */
    SC_WITHHELD,   /* not printed: a red flag is true; what to do is */
} sc_plan_status;

/* Days as YYYY-MM-DD, years 1900 to 2999. */
typedef struct sc_dates {
    const char *today; /* must be given */
    const char *start; /* the first day of week 1, or NULL: a plan without dates */
} sc_dates;

/* Decides everything for one sheet. Neither pack nor sheet is changed; the pack must outlive the plan, the
 * sheet need not. SC_INVALID: a date is not valid. */
SC_API sc_status sc_plan_make(const sc_pack *pack, const sc_sheet *sheet, sc_dates dates,
                              sc_diagnostics *diagnostics, sc_plan **plan);
SC_API void sc_plan_free(sc_plan *plan);
SC_API sc_plan_status sc_plan_get_status(const sc_plan *plan);
/* The questions in `missing`, as numbers; SIZE_MAX past the last. */
SC_API size_t sc_plan_missing(const sc_plan *plan, size_t number);

/* SC_ICS and SC_PDF need libraries that are slow to load: programs of their own write them, stepcare-ics and
 * stepcare-pdf, and this library knows their names alone. */
typedef enum sc_format {
    SC_TEXT_PAGE,
    SC_MARKDOWN,
    SC_HTML,
    SC_JSON,
    SC_BRIEF,
    SC_TSV,
    SC_ICS,
    SC_PDF,
} sc_format;

/* The name of a format as the flag -f takes it; NULL past the last. */
SC_API const char *sc_format_name(size_t number);
/* false: there is none of that name, or none that files with this ending have. */
/* A page is for a person, and follows the locale where no language is asked for; data is for a program. */
SC_API bool sc_format_is_page(sc_format format);
SC_API bool sc_format_by_name(const char *name, sc_format *format);
SC_API bool sc_format_by_ending(const char *path, sc_format *format);

typedef enum sc_paper { SC_A4, SC_LETTER } sc_paper;

typedef struct sc_page_options {
    unsigned width;   /* columns of a text page, 40 to 200 */
    bool color;       /* escape sequences of ECMA-48; a text page alone */
    int week;         /* pages: that week's sheet alone, from 1; 0: the whole plan */
    bool open_titles; /* calendars: titles name what to do; else nothing that others should not read */
    bool why;         /* pages: under each decision of a whole plan the rules that made it */
    sc_paper paper;   /* PDF */
} sc_page_options;

/* The plan in one format, ending in a newline. `options` may be NULL (80 columns, no colour). The caller
 * frees *text with free(). SC_NOT_FOUND: a program of its own writes that format; SC_INVALID: the pack has no
 * such week. */
SC_API sc_status sc_plan_write(const sc_plan *plan, sc_format format, const sc_page_options *options,
                               sc_diagnostics *diagnostics, char **text, size_t *length);

/* Which claims of a pack's ledger are wanted, and how. */
typedef struct sc_ledger_request {
    const char *id;     /* one claim, by id or by its note; NULL: all */
    const char *status; /* only those of this status; NULL: all */
    const char
        *today; /* YYYY-MM-DD: it says so if the content was due for review before; NULL: not looked at */
    sc_format format; /* a page, or SC_JSON */
    sc_page_options page;
} sc_ledger_request;
/* The claims behind a pack with their doubts, sources and uses, the worst status first. The caller frees
 * *text with free(). SC_NOT_FOUND: there is no such claim, or it has another status; all claims of a status
 * may be none. */
SC_API sc_status sc_ledger_write(const sc_pack *pack, const sc_ledger_request *request,
                                 sc_diagnostics *diagnostics, char **text);

/* ---- Drawings: the way through a pack ---- */

/* For Graphviz, and for Mermaid. */
typedef enum sc_graph_format { SC_DOT, SC_MERMAID } sc_graph_format;

/* The pack's phases, ladders, gates and levels of alerts as a drawing that fits on a slide; with a plan of
 * this pack the person's own way is marked (NULL: the pack alone). The caller frees *text with free(). */
SC_API sc_status sc_graph_write(const sc_pack *pack, const sc_plan *plan, sc_graph_format format,
                                sc_diagnostics *diagnostics, char **text);
/* Which thing of a plan is to be explained, and how. */
typedef struct sc_why_request {
    const char *id;   /* of an item, an alert, a ladder, a step, a fact or a question; of several: each */
    sc_format format; /* a page, or SC_JSON */
    sc_page_options page;
} sc_why_request;
/* Why it came out as it did: its status, the rules that decided, with their places, values and answers, the
 * claims behind them, and what would have to change; of a question or a fact what hangs on it. In a plan that
 * is not printed nothing is offered: there it tells what comes first. The caller frees *text with free().
 * SC_NOT_FOUND: the pack has nothing of that id. */
SC_API sc_status sc_why_write(const sc_plan *plan, const sc_why_request *request, sc_diagnostics *diagnostics,
                              char **text);
/* The id of what has this title, or else the id nearest to a mistyped one; NULL: there is none. */
SC_API const char *sc_why_near(const sc_pack *pack, const char *id);

/* ---- Comparing: what changes, and which answer would change it ---- */

typedef struct sc_compare_request {
    sc_format format; /* SC_TEXT_PAGE, SC_MARKDOWN, SC_HTML or SC_JSON */
    sc_page_options page;
} sc_compare_request;
/* What changes between two plans, each change with its reason: of two sheets, or of one under two packs. What
 * they hold is matched by its id, so the packs should be versions of one. *same: nothing in the plan changes;
 * answers may differ. The caller frees *text with free(). */
SC_API sc_status sc_compare_write(const sc_plan *before, const sc_plan *after,
                                  const sc_compare_request *request, sc_diagnostics *diagnostics, char **text,
                                  bool *same);
/* Every single answer that would change a status, an alert or a step of a plan, all other answers as they
 * are: found for the whole range of each question. Of a question with several options, one tick more, one
 * less and none at all. *same: there is none. SC_INVALID: the rules of the pack cut its ranges into too many
 * pieces. The caller frees *text with free(). */
SC_API sc_status sc_one_answer_write(const sc_plan *plan, const sc_compare_request *request,
                                     sc_diagnostics *diagnostics, char **text, bool *same);

/* ---- The interview: which question next ---- */

typedef struct sc_interview sc_interview;

typedef enum sc_interview_goal {
    SC_ASK_MISSING, /* only what is missing: the sheet was given */
    SC_ASK_ALL,     /* what is missing, then what would refine the plan */
} sc_interview_goal;

/* The interview reads and changes `sheet`, which must outlive it. NULL where there is no memory. */
SC_API sc_interview *sc_interview_new(const sc_pack *pack, sc_sheet *sheet, sc_interview_goal goal);
SC_API void sc_interview_free(sc_interview *interview);
/* The question to ask now, or SIZE_MAX when none is left. Asking again without an answer gives the same one.
 */
SC_API sc_status sc_interview_next(sc_interview *interview, sc_diagnostics *diagnostics, size_t *question);
/* How many questions are left at the most, the one to ask now included. */
SC_API size_t sc_interview_left(const sc_interview *interview);
/* The answer as typed at a prompt: an option's id, number or label, several with commas, a number, yes or no,
 * free text; an empty text keeps the answer given before or says "I don't know". SC_INVALID: not an answer;
 * *why is one kind sentence that says what would be (owned by the interview). */
SC_API sc_status sc_interview_answer(sc_interview *interview, const char *typed, const char **why);
/* Back to the question before; false at the first. */
SC_API bool sc_interview_back(sc_interview *interview);

/* A line-by-line console, for sc_interview_run. */
typedef struct sc_console {
    void *context;
    /* One line without its end, in `line` (of `size` bytes, NUL-terminated); false at the end of input. */
    bool (*read_line)(void *context, char *line, size_t size);
    bool (*write_text)(void *context, const char *text); /* false: it cannot be written */
    unsigned width;                                      /* columns */
    bool color;
} sc_console;

typedef enum sc_interview_end {
    SC_INTERVIEW_DONE,    /* no question is left */
    SC_INTERVIEW_STOPPED, /* the person typed q */
    SC_INTERVIEW_CLOSED,  /* end of input, or the console failed */
} sc_interview_end;

/* Asks on a console until no question is left: prompts, help on `?`, back on `<`, stop on `q`. */
SC_API sc_status sc_interview_run(sc_interview *interview, const sc_console *console,
                                  sc_diagnostics *diagnostics, sc_interview_end *end);

/* ---- Cases: the worked examples of a pack ---- */

typedef struct sc_cases sc_cases;

/* Reads the files of `cases/` of the pack and runs them. For a built-in pack they are built in, too. A case
 * that cannot be read is an error in the diagnostics (SC_INVALID). */
SC_API sc_status sc_cases_run(const sc_pack *pack, sc_diagnostics *diagnostics, sc_cases **cases);
SC_API void sc_cases_free(sc_cases *cases);
SC_API size_t sc_cases_count(const sc_cases *cases);
SC_API size_t sc_cases_failed(const sc_cases *cases);
/* How many rules of the pack no case has seen both true and false; stepcare(1) tells what counts. */
SC_API size_t sc_cases_gaps(const sc_cases *cases);
/* The case's path and title and, for one that failed, what was expected and what came, side by side, each
 * with its place, safe for a terminal; NULL past the last. */
SC_API const char *sc_case_name(const sc_cases *cases, size_t number);
SC_API const char *sc_case_failure(const sc_cases *cases, size_t number); /* NULL: it passed */

typedef enum sc_cases_format {
    SC_CASES_TEXT, /* for a terminal */
    SC_CASES_TAP,  /* Test Anything Protocol, version 13 */
} sc_cases_format;

typedef struct sc_cases_request {
    sc_cases_format format;
    bool with_coverage; /* the rules that the cases have not seen, too */
    bool only_wrong;    /* a text alone: leave out what passed, and the summary */
} sc_cases_request;
/* The result of all cases. The caller frees *text with free(). */
SC_API sc_status sc_cases_write(const sc_cases *cases, const sc_cases_request *request,
                                sc_diagnostics *diagnostics, char **text);
/* Reads the cases without running them; what `check` needs. */
SC_API sc_status sc_cases_check(const sc_pack *pack, sc_diagnostics *diagnostics);

#ifdef __cplusplus
}
#endif

#endif
