/* A plan: every decision for one answer sheet with its reasons, as typed data. Made by the engine, read by
 * the document and the data formats. Texts are resolved (variants chosen, names filled in); all of it lives
 * in one arena. */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "pack/pack.h"
#include "support/text.h"

enum item_status {
    ITEM_WITHHELD,
    ITEM_NOT_NEEDED,
    ITEM_SPENT,
    ITEM_LATER,
    ITEM_NEEDS_ANSWER,
    ITEM_OFFERED,
    ITEM_STATUS_COUNT
};
enum ladder_state {
    LADDER_NOT_NEEDED,
    LADDER_NEEDS_ANSWER,
    LADDER_ON_STEP,
    LADDER_EXHAUSTED,
    LADDER_STATE_COUNT
};
enum because_rule {
    BECAUSE_AVOID,
    BECAUSE_GATE,
    BECAUSE_OFFER,
    BECAUSE_SPENT,
    BECAUSE_LADDER,
    BECAUSE_ALERT
};

extern const char *const item_status_names[ITEM_STATUS_COUNT]; /* as JSON has them: "not-needed" */
extern const char *const ladder_state_names[LADDER_STATE_COUNT];
extern const char *const plan_status_names[4]; /* by sc_plan_status */
extern const char *const because_rule_names[6];

/* A rule that decided a status. */
struct because {
    enum because_rule rule;
    enum truth value;
    const char *when;     /* as written, or NULL (rule ladder) */
    struct place place;   /* where it is written; line 0 for rule ladder */
    struct numbers reads; /* questions, through facts too */
};
struct becauses {
    const struct because *list;
    size_t count;
};

/* What keeps the entries of a list apart where it is printed: ", ", or "; " where one holds a comma. */
const char *words_separator(struct words words);

/* An answer that made a printed line what it is: "because you said ...". */
struct heard {
    size_t question;
    size_t option; /* of a choice or of choices; SIZE_MAX: the answer as a whole */
};
struct heards {
    const struct heard *list;
    size_t count;
};

struct plan_reason { /* a true avoid */
    const struct rule *rule;
    size_t number; /* of the avoid in its list, from 1 */
    const char *text;
};

struct plan_schedule {
    bool there;
    const char *unit;
    int64_t days;          /* a week; 0: not said */
    const int64_t *weekly; /* from the item's first week on; the last one stays */
    size_t count;
};

struct plan_item {
    const struct item *item;
    enum item_status status;
    struct becauses because;
    const struct plan_reason *reasons;
    size_t reason_count;
    struct numbers needs;    /* questions */
    struct numbers evidence; /* claims: its own, then those of printed cautions and notes, each once */
    /* Only where it is offered, else NULL or empty: */
    const char *say, *why, *smallest, *good, *bad_day, *stop, *ask, *doubt;
    struct words how, notes, cautions;
    const bool *cautions_open; /* by caution: whether it is so for this person is not known */
    struct plan_schedule schedule;
    struct heards heard; /* of a written offer, the schedule taken, printed notes and variants taken */
};

struct plan_ladder {
    const struct ladder *ladder;
    enum ladder_state state;
    size_t step;            /* number of the step, or SIZE_MAX */
    size_t lowest;          /* the same, whatever the gate is: the lowest step that is kept, or SIZE_MAX */
    const char *text;       /* otherwise, exhausted, or the step's say; or NULL */
    struct because because; /* its gate; `when` is NULL where none is written */
};

struct plan_phase {
    const struct phase *phase;
    const char *goal, *say, *next, *each_week; /* all but the goal: or NULL */
};

struct plan_alert {
    const struct alert *alert;
    const char *text, *why; /* why: or NULL */
    struct because because;
};

struct plan_review {
    const struct review *review;
    const char *text;
};

struct plan_warning {
    const struct warning *warning;
    const char *text;
};

struct sc_plan {
    struct arena *arena; /* owns all of it, this structure too */
    const struct sc_pack *pack;
    enum sc_plan_status status;
    struct date made, start; /* start may be unset */
    bool expired;
    const char *sheet_id;                 /* or NULL */
    const struct value *answers;          /* by question */
    const struct value *facts;            /* by fact; also in a plan that is not printed */
    const struct questions *fact_depends; /* by fact: what an unknown one depends on */
    const struct plan_alert
        *alerts; /* withheld: the true withholding ones, most pressing first; printed: notes */
    size_t alert_count;
    struct numbers missing, refine; /* questions, in pack order */
    const char *notice;             /* or NULL */
    const char *call[LEVEL_COUNT];  /* or NULL each */
    /* The rest is there in a printed plan alone (counts are 0 else). */
    const struct plan_phase *phases;
    size_t phase_count;
    const struct plan_ladder *ladders;
    size_t ladder_count;
    const struct plan_item *items; /* by number of item */
    size_t item_count;
    const struct plan_review *reviews;
    size_t review_count;
    const struct plan_warning *warnings;
    size_t warning_count;
    struct numbers evidence; /* claims cited by anything printed, in pack order */
};

bool plan_is_printed(const struct sc_plan *plan);
/* The value of an answer or of a fact as a text prints it: labels as a list, words for yes and no,
 * numbers as in JSON; a blank to fill in by hand where it is unknown. */
const char *plan_answer_words(struct arena *arena, const struct sc_pack *pack,
                              const struct question *question, struct value value);
const char *plan_fact_words(struct arena *arena, const struct sc_pack *pack, const struct expr *rule,
                            struct value value);
const char *plan_blank(void);
/* Where a rule stands in its pack: "phases/2-medication.yaml:59". */
const char *plan_place_words(struct arena *arena, const struct sc_pack *pack, struct place place);

/* ---- words.c: what a page and a calendar say in the same words ---- */
/* The signs of a level, and whom to call: "you get a fever; you find a lump. Call your doctor today."; NULL:
 * it has none. And what stands before them: "Today, if". */
const char *plan_signs(struct arena *arena, const struct sc_plan *plan, enum level level);
enum phrase plan_signs_heading(enum level level);
const char *plan_date(struct arena *arena, const struct sc_pack *pack,
                      struct date date); /* 23 November 2026 */
bool plan_item_is_in_week(const struct plan_item *item, int week);
/* "Walking: 20 minutes": an item in one of its weeks; its title alone where it has no schedule. */
const char *plan_task(struct arena *arena, const struct plan_item *item, int week);

#endif
