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

void run_part(const char *name, char **argv)
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

enum exit_status run_prove(const struct command *command, const struct options *options)
{
    run_part(command->name, options->argv);
    usage_error("on Debian, 'apt-get install libz3-dev', and build stepcare again",
                "'stepcare prove' needs its part stepcare-prove, which is not installed");
    return EXIT_FILES;
}
