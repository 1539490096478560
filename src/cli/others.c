/* Commands that are programs of their own: stepcare-NAME beside this one, in its libexec folder, or on PATH.
 * The parts of stepcare itself are not looked for on PATH. */
#include "cli/cli.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void run_in(const char *folder, const char *name, char **argv)
{
    char path[PATH_MAX * 2];
    int length = snprintf(path, sizeof path, "%s/stepcare-%s", folder, name);
    if (length > 0 && (size_t)length < sizeof path)
        execv(path, argv);
}

static void run_part(const char *name, char **argv)
{
    char own[PATH_MAX], beside[PATH_MAX + sizeof STEPCARE_LIBEXEC_BESIDE];
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    if (length > 0) {
        own[length] = '\0';
        char *slash = strrchr(own, '/');
        if (slash != NULL)
            *slash = '\0';
        run_in(own, name, argv);
        snprintf(beside, sizeof beside, "%s/" STEPCARE_LIBEXEC_BESIDE, own);
        run_in(beside, name, argv);
    }
    run_in(STEPCARE_LIBEXEC, name, argv);
}

void run_other(const char *name, char **argv)
{
    char on_path[PATH_MAX];
    if (name[0] == '-' || name[0] == '\0' || strchr(name, '/') != NULL || strlen(name) > 200)
        return;
    run_part(name, argv);
    snprintf(on_path, sizeof on_path, "stepcare-%s", name);
    execvp(on_path, argv);
}

/* The parts of stepcare, and what to install where one was left out. `format`: that it writes. */
static const struct {
    const char *name, *libraries;
    enum sc_format format;
} parts[] = {
    {"prove", "libz3-dev", SC_TEXT_PAGE},
    {"ics", "libical-dev", SC_ICS},
    {"pdf", "libpango1.0-dev", SC_PDF},
};
enum { PROVE, FIRST_FORMAT, PARTS = sizeof parts / sizeof parts[0] };

static enum exit_status run_or_say(size_t part, char **argv)
{
    char hint[128];
    run_part(parts[part].name, argv);
    snprintf(hint, sizeof hint, "on Debian, 'apt-get install %s', and build stepcare again",
             parts[part].libraries);
    usage_error(hint, "this needs a part, stepcare-%s, that is not installed", parts[part].name);
    return EXIT_FILES;
}

enum exit_status run_prove(const struct command *command, const struct options *options)
{
    (void)command;
    return run_or_say(PROVE, options->argv);
}

static size_t part_for(enum sc_format format)
{
    size_t part = FIRST_FORMAT;
    while (part < PARTS && parts[part].format != format)
        part++;
    return part;
}

bool format_is_written_here(const struct options *options, enum sc_format format)
{
    return part_for(format) == PARTS || (options->part != NULL && options->part->format == format);
}

enum exit_status run_format_part(const struct options *options, enum sc_format format)
{
    return run_or_say(part_for(format), options->argv);
}
