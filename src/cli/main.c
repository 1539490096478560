/* stepcare: which command, and its options. */
#include "cli/cli.h"

#include "support/near.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum exit_status run_command(const struct command *command, int argc, char **argv)
{
    struct options options = {0};
    /* Never more of them than there are arguments. */
    options.answers.list = calloc((size_t)argc + 1, sizeof *options.answers.list);
    options.sets.list = calloc((size_t)argc + 1, sizeof *options.sets.list);
    enum exit_status status;
    if (options.answers.list == NULL || options.sets.list == NULL) {
        status = failure(EXIT_FILES, "no memory");
    } else if (!options_parse(command, argc, argv, &options)) {
        status = EXIT_USAGE;
    } else if (options.given[OPTION_HELP]) {
        print_command_help(command);
        status = EXIT_DONE;
    } else if (options.given[OPTION_VERSION]) {
        printf("stepcare %s\n", sc_version());
        status = EXIT_DONE;
    } else {
        status = command->run(command, &options);
    }
    free(options.answers.list);
    free(options.sets.list);
    return status;
}

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
        return run_command(command, argc - 2, argv + 2);
    if (!wants_help)
        run_other(name, argv + 1);
    return unknown_command(wants_help ? argv[2] : name);
}

int main(int argc, char **argv)
{
    /* A closed pipe ends the program, as every filter, also where the parent ignored the signal. */
    signal(SIGPIPE, SIG_DFL);
    enum exit_status status = run(argc, argv);
    if (fflush(stdout) != 0 && status == EXIT_DONE)
        status = failure(EXIT_FILES, "standard output cannot be written");
    return (int)status;
}
