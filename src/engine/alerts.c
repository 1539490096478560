/* Alerts come first: they decide whether there is a plan at all. */
#include "engine/deciding.h"

static bool withholds(const struct alert *alert)
{
    return alert->level != LEVEL_NOTE;
}

static void print_alert(struct deciding *deciding, size_t number, struct plan_alert *list)
{
    const struct alert *alert = &deciding->pack->alerts[number];
    list[deciding->plan->alert_count++] = (struct plan_alert){
        .alert = alert,
        .text = say(deciding, &alert->say, &deciding->refine, NULL),
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
    bool open = false;
    for (size_t i = 0; i < pack->alert_count; i++) {
        const struct alert *alert = &pack->alerts[i];
        truths[i] = truth_of(deciding, alert->when);
        if (truths[i] == TRUTH_TRUE && alert->level < most_pressing)
            most_pressing = alert->level;
        open = open || (truths[i] == TRUTH_UNKNOWN && withholds(alert));
    }
    plan->alerts = list;
    plan->status = most_pressing < LEVEL_NOTE ? SC_WITHHELD : open ? SC_UNSCREENED : SC_READY;
    /* A note's open question waits until the plan prints; a withholding one only if it is more pressing. */
    for (size_t i = 0; i < pack->alert_count; i++) {
        const struct alert *alert = &pack->alerts[i];
        bool asked = plan->status == SC_READY || alert->level < most_pressing;
        if (plan->status == SC_UNSCREENED)
            asked = withholds(alert);
        if (truths[i] == TRUTH_UNKNOWN && asked)
            depend(deciding, alert->when, &deciding->missing);
    }
    if (plan->status == SC_UNSCREENED)
        return;
    for (unsigned level = LEVEL_EMERGENCY; level < LEVEL_COUNT; level++)
        for (size_t i = 0; i < pack->alert_count; i++)
            if (truths[i] == TRUTH_TRUE && pack->alerts[i].level == level &&
                withholds(&pack->alerts[i]) == (plan->status == SC_WITHHELD))
                print_alert(deciding, i, list);
}
