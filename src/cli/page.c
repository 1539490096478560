/* What -f, -o, --width, --color and --discreet say of the output. */
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

/* Of the file's name that -o gives; NULL: it has none. */
static const char *ending_of(const struct options *options)
{
    const char *path = options->arguments[OPTION_OUTPUT];
    const char *slash = path != NULL ? strrchr(path, '/') : NULL;
    const char *file = slash != NULL ? slash + 1 : path;
    const char *dot = file != NULL ? strrchr(file, '.') : NULL;
    return dot == file ? NULL : dot;
}

bool choose_format(const struct command *command, const struct options *options, enum sc_format *format)
{
    const char *name = options->arguments[OPTION_FORMAT], *ending = ending_of(options);
    *format = SC_TEXT_PAGE;
    if (name != NULL)
        return has_format(command, name) && sc_format_by_name(name, format);
    if (ending == NULL)
        return true;
    if (sc_format_by_ending(options->arguments[OPTION_OUTPUT], format))
        return has_format(command, sc_format_name(*format));
    usage_error("say the format with -f", "no format has the ending '%s'", ending);
    return false;
}

const char *choose_named_format(const struct command *command, const struct options *options,
                                const struct ending *endings, size_t ending_count)
{
    const char *name = options->arguments[OPTION_FORMAT], *ending = ending_of(options);
    if (name != NULL)
        return has_format(command, name) ? name : NULL;
    if (ending == NULL)
        return endings[0].format;
    for (size_t i = 0; i < ending_count; i++)
        if (strcmp(endings[i].ending, ending) == 0)
            return has_format(command, endings[i].format) ? endings[i].format : NULL;
    usage_error("say the format with -f", "no format has the ending '%s'", ending);
    return NULL;
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

static bool check_discreet(const struct options *options)
{
    const char *answer = options->arguments[OPTION_DISCREET];
    if (answer == NULL || strcmp(answer, "yes") == 0 || strcmp(answer, "no") == 0)
        return true;
    usage_error(NULL, "'--discreet %s': yes or no", answer);
    return false;
}

bool titles_are_open(const struct options *options)
{
    const char *answer = options->arguments[OPTION_DISCREET];
    return answer != NULL && strcmp(answer, "no") == 0;
}

bool check_page(const struct options *options)
{
    return check_width(options) && check_color(options) && check_discreet(options) && check_paper(options);
}
