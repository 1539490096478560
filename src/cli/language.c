/* In which language a page speaks: --lang, else the locale's for a page, else the pack's own. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Locales write "pt_BR" where packs write "pt-BR". */
static void hyphenate(char *language)
{
    for (char *at = language; *at != '\0'; at++)
        if (*at == '_')
            *at = '-';
}

/* The language of the locale, as "es" or "pt_BR"; empty where it names none. */
static void locale_language(char language[32])
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *value = NULL;
    for (size_t i = 0; i < sizeof names / sizeof names[0] && (value == NULL || value[0] == '\0'); i++)
        value = getenv(names[i]);
    size_t length = value != NULL ? strcspn(value, ".@") : 0;
    if (length >= 32)
        length = 0;
    if (length > 0)
        memcpy(language, value, length);
    language[length] = '\0';
}

/* The language as it is written, or with its hyphen, or what stands before that: a plan for es_MX is better
 * in es than in English. */
static enum sc_status speak(struct sc_pack *pack, char *language, struct sc_diagnostics *diagnostics)
{
    enum sc_status status = sc_pack_speak(pack, language, diagnostics);
    if (status != SC_NOT_FOUND)
        return status;
    hyphenate(language);
    status = sc_pack_speak(pack, language, diagnostics);
    char *hyphen = strchr(language, '-');
    if (status != SC_NOT_FOUND || hyphen == NULL)
        return status;
    *hyphen = '\0';
    return sc_pack_speak(pack, language, diagnostics);
}

static enum exit_status no_such_language(const struct sc_pack *pack, const char *language)
{
    char hint[256];
    size_t length = (size_t)snprintf(hint, sizeof hint, "the pack speaks %.32s", sc_pack_language(pack));
    for (size_t i = 0; sc_pack_translation(pack, i) != NULL && length < sizeof hint - 40; i++)
        length +=
            (size_t)snprintf(hint + length, sizeof hint - length, ", %.32s", sc_pack_translation(pack, i));
    return usage_error(hint, "the pack has no language '%s'", language);
}

static enum exit_status speak_language(const struct options *options, struct sc_pack *pack,
                                       enum reader reader, struct sc_diagnostics *diagnostics)
{
    char language[32] = "";
    bool asked = options->given[OPTION_LANG];
    if (asked)
        snprintf(language, sizeof language, "%s", options->arguments[OPTION_LANG]);
    else if (reader == A_PERSON && sc_pack_translation(pack, 0) != NULL)
        locale_language(language);
    if (!asked && language[0] == '\0')
        return EXIT_DONE;
    enum sc_status status = speak(pack, language, diagnostics);
    if (status == SC_NOT_FOUND)
        return asked ? no_such_language(pack, options->arguments[OPTION_LANG]) : EXIT_DONE;
    return status == SC_OK ? EXIT_DONE : print_diagnostics(diagnostics, status);
}

struct sc_pack *open_speaking(const char *name, const struct options *options, enum reader reader,
                              struct sc_diagnostics *diagnostics, enum exit_status *status)
{
    struct sc_pack *pack = open_pack(name, FOR_PLANS, diagnostics, status);
    if (pack == NULL)
        return NULL;
    *status = speak_language(options, pack, reader, diagnostics);
    if (*status == EXIT_DONE)
        return pack;
    sc_pack_free(pack);
    return NULL;
}
