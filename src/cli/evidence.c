/* stepcare evidence: the claims behind a pack, and how far each holds. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool check_status(const struct options *options)
{
    const char *status = options->arguments[OPTION_STATUS];
    char hint[128] = "";
    size_t length = 0;
    for (size_t i = 0; sc_claim_status_name(i) != NULL; i++) {
        if (status == NULL || strcmp(status, sc_claim_status_name(i)) == 0)
            return true;
        length += (size_t)snprintf(hint + length, sizeof hint - length, "%s%s", i > 0 ? ", " : "",
                                   sc_claim_status_name(i));
    }
    usage_error(hint, "there is no status '%s'", status);
    return false;
}

static enum exit_status no_such_claim(const struct sc_pack *pack, const char *id, const char *wanted)
{
    char hint[128];
    const char *status = id != NULL ? sc_claim_status(pack, id) : NULL;
    if (status != NULL) {
        snprintf(hint, sizeof hint, "its status is '%s'", status);
        return usage_error(hint, "the claim '%s' is not '%s'", id, wanted);
    }
    const char *near = id != NULL ? sc_claim_near(pack, id) : NULL;
    if (id == NULL)
        return failure(EXIT_INVALID, "the pack '%s' has no claims", sc_pack_id(pack));
    if (near != NULL)
        snprintf(hint, sizeof hint, "did you mean '%s'?", near);
    else
        snprintf(hint, sizeof hint, "'stepcare evidence' lists them");
    return usage_error(hint, "there is no claim '%s'", id);
}

static enum exit_status print_ledger(const struct options *options, const struct sc_pack *pack,
                                     enum sc_format format, struct sc_diagnostics *diagnostics)
{
    char today[11];
    if (!check_days(options, pack, format) || !find_today(options, today))
        return EXIT_USAGE;
    const struct sc_ledger_request request = {
        .today = today,
        .id = options->operand_count > 0 ? options->operands[0] : NULL,
        .status = options->arguments[OPTION_STATUS],
        .format = format,
        .page = {.width = output_width(options), .color = output_color(options)},
    };
    char *text = NULL;
    enum sc_status status = sc_ledger_write(pack, &request, diagnostics, &text);
    if (status == SC_NOT_FOUND)
        return no_such_claim(pack, request.id, request.status);
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status written = write_output(options, text, strlen(text));
    free(text);
    return written;
}

enum exit_status run_evidence(const struct command *command, const struct options *options)
{
    enum sc_format format;
    if (!choose_format(command, options, &format) || !check_page(options) || !check_status(options))
        return EXIT_USAGE;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    enum exit_status status = EXIT_DONE;
    struct sc_pack *pack =
        open_speaking(options->arguments[OPTION_PACK], options,
                      sc_format_is_page(format) ? A_PERSON : A_PROGRAM, diagnostics, &status);
    if (pack != NULL)
        status = print_ledger(options, pack, format, diagnostics);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return status;
}
