/* Where the result goes: standard output or a file; how wide, and whether in colour. */
#include "cli/cli.h"

#include "support/file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

static enum exit_status write_standard_output(const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, text, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return failure(EXIT_FILES, "standard output cannot be written: %s", strerror(errno));
        text += written;
        length -= (size_t)written;
    }
    return EXIT_DONE;
}

enum exit_status write_output(const struct options *options, const char *text, size_t length)
{
    const char *path = options->arguments[OPTION_OUTPUT];
    if (path == NULL || strcmp(path, "-") == 0)
        return write_standard_output(text, length);
    if (file_replace(path, text, length) == FILE_DONE)
        return EXIT_DONE;
    return failure(EXIT_FILES, "%s: cannot be written: %s", path, strerror(errno));
}

unsigned output_width(const struct options *options)
{
    if (options->given[OPTION_WIDTH])
        return (unsigned)strtoul(options->arguments[OPTION_WIDTH], NULL, 10);
    struct winsize size;
    if (!options->given[OPTION_OUTPUT] && isatty(STDOUT_FILENO) &&
        ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
        return size.ws_col < 100 ? size.ws_col : 100; /* longer lines are hard to read */
    return 80;
}

bool output_color(const struct options *options)
{
    const char *when = options->given[OPTION_COLOR] ? options->arguments[OPTION_COLOR] : "auto";
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    if (strcmp(when, "auto") != 0)
        return strcmp(when, "always") == 0;
    return !options->given[OPTION_OUTPUT] && isatty(STDOUT_FILENO) &&
           (no_color == NULL || no_color[0] == '\0') && term != NULL && strcmp(term, "dumb") != 0;
}
