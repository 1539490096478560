/* "Because you said": the answers that made a line what it is, in the words that the pack has for them. */
#include "document/laying.h"

#include <string.h>

const char *question_in_words(struct arena *arena, const struct question *question)
{
    const char *end = strstr(question->ask, "? ");
    return end == NULL ? question->ask : arena_copy(arena, question->ask, (size_t)(end + 1 - question->ask));
}

const char *heard_words(const struct laying *laying, struct heard heard)
{
    const struct question *question = &laying->plan->pack->questions[heard.question];
    const struct value answer = laying->plan->answers[heard.question];
    if (!answer.known)
        return NULL;
    if (heard.option != SIZE_MAX && question->said_options != NULL)
        return question->said_options[heard.option];
    if (question->type == SC_YES_NO)
        return answer.truth ? question->said : question->said_no;
    if (question->type == SC_CHOICES && answer.options == 0)
        return question->said_no;
    if (question->type == SC_CHOICE && question->said_options != NULL)
        return question->said_options[answer.option];
    if (question->said == NULL || question->type == SC_CHOICE || question->type == SC_CHOICES)
        return heard.option != SIZE_MAX ? question->said : NULL;
    return arena_print(laying->arena, "%s %s", question->said, answer_with_unit(laying, heard.question));
}

const char *because_words(const struct laying *laying, struct words said)
{
    if (said.count == 0)
        return NULL;
    const char *all = NULL;
    for (size_t i = 0; i + 1 < said.count; i++)
        all = joined(laying, all, ", ", said.list[i]);
    const char *and = arena_print(laying->arena, " %s ", phrase(laying, PHRASE_and));
    return phrase_with(laying, PHRASE_because, joined(laying, all, and, said.list[said.count - 1]));
}

static bool said_before(struct laying *laying, const char *words)
{
    for (size_t i = 0; i < laying->said_count; i++)
        if (strcmp(laying->said[i], words) == 0)
            return true;
    laying->said = arena_grow(laying->arena, laying->said, laying->said_count, &laying->said_capacity,
                              sizeof *laying->said);
    laying->said[laying->said_count++] = words;
    return false;
}

void add_because(struct laying *laying, struct document_node *parent, struct heards heards)
{
    const char **said = arena_array(laying->arena, heards.count, sizeof *said);
    size_t count = 0;
    for (size_t i = 0; i < heards.count; i++) {
        const char *words = heard_words(laying, heards.list[i]);
        if (words != NULL && !said_before(laying, words))
            said[count++] = words;
    }
    const char *because = because_words(laying, (struct words){said, count});
    if (because != NULL)
        add(laying, parent, DOC_PARAGRAPH, because);
}
