/* stepcare ask, stepcare questions: answer sheets, filled in or blank. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

/* The usual format stands first. false: wrong usage, said. */
static bool choose_list_format(const struct command *command, const struct options *options,
                               enum sc_list_format *format)
{
    static const struct ending endings[] = {
        {".txt", "text"}, {".text", "text"}, {".yaml", "yaml"}, {".yml", "yaml"}, {".json", "json"}};
    const size_t count = sizeof endings / sizeof endings[0];
    bool has_text = command->formats[0] == 't';
    const char *name =
        choose_named_format(command, options, has_text ? endings : endings + 2, has_text ? count : count - 2);
    if (name == NULL)
        return false;
    *format = name[0] == 'j' ? SC_LIST_JSON : name[0] == 'y' ? SC_LIST_YAML : SC_LIST_TEXT;
    return true;
}

static enum exit_status give_out(const struct options *options, struct sc_diagnostics *diagnostics,
                                 enum sc_status status, char *text)
{
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status written = write_output(options, text, strlen(text));
    free(text);
    return written;
}

static enum exit_status ask(const struct options *options, const struct sc_pack *pack, struct sc_sheet *sheet,
                            enum sc_list_format format, struct sc_diagnostics *diagnostics)
{
    enum sc_status status = SC_OK;
    char *text = NULL;
    bool whole = ask_on_terminal(options, pack, sheet, diagnostics, &status);
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    /* Interrupted: what was answered is kept in the file, and goes nowhere else. */
    if (!whole && !options->given[OPTION_OUTPUT])
        end_by_interrupt();
    status = sc_sheet_write(sheet, format, diagnostics, &text);
    enum exit_status written = give_out(options, diagnostics, status, text);
    if (!whole)
        end_by_interrupt();
    return written;
}

enum exit_status run_ask(const struct command *command, const struct options *options)
{
    enum sc_list_format format;
    if (!choose_list_format(command, options, &format))
        return EXIT_USAGE;
    if (!can_ask(options))
        return usage_error("'stepcare questions -f yaml' prints a sheet to fill in",
                           "'stepcare ask' needs a terminal");
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    enum exit_status status = EXIT_DONE;
    struct sc_pack *pack =
        open_speaking(options->arguments[OPTION_PACK], options, A_PERSON, diagnostics, &status);
    struct sc_sheet *sheet = pack != NULL ? read_sheet(options, pack, diagnostics, &status) : NULL;
    if (sheet != NULL)
        status = ask(options, pack, sheet, format, diagnostics);
    sc_sheet_free(sheet);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return status;
}

enum exit_status run_questions(const struct command *command, const struct options *options)
{
    enum sc_list_format format;
    if (!choose_list_format(command, options, &format))
        return EXIT_USAGE;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    enum exit_status status = EXIT_DONE;
    struct sc_pack *pack = open_speaking(options->arguments[OPTION_PACK], options,
                                         format == SC_LIST_TEXT ? A_PERSON : A_PROGRAM, diagnostics, &status);
    if (pack != NULL) {
        char *text = NULL;
        enum sc_status written = sc_questions_write(pack, format, output_width(options), diagnostics, &text);
        status = give_out(options, diagnostics, written, text);
    }
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return status;
}
