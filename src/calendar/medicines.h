/* What may not stand in a calendar: a medicine of the pack by its title, and a dose. */
#ifndef CALENDAR_MEDICINES_H
#define CALENDAR_MEDICINES_H

#include "pack/pack.h"

struct medicines {
    struct arena *arena;
    const struct sc_pack *pack;
    const char *const *names; /* words with a blank behind each, sorted; none is the beginning of another */
    size_t count;
    char *folded, *breaks, *words; /* room for one text */
};

struct medicines medicines_of(struct arena *arena, const struct sc_pack *pack);
/* false: the text names a medicine or a dose, or is longer than LIMIT_CALENDAR_TEXT. */
bool medicines_allow(const struct medicines *medicines, const char *text);

#endif
