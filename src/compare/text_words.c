/* Another wording of a text, and which answers chose it. */
#include "compare/words.h"

#include <assert.h>

const struct printed_text *one_of(const struct text_change *change)
{
    return change->after != NULL ? change->after : change->before;
}

static const char *quoted_text(struct laying *laying, const struct printed_text *text)
{
    return quoted(laying, with_doubts(laying, text->text, text->evidence));
}

/* Which answers chose other words; between two packs it is the pack. */
static const char *why_text(struct sides *sides, const struct printed_text *text)
{
    struct conditions conditions = conditions_in(sides->is.arena);
    for (size_t i = 0; i < text->from.count && !sides->changes->packs_differ; i++)
        conditions_put_text(&conditions, sides->is.plan, &text->from.list[i]);
    return decided_by(&sides->is, sides->changes, &conditions, CHANGED_ANSWERS);
}

const char *text_change_words(struct sides *sides, const struct text_change *change)
{
    struct laying *was = &sides->was, *is = &sides->is;
    bool there_before = change->before != NULL && change->before->text != NULL;
    bool there_after = change->after != NULL && change->after->text != NULL;
    assert(there_before || there_after); /* or it would be no change */
    if (!there_before)
        return phrase_with(is, PHRASE_compare_new, quoted_text(is, change->after));
    if (!there_after)
        return phrase_with(is, PHRASE_compare_gone, quoted_text(was, change->before));
    const char *words =
        phrase_with(is, PHRASE_compare_wording,
                    was_now(is, quoted_text(was, change->before), quoted_text(is, change->after)));
    const char *why = why_text(sides, change->after);
    return why != NULL ? joined(is, words, " ", why) : words;
}
