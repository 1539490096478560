/* The answers of all files and flags, and the pack that asked for them. */
#include "cli/cli.h"

#include <stdio.h>

void take_files(struct sc_sheet *sheet, struct argument_list files, struct sc_diagnostics *diagnostics,
                enum sc_status *worst)
{
    for (size_t i = 0; i < files.count && *worst != SC_NO_MEMORY; i++) {
        enum sc_status read = sc_sheet_read(sheet, files.list[i], diagnostics);
        if (read != SC_OK && *worst != SC_IO)
            *worst = read;
    }
}

void take_answers(struct sc_sheet *sheet, struct argument_list sets, struct sc_diagnostics *diagnostics,
                  enum sc_status *worst)
{
    for (size_t i = 0; i < sets.count && *worst != SC_NO_MEMORY; i++) {
        enum sc_status set = sc_sheet_set(sheet, sets.list[i], diagnostics);
        if (set != SC_OK && *worst == SC_OK)
            *worst = set;
    }
}

struct sc_sheet *read_sheet(const struct options *options, const struct sc_pack *pack,
                            struct sc_diagnostics *diagnostics, enum exit_status *status)
{
    struct sc_sheet *sheet = sc_sheet_new(pack);
    enum sc_status worst = sheet != NULL ? SC_OK : SC_NO_MEMORY;
    take_files(sheet, options->answers, diagnostics, &worst);
    take_answers(sheet, options->sets, diagnostics, &worst);
    if (worst == SC_OK)
        return sheet;
    *status = print_diagnostics(diagnostics, worst);
    sc_sheet_free(sheet);
    return NULL;
}

enum exit_status with_sheet(const struct options *options, enum sc_format format, sheet_use *use)
{
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    enum exit_status status = EXIT_DONE;
    struct sc_pack *pack =
        open_speaking(options->arguments[OPTION_PACK], options,
                      sc_format_is_page(format) ? A_PERSON : A_PROGRAM, diagnostics, &status);
    if (pack != NULL && !check_days(options, pack, format))
        status = EXIT_USAGE;
    struct sc_sheet *sheet =
        pack != NULL && status == EXIT_DONE ? read_sheet(options, pack, diagnostics, &status) : NULL;
    if (sheet != NULL)
        status = use(options, pack, sheet, format, diagnostics);
    sc_sheet_free(sheet);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return status;
}
