/* The engine: a pack and a sheet become a plan (design section 5). Pure: same in, same out. */
#ifndef ENGINE_ENGINE_H
#define ENGINE_ENGINE_H

#include "answers/sheet.h"
#include "plan/plan.h"

/* The plan lives in `arena`. `start` may be unset. Never fails: what could err was refused when the pack
 * loaded. */
struct sc_plan *engine_plan(struct arena *arena, const struct sc_pack *pack, const struct value *answers,
                            const char *sheet_id, struct date today, struct date start);

/* Does an alert of this level withhold the plan? */
bool alert_withholds(const struct alert *alert);
/* The bits of a warning's `beside` that the item brings where it is offered: its kind, and the journal. */
unsigned item_kinds(const struct item *item);
/* Those of everything that the plan offers. */
unsigned kinds_offered(const struct sc_plan *plan);
/* What the rules of the pack are evaluated against: the plan's answers and facts. */
struct readings engine_readings(const struct sc_plan *plan);
/* A text as this plan has it: the variant taken, its names filled in; NULL: there is none. */
const char *engine_text(struct arena *arena, const struct sc_plan *plan, const struct text *text);

/* What the rules of one item come to. */
struct findings {
    enum truth avoid, gate, offer, spent; /* avoid: the `or` of all; gate: of its ladder, true without one */
    bool above;                           /* it stands on a step above the person's own */
};
/* Of the item of this number; in any plan, also one that is not printed and decides nothing of its items. */
struct findings engine_findings(const struct sc_plan *plan, size_t number);
/* What the item's own rules come to, were its gate so; whatever its step is. */
struct findings engine_own_findings(const struct sc_plan *plan, size_t item, enum truth gate);
/* Is something left on a step, were the gate of its ladder so? */
bool engine_step_is_kept(const struct sc_plan *plan, const struct step *step, enum truth gate);
/* The lowest step on which something is left, of the ladder of this number, were its gate so; SIZE_MAX: none.
 */
size_t engine_lowest_step(const struct sc_plan *plan, size_t number, enum truth gate);
/* The status that such findings give in a printed plan. */
enum item_status engine_status(struct findings findings);
/* Is a written rule of this value among those that decided the status? `gate`: of the item's ladder. */
bool engine_rule_decides(enum item_status status, enum because_rule rule, enum truth value, enum truth gate);

/* The number of the variant that is taken; the count where there is none. */
size_t engine_variant(const struct text *text, const struct readings *readings);
size_t engine_schedule(const struct schedules *schedules, const struct readings *readings);

/* Does the invariant hold for this plan's answers? (design section 4, end: unknown breaks both.) */
bool engine_holds(const struct sc_plan *plan, const struct invariant *invariant);

#endif
