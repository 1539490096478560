/* The small pieces that words are put together from. */
#include "why/telling.h"

#include "document/laying.h"

#include <string.h>

void put(struct telling *telling, const char *words)
{
    buffer_text(&telling->out, words);
}

void put_phrase(struct telling *telling, enum phrase phrase)
{
    put(telling, pack_phrase(telling->pack, phrase));
}

void put_before(struct telling *telling, enum phrase phrase)
{
    const char *words = pack_phrase(telling->pack, phrase), *gap = strstr(words, "%s");
    buffer_bytes(&telling->out, words, gap != NULL ? (size_t)(gap - words) : strlen(words));
}

void put_behind(struct telling *telling, enum phrase phrase)
{
    const char *gap = strstr(pack_phrase(telling->pack, phrase), "%s");
    put(telling, gap != NULL ? gap + 2 : "");
}

void put_between(struct telling *telling, enum phrase phrase)
{
    put(telling, " ");
    put_phrase(telling, phrase);
    put(telling, " ");
}

void put_quoted(struct telling *telling, const char *words)
{
    put_before(telling, PHRASE_quoted);
    put(telling, words);
    put_behind(telling, PHRASE_quoted);
}

void put_not(struct telling *telling, size_t count)
{
    put_before(telling, PHRASE_not);
    put(telling, count > 1 ? "(" : "");
}

void put_not_end(struct telling *telling, size_t count)
{
    put(telling, count > 1 ? ")" : "");
    put_behind(telling, PHRASE_not);
}

const struct question *question_of(const struct telling *telling, const struct expr *expr)
{
    return &telling->pack->questions[expr->first];
}

void put_question(struct telling *telling, const struct question *question)
{
    put_quoted(telling, question_in_words(telling->out.arena, question));
}

void put_asked(struct telling *telling, const struct question *question)
{
    put_question(telling, question);
    put(telling, ": ");
}
