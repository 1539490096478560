/* Which answers made some conditions what they are, in words. */
#include "compare/words.h"

#include "engine/engine.h"

struct conditions conditions_in(struct arena *arena)
{
    return (struct conditions){.arena = arena};
}

void conditions_put(struct conditions *conditions, const struct expr *condition)
{
    if (condition == NULL)
        return;
    conditions->list = arena_grow(conditions->arena, conditions->list, conditions->count,
                                  &conditions->capacity, sizeof *conditions->list);
    conditions->list[conditions->count++] = condition;
}

void conditions_put_text(struct conditions *conditions, const struct sc_plan *plan, const struct text *text)
{
    const struct readings readings = engine_readings(plan);
    const size_t taken = engine_variant(text, &readings);
    for (size_t i = 0; i < text->count && i <= taken; i++)
        conditions_put(conditions, text->variants[i].when);
    for (size_t i = 0; taken < text->count && i < text->variants[taken].piece_count; i++) {
        const struct piece *piece = &text->variants[taken].pieces[i];
        if (piece->kind == PIECE_FACT)
            conditions_put(conditions, plan->pack->fact_rules[piece->number]);
    }
}

/* The answers, while they are gathered. */
struct decided {
    const struct laying *laying;
    const struct plan_changes *changes;
    bool changed_alone;
    const char **said;
    size_t said_count, said_capacity;
    const char *plain; /* what the pack has no such words for */
    struct questions seen;
};

static bool answer_changed(const struct decided *decided, size_t question)
{
    bool of_after = decided->laying->plan == decided->changes->after;
    for (size_t i = 0; i < decided->changes->answer_count; i++) {
        const struct pair pair = decided->changes->answers[i];
        if ((of_after ? pair.after : pair.before) == question)
            return true;
    }
    return false;
}

static void look_for_change(void *context, size_t question, size_t option)
{
    struct decided *decided = context;
    (void)option;
    decided->changed_alone = decided->changed_alone || answer_changed(decided, question);
}

static const char *plain_words(const struct laying *laying, size_t question)
{
    const struct question *asked = &laying->plan->pack->questions[question];
    return arena_print(
        laying->arena, "%s %s.",
        phrase_with(laying, PHRASE_compare_answer, quoted(laying, question_in_words(laying->arena, asked))),
        answer_words(laying, question, laying->plan->answers[question]));
}

/* An answer that is missing is a reason only where it was there on the other side. */
static void keep_answer(void *context, size_t question, size_t option)
{
    struct decided *decided = context;
    const struct laying *laying = decided->laying;
    bool changed = answer_changed(decided, question), known = laying->plan->answers[question].known;
    if (questions_has(&decided->seen, question) || (!changed && (decided->changed_alone || !known)))
        return;
    questions_put(&decided->seen, question);
    const char *words = heard_words(laying, (struct heard){question, option});
    if (words == NULL) {
        decided->plain = joined(laying, decided->plain, " ", plain_words(laying, question));
        return;
    }
    decided->said = arena_grow(laying->arena, decided->said, decided->said_count, &decided->said_capacity,
                               sizeof *decided->said);
    decided->said[decided->said_count++] = words;
}

const char *decided_by(const struct laying *laying, const struct plan_changes *changes,
                       const struct conditions *conditions, enum deciding_answers which)
{
    struct decided decided = {
        .laying = laying, .changes = changes, .changed_alone = which == CHANGED_ANSWERS};
    const struct readings readings = engine_readings(laying->plan);
    for (size_t i = 0; i < conditions->count; i++)
        expr_decisive(conditions->list[i], &readings, look_for_change, &decided);
    for (size_t i = 0; i < conditions->count; i++)
        expr_decisive(conditions->list[i], &readings, keep_answer, &decided);
    const char *because = because_words(laying, (struct words){decided.said, decided.said_count});
    return decided.plain != NULL ? joined(laying, because, " ", decided.plain) : because;
}

const char *decided_by_one(const struct laying *laying, const struct plan_changes *changes,
                           const struct expr *condition)
{
    struct conditions conditions = conditions_in(laying->arena);
    conditions_put(&conditions, condition);
    return decided_by(laying, changes, &conditions, DECISIVE_ANSWERS);
}
