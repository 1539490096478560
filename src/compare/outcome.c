/* What a plan decides, in one line: its status, its alerts, the place on each ladder, each item's status. */
#include "compare/single.h"

#include <stdio.h>
#include <string.h>

enum { STEP_DIGITS = 16, LADDER_BYTES = 1 + STEP_DIGITS };

size_t outcome_length(const struct sc_pack *pack)
{
    return 1 + pack->alert_count + pack->ladder_count * LADDER_BYTES + pack->item_count + 1;
}

void outcome_write(const struct sc_plan *plan, char *text)
{
    const struct sc_pack *pack = plan->pack;
    *text++ = (char)('0' + plan->status);
    memset(text, '-', pack->alert_count);
    for (size_t i = 0; i < plan->alert_count; i++)
        text[plan->alerts[i].alert - pack->alerts] = '+';
    text += pack->alert_count;
    for (size_t i = 0; i < plan->ladder_count; i++) {
        size_t step = plan->ladders[i].step;
        *text++ = (char)('0' + plan->ladders[i].state);
        snprintf(text, STEP_DIGITS + 1, "%16zx", step);
        text += STEP_DIGITS;
    }
    for (size_t i = 0; i < plan->item_count; i++)
        *text++ = (char)('0' + plan->items[i].status);
    *text = '\0';
}
