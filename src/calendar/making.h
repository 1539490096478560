/* A calendar while it is made: what the files of this room share. */
#ifndef CALENDAR_MAKING_H
#define CALENDAR_MAKING_H

#include "calendar/calendar.h"
#include "calendar/medicines.h"
#include "support/buffer.h"
#include "support/digest.h"

/* What an entry says of an item, in this order. */
enum line { LINE_SAY, LINE_SMALLEST, LINE_BAD_DAY, LINE_STOP, LINE_COUNT };

/* An offered exercise or practice whose title may stand in a calendar. */
struct task {
    const struct plan_item *item;
    const char *lines[LINE_COUNT]; /* NULL: there is none, or it may not stand here */
};

struct tasks {
    const struct task *const *list;
    size_t count;
};

struct making {
    struct arena *arena;
    const struct sc_plan *plan;
    enum titles titles;
    struct medicines medicines;
    struct digest *digest;
    const struct task *tasks;
    size_t task_count;
    const bool *asks;  /* by question: its words may stand here */
    const char *signs; /* when to stop and get help: lines, or where they stand; NULL: the pack has none */
    struct event *events;
    size_t count, capacity;
};

/* ---- calendar.c ---- */
/* Its uid is made of what it is, not of what was answered, so that a renewed plan has it again; `rank` tells
 * apart several of one kind in one week. */
struct event *add_event(struct making *making, enum event_kind kind, int week, size_t rank);
const char *phrase_of_week(const struct making *making, enum phrase phrase, int week);

/* ---- days.c: what is done on the days of a week ---- */
void find_tasks(struct making *making);
void add_days(struct making *making, int week);
/* Those that pass. */
typedef bool task_test(const struct task *task, const void *context);
struct tasks tasks_that(const struct making *making, task_test *passes, const void *context);
/* "Walking: 10 minutes, Cat and cow"; with week 0 the titles alone. Those that fit into `room` bytes, and
 * dots; NULL: not even the first. */
const char *task_names(const struct making *making, struct tasks tasks, int week, size_t room);

/* ---- description.c: the text of an entry ---- */
struct description {
    const struct making *making;
    struct buffer out;
    size_t room; /* bytes that it may have in all */
    bool more;   /* what did not fit, or may not stand here, stands in the plan */
};
struct description description_of(const struct making *making);
/* A line: a label or NULL, and a text that may stand here; NULL: no line. */
void describe(struct description *description, const char *label, const char *text);
/* The same, if it may. */
void describe_if_allowed(struct description *description, const char *label, const char *text);
void describe_lines(struct description *description, const char *lines); /* made by described() */
void describe_gap(struct description *description);
/* The whole of it. The last line says where there is more. */
const char *described(struct description *description);

/* Without ends of line, and with what a screen would obey made visible. */
const char *one_line(struct arena *arena, const char *text);

#endif
