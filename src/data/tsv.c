/* One row an item, for spreadsheets and cut (stepcare(1), format tsv). */
#include "data/data.h"

#include <string.h>

/* A cell holds no tab and no end of line. */
static void cell(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++)
        buffer_char(out, strchr("\t\n\r", *text) != NULL ? ' ' : *text);
}

static void row(struct buffer *out, const char *const cells[8])
{
    for (size_t i = 0; i < 8; i++) {
        if (i > 0)
            buffer_char(out, '\t');
        cell(out, cells[i] != NULL ? cells[i] : "");
    }
    buffer_char(out, '\n');
}

void data_write_tsv(const struct sc_plan *plan, struct buffer *out)
{
    static const char *const header[8] = {"phase",  "step",      "item",    "kind",
                                          "status", "from week", "to week", "title"};
    row(out, header);
    for (size_t i = 0; plan->status == SC_WITHHELD && i < plan->alert_count; i++) {
        const struct plan_alert *alert = &plan->alerts[i];
        const char *const cells[8] = {[2] = alert->alert->id,
                                      [3] = "alert",
                                      [4] = level_names[alert->alert->level],
                                      [7] = alert->alert->sign != NULL ? alert->alert->sign : alert->text};
        row(out, cells);
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = plan->items[i].item;
        bool stands_on_ladder = item->ladder != SIZE_MAX;
        const char *const cells[8] = {
            plan->pack->phases[item->phase].id,
            stands_on_ladder ? plan->pack->ladders[item->ladder].steps[item->step].id : NULL,
            item->id,
            kind_names[item->kind],
            item_status_names[plan->items[i].status],
            arena_print(out->arena, "%d", item->weeks.from),
            item->weeks.to == 0 ? NULL : arena_print(out->arena, "%d", item->weeks.to),
            item->title,
        };
        row(out, cells);
    }
}
