/* Two plans side by side: what differs, from the answers to the words. */
#include "compare/compare.h"

#include "answers/write.h"
#include "engine/engine.h"

#include <string.h>

/* The names of all things of a kind in one plan. */
#define NAMES_OF(arena, count, name)                                                                         \
    const char **names = arena_array(arena, count, sizeof *names);                                           \
    for (size_t i = 0; i < (count); i++)                                                                     \
        names[i] = name;                                                                                     \
    return (struct words){names, count};

static struct words question_names(struct arena *arena, const struct sc_plan *plan)
{
    NAMES_OF(arena, plan->pack->question_count, plan->pack->questions[i].id)
}

static struct words alert_names(struct arena *arena, const struct sc_plan *plan)
{
    NAMES_OF(arena, plan->alert_count, plan->alerts[i].alert->id)
}

static struct words ladder_names(struct arena *arena, const struct sc_plan *plan)
{
    NAMES_OF(arena, plan->ladder_count, plan->ladders[i].ladder->id)
}

static struct words warning_texts(struct arena *arena, const struct sc_plan *plan)
{
    NAMES_OF(arena, plan->warning_count, plan->warnings[i].text)
}

static struct words claim_names(struct arena *arena, const struct sc_plan *plan)
{
    NAMES_OF(arena, plan->pack->claim_count, plan->pack->claims[i].id)
}

/* Two packs may number their options differently: what an answer says is what counts. */
static const char *answer_text(struct arena *arena, const struct sc_plan *plan, size_t question)
{
    if (question == SIZE_MAX)
        return "null";
    struct buffer out = buffer_in(arena);
    struct json_writer json = json_writer_to(&out);
    answer_write_json(&json, &plan->pack->questions[question], plan->answers[question]);
    return buffer_string(&out);
}

static void find_answer_changes(struct arena *arena, struct plan_changes *changes)
{
    const struct sc_plan *before = changes->before, *after = changes->after;
    struct pairs pairs = pairs_of(arena, question_names(arena, before), question_names(arena, after));
    changes->answers = pairs.list;
    for (size_t i = 0; i < pairs.count; i++) {
        const struct pair pair = pairs.list[i];
        if (strcmp(answer_text(arena, before, pair.before), answer_text(arena, after, pair.after)) != 0)
            pairs.list[changes->answer_count++] = pair;
    }
}

/* A plan that is withheld or unscreened leaves out alerts that are as true as they were. */
static bool is_still_true(const struct sc_plan *plan, const struct plan_alert *alert)
{
    const struct readings readings = engine_readings(plan);
    const size_t number = pack_find_alert(plan->pack, alert->alert->id);
    return number != SIZE_MAX && expr_is(plan->pack->alerts[number].when, &readings) == TRUTH_TRUE;
}

static bool alert_changes(const struct sc_plan *after, const struct plan_alert *was,
                          const struct plan_alert *now)
{
    if (was == NULL)
        return true;
    return now == NULL ? !is_still_true(after, was) : was->alert->level != now->alert->level;
}

static void find_alert_changes(struct arena *arena, struct plan_changes *changes)
{
    const struct sc_plan *before = changes->before, *after = changes->after;
    struct pairs pairs = pairs_of(arena, alert_names(arena, before), alert_names(arena, after));
    changes->alerts = arena_array(arena, pairs.count, sizeof *changes->alerts);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct pair pair = pairs.list[i];
        const struct plan_alert *was = pair.before != SIZE_MAX ? &before->alerts[pair.before] : NULL;
        const struct plan_alert *now = pair.after != SIZE_MAX ? &after->alerts[pair.after] : NULL;
        if (alert_changes(after, was, now))
            changes->alerts[changes->alert_count++] = (struct alert_change){was, now};
    }
}

static const char *step_id(const struct plan_ladder *ladder)
{
    return ladder->step == SIZE_MAX ? "" : ladder->ladder->steps[ladder->step].id;
}

static void find_ladder_changes(struct arena *arena, struct plan_changes *changes)
{
    const struct sc_plan *before = changes->before, *after = changes->after;
    struct pairs pairs = pairs_of(arena, ladder_names(arena, before), ladder_names(arena, after));
    changes->ladders = arena_array(arena, pairs.count, sizeof *changes->ladders);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct pair pair = pairs.list[i];
        const struct plan_ladder *was = pair.before != SIZE_MAX ? &before->ladders[pair.before] : NULL;
        const struct plan_ladder *now = pair.after != SIZE_MAX ? &after->ladders[pair.after] : NULL;
        if (was == NULL || now == NULL || was->state != now->state || strcmp(step_id(was), step_id(now)) != 0)
            changes->ladders[changes->ladder_count++] = (struct ladder_change){was, now};
    }
}

static void find_claim_changes(struct arena *arena, struct plan_changes *changes)
{
    const struct sc_plan *before = changes->before, *after = changes->after;
    struct pairs pairs = pairs_of(arena, claim_names(arena, before), claim_names(arena, after));
    changes->claims = arena_array(arena, pairs.count, sizeof *changes->claims);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct pair pair = pairs.list[i];
        const struct claim *was = pair.before != SIZE_MAX ? &before->pack->claims[pair.before] : NULL;
        const struct claim *now = pair.after != SIZE_MAX ? &after->pack->claims[pair.after] : NULL;
        if (was == NULL || now == NULL || was->status != now->status)
            changes->claims[changes->claim_count++] = (struct claim_change){was, now};
    }
}

static bool nothing_differs(const struct plan_changes *changes)
{
    const size_t counts[] = {
        changes->alert_count,         changes->ladder_count,        changes->item_count,
        changes->missing.come.count,  changes->missing.gone.count,  changes->warnings.come.count,
        changes->warnings.gone.count, changes->text_count,          changes->claim_count,
        changes->status ? 1 : 0,      changes->out_of_date ? 1 : 0,
    };
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++)
        if (counts[i] > 0)
            return false;
    return true;
}

bool both_printed(const struct plan_changes *changes)
{
    return plan_is_printed(changes->before) && plan_is_printed(changes->after);
}

struct plan_changes *decision_changes(struct arena *arena, const struct sc_plan *before,
                                      const struct sc_plan *after)
{
    struct plan_changes *changes = arena_alloc(arena, sizeof *changes);
    *changes = (struct plan_changes){
        .before = before,
        .after = after,
        .packs_differ = strcmp(before->pack->sha256, after->pack->sha256) != 0,
        .status = before->status != after->status,
    };
    find_answer_changes(arena, changes);
    find_alert_changes(arena, changes);
    if (both_printed(changes)) {
        find_ladder_changes(arena, changes);
        find_item_changes(arena, changes);
    }
    return changes;
}

struct plan_changes *changes_of(struct arena *arena, const struct sc_plan *before,
                                const struct sc_plan *after)
{
    struct plan_changes *changes = decision_changes(arena, before, after);
    changes->out_of_date = before->expired != after->expired;
    changes->missing = questions_change(arena, before, before->missing, after, after->missing);
    if (both_printed(changes))
        changes->warnings = words_change(arena, warning_texts(arena, before), warning_texts(arena, after));
    find_text_changes(arena, changes);
    if (changes->packs_differ)
        find_claim_changes(arena, changes);
    changes->same = nothing_differs(changes);
    return changes;
}

bool changes_medicine(const struct plan_changes *changes)
{
    for (size_t i = 0; i < changes->item_count; i++) {
        const struct item_change *change = &changes->items[i];
        if ((change->after != NULL ? change->after : change->before)->item->kind == KIND_MEDICINE)
            return true;
    }
    return false;
}
