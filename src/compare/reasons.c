/* Why something changed: the reasons that came and went, the questions that it waits for, and the answers
 * that decided. */
#include "compare/words.h"

#include "engine/engine.h"

#include <string.h>

static const char *and_sentence(const struct laying *laying, const char *words, const char *sentence)
{
    return sentence != NULL ? joined(laying, words, " ", sentence) : words;
}

static const char *reasons_words(struct laying *laying, const struct plan_reason *const *reasons,
                                 size_t count)
{
    const char *all = NULL;
    for (size_t i = 0; i < count; i++)
        all = joined(laying, all, " ", with_doubts(laying, reasons[i]->text, reasons[i]->rule->evidence));
    return all;
}

static const char *questions_words(const struct laying *laying, struct numbers questions)
{
    const char *all = NULL;
    for (size_t i = 0; i < questions.count; i++)
        all = joined(laying, all, " ", laying->plan->pack->questions[questions.list[i]].ask);
    return all;
}

/* The gate and the offer of an item, where they keep it out. */
static struct conditions false_conditions(struct arena *arena, const struct sc_plan *plan,
                                          const struct item *item)
{
    const struct readings readings = engine_readings(plan);
    struct conditions conditions = conditions_in(arena);
    const struct expr *gate = item->ladder != SIZE_MAX ? plan->pack->ladders[item->ladder].when : NULL;
    if (gate != NULL && expr_is(gate, &readings) == TRUTH_FALSE)
        conditions_put(&conditions, gate);
    if (expr_is(item->offer, &readings) == TRUTH_FALSE)
        conditions_put(&conditions, item->offer);
    return conditions;
}

/* Those that kept it out before, as they are now. */
static struct conditions lifted_conditions(const struct sides *sides, const struct item_change *change)
{
    struct arena *arena = sides->is.arena;
    const struct item *was = change->before->item, *now = change->after->item;
    const struct conditions kept_out = false_conditions(arena, sides->was.plan, was);
    struct conditions lifted = conditions_in(arena);
    for (size_t i = 0; i < kept_out.count; i++)
        if (kept_out.list[i] == was->offer)
            conditions_put(&lifted, now->offer);
        else if (now->ladder != SIZE_MAX)
            conditions_put(&lifted, sides->is.plan->pack->ladders[now->ladder].when);
    return lifted;
}

/* The step on which the person stands or, while it is open whether steps are needed, would stand. */
static const char *own_step(const struct sc_plan *plan, const struct item *item)
{
    for (size_t i = 0; i < plan->item_count && item->ladder != SIZE_MAX; i++) {
        const struct plan_item *one = &plan->items[i];
        if (one->item->ladder == item->ladder &&
            (one->status == ITEM_OFFERED || one->status == ITEM_NEEDS_ANSWER))
            return plan->pack->ladders[item->ladder].steps[one->item->step].title;
    }
    return NULL;
}

/* Why it is offered now, by what had kept it back. */
static const char *why_offered(struct sides *sides, const struct item_change *change)
{
    const struct laying *is = &sides->is;
    const char *step = own_step(is->plan, change->after->item);
    struct conditions conditions;
    switch (change->before->status) {
    case ITEM_LATER:
        return step == NULL ? NULL : arena_print(is->arena, "%s %s.", phrase(is, PHRASE_your_step), step);
    case ITEM_NOT_NEEDED:
        conditions = lifted_conditions(sides, change);
        return decided_by(is, sides->changes, &conditions, DECISIVE_ANSWERS);
    case ITEM_SPENT:
        return decided_by_one(is, sides->changes, change->after->item->spent);
    case ITEM_NEEDS_ANSWER:
        return phrase(is, PHRASE_compare_nothing_against);
    default:
        return NULL;
    }
}

/* The sentence behind a status; that of withheld and of needs-answer stands behind a colon. */
static const char *why_status(struct sides *sides, const struct item_change *change)
{
    struct laying *is = &sides->is;
    const struct item *item = change->after->item;
    struct conditions conditions;
    const char *step;
    switch (change->after->status) {
    case ITEM_WITHHELD:
        return reasons_words(is, change->reasons.come, change->reasons.come_count);
    case ITEM_NEEDS_ANSWER:
        return questions_words(is, change->after->needs);
    case ITEM_LATER:
        step = own_step(is->plan, item);
        return step != NULL ? phrase_with(is, PHRASE_compare_comes_first, step) : NULL;
    case ITEM_NOT_NEEDED:
        conditions = false_conditions(is->arena, is->plan, item);
        return decided_by(is, sides->changes, &conditions, DECISIVE_ANSWERS);
    case ITEM_SPENT:
        return decided_by_one(is, sides->changes, item->spent);
    default:
        return why_offered(sides, change);
    }
}

static const char *with_why(const struct laying *laying, const char *words, enum item_status status,
                            const char *why)
{
    bool behind_colon = why != NULL && (status == ITEM_WITHHELD || status == ITEM_NEEDS_ANSWER);
    return and_sentence(laying, arena_print(laying->arena, "%s%s", words, behind_colon ? ":" : "."), why);
}

/* The condition of a reason as the pack after has it, or NULL: that pack gives no such reason. */
static const struct expr *same_condition(const struct sides *sides, const struct item_change *change,
                                         const struct plan_reason *reason)
{
    const struct rules *avoid = &change->after->item->avoid;
    if (!sides->changes->packs_differ)
        return reason->rule->when;
    for (size_t i = 0; i < avoid->count && reason->rule->id != NULL; i++)
        if (avoid->list[i].id != NULL && strcmp(avoid->list[i].id, reason->rule->id) == 0)
            return avoid->list[i].when;
    return NULL;
}

/* What is no longer true may be untrue, or not known any more: that is never the same. And where the pack is
 * another one, the person is as before. `when`: as the pack after has it; NULL: it has it no more. */
static enum phrase gone_label(const struct sides *sides, const struct expr *when)
{
    const struct readings readings = engine_readings(sides->is.plan);
    if (when != NULL && expr_is(when, &readings) == TRUTH_UNKNOWN)
        return PHRASE_compare_no_longer_known;
    return sides->changes->packs_differ ? PHRASE_compare_no_longer_here : PHRASE_compare_no_longer_so;
}

/* Those that are gone in the same way stand behind one label. */
static const char *gone_reasons(struct sides *sides, const struct item_change *change)
{
    static const enum phrase labels[] = {PHRASE_compare_no_longer_so, PHRASE_compare_no_longer_known,
                                         PHRASE_compare_no_longer_here};
    const char *all = NULL;
    for (size_t k = 0; k < sizeof labels / sizeof labels[0]; k++) {
        const char *gone = NULL;
        for (size_t i = 0; i < change->reasons.gone_count; i++) {
            const struct plan_reason *reason = change->reasons.gone[i];
            if (gone_label(sides, same_condition(sides, change, reason)) == labels[k])
                gone = joined(&sides->is, gone, " ",
                              with_doubts(&sides->was, reason->text, reason->rule->evidence));
        }
        if (gone != NULL)
            all = joined(&sides->is, all, " ", phrase_with(&sides->is, labels[k], gone));
    }
    return all;
}

const char *item_status_change_words(struct sides *sides, const struct item_change *change)
{
    const struct laying *is = &sides->is;
    const char *words = was_now(is, status_in_words(&sides->was, change->before->status),
                                status_in_words(is, change->after->status));
    words = with_why(is, words, change->after->status, why_status(sides, change));
    return and_sentence(is, words, gone_reasons(sides, change));
}

const char *new_item_words(struct sides *sides, const struct item_change *change)
{
    const struct laying *is = &sides->is;
    const char *words = phrase_with(is, PHRASE_compare_new_here, status_in_words(is, change->after->status));
    bool has_why = change->after->status != ITEM_OFFERED;
    return with_why(is, words, change->after->status, has_why ? why_status(sides, change) : NULL);
}

/* The same status, for other reasons or other open questions. */
const char *item_reasons_change_words(struct sides *sides, const struct item_change *change)
{
    struct laying *is = &sides->is;
    const char *come = reasons_words(is, change->reasons.come, change->reasons.come_count);
    const char *gone = gone_reasons(sides, change);
    const char *open = questions_words(is, change->needs.come);
    const char *closed = questions_words(&sides->was, change->needs.gone);
    if (come == NULL && gone == NULL && open == NULL && closed == NULL)
        return NULL;
    const char *words = arena_print(
        is->arena, "%s.", phrase_with(is, PHRASE_compare_still, status_in_words(is, change->after->status)));
    come = come != NULL ? come : open;
    if (come != NULL)
        words = and_sentence(is, words, phrase_with(is, PHRASE_compare_also, come));
    words = and_sentence(is, words, gone);
    return closed != NULL ? and_sentence(is, words, phrase_with(is, PHRASE_compare_gone, closed)) : words;
}

/* The number of a step of the ladder before, in the one after; SIZE_MAX: it has no such step. */
static size_t same_step(const struct ladder_change *change)
{
    const struct ladder *before = change->before->ladder, *after = change->after->ladder;
    for (size_t i = 0; i < after->step_count; i++)
        if (strcmp(after->steps[i].id, before->steps[change->before->step].id) == 0)
            return i;
    return SIZE_MAX;
}

/* The same question of need has the same answer: steps come and go with what stands on them. */
static const char *why_step(const struct laying *is, const struct ladder_change *change)
{
    if (change->before->state == LADDER_EXHAUSTED)
        return phrase(is, PHRASE_compare_step_fits);
    size_t step = same_step(change);
    if (step == SIZE_MAX)
        return NULL;
    bool passed = change->after->state == LADDER_EXHAUSTED || step < change->after->step;
    return phrase(is, passed ? PHRASE_compare_step_passed : PHRASE_compare_step_fits);
}

static bool is_needed(const struct plan_ladder *ladder)
{
    return ladder->state == LADDER_ON_STEP || ladder->state == LADDER_EXHAUSTED;
}

const char *ladder_change_words(struct sides *sides, const struct ladder_change *change)
{
    const struct plan_ladder *before = change->before, *after = change->after;
    const struct laying *is = &sides->is;
    const char *was = before != NULL ? ladder_words(&sides->was, before->state, before->ladder, before->step)
                                     : phrase(is, PHRASE_compare_not_there);
    const char *now = after != NULL ? ladder_words(is, after->state, after->ladder, after->step)
                                    : phrase(is, PHRASE_compare_not_there);
    const char *words = arena_print(is->arena, "%s.", was_now(is, was, now));
    if (before == NULL || after == NULL)
        return words;
    return and_sentence(is, words,
                        is_needed(before) && is_needed(after)
                            ? why_step(is, change)
                            : decided_by_one(is, sides->changes, after->ladder->when));
}

const char *alert_gone_words(struct sides *sides, const struct plan_alert *alert)
{
    const struct sc_pack *pack = sides->is.plan->pack;
    const char *sign = alert->alert->sign;
    if (sign == NULL)
        return phrase_with(&sides->is, PHRASE_compare_gone,
                           quoted(&sides->is, with_doubts(&sides->was, alert->text, alert->alert->evidence)));
    const size_t number = pack_find_alert(pack, alert->alert->id);
    return phrase_with(&sides->is, gone_label(sides, number != SIZE_MAX ? pack->alerts[number].when : NULL),
                       arena_print(sides->was.arena, "%s.", capital(&sides->was, sign)));
}
