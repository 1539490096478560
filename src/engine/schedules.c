/* Schedules: which variant, and one whole number a week. */
#include "engine/deciding.h"
#include "engine/truths.h"
#include "support/limits.h"

static bool numbers_known(const struct schedule *schedule, const struct readings *readings)
{
    const struct expr *numbers[] = {schedule->start, schedule->add, schedule->until, schedule->days};
    for (size_t i = 0; i < 4; i++)
        if (numbers[i] != NULL && !expr_value(numbers[i], readings).known)
            return false;
    return true;
}

static bool fits(const struct schedule *schedule, const struct readings *readings)
{
    enum truth when = schedule->when != NULL ? expr_is(schedule->when, readings) : TRUTH_TRUE;
    bool numbers = numbers_known(schedule, readings);
    return SCHEDULE_FITS;
}

/* The last variant depends on no answer, so there is always one. */
size_t engine_schedule(const struct schedules *schedules, const struct readings *readings)
{
    size_t taken = 0;
    while (taken + 1 < schedules->count && !fits(&schedules->list[taken], readings))
        taken++;
    return taken;
}

/* What one that was passed over depends on: its `when`, or its numbers where that is true. */
static void depend_on_passed(struct deciding *deciding, const struct schedule *schedule)
{
    const struct expr *numbers[] = {schedule->start, schedule->add, schedule->until, schedule->days};
    depend(deciding, schedule->when, &deciding->refine);
    for (size_t i = 0; i < 4 && truth_of(deciding, schedule->when) == TRUTH_TRUE; i++)
        if (numbers[i] != NULL)
            depend(deciding, numbers[i], &deciding->refine);
}

static const struct schedule *variant_of(struct deciding *deciding, const struct schedules *schedules)
{
    size_t taken = engine_schedule(schedules, &deciding->readings);
    for (size_t i = 0; i < taken; i++)
        depend_on_passed(deciding, &schedules->list[i]);
    return &schedules->list[taken];
}

static struct rational number_of(const struct deciding *deciding, const struct expr *expr)
{
    return expr_value(expr, &deciding->readings).number;
}

/* Week k holds start + k * add, held to `until`; true: it is `until`. */
static bool week_value(struct rational start, struct rational add, struct rational until, int week,
                       int64_t *whole)
{
    struct rational value = until;
    wide_integer numerator = (wide_integer)start.numerator * add.denominator +
                             (wide_integer)add.numerator * start.denominator * week;
    wide_integer denominator = (wide_integer)start.denominator * add.denominator;
    bool made = rational_make(numerator, denominator, &value);
    bool rises = add.numerator > 0;
    bool there = !made || (rises ? rational_compare(value, until) >= 0 : rational_compare(value, until) <= 0);
    *whole = rational_floor(there ? until : value);
    return there;
}

struct plan_schedule decide_schedule(struct deciding *deciding, const struct item *item,
                                     struct heard_list *heard)
{
    if (item->schedule.count == 0)
        return (struct plan_schedule){.there = false};
    const struct schedule *schedule = variant_of(deciding, &item->schedule);
    struct plan_schedule plan = {.there = true, .unit = schedule->unit};
    hear(deciding, schedule->when, heard);
    hear(deciding, schedule->start, heard);
    if (schedule->days != NULL)
        plan.days = rational_floor(number_of(deciding, schedule->days));
    struct rational start = number_of(deciding, schedule->start);
    struct rational add = schedule->add != NULL ? number_of(deciding, schedule->add) : rational_whole(0);
    int last = item->weeks.to == 0 ? LIMIT_WEEK : item->weeks.to;
    int64_t *weekly =
        arena_array(deciding->arena, (size_t)last - (size_t)item->weeks.from + 1, sizeof *weekly);
    plan.weekly = weekly;
    if (add.numerator == 0) {
        weekly[plan.count++] = rational_floor(start);
        return plan;
    }
    struct rational until = number_of(deciding, schedule->until);
    bool there = false;
    for (int week = item->weeks.from; week <= last && !there; week++)
        there = week_value(start, add, until, week - item->weeks.from, &weekly[plan.count++]);
    return plan;
}
