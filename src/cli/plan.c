/* stepcare plan: from a sheet, or an interview, to the printed plan. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum exit_status status_of(const struct sc_plan *plan, const struct options *options)
{
    switch (sc_plan_get_status(plan)) {
    case SC_WITHHELD:
        return EXIT_WITHHELD;
    case SC_UNSCREENED:
        return EXIT_MISSING;
    case SC_INCOMPLETE:
        return options->given[OPTION_COMPLETE] ? EXIT_MISSING : EXIT_DONE;
    default:
        return EXIT_DONE;
    }
}

static enum exit_status print_plan(const struct sc_plan *plan, enum sc_format format,
                                   const struct options *options, struct sc_diagnostics *diagnostics)
{
    char *text = NULL;
    size_t length = 0;
    const struct sc_page_options page = {.width = output_width(options),
                                         .color = output_color(options),
                                         .week = week_wanted(options),
                                         .open_titles = titles_are_open(options),
                                         .why = options->given[OPTION_WHY],
                                         .paper = paper_wanted(options)};
    bool by_part = options->part != NULL && options->part->format == format;
    plan_writer *write = by_part ? options->part->write : sc_plan_write;
    enum sc_status status = write(plan, format, &page, diagnostics, &text, &length);
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status written = write_output(options, text, length);
    free(text);
    return written == EXIT_DONE ? status_of(plan, options) : written;
}

/* Nobody wants to see the bytes of a PDF. */
static bool can_be_shown(const struct options *options, enum sc_format format)
{
    if (format != SC_PDF || options->given[OPTION_OUTPUT] || !isatty(STDOUT_FILENO))
        return true;
    usage_error("name a file, as in -o plan.pdf", "a PDF is nothing to print on a terminal");
    return false;
}

static enum exit_status plan_for(const struct options *options, const struct sc_pack *pack,
                                 struct sc_sheet *sheet, enum sc_format format,
                                 struct sc_diagnostics *diagnostics)
{
    enum sc_status status = SC_OK;
    char today[11];
    struct sc_plan *plan = NULL;
    if (!find_today(options, today))
        return EXIT_USAGE;
    if (can_ask(options) && !ask_on_terminal(options, pack, sheet, diagnostics, &status))
        end_by_interrupt();
    const struct sc_dates dates = {today, options->arguments[OPTION_START]};
    if (status == SC_OK)
        status = sc_plan_make(pack, sheet, dates, diagnostics, &plan);
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status printed = print_plan(plan, format, options, diagnostics);
    sc_plan_free(plan);
    return printed;
}

enum exit_status run_plan(const struct command *command, const struct options *options)
{
    enum sc_format format;
    if (!choose_format(command, options, &format) || !check_page(options) || !can_be_shown(options, format))
        return EXIT_USAGE;
    if (!format_is_written_here(options, format))
        return run_format_part(options, format);
    return with_sheet(options, format, plan_for);
}
