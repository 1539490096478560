/* stepcare-prove: what `stepcare prove` runs. A program of its own, so that no plan waits for the solver to
 * load. */
#include "cli/cli.h"
#include "prove/report.h"
#include "support/call.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_TIMEOUT = 10000, LONGEST_TIMEOUT = 86400 };

enum report_format { REPORT_TEXT, REPORT_JSON };

/* The solver's memory is gone, or it was used in a wrong way: nothing can be said of the pack. */
static void give_up(Z3_context z3, Z3_error_code code)
{
    const char *why = code == Z3_MEMOUT_FAIL ? "no memory" : Z3_get_error_msg(z3, code);
    exit((int)failure(EXIT_FILES, "the solver failed: %s", why));
}

/* false: wrong usage, said. */
static bool choose_report(const struct options *options, enum report_format *format)
{
    const char *name = options->arguments[OPTION_FORMAT];
    *format = name != NULL && strcmp(name, "json") == 0 ? REPORT_JSON : REPORT_TEXT;
    if (name == NULL || *format == REPORT_JSON || strcmp(name, "text") == 0)
        return true;
    usage_error("text or json", "there is no format '%s'", name);
    return false;
}

static bool choose_timeout(const struct options *options, unsigned *milliseconds)
{
    const char *text = options->arguments[OPTION_TIMEOUT];
    struct rational seconds = rational_whole(0);
    *milliseconds = DEFAULT_TIMEOUT;
    if (text == NULL)
        return true;
    bool good = rational_read(text, strlen(text), &seconds) == NUMBER_READ && seconds.numerator > 0 &&
                rational_compare(seconds, rational_whole(LONGEST_TIMEOUT)) <= 0;
    if (!good) {
        usage_error(NULL, "'--timeout %s': seconds, above 0 and at most %d", text, LONGEST_TIMEOUT);
        return false;
    }
    int64_t rounded = rational_floor(rational_multiply(seconds, rational_whole(1000)));
    *milliseconds = rounded > 0 ? (unsigned)rounded : 1;
    return true;
}

struct run {
    const struct options *options;
    const struct sc_pack *pack;
    enum report_format format;
    unsigned timeout;
    enum exit_status status;
};

static bool ends_in_json(const char *path)
{
    size_t length = path != NULL ? strlen(path) : 0;
    return length >= 5 && strcmp(path + length - 5, ".json") == 0;
}

/* With `-o -` the case takes the place of the report. */
static enum exit_status print_report(const struct run *run, const struct proving *proving)
{
    const char *path = run->options->arguments[OPTION_OUTPUT];
    const char *found = report_case(proving, ends_in_json(path) ? CASE_JSON : CASE_YAML);
    bool quiet = run->options->given[OPTION_QUIET];
    enum exit_status status = EXIT_DONE;
    if (path == NULL || strcmp(path, "-") != 0) {
        struct options screen = *run->options;
        screen.arguments[OPTION_OUTPUT] = NULL;
        const char *report = run->format == REPORT_JSON
                                 ? report_json(proving)
                                 : report_text(proving, quiet ? REPORT_OPEN : REPORT_ALL);
        status = write_output(&screen, report, strlen(report));
    }
    if (path != NULL && found != NULL && status == EXIT_DONE)
        status = write_output(run->options, found, strlen(found));
    bool proved = report_count(proving, RESULT_PROVED) == proving->obligations.count;
    return status != EXIT_DONE ? status : proved ? EXIT_DONE : EXIT_NO;
}

static enum exit_status defect(const struct proving *proving)
{
    enum exit_status status =
        failure(EXIT_FILES,
                "a defect of the prover, please report it: the engine does not confirm what it "
                "found; nothing is proved");
    fprintf(stderr, "  about: %s\n  sheet:\n%s", proving->defect,
            report_sheet(proving, proving->defect_answers, "    "));
    return status;
}

static enum sc_status prove(struct arena *arena, void *context)
{
    struct run *run = context;
    struct encoding *encoding = encoding_new(arena, run->pack, give_up);
    struct proving proving = {
        .arena = arena, .pack = run->pack, .encoding = encoding, .timeout = run->timeout};
    bool sound = prove_all(&proving);
    encoding_free(encoding);
    run->status = sound ? print_report(run, &proving) : defect(&proving);
    return SC_OK;
}

static enum exit_status run_proof(const struct command *command, const struct options *options)
{
    (void)command;
    struct run run = {.options = options};
    if (!choose_report(options, &run.format) || !choose_timeout(options, &run.timeout))
        return EXIT_USAGE;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    struct sc_pack *pack = open_pack(pack_named(options), TO_CHECK, diagnostics, &run.status);
    run.pack = pack;
    if (pack != NULL && call_in_new(ARENA_GOES, diagnostics, prove, &run) == SC_NO_MEMORY)
        run.status = failure(EXIT_FILES, "no memory");
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return run.status;
}

int main(int argc, char **argv)
{
    struct command proof = *find_command("prove");
    proof.run = run_proof;
    signal(SIGPIPE, SIG_DFL);
    return (int)finish(run_command(&proof, NULL, argc, argv));
}
