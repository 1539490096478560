/* stepcare why: why one thing of a plan came out as it did. Never asks. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum exit_status no_such_id(const struct sc_pack *pack, const char *id)
{
    char hint[160];
    const char *near = sc_why_near(pack, id);
    if (near != NULL)
        snprintf(hint, sizeof hint, "did you mean '%s'?", near);
    else
        snprintf(hint, sizeof hint, "'stepcare plan -a FILE -f tsv' lists items by their id");
    return usage_error(hint, "the pack '%s' has no item, alert, ladder, step, fact or question '%s'",
                       sc_pack_id(pack), id);
}

static enum exit_status print_why(const struct sc_plan *plan, const struct sc_pack *pack,
                                  const struct options *options, enum sc_format format,
                                  struct sc_diagnostics *diagnostics)
{
    const struct sc_why_request request = {
        .id = options->operands[0],
        .format = format,
        .page = {.width = output_width(options), .color = output_color(options)},
    };
    char *text = NULL;
    enum sc_status status = sc_why_write(plan, &request, diagnostics, &text);
    if (status == SC_NOT_FOUND)
        return no_such_id(pack, request.id);
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status written = write_output(options, text, strlen(text));
    free(text);
    return written;
}

static enum exit_status why_in(const struct options *options, const struct sc_pack *pack,
                               struct sc_sheet *sheet, enum sc_format format,
                               struct sc_diagnostics *diagnostics)
{
    char today[11];
    struct sc_plan *plan = NULL;
    if (!find_today(options, today))
        return EXIT_USAGE;
    enum sc_status status = sc_plan_make(pack, sheet, (struct sc_dates){today, NULL}, diagnostics, &plan);
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status printed = print_why(plan, pack, options, format, diagnostics);
    sc_plan_free(plan);
    return printed;
}

enum exit_status run_why(const struct command *command, const struct options *options)
{
    enum sc_format format;
    if (options->operand_count == 0)
        return usage_error("of an item, an alert, a ladder, a step, a fact or a question",
                           "'stepcare why' needs an ID");
    if (!choose_format(command, options, &format) || !check_page(options))
        return EXIT_USAGE;
    return with_sheet(options, format, why_in);
}
