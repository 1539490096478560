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
/* The number of the variant that is taken; the count where there is none. */
size_t engine_variant(const struct text *text, const struct readings *readings);
size_t engine_schedule(const struct schedules *schedules, const struct readings *readings);

/* Does the invariant hold for this plan's answers? (design section 4, end: unknown breaks both.) */
bool engine_holds(const struct sc_plan *plan, const struct invariant *invariant);

#endif
