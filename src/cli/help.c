/* Help, made from the tables; and what is said about wrong usage. */
#include "cli/cli.h"

#include "support/buffer.h"
#include "support/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    char letter;
    const char *argument, *meaning;
} table[] = {
#define OPTION(id, name, letter, argument, meaning) {name, letter, argument, meaning},
    OPTIONS(OPTION)
#undef OPTION
};

/* What an operand is, where its name does not say so. */
static const struct {
    const char *operands, *meaning;
} operand_notes[] = {
    {"[PACK]", "PACK is a name or a folder, as for -p."},
    {"[A] [B]",
     "A and B are answer sheets, as for -a. -a begins both, -s changes B, or A where there is no B.\n"
     "With two packs, -p OLD -p NEW, the sheet A is looked at under both."},
};

void print_short_help(void)
{
    fputs("stepcare: from a few answers to one person's stepped-care plan\n\n", stdout);
    for (size_t i = 0; i < command_count; i++) {
        char usage[64];
        snprintf(usage, sizeof usage, "stepcare %s%s%s", commands[i].name,
                 commands[i].operands != NULL ? " " : "",
                 commands[i].operands != NULL ? commands[i].operands : "");
        printf("  %-24s  %s\n", usage, commands[i].summary);
    }
    fputs(
        "\nTo begin:\n"
        "  stepcare plan                             asks, then prints the plan\n"
        "  stepcare questions -f yaml > sheet.yaml   a blank sheet to fill in\n"
        "  stepcare plan -a sheet.yaml               the plan for a sheet\n"
        "\n'stepcare COMMAND -h' lists its options; stepcare(1) is the manual.\n",
        stdout);
}

void print_command_help(const struct command *command)
{
    printf("stepcare %s [options]%s%s: %s\n\n", command->name, command->operands != NULL ? " " : "",
           command->operands != NULL ? command->operands : "", command->summary);
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if ((command->takes >> i & 1) == 0)
            continue;
        char names[64], letter[8] = "    ";
        if (table[i].letter != 0)
            snprintf(letter, sizeof letter, "-%c, ", table[i].letter);
        snprintf(names, sizeof names, "%s--%s%s%s", letter, table[i].name,
                 table[i].argument != NULL ? " " : "", table[i].argument != NULL ? table[i].argument : "");
        printf("  %-22s  %s%s%s\n", names, table[i].meaning,
               i == OPTION_FORMAT && command->formats != NULL ? ": " : "",
               i == OPTION_FORMAT && command->formats != NULL ? command->formats : "");
    }
    for (size_t i = 0; i < sizeof operand_notes / sizeof operand_notes[0]; i++)
        if (command->operands != NULL && strcmp(command->operands, operand_notes[i].operands) == 0)
            printf("\n%s\n", operand_notes[i].meaning);
}

/* Arguments are foreign text: what a terminal would obey is written out. */
static void print_safely(const char *text)
{
    struct escape escape;
    struct arena *arena = arena_new(&escape);
    if (arena == NULL)
        return;
    if (setjmp(escape.landing) == 0) {
        struct buffer safe = buffer_in(arena);
        text_visible(&safe, text, strlen(text));
        fputs(buffer_string(&safe), stderr);
    }
    arena_free(arena);
}

static void print_message(const char *format, va_list arguments)
{
    char message[1024];
    vsnprintf(message, sizeof message, format, arguments);
    fputs("stepcare: error: ", stderr);
    print_safely(message);
    fputc('\n', stderr);
}

enum exit_status usage_error(const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_message(format, arguments);
    va_end(arguments);
    if (hint != NULL) {
        fputs("  hint: ", stderr);
        print_safely(hint);
        fputc('\n', stderr);
    }
    return EXIT_USAGE;
}

enum exit_status failure(enum exit_status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    print_message(format, arguments);
    va_end(arguments);
    return status;
}
