/* What -f, -o, --width and --color say of a page. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

/* Does the name stand in the command's list, "text, markdown, json"? */
static bool is_listed(const char *formats, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = formats; at != NULL; at = strchr(at, ','), at = at != NULL ? at + 2 : NULL)
        if (strncmp(at, name, length) == 0 && (at[length] == ',' || at[length] == '\0'))
            return true;
    return false;
}

static bool has_format(const struct command *command, const char *name)
{
    if (is_listed(command->formats, name))
        return true;
    usage_error(command->formats, "'stepcare %s' has no format '%s'", command->name, name);
    return false;
}

bool choose_format(const struct command *command, const struct options *options, enum sc_format *format)
{
    const char *name = options->arguments[OPTION_FORMAT], *path = options->arguments[OPTION_OUTPUT];
    *format = SC_TEXT_PAGE;
    if (name != NULL)
        return has_format(command, name) && sc_format_by_name(name, format);
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;
    const char *file = slash != NULL ? slash + 1 : path;
    const char *dot = file != NULL ? strrchr(file, '.') : NULL;
    if (dot == NULL || dot == file)
        return true;
    if (sc_format_by_ending(file, format))
        return has_format(command, sc_format_name(*format));
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
