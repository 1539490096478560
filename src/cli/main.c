/* stepcare: which command, and its options. */
#include "cli/cli.h"

#include "support/near.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static enum exit_status unknown_command(const char *name)
{
    char hint[128] = "'stepcare' alone lists the commands";
    struct near near = near_to(name);
    for (size_t i = 0; i < command_count; i++)
        near_offer(&near, commands[i].name);
    if (name[0] == '-')
        snprintf(hint, sizeof hint, "options stand behind a command: stepcare plan %.40s", name);
    else if (near.best != NULL)
        snprintf(hint, sizeof hint, "did you mean '%s'?", near.best);
    return usage_error(hint, "there is no command '%s'", name);
}

static enum exit_status run(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "help";
    bool wants_help = strcmp(name, "help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "--help") == 0;
    if (strcmp(name, "--version") == 0) {
        printf("stepcare %s\n", sc_version());
        return EXIT_DONE;
    }
    if (wants_help && argc <= 2) {
        print_short_help();
        return EXIT_DONE;
    }
    const struct command *command = find_command(wants_help ? argv[2] : name);
    if (command != NULL && wants_help) {
        print_command_help(command);
        return EXIT_DONE;
    }
    if (command != NULL)
        return run_command(command, NULL, argc - 1, argv + 1);
    if (!wants_help)
        run_other(name, argv + 1);
    return unknown_command(wants_help ? argv[2] : name);
}

int main(int argc, char **argv)
{
    /* A closed pipe ends the program, as every filter, also where the parent ignored the signal. */
    signal(SIGPIPE, SIG_DFL);
    return (int)finish(run(argc, argv));
}
