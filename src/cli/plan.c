/* stepcare plan: from a sheet, or an interview, to the printed plan. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* false: wrong usage, said. */
static bool choose_format(const struct options *options, enum sc_format *format)
{
    const char *name = options->arguments[OPTION_FORMAT], *path = options->arguments[OPTION_OUTPUT];
    *format = SC_TEXT_PAGE;
    if (name != NULL) {
        if (sc_format_by_name(name, format))
            return true;
        usage_error("text, markdown, json, brief or tsv", "there is no format '%s'", name);
        return false;
    }
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;
    const char *file = slash != NULL ? slash + 1 : path;
    const char *dot = file != NULL ? strrchr(file, '.') : NULL;
    if (dot == NULL || dot == file || sc_format_by_ending(file, format))
        return true;
    usage_error("say the format with -f", "no format has the ending '%s'", dot);
    return false;
}

static bool check_width(const struct options *options)
{
    const char *text = options->arguments[OPTION_WIDTH];
    char *end = NULL;
    unsigned long width = text != NULL ? strtoul(text, &end, 10) : 80;
    if (text == NULL || (text[0] >= '0' && text[0] <= '9' && *end == '\0' && width >= 40 && width <= 200))
        return true;
    usage_error(NULL, "'--width %s' is no width: a number from 40 to 200", text);
    return false;
}

static bool check_color(const struct options *options)
{
    const char *when = options->arguments[OPTION_COLOR];
    if (when == NULL || strcmp(when, "auto") == 0 || strcmp(when, "always") == 0 ||
        strcmp(when, "never") == 0)
        return true;
    usage_error(NULL, "'--color %s': auto, always or never", when);
    return false;
}

/* The day of SOURCE_DATE_EPOCH, read as UTC, else of the clock, read as local time. */
static bool find_today(char today[11])
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    time_t now = time(NULL);
    struct tm day;
    bool utc = epoch != NULL && epoch[0] != '\0';
    if (utc) {
        char *end = NULL;
        errno = 0;
        long long seconds = strtoll(epoch, &end, 10);
        if (errno != 0 || *end != '\0' || epoch[0] < '0' || epoch[0] > '9') {
            usage_error(NULL, "SOURCE_DATE_EPOCH is no number of seconds");
            return false;
        }
        now = (time_t)seconds;
    }
    if ((utc ? gmtime_r(&now, &day) : localtime_r(&now, &day)) == NULL || day.tm_year > 2999 - 1900) {
        usage_error(NULL, "SOURCE_DATE_EPOCH lies past the year 2999");
        return false;
    }
    strftime(today, 11, "%Y-%m-%d", &day);
    return true;
}

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
    const struct sc_page_options page = {output_width(options), output_color(options)};
    enum sc_status status = sc_plan_write(plan, format, &page, diagnostics, &text, &length);
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status written = write_output(options, text, length);
    free(text);
    return written == EXIT_DONE ? status_of(plan, options) : written;
}

static enum exit_status plan_for(const struct sc_pack *pack, struct sc_sheet *sheet, enum sc_format format,
                                 const struct options *options, struct sc_diagnostics *diagnostics)
{
    enum sc_status status = SC_OK;
    char today[11];
    struct sc_plan *plan = NULL;
    if (!options->given[OPTION_TODAY] && !find_today(today))
        return EXIT_USAGE;
    if (can_ask(options) && !ask_on_terminal(options, pack, sheet, diagnostics, &status))
        end_by_interrupt();
    const struct sc_dates dates = {options->given[OPTION_TODAY] ? options->arguments[OPTION_TODAY] : today,
                                   options->arguments[OPTION_START]};
    if (status == SC_OK)
        status = sc_plan_make(pack, sheet, dates, diagnostics, &plan);
    if (status == SC_INVALID) { /* a date: nothing else can be wrong here */
        print_diagnostics(diagnostics, status);
        return EXIT_USAGE;
    }
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status printed = print_plan(plan, format, options, diagnostics);
    sc_plan_free(plan);
    return printed;
}

enum exit_status run_plan(const struct command *command, const struct options *options)
{
    (void)command;
    enum sc_format format;
    if (!choose_format(options, &format) || !check_width(options) || !check_color(options))
        return EXIT_USAGE;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    enum exit_status status = EXIT_DONE;
    struct sc_pack *pack = open_pack(options->arguments[OPTION_PACK], FOR_PLANS, diagnostics, &status);
    struct sc_sheet *sheet = pack != NULL ? read_sheet(options, pack, diagnostics, &status) : NULL;
    if (sheet != NULL)
        status = plan_for(pack, sheet, format, options, diagnostics);
    sc_sheet_free(sheet);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return status;
}
