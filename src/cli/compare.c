/* stepcare compare: two sheets, or one sheet under two packs; or one, and every answer that would change its
 * plan. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BEFORE, AFTER, SIDES };

/* What is compared; all of it is freed together. */
struct comparing {
    const struct options *options;
    struct sc_diagnostics *diagnostics;
    enum sc_format format;
    bool one_answer, two_packs;
    const char *files[SIDES];     /* A and B */
    struct sc_pack *packs[SIDES]; /* the second is there with two packs alone */
    struct sc_sheet *sheets[SIDES];
    struct sc_plan *plans[SIDES];
    enum exit_status status;
};

static struct argument_list file_of(struct comparing *comparing, size_t side)
{
    return (struct argument_list){&comparing->files[side], side < comparing->options->operand_count ? 1 : 0};
}

static size_t count_standard_input(struct argument_list files)
{
    size_t count = 0;
    for (size_t i = 0; i < files.count; i++)
        count += strcmp(files.list[i], "-") == 0;
    return count;
}

/* false: wrong usage, said. */
static bool check_usage(struct comparing *comparing)
{
    const struct options *options = comparing->options;
    size_t sheets = options->operand_count;
    if (count_standard_input(options->answers) + count_standard_input(file_of(comparing, BEFORE)) +
            count_standard_input(file_of(comparing, AFTER)) >
        1)
        usage_error(NULL, "standard input can be only one of the sheets");
    else if (options->packs.count > SIDES)
        usage_error(NULL, "'stepcare compare' takes two packs at most");
    else if (comparing->one_answer && sheets == 2)
        usage_error("'--one-answer' looks for answers that would change its plan",
                    "'--one-answer' takes one sheet");
    else if (comparing->one_answer && comparing->two_packs)
        usage_error(NULL, "'--one-answer' takes one pack");
    else if (comparing->two_packs && sheets == 2)
        usage_error("with two packs, one sheet is looked at under both", "two packs take one sheet");
    else if (!comparing->one_answer && !comparing->two_packs && sheets < 2 && options->sets.count == 0)
        usage_error("name a second sheet, change answers with -s, or ask for --one-answer",
                    "there is nothing to compare with");
    else
        return true;
    return false;
}

/* With two packs a page keeps to their own language: the locale's might be known to one of them alone. */
static bool open_packs(struct comparing *comparing)
{
    const struct options *options = comparing->options;
    bool page = sc_format_is_page(comparing->format);
    for (size_t i = 0; i < (comparing->two_packs ? SIDES : 1); i++) {
        const char *name = options->packs.count > 0 ? options->packs.list[i] : NULL;
        comparing->packs[i] =
            open_speaking(name, options, page && !comparing->two_packs ? A_PERSON : A_PROGRAM,
                          comparing->diagnostics, &comparing->status);
        if (comparing->packs[i] == NULL)
            return false;
    }
    if (!comparing->two_packs ||
        strcmp(sc_pack_language(comparing->packs[BEFORE]), sc_pack_language(comparing->packs[AFTER])) == 0)
        return true;
    comparing->status =
        usage_error("--lang chooses a language that both have", "the packs speak '%s' and '%s'",
                    sc_pack_language(comparing->packs[BEFORE]), sc_pack_language(comparing->packs[AFTER]));
    return false;
}

/* A sheet that goes on from another: what is wrong in one does not hide what is wrong in the next. */
static void make_sheet(struct comparing *comparing, size_t side, const struct sc_sheet *from,
                       struct argument_list files, struct argument_list sets, enum sc_status *worst)
{
    const struct sc_pack *pack = comparing->packs[comparing->two_packs ? side : BEFORE];
    struct sc_sheet **sheet = &comparing->sheets[side];
    enum sc_status again = sc_sheet_reread(from, pack, comparing->diagnostics, sheet);
    *worst = again != SC_OK ? again : *worst;
    if (*sheet == NULL)
        return;
    take_files(*sheet, files, comparing->diagnostics, worst);
    take_answers(*sheet, sets, comparing->diagnostics, worst);
}

/* Every file is read once, also from a pipe: the second sheet takes what was read for the first. */
static enum sc_status read_sheets(struct comparing *comparing)
{
    const struct options *options = comparing->options;
    const struct argument_list none = {NULL, 0};
    bool sets_for_all = comparing->one_answer || comparing->two_packs;
    struct sc_sheet *begun = sc_sheet_new(comparing->packs[BEFORE]);
    enum sc_status worst = begun != NULL ? SC_OK : SC_NO_MEMORY;
    take_files(begun, options->answers, comparing->diagnostics, &worst);
    if (worst != SC_NO_MEMORY)
        make_sheet(comparing, BEFORE, begun, file_of(comparing, BEFORE), sets_for_all ? options->sets : none,
                   &worst);
    if (comparing->sheets[BEFORE] != NULL && !comparing->one_answer)
        make_sheet(comparing, AFTER, options->operand_count == 2 ? begun : comparing->sheets[BEFORE],
                   file_of(comparing, AFTER), sets_for_all ? none : options->sets, &worst);
    sc_sheet_free(begun);
    return worst;
}

static void say_unfit(struct comparing *comparing, enum sc_status status)
{
    comparing->status = print_diagnostics(comparing->diagnostics, status);
    bool fits_one =
        comparing->two_packs && comparing->sheets[BEFORE] != NULL && comparing->sheets[AFTER] == NULL;
    if (status == SC_INVALID && fits_one)
        failure(comparing->status, "the sheet does not fit the pack '%s'",
                comparing->options->packs.list[AFTER]);
}

static enum sc_status make_plans(struct comparing *comparing, const char *today)
{
    const struct sc_dates dates = {today, NULL};
    enum sc_status status = SC_OK;
    for (size_t i = 0; i < SIDES && status == SC_OK && comparing->sheets[i] != NULL; i++)
        status = sc_plan_make(comparing->packs[comparing->two_packs ? i : BEFORE], comparing->sheets[i],
                              dates, comparing->diagnostics, &comparing->plans[i]);
    return status;
}

static enum exit_status print_comparison(struct comparing *comparing)
{
    const struct options *options = comparing->options;
    const struct sc_compare_request request = {
        .format = comparing->format,
        .page = {.width = output_width(options), .color = output_color(options)},
    };
    char *text = NULL;
    bool same = false;
    enum sc_status status =
        comparing->one_answer
            ? sc_one_answer_write(comparing->plans[BEFORE], &request, comparing->diagnostics, &text, &same)
            : sc_compare_write(comparing->plans[BEFORE], comparing->plans[AFTER], &request,
                               comparing->diagnostics, &text, &same);
    if (status != SC_OK)
        return print_diagnostics(comparing->diagnostics, status);
    enum exit_status written = write_output(options, text, strlen(text));
    free(text);
    return written != EXIT_DONE ? written : same ? EXIT_DONE : EXIT_NO;
}

static void compare(struct comparing *comparing)
{
    char today[11];
    if (!open_packs(comparing))
        return;
    enum sc_status status = read_sheets(comparing);
    if (status != SC_OK) {
        say_unfit(comparing, status);
        return;
    }
    if (!find_today(comparing->options, today)) {
        comparing->status = EXIT_USAGE;
        return;
    }
    status = make_plans(comparing, today);
    if (status == SC_OK) {
        comparing->status = print_comparison(comparing);
        return;
    }
    comparing->status = print_diagnostics(comparing->diagnostics, status);
    if (status == SC_INVALID) /* the day: nothing else can be wrong here */
        comparing->status = EXIT_USAGE;
}

enum exit_status run_compare(const struct command *command, const struct options *options)
{
    struct comparing comparing = {.options = options,
                                  .files = {options->operands[BEFORE], options->operands[AFTER]},
                                  .one_answer = options->given[OPTION_ONE_ANSWER],
                                  .two_packs = options->packs.count == SIDES,
                                  .status = EXIT_USAGE};
    if (!choose_format(command, options, &comparing.format) || !check_page(options) ||
        !check_usage(&comparing))
        return EXIT_USAGE;
    comparing.diagnostics = sc_diagnostics_new();
    if (comparing.diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    compare(&comparing);
    for (size_t i = 0; i < SIDES; i++) {
        sc_plan_free(comparing.plans[i]);
        sc_sheet_free(comparing.sheets[i]);
        sc_pack_free(comparing.packs[i]);
    }
    sc_diagnostics_free(comparing.diagnostics);
    return comparing.status;
}
