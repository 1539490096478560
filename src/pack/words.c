/* The phrases, and those that a pack gives in their place. */
#include "pack/pack.h"

#include <assert.h>
#include <string.h>

const char *const phrase_names[] = {
#define PHRASE(name, words) #name,
    PHRASES(PHRASE)
#undef PHRASE
};

static const char *const own_phrases[] = {
#define PHRASE(name, words) words,
    PHRASES(PHRASE)
#undef PHRASE
};
static_assert(sizeof own_phrases / sizeof own_phrases[0] == PHRASE_COUNT, "a phrase for each name");

const char *phrase_own(enum phrase phrase)
{
    return own_phrases[phrase];
}

const char *pack_phrase(const struct sc_pack *pack, enum phrase phrase)
{
    if (pack->phrases != NULL && pack->phrases[phrase] != NULL)
        return pack->phrases[phrase];
    return own_phrases[phrase];
}

const char *pack_phrase_with(struct arena *arena, const struct sc_pack *pack, enum phrase phrase,
                             const char *words)
{
    const char *pattern = pack_phrase(pack, phrase);
    const char *gap = strstr(pattern, "%s");
    if (gap == NULL)
        return pattern;
    return arena_print(arena, "%.*s%s%s", (int)(gap - pattern), pattern, words, gap + 2);
}
