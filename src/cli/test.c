/* stepcare test: the cases of a pack. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

/* false: wrong usage, said. */
static bool choose_report(const struct options *options, struct sc_cases_request *request)
{
    const char *name = options->arguments[OPTION_FORMAT];
    bool tap = name != NULL && strcmp(name, "tap") == 0;
    request->format = tap ? SC_CASES_TAP : SC_CASES_TEXT;
    if (name == NULL || tap || strcmp(name, "text") == 0)
        return true;
    usage_error("text or tap", "there is no format '%s'", name);
    return false;
}

static enum exit_status print_cases(const struct options *options, const struct sc_cases *cases,
                                    const struct sc_cases_request *request,
                                    struct sc_diagnostics *diagnostics)
{
    char *text = NULL;
    enum exit_status status =
        print_diagnostics(diagnostics, sc_cases_write(cases, request, diagnostics, &text));
    if (status == EXIT_DONE)
        status = write_output(options, text, strlen(text));
    free(text);
    bool good = sc_cases_failed(cases) == 0 && (!request->with_coverage || sc_cases_gaps(cases) == 0);
    return status == EXIT_DONE && !good ? EXIT_NO : status;
}

enum exit_status run_test(const struct command *command, const struct options *options)
{
    (void)command;
    struct sc_cases_request request = {.with_coverage = options->given[OPTION_COVERAGE],
                                       .only_wrong = options->given[OPTION_QUIET]};
    if (!choose_report(options, &request))
        return EXIT_USAGE;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    enum exit_status status = EXIT_DONE;
    struct sc_pack *pack = open_pack(pack_named(options), TO_CHECK, diagnostics, &status);
    struct sc_cases *cases = NULL;
    if (pack != NULL)
        status = print_diagnostics(diagnostics, sc_cases_run(pack, diagnostics, &cases));
    if (cases != NULL)
        status = print_cases(options, cases, &request, diagnostics);
    sc_cases_free(cases);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return status;
}
