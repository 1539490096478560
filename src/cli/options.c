/* The parser of options: long with = or a blank, letters alone or bundled, -- ends them. */
#include "cli/cli.h"

#include "support/near.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    char letter;
    const char *argument;
} table[] = {
#define OPTION(id, name, letter, argument, meaning) {name, letter, argument},
    OPTIONS(OPTION)
#undef OPTION
};

static bool takes(const struct command *command, size_t option)
{
    return (command->takes >> option & 1) != 0;
}

static void keep(struct options *options, size_t option, const char *argument)
{
    options->given[option] = true;
    options->arguments[option] = argument;
    if (option == OPTION_PACK)
        options->packs.list[options->packs.count++] = argument;
    if (option == OPTION_ANSWERS)
        options->answers.list[options->answers.count++] = argument;
    if (option == OPTION_SET)
        options->sets.list[options->sets.count++] = argument;
}

static bool unknown(const struct command *command, const char *shown, const char *name)
{
    char hint[128] = "";
    struct near near = near_to(name);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (takes(command, i))
            near_offer(&near, table[i].name);
    if (near.best != NULL)
        snprintf(hint, sizeof hint, "did you mean '--%s'?", near.best);
    else
        snprintf(hint, sizeof hint, "see 'stepcare %s -h'", command->name);
    usage_error(hint, "'stepcare %s' has no option '%s'", command->name, shown);
    return false;
}

/* `text` is what follows the two hyphens; `next` the argument after it, or NULL. */
static bool take_long(const struct command *command, const char *shown, const char *next,
                      struct options *options, int *used)
{
    const char *text = shown + 2, *equals = strchr(text, '=');
    size_t length = equals != NULL ? (size_t)(equals - text) : strlen(text);
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)(length < 63 ? length : 63), text);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (strcmp(table[i].name, name) != 0 || !takes(command, i))
            continue;
        if (table[i].argument == NULL && equals != NULL) {
            usage_error(NULL, "'--%s' takes no argument", name);
            return false;
        }
        if (table[i].argument != NULL && equals == NULL && next == NULL) {
            usage_error(NULL, "'--%s' needs an argument: %s", name, table[i].argument);
            return false;
        }
        *used += table[i].argument != NULL && equals == NULL;
        keep(options, i, table[i].argument == NULL ? "" : equals != NULL ? equals + 1 : next);
        return true;
    }
    return unknown(command, shown, name);
}

static bool take_letters(const struct command *command, const char *shown, const char *next,
                         struct options *options, int *used)
{
    for (const char *letter = shown + 1; *letter != '\0'; letter++) {
        size_t option = 0;
        while (option < OPTION_COUNT && (table[option].letter != *letter || !takes(command, option)))
            option++;
        if (option == OPTION_COUNT)
            return unknown(command, shown, shown + 1);
        if (table[option].argument == NULL) {
            keep(options, option, "");
            continue;
        }
        const char *argument = letter[1] != '\0' ? letter + 1 : next;
        if (argument == NULL) {
            usage_error(NULL, "'-%c' needs an argument: %s", *letter, table[option].argument);
            return false;
        }
        *used += letter[1] == '\0';
        keep(options, option, argument);
        return true;
    }
    return true;
}

static size_t operands_of(const struct command *command)
{
    size_t count = command->operands != NULL;
    for (const char *at = command->operands; at != NULL && *at != '\0'; at++)
        count += *at == ' ';
    return count;
}

static bool take_operand(const struct command *command, const char *operand, struct options *options)
{
    if (options->operand_count == operands_of(command)) {
        usage_error(NULL, "'stepcare %s' takes no '%s'", command->name, operand);
        return false;
    }
    options->operands[options->operand_count++] = operand;
    return true;
}

bool options_parse(const struct command *command, int argc, char **argv, struct options *options)
{
    bool over = false;
    for (int i = 0; i < argc; i++) {
        const char *next = i + 1 < argc ? argv[i + 1] : NULL;
        bool good;
        if (over || argv[i][0] != '-' || argv[i][1] == '\0')
            good = take_operand(command, argv[i], options);
        else if (strcmp(argv[i], "--") == 0)
            good = over = true;
        else if (argv[i][1] == '-')
            good = take_long(command, argv[i], next, options, &i);
        else
            good = take_letters(command, argv[i], next, options, &i);
        if (!good)
            return false;
    }
    return true;
}
