/* The decisions without the texts: one line of JSON (stepcare(1), format brief). */
#include "data/data.h"
#include "json/json.h"

static void questions(struct json_writer *json, const struct sc_plan *plan, struct numbers numbers)
{
    json_begin_array(json);
    for (size_t i = 0; i < numbers.count; i++)
        json_put_text(json, plan->pack->questions[numbers.list[i]].id);
    json_end_array(json);
}

static void items_that_are(struct json_writer *json, const struct sc_plan *plan, const char *key,
                           enum item_status status)
{
    json_put_key(json, key);
    json_begin_array(json);
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].status == status)
            json_put_text(json, plan->items[i].item->id);
    json_end_array(json);
}

static void write_withheld(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "withheld");
    json_begin_object(json);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        if (item->status != ITEM_WITHHELD)
            continue;
        json_put_key(json, item->item->id);
        json_begin_array(json);
        for (size_t k = 0; k < item->reason_count; k++) {
            if (item->reasons[k].rule->id != NULL)
                json_put_text(json, item->reasons[k].rule->id);
            else
                json_put_whole(json, (int64_t)item->reasons[k].number);
        }
        json_end_array(json);
    }
    json_end_object(json);
}

static void write_steps(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "steps");
    json_begin_object(json);
    for (size_t i = 0; i < plan->ladder_count; i++) {
        const struct plan_ladder *ladder = &plan->ladders[i];
        json_put_key(json, ladder->ladder->id);
        json_put_text(json, ladder->step == SIZE_MAX ? NULL : ladder->ladder->steps[ladder->step].id);
    }
    json_end_object(json);
}

static void write_needs(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "needs");
    json_begin_object(json);
    for (size_t i = 0; i < plan->item_count; i++) {
        if (plan->items[i].status != ITEM_NEEDS_ANSWER)
            continue;
        json_put_key(json, plan->items[i].item->id);
        questions(json, plan, plan->items[i].needs);
    }
    json_end_object(json);
}

static void write_schedules(struct json_writer *json, const struct sc_plan *plan)
{
    json_put_key(json, "schedule");
    json_begin_object(json);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        if (!item->schedule.there)
            continue;
        json_put_key(json, item->item->id);
        json_begin_array(json);
        for (size_t k = 0; k < item->schedule.count; k++)
            json_put_whole(json, item->schedule.weekly[k]);
        json_end_array(json);
    }
    json_end_object(json);
}

void data_write_brief(const struct sc_plan *plan, struct buffer *out)
{
    struct json_writer json = json_writer_to(out);
    json_begin_object(&json);
    if (plan->sheet_id != NULL) {
        json_put_key(&json, "id");
        json_put_text(&json, plan->sheet_id);
    }
    json_put_key(&json, "status");
    json_put_text(&json, plan_status_names[plan->status]);
    json_put_key(&json, "alerts");
    json_begin_array(&json);
    for (size_t i = 0; i < plan->alert_count; i++)
        json_put_text(&json, plan->alerts[i].alert->id);
    json_end_array(&json);
    write_steps(&json, plan);
    items_that_are(&json, plan, "offered", ITEM_OFFERED);
    write_withheld(&json, plan);
    items_that_are(&json, plan, "not_needed", ITEM_NOT_NEEDED);
    items_that_are(&json, plan, "spent", ITEM_SPENT);
    items_that_are(&json, plan, "later", ITEM_LATER);
    write_needs(&json, plan);
    json_put_key(&json, "missing");
    questions(&json, plan, plan->missing);
    write_schedules(&json, plan);
    json_end_object(&json);
    buffer_char(out, '\n');
}
