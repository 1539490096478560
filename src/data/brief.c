/* The decisions without the texts: one line of JSON (stepcare(1), format brief). */
#include "data/data.h"
#include "json/json.h"

static void questions(struct json_writer *json, const struct sc_plan *plan, struct numbers numbers)
{
    json_array(json);
    for (size_t i = 0; i < numbers.count; i++)
        json_text(json, plan->pack->questions[numbers.list[i]].id);
    json_array_end(json);
}

static void items_that_are(struct json_writer *json, const struct sc_plan *plan, const char *key,
                           enum item_status status)
{
    json_key(json, key);
    json_array(json);
    for (size_t i = 0; i < plan->item_count; i++)
        if (plan->items[i].status == status)
            json_text(json, plan->items[i].item->id);
    json_array_end(json);
}

static void write_withheld(struct json_writer *json, const struct sc_plan *plan)
{
    json_key(json, "withheld");
    json_object(json);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        if (item->status != ITEM_WITHHELD)
            continue;
        json_key(json, item->item->id);
        json_array(json);
        for (size_t k = 0; k < item->reason_count; k++) {
            if (item->reasons[k].rule->id != NULL)
                json_text(json, item->reasons[k].rule->id);
            else
                json_whole(json, (int64_t)item->reasons[k].number);
        }
        json_array_end(json);
    }
    json_object_end(json);
}

static void write_steps(struct json_writer *json, const struct sc_plan *plan)
{
    json_key(json, "steps");
    json_object(json);
    for (size_t i = 0; i < plan->ladder_count; i++) {
        const struct plan_ladder *ladder = &plan->ladders[i];
        json_key(json, ladder->ladder->id);
        json_text(json, ladder->step == SIZE_MAX ? NULL : ladder->ladder->steps[ladder->step].id);
    }
    json_object_end(json);
}

static void write_needs(struct json_writer *json, const struct sc_plan *plan)
{
    json_key(json, "needs");
    json_object(json);
    for (size_t i = 0; i < plan->item_count; i++) {
        if (plan->items[i].status != ITEM_NEEDS_ANSWER)
            continue;
        json_key(json, plan->items[i].item->id);
        questions(json, plan, plan->items[i].needs);
    }
    json_object_end(json);
}

static void write_schedules(struct json_writer *json, const struct sc_plan *plan)
{
    json_key(json, "schedule");
    json_object(json);
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        if (!item->schedule.there)
            continue;
        json_key(json, item->item->id);
        json_array(json);
        for (size_t k = 0; k < item->schedule.count; k++)
            json_whole(json, item->schedule.weekly[k]);
        json_array_end(json);
    }
    json_object_end(json);
}

void data_write_brief(const struct sc_plan *plan, struct buffer *out)
{
    struct json_writer json = json_writer_to(out);
    json_object(&json);
    if (plan->sheet_id != NULL) {
        json_key(&json, "id");
        json_text(&json, plan->sheet_id);
    }
    json_key(&json, "status");
    json_text(&json, plan_status_names[plan->status]);
    json_key(&json, "alerts");
    json_array(&json);
    for (size_t i = 0; i < plan->alert_count; i++)
        json_text(&json, plan->alerts[i].alert->id);
    json_array_end(&json);
    write_steps(&json, plan);
    items_that_are(&json, plan, "offered", ITEM_OFFERED);
    write_withheld(&json, plan);
    items_that_are(&json, plan, "not_needed", ITEM_NOT_NEEDED);
    items_that_are(&json, plan, "spent", ITEM_SPENT);
    items_that_are(&json, plan, "later", ITEM_LATER);
    write_needs(&json, plan);
    json_key(&json, "missing");
    questions(&json, plan, plan->missing);
    write_schedules(&json, plan);
    json_object_end(&json);
    buffer_char(out, '\n');
}
