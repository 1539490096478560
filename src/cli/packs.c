/* Which pack is meant; the list of those that are built in; what went wrong, said. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static const char default_pack[] = "chronic-back-pain";

enum exit_status print_diagnostics(struct sc_diagnostics *diagnostics, enum sc_status status)
{
    const char *text = status != SC_NO_MEMORY ? sc_diagnostics_text(diagnostics) : NULL;
    if (text == NULL)
        return failure(EXIT_FILES, "no memory");
    fputs(text, stderr);
    return status == SC_OK ? EXIT_DONE : status == SC_IO ? EXIT_FILES : EXIT_INVALID;
}

const char *pack_named(const struct options *options)
{
    return options->operand_count > 0 ? options->operands[0] : options->arguments[OPTION_PACK];
}

static enum sc_status open_builtin(const char *name, enum purpose purpose, struct sc_diagnostics *diagnostics,
                                   struct sc_pack **pack)
{
    return purpose == FOR_PLANS ? sc_pack_open_builtin_for_plans(name, diagnostics, pack)
                                : sc_pack_open_builtin(name, diagnostics, pack);
}

struct sc_pack *open_pack(const char *name, enum purpose purpose, struct sc_diagnostics *diagnostics,
                          enum exit_status *status)
{
    struct sc_pack *pack = NULL;
    if (name == NULL)
        name = default_pack;
    enum sc_status opened = strchr(name, '/') != NULL ? sc_pack_open_folder(name, diagnostics, &pack)
                                                      : open_builtin(name, purpose, diagnostics, &pack);
    if (opened == SC_NOT_FOUND) {
        char hint[160] =
            "a folder is named with a '/', as in ./my-pack; 'stepcare packs' lists the built-in ones";
        if (sc_builtin_near(name) != NULL)
            snprintf(hint, sizeof hint, "did you mean '%s'?", sc_builtin_near(name));
        *status = usage_error(hint, "there is no built-in pack '%s'", name);
    } else if (opened != SC_OK) {
        *status = print_diagnostics(diagnostics, opened);
    }
    return pack;
}

enum exit_status run_packs(const struct command *command, const struct options *options)
{
    (void)command, (void)options;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    enum exit_status status = EXIT_DONE;
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    for (size_t i = 0; sc_builtin_name(i) != NULL && status == EXIT_DONE; i++) {
        struct sc_pack *pack = open_pack(sc_builtin_name(i), FOR_PLANS, diagnostics, &status);
        if (pack != NULL)
            printf("%-20s  %s (%s)\n", sc_builtin_name(i), sc_pack_title(pack), sc_pack_version(pack));
        sc_pack_free(pack);
    }
    sc_diagnostics_free(diagnostics);
    return status;
}
