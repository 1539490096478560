/* The answers of all files and flags. */
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
