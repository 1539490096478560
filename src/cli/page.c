/* What -f, -o, --width and --color say of a page. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

bool choose_format(const struct options *options, enum sc_format *format)
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

bool check_page(const struct options *options)
{
    return check_width(options) && check_color(options);
}
