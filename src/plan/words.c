/* What a page and a calendar say in the same words. */
#include "plan/plan.h"

#include "support/buffer.h"

static const enum phrase sign_headings[LEVEL_COUNT] = {
    [LEVEL_EMERGENCY] = PHRASE_emergency_if, [LEVEL_URGENT] = PHRASE_urgent_if,
    [LEVEL_CLINICIAN] = PHRASE_clinician_if, [LEVEL_OUT_OF_SCOPE] = PHRASE_clinician_if,
    [LEVEL_NOTE] = PHRASE_note_if,
};

enum phrase plan_signs_heading(enum level level)
{
    return sign_headings[level];
}

const char *plan_signs(struct arena *arena, const struct sc_plan *plan, enum level level)
{
    const struct sc_pack *pack = plan->pack;
    struct buffer signs = buffer_in(arena);
    for (size_t i = 0; i < pack->alert_count; i++)
        if (pack->alerts[i].level == level && pack->alerts[i].sign != NULL)
            buffer_print(&signs, "%s%s", signs.length > 0 ? "; " : "", pack->alerts[i].sign);
    if (signs.length == 0)
        return NULL;
    buffer_char(&signs, '.');
    if (plan->call[level] != NULL)
        buffer_print(&signs, " %s", plan->call[level]);
    return buffer_string(&signs);
}

const char *plan_date(struct arena *arena, const struct sc_pack *pack, struct date date)
{
    return arena_print(arena, "%d %s %d", date.day,
                       pack_phrase(pack, (enum phrase)(PHRASE_january + date.month - 1)), date.year);
}

bool plan_item_is_in_week(const struct plan_item *item, int week)
{
    const struct weeks weeks = item->item->weeks;
    return weeks.from <= week && (weeks.to == 0 || week <= weeks.to);
}

const char *plan_task(struct arena *arena, const struct plan_item *item, int week)
{
    const struct plan_schedule *schedule = &item->schedule;
    if (!schedule->there)
        return item->item->title;
    size_t number = (size_t)(week - item->item->weeks.from);
    return arena_print(arena, "%s: %lld %s", item->item->title,
                       (long long)schedule->weekly[number < schedule->count ? number : schedule->count - 1],
                       schedule->unit);
}
