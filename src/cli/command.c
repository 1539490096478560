/* One command, from its arguments to its exit status. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>

enum exit_status run_command(const struct command *command, const struct part *part, int argc, char **argv)
{
    struct options options = {.argv = argv, .part = part};
    /* Never more of them than there are arguments. */
    const size_t most = (size_t)argc + 1;
    const char **lists = calloc(most * 3, sizeof *lists);
    enum exit_status status;
    options.packs.list = lists;
    options.answers.list = lists != NULL ? lists + most : NULL;
    options.sets.list = lists != NULL ? lists + most * 2 : NULL;
    if (lists == NULL) {
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
    free(lists);
    return status;
}

enum exit_status finish(enum exit_status status)
{
    if (fflush(stdout) != 0 && status == EXIT_DONE)
        return failure(EXIT_FILES, "standard output cannot be written");
    return status;
}
