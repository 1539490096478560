/* A calendar of a plan: the days of exercise, reminders of practices, the start of each phase, the reviews.
 * It reads the plan, never the document, and is written by libical, in a program of its own (stepcare-ics).
 *
 * No medicine and no dose stands in it (medicines.h). Its titles say nothing that a colleague should not
 * read, unless open ones are asked for. A plan that is not printed has an empty calendar. */
#ifndef CALENDAR_CALENDAR_H
#define CALENDAR_CALENDAR_H

#include "plan/plan.h"

enum event_kind { EVENT_PHASE, EVENT_EXERCISE, EVENT_PRACTICE, EVENT_REVIEW, EVENT_KIND_COUNT };
enum titles { TITLES_DISCREET, TITLES_OPEN };

enum { UID_TEXT = 37 }; /* a UUID and a NUL */

struct event {
    enum event_kind kind;
    char uid[UID_TEXT];
    const char *title, *description;
    struct date first;
    unsigned weekdays; /* bit k: it comes once on that day, 0 Monday .. 6 Sunday, within a week of `first` */
};

struct calendar {
    struct date made;
    const struct event *events; /* by week */
    size_t count;
};

/* Of a plan with a start. Lives in the arena. */
struct calendar calendar_of(struct arena *arena, const struct sc_plan *plan, enum titles titles);
/* The calendar as RFC 5545 has it. The caller frees it with free(); NULL: no memory. */
char *calendar_write(const struct calendar *calendar, size_t *length);

#endif
