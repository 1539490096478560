/* Alerts come first: they decide whether there is a plan at all. */
#include "engine/deciding.h"
#include "engine/truths.h"

static enum sc_plan_status status_of(enum truth flags)
{
#define ROW(status, condition)                                                                               \
    if (condition)                                                                                           \
        return SC_##status;
    PLAN_STATUSES(ROW)
#undef ROW
}

static void print_alert(struct deciding *deciding, size_t number, struct plan_alert *list)
{
    const struct alert *alert = &deciding->pack->alerts[number];
    list[deciding->plan->alert_count++] = (struct plan_alert){
        .alert = alert,
        .text = say(deciding, &alert->say, &deciding->refine, NULL),
        .why = say(deciding, &alert->why, &deciding->refine, NULL),
        .because = because_of(deciding, BECAUSE_ALERT, alert->when),
    };
}

void decide_alerts(struct deciding *deciding)
{
    const struct sc_pack *pack = deciding->pack;
    struct sc_plan *plan = deciding->plan;
    enum truth *truths = arena_array(deciding->arena, pack->alert_count, sizeof *truths);
    struct plan_alert *list = arena_array(deciding->arena, pack->alert_count, sizeof *list);
    enum level most_pressing = LEVEL_NOTE;
    enum truth flags = TRUTH_FALSE;
    for (size_t i = 0; i < pack->alert_count; i++) {
        const struct alert *alert = &pack->alerts[i];
        truths[i] = truth_of(deciding, alert->when);
        if (truths[i] == TRUTH_TRUE && alert->level < most_pressing)
            most_pressing = alert->level;
        if (alert_withholds(alert))
            flags = truth_or(flags, truths[i]);
    }
    plan->alerts = list;
    plan->status = status_of(flags);
    /* A note's open question waits until the plan prints; a withholding one only if it is more pressing. */
    for (size_t i = 0; i < pack->alert_count; i++) {
        const struct alert *alert = &pack->alerts[i];
        bool asked = plan->status == SC_READY || alert->level < most_pressing;
        if (plan->status == SC_UNSCREENED)
            asked = alert_withholds(alert);
        if (truths[i] == TRUTH_UNKNOWN && asked)
            depend(deciding, alert->when, &deciding->missing);
    }
    if (plan->status == SC_UNSCREENED)
        return;
    for (unsigned level = LEVEL_EMERGENCY; level < LEVEL_COUNT; level++)
        for (size_t i = 0; i < pack->alert_count; i++)
            if (truths[i] == TRUTH_TRUE && pack->alerts[i].level == level &&
                alert_withholds(&pack->alerts[i]) == (plan->status == SC_WITHHELD))
                print_alert(deciding, i, list);
}
