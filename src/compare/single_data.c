/* Single answers as JSON (stepcare(1)). */
#include "compare/single.h"

#include "answers/write.h"

static void write_range(struct json_writer *json, const struct question *asked,
                        const struct answer_range *range)
{
    if (asked->type != SC_INTEGER && asked->type != SC_DECIMAL) {
        answer_write_json(json, asked, range->first);
        return;
    }
    json_begin_object(json);
    json_put_key(json, "from");
    answer_write_json(json, asked, range->first);
    json_put_key(json, "to");
    answer_write_json(json, asked, range->last);
    json_end_object(json);
}

static void write_items(struct json_writer *json, const struct plan_changes *changes)
{
    json_put_key(json, "items");
    json_begin_array(json);
    for (size_t i = 0; i < changes->item_count; i++) {
        const struct item_change *change = &changes->items[i];
        if (!change->status)
            continue;
        json_begin_object(json);
        json_put_member(json, "id", change->after->item->id);
        put_pair(json, "status", item_status_names[change->before->status],
                 item_status_names[change->after->status]);
        json_end_object(json);
    }
    json_end_array(json);
}

static void write_change(struct json_writer *json, struct arena *arena, const struct question *asked,
                         const struct single_change *change)
{
    const struct plan_changes *changes = change->changes;
    json_begin_object(json);
    json_put_key(json, "answers");
    json_begin_array(json);
    for (size_t i = 0; i < change->range_count; i++)
        write_range(json, asked, &change->ranges[i]);
    json_end_array(json);
    put_pair(json, "status", plan_status_names[changes->before->status],
             plan_status_names[changes->after->status]);
    put_alert_changes(json, changes);
    put_ladder_changes(json, arena, changes);
    write_items(json, changes);
    json_end_object(json);
}

static void write_question(struct json_writer *json, struct arena *arena, const struct sc_plan *plan,
                           const struct single_question *single)
{
    const struct question *asked = &plan->pack->questions[single->question];
    json_begin_object(json);
    json_put_member(json, "id", asked->id);
    json_put_key(json, "answer");
    answer_write_json(json, asked, plan->answers[single->question]);
    json_put_key(json, "changes");
    json_begin_array(json);
    for (size_t i = 0; i < single->count; i++)
        write_change(json, arena, asked, &single->changes[i]);
    json_end_array(json);
    json_end_object(json);
}

void single_write_json(const struct singles *singles, struct buffer *out)
{
    struct json_writer writer = json_writer_to(out), *json = &writer;
    json_begin_object(json);
    json_put_key(json, "stepcare");
    json_put_whole(json, 1);
    pack_write_json(json, "pack", singles->plan->pack);
    json_put_key(json, "same");
    json_put_truth(json, singles->count == 0);
    json_put_member(json, "status", plan_status_names[singles->plan->status]);
    json_put_key(json, "questions");
    json_begin_array(json);
    for (size_t i = 0; i < singles->count; i++)
        write_question(json, out->arena, singles->plan, &singles->questions[i]);
    json_end_array(json);
    json_end_object(json);
    buffer_char(out, '\n');
}
