/* On which paper: what --paper says, else what is usual where the locale is. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static const char *const sizes[] = {[SC_A4] = "a4", [SC_LETTER] = "letter"};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static size_t size_named(const char *name)
{
    size_t size = 0;
    while (size < SIZES && strcmp(sizes[size], name) != 0)
        size++;
    return size;
}

bool check_paper(const struct options *options)
{
    const char *name = options->arguments[OPTION_PAPER];
    if (name == NULL || size_named(name) < SIZES)
        return true;
    usage_error(NULL, "'--paper %s': a4 or letter", name);
    return false;
}

/* The first that is set, as glibc looks for it: "es_MX.UTF-8". */
static const char *locale_of_paper(void)
{
    static const char *const names[] = {"LC_ALL", "LC_PAPER", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[0] != '\0')
            return value;
    }
    return "";
}

/* Where letters are written on Letter, by Unicode's CLDR. */
static bool is_letter_country(const char *locale)
{
    static const char countries[] = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE";
    const char *country = strchr(locale, '_');
    if (country == NULL || strcspn(country + 1, ".@") != 2)
        return false;
    const char code[] = {country[1], country[2], '\0'};
    return strstr(countries, code) != NULL;
}

enum sc_paper paper_wanted(const struct options *options)
{
    const char *name = options->arguments[OPTION_PAPER];
    if (name != NULL)
        return (enum sc_paper)size_named(name);
    return is_letter_country(locale_of_paper()) ? SC_LETTER : SC_A4;
}
