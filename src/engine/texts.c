/* Texts: which variant, what stands in its braces, and which answers made it so. */
#include "engine/deciding.h"
#include "engine/truths.h"
#include "support/buffer.h"

struct hearing {
    struct arena *arena;
    struct heard_list *heard;
};

static void hear_one(void *context, size_t question, size_t option)
{
    const struct hearing *to = context;
    for (size_t i = 0; i < to->heard->count; i++)
        if (to->heard->list[i].question == question && to->heard->list[i].option == option)
            return;
    to->heard->list = arena_grow(to->arena, to->heard->list, to->heard->count, &to->heard->capacity,
                                 sizeof *to->heard->list);
    to->heard->list[to->heard->count++] = (struct heard){question, option};
}

void hear(struct deciding *deciding, const struct expr *when, struct heard_list *heard)
{
    struct hearing to = {deciding->arena, heard};
    if (heard != NULL && when != NULL && !expr_is_constant(when))
        expr_decisive(when, &deciding->readings, hear_one, &to);
}

static void append_piece(struct deciding *deciding, const struct piece *piece, struct questions *refine,
                         struct buffer *out)
{
    const struct sc_pack *pack = deciding->pack;
    switch (piece->kind) {
    case PIECE_WORDS:
        buffer_text(out, piece->words);
        break;
    case PIECE_QUESTION:
        if (!deciding->readings.answers[piece->number].known && refine != NULL)
            questions_put(refine, piece->number);
        buffer_text(out, plan_answer_words(deciding->arena, pack, &pack->questions[piece->number],
                                           deciding->readings.answers[piece->number]));
        break;
    case PIECE_FACT:
        if (!deciding->readings.facts[piece->number].known && refine != NULL)
            questions_join(refine, &deciding->readings.fact_depends[piece->number]);
        buffer_text(out, plan_fact_words(deciding->arena, pack, pack->fact_rules[piece->number],
                                         deciding->readings.facts[piece->number]));
        break;
    }
}

static bool fits(const struct variant *variant, const struct readings *readings)
{
    enum truth when = variant->when != NULL ? expr_is(variant->when, readings) : TRUTH_TRUE;
    return VARIANT_FITS;
}

size_t engine_variant(const struct text *text, const struct readings *readings)
{
    size_t taken = 0;
    while (taken < text->count && !fits(&text->variants[taken], readings))
        taken++;
    return taken;
}

const char *engine_text(struct arena *arena, const struct sc_plan *plan, const struct text *text)
{
    struct deciding deciding = {.arena = arena, .pack = plan->pack, .readings = engine_readings(plan)};
    return say(&deciding, text, NULL, NULL);
}

const char *say(struct deciding *deciding, const struct text *text, struct questions *refine,
                struct heard_list *heard)
{
    size_t taken = engine_variant(text, &deciding->readings);
    for (size_t i = 0; i < taken && refine != NULL; i++)
        depend(deciding, text->variants[i].when, refine);
    if (taken == text->count)
        return NULL;
    const struct variant *variant = &text->variants[taken];
    hear(deciding, variant->when, heard);
    if (variant->piece_count == 1 && variant->pieces[0].kind == PIECE_WORDS)
        return variant->pieces[0].words;
    struct buffer out = buffer_in(deciding->arena);
    for (size_t i = 0; i < variant->piece_count; i++)
        append_piece(deciding, &variant->pieces[i], refine, &out);
    return buffer_string(&out);
}
