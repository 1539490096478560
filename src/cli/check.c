/* stepcare check: a pack looked at without a person. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static void print_summary(const struct sc_pack *pack)
{
    static const struct {
        enum sc_part part;
        const char *words;
    } parts[] = {{SC_QUESTIONS, "questions"}, {SC_ALERTS, "alerts"}, {SC_PHASES, "phases"},
                 {SC_ITEMS, "items"},         {SC_RULES, "rules"},   {SC_INVARIANTS, "invariants"},
                 {SC_CLAIMS, "claims"}};
    printf("%s %s: no errors in ", sc_pack_id(pack), sc_pack_version(pack));
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        printf("%s%zu %s", i > 0 ? ", " : "", sc_pack_count(pack, parts[i].part), parts[i].words);
    putchar('\n');
}

/* All that is wrong, in one run; warnings do not count as wrong unless --strict says so. */
static enum exit_status check_pack(const struct sc_pack *pack, const struct options *options,
                                   struct sc_diagnostics *diagnostics)
{
    char today[11];
    if (!check_days(options, pack, SC_TEXT_PAGE) || !find_today(options, today))
        return EXIT_USAGE;
    enum sc_status all[] = {sc_ledger_check(pack, today, diagnostics),
                            sc_translations_check(pack, diagnostics), sc_cases_check(pack, diagnostics)};
    enum sc_status worst = SC_OK;
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (all[i] != SC_OK && worst != SC_NO_MEMORY)
            worst = all[i];
    size_t warnings = sc_diagnostics_count(diagnostics, SC_WARNING);
    enum exit_status status = EXIT_DONE;
    if (worst != SC_OK || !options->given[OPTION_QUIET] || options->given[OPTION_STRICT])
        status = print_diagnostics(diagnostics, worst);
    if (status == EXIT_DONE && warnings > 0 && options->given[OPTION_STRICT])
        return EXIT_NO;
    if (status == EXIT_DONE && !options->given[OPTION_QUIET])
        print_summary(pack);
    return status;
}

enum exit_status run_check(const struct command *command, const struct options *options)
{
    (void)command;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    enum exit_status status = EXIT_DONE;
    struct sc_pack *pack = open_pack(pack_named(options), TO_CHECK, diagnostics, &status);
    if (pack != NULL) {
        status = check_pack(pack, options, diagnostics);
    }
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    /* For this command alone an invalid pack is the answer, not a failure. */
    return status == EXIT_INVALID ? EXIT_NO : status;
}
