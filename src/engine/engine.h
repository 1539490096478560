/* The engine: a pack and a sheet become a plan (design section 5). Pure: same in, same out. */
#ifndef ENGINE_ENGINE_H
#define ENGINE_ENGINE_H

#include "answers/sheet.h"
#include "plan/plan.h"

/* The plan lives in `arena`. `start` may be unset. Never fails: what could err was refused when the pack
 * loaded. */
struct sc_plan *engine_plan(struct arena *arena, const struct sc_pack *pack, const struct value *answers,
                            const char *sheet_id, struct date today, struct date start);

/* Does the invariant hold for this plan's answers? (design section 4, end: unknown breaks both.) */
bool engine_holds(const struct sc_plan *plan, const struct invariant *invariant);

#endif
