/* Which question next, and the prompt. */
#ifndef INTERVIEW_INTERVIEW_H
#define INTERVIEW_INTERVIEW_H

#include "answers/sheet.h"
#include "plan/plan.h"

struct sc_interview {
    struct arena *arena; /* owns all of it, this structure too, but the sheet */
    const struct sc_pack *pack;
    struct sc_sheet *sheet;
    enum sc_interview_goal goal;
    struct questions for_help; /* what the texts of withheld pages read: the right number to call */
    struct questions asked;
    size_t *history, history_count;
    size_t current; /* SIZE_MAX: none is asked now */
    const char *why;
};

/* Every question that the answers so far leave open for some rule: those that may still be asked, at the
 * most. */
struct questions interview_open(struct arena *arena, const struct sc_pack *pack, const struct value *answers);

/* What can be typed at the prompt of a question: "a whole number from 0 to 120". */
const char *interview_expected(struct arena *arena, const struct sc_pack *pack,
                               const struct question *question);

#endif
