/* The command line: one table of commands, one of options; parser and help are made from them. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "stepcare/stepcare.h"

/* Exit statuses (stepcare(1)). */
enum exit_status {
    EXIT_DONE = 0,
    EXIT_NO = 1,
    EXIT_USAGE = 2,
    EXIT_INVALID = 3,
    EXIT_FILES = 4,
    EXIT_MISSING = 5,
    EXIT_WITHHELD = 6,
};

/* Long name, letter or 0, what its argument is called or NULL, and what it does. */
#define OPTIONS(OPTION)                                                                                      \
    OPTION(PACK, "pack", 'p', "PACK", "the pack: a built-in name, or a folder if it holds a '/'")            \
    OPTION(ANSWERS, "answers", 'a', "FILE",                                                                  \
           "an answer sheet, YAML or JSON; '-' is standard input; repeatable")                               \
    OPTION(SET, "set", 's', "ID=VALUE", "one answer, over those of files; repeatable")                       \
    OPTION(FORMAT, "format", 'f', "FORMAT", "the format of the output")                                      \
    OPTION(OUTPUT, "output", 'o', "FILE", "write to a file, whole or not at all")                            \
    OPTION(START, "start", 0, "DATE", "the first day of week 1, YYYY-MM-DD")                                 \
    OPTION(TODAY, "today", 0, "DATE", "the day on which the plan is made")                                   \
    OPTION(WEEK, "week", 0, "N", "that week's sheet alone, for the fridge; in page formats")                 \
    OPTION(DISCREET, "discreet", 0, "YES|NO",                                                                \
           "titles of a calendar that say nothing of it: yes unless told")                                   \
    OPTION(LANG, "lang", 0, "LANGUAGE", "the language of the output, as es; pages follow the locale")        \
    OPTION(STRICT, "strict", 0, NULL, "warnings are errors")                                                 \
    OPTION(ONE_ANSWER, "one-answer", 0, NULL, "every single answer that would change the plan")              \
    OPTION(STATUS, "status", 0, "STATUS", "only claims of this status")                                      \
    OPTION(COVERAGE, "coverage", 0, NULL, "list the rules that no case has seen both true and false")        \
    OPTION(WHY, "why", 0, NULL, "under each decision the rules that made it; pages alone")                   \
    OPTION(COMPLETE, "complete", 0, NULL, "missing answers are exit status 5")                               \
    OPTION(NO_INPUT, "no-input", 0, NULL, "never ask")                                                       \
    OPTION(WIDTH, "width", 0, "N", "columns of a text page, 40 to 200")                                      \
    OPTION(PAPER, "paper", 0, "SIZE", "of a PDF: a4 or letter; the usual one of the locale unless told")     \
    OPTION(COLOR, "color", 0, "WHEN", "auto, always or never")                                               \
    OPTION(TIMEOUT, "timeout", 0, "SECONDS", "for each obligation, 10 unless told; then it is not decided")  \
    OPTION(QUIET, "quiet", 'q', NULL, "no warnings, no summary")                                             \
    OPTION(HELP, "help", 'h', NULL, "this help")                                                             \
    OPTION(VERSION, "version", 0, NULL, "the version")

enum option_id {
#define OPTION(id, name, letter, argument, meaning) OPTION_##id,
    OPTIONS(OPTION)
#undef OPTION
        OPTION_COUNT
};

/* One that may stand several times keeps all of its arguments, in order. */
struct argument_list {
    const char **list;
    size_t count;
};

typedef enum sc_status plan_writer(const struct sc_plan *plan, enum sc_format format,
                                   const struct sc_page_options *options, struct sc_diagnostics *diagnostics,
                                   char **text, size_t *length);

/* A program of its own, stepcare-NAME, that writes one format of a plan: its libraries would be too heavy for
 * a program that starts at once. */
struct part {
    enum sc_format format;
    plan_writer *write;
};

enum { MOST_OPERANDS = 2 };

struct options {
    bool given[OPTION_COUNT];
    const char *arguments[OPTION_COUNT]; /* of the last one */
    struct argument_list packs, answers, sets;
    const char *operands[MOST_OPERANDS];
    size_t operand_count;
    char **argv;             /* as it was given, the command first */
    const struct part *part; /* that this program is; NULL: the main one */
};

struct command {
    const char *name;
    enum exit_status (*run)(const struct command *command, const struct options *options);
    /* What they are called, in brackets if they may be left out, a blank between two: "[A] [B]"; or NULL. */
    const char *operands;
    const char *summary;
    unsigned takes;      /* a bit for each option */
    const char *formats; /* in its help, or NULL */
};

extern const struct command commands[];
extern const size_t command_count;
const struct command *find_command(const char *name);

/* ---- options.c ---- */
/* false: wrong usage, said on standard error. The lists belong to the caller, who gives them room for argc.
 */
bool options_parse(const struct command *command, int argc, char **argv, struct options *options);
/* ---- command.c ---- */
/* Reads the options behind the command's name, argv[0], and runs it; `part`: that this program is, or NULL.
 */
enum exit_status run_command(const struct command *command, const struct part *part, int argc, char **argv);
/* The last thing of a program: what it printed must have arrived. */
enum exit_status finish(enum exit_status status);
/* ---- help.c ---- */
void print_short_help(void);
void print_command_help(const struct command *command);
/* "stepcare: error: ..." and a hint, on standard error; always EXIT_USAGE. */
enum exit_status usage_error(const char *hint, const char *format, ...) __attribute__((format(printf, 2, 3)));
enum exit_status failure(enum exit_status status, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* ---- packs.c ---- */
/* Opens what -p names, or the default. NULL: said, and *status is the exit status. */
enum purpose { FOR_PLANS, TO_CHECK };
const char *pack_named(const struct options *options); /* the operand, else -p */
struct sc_pack *open_pack(const char *name, enum purpose purpose, struct sc_diagnostics *diagnostics,
                          enum exit_status *status);
enum exit_status print_diagnostics(struct sc_diagnostics *diagnostics, enum sc_status status);
/* ---- page.c ---- */
/* -f, else the ending of -o, else text; one of those that the command has. false: wrong usage, said; so too
 * for --width, --color, --discreet and --paper. */
bool choose_format(const struct command *command, const struct options *options, enum sc_format *format);
bool check_page(const struct options *options);
/* The same for formats that are none of a plan: the endings of files, and what each means; the first is the
 * usual one. NULL: wrong usage, said. */
struct ending {
    const char *ending, *format;
};
const char *choose_named_format(const struct command *command, const struct options *options,
                                const struct ending *endings, size_t ending_count);
/* ---- paper.c ---- */
bool check_paper(const struct options *options); /* false: wrong usage, said */
/* Of --paper, else the one that is usual in the place of the locale. */
enum sc_paper paper_wanted(const struct options *options);
/* ---- graphviz.c ---- */
/* A drawing in the language of dot as SVG, which the caller frees with free(); else what was wrong is said.
 */
enum exit_status draw_svg(const char *dot, char **svg);
bool titles_are_open(const struct options *options);
/* ---- days.c ---- */
/* YYYY-MM-DD, not yet checked. false: wrong usage, said. */
bool find_today(const struct options *options, char today[11]);
/* --today and --start are days, a calendar has a start, --week is a week of the pack and is asked of a page.
 * false: wrong usage, said. */
bool check_days(const struct options *options, const struct sc_pack *pack, enum sc_format format);
int week_wanted(const struct options *options); /* 0: the whole plan */
/* ---- language.c ---- */
enum reader { A_PERSON, A_PROGRAM };
/* Opens this pack, or the default for NULL, for plans. It speaks the language of --lang, or, to a person,
 * that of the locale. NULL: said, and *status is the exit status. */
struct sc_pack *open_speaking(const char *name, const struct options *options, enum reader reader,
                              struct sc_diagnostics *diagnostics, enum exit_status *status);
/* ---- output.c ---- */
/* Standard output, or the file of -o. Frees nothing. */
enum exit_status write_output(const struct options *options, const char *text, size_t length);
unsigned output_width(const struct options *options);
bool output_color(const struct options *options);
/* ---- console.c ---- */
bool can_ask(const struct options *options);
/* Asks on the terminal. false: interrupted by a signal, which ends the program after the caller has saved. */
bool ask_on_terminal(const struct options *options, const struct sc_pack *pack, struct sc_sheet *sheet,
                     struct sc_diagnostics *diagnostics, enum sc_status *status);
_Noreturn void end_by_interrupt(void);
/* ---- sheets.c ---- */
/* Reads more files into a sheet, or takes more answers of flags: all of them, so that what is wrong in one
 * does not hide what is wrong in the next. *worst: SC_OK, or what went wrong so far. */
void take_files(struct sc_sheet *sheet, struct argument_list files, struct sc_diagnostics *diagnostics,
                enum sc_status *worst);
void take_answers(struct sc_sheet *sheet, struct argument_list sets, struct sc_diagnostics *diagnostics,
                  enum sc_status *worst);
/* The sheet of all -a and -s. NULL: said, and *status is the exit status. */
struct sc_sheet *read_sheet(const struct options *options, const struct sc_pack *pack,
                            struct sc_diagnostics *diagnostics, enum exit_status *status);
/* What a command does with a pack and the answers to it. */
typedef enum exit_status sheet_use(const struct options *options, const struct sc_pack *pack,
                                   struct sc_sheet *sheet, enum sc_format format,
                                   struct sc_diagnostics *diagnostics);
/* Opens the pack, lets it speak, reads the sheet, and frees all when they were used. What is wrong on the way
 * is said. */
enum exit_status with_sheet(const struct options *options, enum sc_format format, sheet_use *use);
/* ---- others.c ---- */
/* Runs stepcare-NAME, beside this program, in its libexec folder or on PATH; comes back only if there is
 * none.
 */
void run_other(const char *name, char **argv);
/* Does this program write the format, or is that the business of a part? */
bool format_is_written_here(const struct options *options, enum sc_format format);
/* Runs the part that writes the format; comes back only if it is not installed, which is said. */
enum exit_status run_format_part(const struct options *options, enum sc_format format);

/* ---- one file a command ---- */
enum exit_status run_plan(const struct command *command, const struct options *options);
enum exit_status run_why(const struct command *command, const struct options *options);
enum exit_status run_ask(const struct command *command, const struct options *options);
enum exit_status run_questions(const struct command *command, const struct options *options);
enum exit_status run_packs(const struct command *command, const struct options *options);
enum exit_status run_check(const struct command *command, const struct options *options);
enum exit_status run_evidence(const struct command *command, const struct options *options);
enum exit_status run_compare(const struct command *command, const struct options *options);
enum exit_status run_test(const struct command *command, const struct options *options);
enum exit_status run_graph(const struct command *command, const struct options *options);
enum exit_status run_prove(const struct command *command, const struct options *options);

#endif
