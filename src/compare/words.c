/* The small words of a comparison: what something was, and what it is now. */
#include "compare/words.h"

struct sides sides_of(struct arena *arena, const struct plan_changes *changes)
{
    return (struct sides){.was = {.arena = arena, .plan = changes->before},
                          .is = {.arena = arena, .plan = changes->after},
                          .changes = changes};
}

const char *was_now(const struct laying *laying, const char *was, const char *now)
{
    return arena_print(laying->arena, "%s, %s", phrase_with(laying, PHRASE_compare_was, was),
                       phrase_with(laying, PHRASE_compare_now, now));
}

const char *plan_status_words(const struct laying *laying, enum sc_plan_status status)
{
    static const enum phrase phrases[] = {
        [SC_READY] = PHRASE_compare_printed,
        [SC_INCOMPLETE] = PHRASE_compare_incomplete,
        [SC_UNSCREENED] = PHRASE_compare_unscreened,
        [SC_WITHHELD] = PHRASE_compare_plan_withheld,
    };
    return phrase(laying, phrases[status]);
}

/* Words that stand behind "was" as well as behind "now". */
const char *status_in_words(const struct laying *laying, enum item_status status)
{
    switch (status) {
    case ITEM_OFFERED:
        return phrase(laying, PHRASE_compare_offered);
    case ITEM_NEEDS_ANSWER:
        return phrase(laying, PHRASE_compare_waiting);
    default:
        return status_words(laying, status);
    }
}

const char *ladder_words(const struct laying *laying, enum ladder_state state, const struct ladder *ladder,
                         size_t step)
{
    static const enum phrase phrases[LADDER_STATE_COUNT] = {
        [LADDER_NOT_NEEDED] = PHRASE_status_not_needed,
        [LADDER_NEEDS_ANSWER] = PHRASE_compare_waiting,
        [LADDER_EXHAUSTED] = PHRASE_compare_no_step,
    };
    return state == LADDER_ON_STEP ? ladder->steps[step].title : phrase(laying, phrases[state]);
}

const char *quoted(const struct laying *laying, const char *words)
{
    return phrase_with(laying, PHRASE_quoted, words);
}

/* Labels have commas of their own. */
const char *ticks_words(const struct laying *laying, const struct question *question, uint64_t options)
{
    const char *words = NULL;
    for (size_t i = 0; i < question->option_count; i++)
        if ((options >> i & 1) != 0)
            words = joined(laying, words, ", ", quoted(laying, question->labels[i]));
    return words;
}

const char *answer_words(const struct laying *laying, size_t question, struct value value)
{
    const struct question *asked = &laying->plan->pack->questions[question];
    if (!value.known)
        return phrase(laying, PHRASE_not_answered);
    if (asked->type == SC_CHOICES && value.options != 0)
        return ticks_words(laying, asked, value.options);
    const char *words = plan_answer_words(laying->arena, laying->plan->pack, asked, value);
    if (asked->type == SC_CHOICE || asked->type == SC_CHOICES || asked->type == SC_TEXT)
        return quoted(laying, words);
    return asked->unit != NULL ? arena_print(laying->arena, "%s %s", words, asked->unit) : words;
}
