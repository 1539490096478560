/* The answers of all files and flags. */
#include "cli/cli.h"

#include <stdio.h>

struct sc_sheet *read_sheet(const struct options *options, const struct sc_pack *pack,
                            struct sc_diagnostics *diagnostics, enum exit_status *status)
{
    struct sc_sheet *sheet = sc_sheet_new(pack);
    enum sc_status worst = sheet != NULL ? SC_OK : SC_NO_MEMORY;
    /* What is wrong in one does not hide what is wrong in the next. */
    for (size_t i = 0; i < options->answers.count && worst != SC_NO_MEMORY; i++) {
        enum sc_status read = sc_sheet_read(sheet, options->answers.list[i], diagnostics);
        if (read != SC_OK && worst != SC_IO)
            worst = read;
    }
    for (size_t i = 0; i < options->sets.count && worst != SC_NO_MEMORY; i++) {
        enum sc_status set = sc_sheet_set(sheet, options->sets.list[i], diagnostics);
        if (set != SC_OK && worst == SC_OK)
            worst = set;
    }
    if (worst == SC_OK)
        return sheet;
    *status = print_diagnostics(diagnostics, worst);
    sc_sheet_free(sheet);
    return NULL;
}
