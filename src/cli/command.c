/* One command, from its arguments to its exit status. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>

enum exit_status run_command(const struct command *command, const struct part *part, int argc, char **argv)
{
    struct options options = {.argv = argv, .part = part};
    /* Never more of them than there are arguments. */
    options.answers.list = calloc((size_t)argc + 1, sizeof *options.answers.list);
    options.sets.list = calloc((size_t)argc + 1, sizeof *options.sets.list);
    enum exit_status status;
    if (options.answers.list == NULL || options.sets.list == NULL) {
        status = failure(EXIT_FILES, "no memory");
    } else if (!options_parse(command, argc - 1, argv + 1, &options)) {
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

enum exit_status finish(enum exit_status status)
{
    if (fflush(stdout) != 0 && status == EXIT_DONE)
        return failure(EXIT_FILES, "standard output cannot be written");
    return status;
}
