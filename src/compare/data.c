/* A comparison as JSON (stepcare(1)). Of what does not change nothing is listed. */
#include "compare/words.h"

#include "answers/write.h"
#include "data/data.h"

/* "key":{"before":...,"after":...} */
void put_pair(struct json_writer *json, const char *key, const char *before, const char *after)
{
    json_put_key(json, key);
    json_begin_object(json);
    json_put_member(json, "before", before);
    json_put_member(json, "after", after);
    json_end_object(json);
}

/* "key":{"new":[...],"gone":[...]} */
static void words_of(struct json_writer *json, const char *key, struct words_change change)
{
    json_put_key(json, key);
    json_begin_object(json);
    data_put_words(json, "new", change.come);
    data_put_words(json, "gone", change.gone);
    json_end_object(json);
}

static void questions_of(struct json_writer *json, const char *key, const struct plan_changes *changes,
                         const struct questions_change *change)
{
    json_put_key(json, key);
    json_begin_object(json);
    data_put_questions(json, "new", changes->after->pack, change->come);
    data_put_questions(json, "gone", changes->before->pack, change->gone);
    json_end_object(json);
}

static void answer_of(struct json_writer *json, const char *key, const struct sc_plan *plan, size_t question)
{
    json_put_key(json, key);
    if (question == SIZE_MAX)
        json_put_null(json);
    else
        answer_write_json(json, &plan->pack->questions[question], plan->answers[question]);
}

static void write_answers(struct json_writer *json, const struct plan_changes *changes)
{
    json_put_key(json, "answers");
    json_begin_array(json);
    for (size_t i = 0; i < changes->answer_count; i++) {
        const struct pair pair = changes->answers[i];
        json_begin_object(json);
        json_put_member(json, "id",
                        pair.after != SIZE_MAX ? changes->after->pack->questions[pair.after].id
                                               : changes->before->pack->questions[pair.before].id);
        answer_of(json, "before", changes->before, pair.before);
        answer_of(json, "after", changes->after, pair.after);
        json_end_object(json);
    }
    json_end_array(json);
}

static const char *level_of(const struct plan_alert *alert)
{
    return alert != NULL ? level_names[alert->alert->level] : NULL;
}

void put_alert_changes(struct json_writer *json, const struct plan_changes *changes)
{
    json_put_key(json, "alerts");
    json_begin_array(json);
    for (size_t i = 0; i < changes->alert_count; i++) {
        const struct alert_change *change = &changes->alerts[i];
        const struct plan_alert *one = change->after != NULL ? change->after : change->before;
        json_begin_object(json);
        json_put_member(json, "id", one->alert->id);
        put_pair(json, "level", level_of(change->before), level_of(change->after));
        json_put_member(json, "text", one->text);
        json_end_object(json);
    }
    json_end_array(json);
}

static const char *step_of(const struct plan_ladder *ladder)
{
    return ladder == NULL || ladder->step == SIZE_MAX ? NULL : ladder->ladder->steps[ladder->step].id;
}

static const char *state_of(const struct plan_ladder *ladder)
{
    return ladder != NULL ? ladder_state_names[ladder->state] : NULL;
}

void put_ladder_changes(struct json_writer *json, struct arena *arena, const struct plan_changes *changes)
{
    struct sides sides = sides_of(arena, changes);
    json_put_key(json, "ladders");
    json_begin_array(json);
    for (size_t i = 0; i < changes->ladder_count; i++) {
        const struct plan_ladder *before = changes->ladders[i].before, *after = changes->ladders[i].after;
        json_begin_object(json);
        json_put_member(json, "id", (after != NULL ? after : before)->ladder->id);
        put_pair(json, "state", state_of(before), state_of(after));
        put_pair(json, "step", step_of(before), step_of(after));
        json_put_member(json, "text", ladder_change_words(&sides, &changes->ladders[i]));
        json_end_object(json);
    }
    json_end_array(json);
}

static void put_reasons(struct json_writer *json, const char *key, const struct plan_reason *const *reasons,
                        size_t count)
{
    json_put_key(json, key);
    json_begin_array(json);
    for (size_t i = 0; i < count; i++) {
        json_begin_object(json);
        json_put_member(json, "id", reasons[i]->rule->id);
        json_put_member(json, "text", reasons[i]->text);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_schedules(struct json_writer *json, const struct item_change *change)
{
    json_put_key(json, "schedule");
    if (!change->schedule) {
        json_put_null(json);
        return;
    }
    json_begin_object(json);
    data_put_schedule(json, "before", &change->before->schedule);
    data_put_schedule(json, "after", &change->after->schedule);
    json_end_object(json);
}

static const char *status_of(const struct plan_item *item)
{
    return item != NULL ? item_status_names[item->status] : NULL;
}

static const char *phase_of(const struct sc_plan *plan, const struct plan_item *item)
{
    return item != NULL ? plan->pack->phases[item->item->phase].id : NULL;
}

static void write_item(struct json_writer *json, struct sides *sides, const struct item_change *change)
{
    const struct plan_changes *changes = sides->changes;
    const struct item *item = (change->after != NULL ? change->after : change->before)->item;
    json_begin_object(json);
    json_put_member(json, "id", item->id);
    json_put_member(json, "title", item->title);
    put_pair(json, "phase", phase_of(changes->before, change->before),
             phase_of(changes->after, change->after));
    put_pair(json, "status", status_of(change->before), status_of(change->after));
    json_put_member(json, "text", item_change_words(sides, change));
    json_put_key(json, "reasons");
    json_begin_object(json);
    put_reasons(json, "new", change->reasons.come, change->reasons.come_count);
    put_reasons(json, "gone", change->reasons.gone, change->reasons.gone_count);
    json_end_object(json);
    questions_of(json, "needs", changes, &change->needs);
    write_schedules(json, change);
    words_of(json, "cautions", change->cautions);
    words_of(json, "notes", change->notes);
    json_end_object(json);
}

static void write_items(struct json_writer *json, struct arena *arena, const struct plan_changes *changes)
{
    struct sides sides = sides_of(arena, changes);
    json_put_key(json, "items");
    json_begin_array(json);
    for (size_t i = 0; i < changes->item_count; i++)
        write_item(json, &sides, &changes->items[i]);
    json_end_array(json);
}

static void write_texts(struct json_writer *json, const struct plan_changes *changes)
{
    json_put_key(json, "texts");
    json_begin_array(json);
    for (size_t i = 0; i < changes->text_count; i++) {
        const struct printed_text *before = changes->texts[i].before, *after = changes->texts[i].after;
        const struct printed_text *one = after != NULL ? after : before;
        json_begin_object(json);
        json_put_member(json, "of", text_of_names[one->of]);
        json_put_member(json, "id", one->id);
        json_put_member(json, "key", one->key);
        json_put_member(json, "before", before != NULL ? before->text : NULL);
        json_put_member(json, "after", after != NULL ? after->text : NULL);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_claims(struct json_writer *json, const struct plan_changes *changes)
{
    json_put_key(json, "claims");
    json_begin_array(json);
    for (size_t i = 0; i < changes->claim_count; i++) {
        const struct claim *before = changes->claims[i].before, *after = changes->claims[i].after;
        json_begin_object(json);
        json_put_member(json, "id", (after != NULL ? after : before)->id);
        put_pair(json, "status", before != NULL ? claim_status_names[before->status] : NULL,
                 after != NULL ? claim_status_names[after->status] : NULL);
        json_end_object(json);
    }
    json_end_array(json);
}

void compare_write_json(const struct plan_changes *changes, struct buffer *out)
{
    struct json_writer writer = json_writer_to(out), *json = &writer;
    json_begin_object(json);
    json_put_key(json, "stepcare");
    json_put_whole(json, 1);
    pack_write_json(json, "pack", changes->after->pack);
    if (changes->packs_differ)
        pack_write_json(json, "pack_before", changes->before->pack);
    else
        json_put_member(json, "pack_before", NULL);
    json_put_key(json, "same");
    json_put_truth(json, changes->same);
    write_answers(json, changes);
    put_pair(json, "status", plan_status_names[changes->before->status],
             plan_status_names[changes->after->status]);
    put_alert_changes(json, changes);
    questions_of(json, "missing", changes, &changes->missing);
    put_ladder_changes(json, out->arena, changes);
    write_items(json, out->arena, changes);
    words_of(json, "warnings", changes->warnings);
    write_texts(json, changes);
    write_claims(json, changes);
    json_end_object(json);
    buffer_char(out, '\n');
}
