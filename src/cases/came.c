/* What the plan says of each key of `expect`. */
#include "cases/cases.h"

#define UNUSED_NODE (void)node

const char *came_instead(struct comparing *comparing, size_t item)
{
    const struct sc_plan *plan = comparing->plan;
    if (plan_is_printed(plan))
        return arena_print(comparing->arena, "it is %s", item_status_names[plan->items[item].status]);
    return arena_print(comparing->arena, "the plan is %s", plan_status_names[plan->status]);
}

static const char *joined(struct comparing *comparing, const char *name, const char *part)
{
    return arena_print(comparing->arena, "%s: %s", name, part);
}

void came_status(struct comparing *comparing, node_id node, struct entries *entries)
{
    UNUSED_NODE;
    add_entry(comparing, entries, (struct entry){"", plan_status_names[comparing->plan->status], NULL});
}

void came_alerts(struct comparing *comparing, node_id node, struct entries *entries)
{
    bool levels = tree_node(comparing->tree, node)->kind == NODE_MAPPING;
    for (size_t i = 0; i < comparing->plan->alert_count; i++) {
        const struct alert *alert = comparing->plan->alerts[i].alert;
        add_entry(comparing, entries,
                  (struct entry){alert->id, levels ? level_names[alert->level] : NULL, NULL});
    }
}

void came_offered(struct comparing *comparing, node_id node, struct entries *entries)
{
    UNUSED_NODE;
    for (size_t i = 0; i < comparing->plan->item_count; i++)
        if (comparing->plan->items[i].status == ITEM_OFFERED)
            add_entry(comparing, entries, (struct entry){comparing->plan->items[i].item->id, NULL, NULL});
}

void came_missing(struct comparing *comparing, node_id node, struct entries *entries)
{
    UNUSED_NODE;
    const struct numbers missing = comparing->plan->missing;
    for (size_t i = 0; i < missing.count; i++)
        add_entry(comparing, entries,
                  (struct entry){comparing->pack->questions[missing.list[i]].id, NULL, NULL});
}

void came_withheld(struct comparing *comparing, node_id node, struct entries *entries)
{
    UNUSED_NODE;
    for (size_t i = 0; i < comparing->plan->item_count; i++) {
        const struct plan_item *item = &comparing->plan->items[i];
        for (size_t k = 0; item->status == ITEM_WITHHELD && k < item->reason_count; k++) {
            const struct plan_reason *reason = &item->reasons[k];
            const char *name = reason->rule->id != NULL
                                   ? reason->rule->id
                                   : arena_print(comparing->arena, "%zu", reason->number);
            add_entry(comparing, entries,
                      (struct entry){joined(comparing, item->item->id, name), NULL, NULL});
        }
    }
}

void came_needs(struct comparing *comparing, node_id node, struct entries *entries)
{
    UNUSED_NODE;
    for (size_t i = 0; i < comparing->plan->item_count; i++) {
        const struct plan_item *item = &comparing->plan->items[i];
        for (size_t k = 0; item->status == ITEM_NEEDS_ANSWER && k < item->needs.count; k++) {
            const char *name = comparing->pack->questions[item->needs.list[k]].id;
            add_entry(comparing, entries,
                      (struct entry){joined(comparing, item->item->id, name), NULL, NULL});
        }
    }
}

void came_schedule(struct comparing *comparing, node_id node, struct entries *entries)
{
    UNUSED_NODE;
    for (size_t i = 0; i < comparing->plan->item_count; i++) {
        const struct plan_item *item = &comparing->plan->items[i];
        struct buffer numbers = buffer_in(comparing->arena);
        for (size_t k = 0; k < item->schedule.count; k++)
            buffer_print(&numbers, "%s%lld", k > 0 ? ", " : "", (long long)item->schedule.weekly[k]);
        if (item->schedule.there)
            add_entry(comparing, entries, (struct entry){item->item->id, buffer_string(&numbers), NULL});
    }
}

static const char *step_name(const struct plan_ladder *ladder)
{
    return ladder->step == SIZE_MAX ? "null" : ladder->ladder->steps[ladder->step].id;
}

void came_step(struct comparing *comparing, node_id node, struct entries *entries)
{
    UNUSED_NODE;
    for (size_t i = 0; i < comparing->plan->ladder_count; i++) {
        const struct plan_ladder *ladder = &comparing->plan->ladders[i];
        add_entry(comparing, entries, (struct entry){ladder->ladder->id, step_name(ladder), NULL});
    }
}

void came_ladder(struct comparing *comparing, node_id node, struct entries *entries)
{
    UNUSED_NODE;
    for (size_t i = 0; i < comparing->plan->ladder_count; i++) {
        const struct plan_ladder *ladder = &comparing->plan->ladders[i];
        add_entry(comparing, entries,
                  (struct entry){ladder->ladder->id, ladder_state_names[ladder->state], NULL});
    }
}
