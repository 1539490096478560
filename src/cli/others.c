/* Commands that are programs of their own: stepcare-NAME beside this one, in its libexec folder, or on PATH.
 */
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

void run_other(const char *name, char **argv)
{
    char own[PATH_MAX], on_path[PATH_MAX];
    if (name[0] == '-' || name[0] == '\0' || strchr(name, '/') != NULL || strlen(name) > 200)
        return;
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    if (length > 0) {
        own[length] = '\0';
        char *slash = strrchr(own, '/');
        if (slash != NULL)
            *slash = '\0';
        run_in(own, name, argv);
    }
    run_in(STEPCARE_LIBEXEC, name, argv);
    snprintf(on_path, sizeof on_path, "stepcare-%s", name);
    execvp(on_path, argv);
}
