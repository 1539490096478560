/* Why one thing of a plan came out as it did: found by its ID, explained as typed data, laid out as a page or
 * written as JSON. */
#ifndef WHY_WHY_H
#define WHY_WHY_H

#include "document/document.h"
#include "engine/engine.h"
#include "support/buffer.h"

/* ---- What an ID names (why.c) ---- */

enum subject_kind {
    SUBJECT_ITEM,
    SUBJECT_ALERT,
    SUBJECT_LADDER,
    SUBJECT_STEP,
    SUBJECT_FACT,
    SUBJECT_QUESTION,
    SUBJECT_KIND_COUNT
};
extern const char *const subject_kind_names[SUBJECT_KIND_COUNT]; /* "item" */

struct subject {
    enum subject_kind kind;
    size_t number; /* of the item, alert, ladder, fact or question; of a step's ladder */
    size_t step;
};

/* One ID may name a thing of each kind, and a step of each ladder. */
struct subjects {
    struct subject *list;
    size_t count, capacity;
};

struct explaining {
    struct arena *arena;
    const struct sc_plan *plan;
    struct readings readings;
    const char *id;
    struct subjects subjects;
};

/* ---- Rules at work (rules.c) ---- */

/* What a rule is there for. */
enum role {
    ROLE_AVOID,
    ROLE_GATE,
    ROLE_OFFER,
    ROLE_SPENT,
    ROLE_ALERT,
    ROLE_CAUTION,
    ROLE_NOTE,
    ROLE_WARNING,
    ROLE_SCHEDULE, /* the `when` or a number of one of its variants */
    ROLE_TEXT,     /* the `when` of a variant, or a {name} */
    ROLE_FACT,
    ROLE_COUNT
};
extern const char *const role_names[ROLE_COUNT]; /* "avoid" */

struct rule_at_work {
    enum role role;
    const char *id;          /* of an avoid, a caution, a note, an alert; of a text its key; else NULL */
    size_t position;         /* in its list, from 1; 0: it stands in none */
    const struct text *say;  /* what it says; NULL: nothing */
    const struct expr *when; /* NULL: a {name} in a text */
    struct value value;
    bool decided;         /* it made the status what it is */
    struct numbers reads; /* questions, through facts too */
    struct numbers needs; /* questions that its unknown value depends on */
    struct numbers facts; /* that it reads itself */
    struct numbers evidence;
};
struct rules_at_work {
    struct rule_at_work *list;
    size_t count, capacity;
};

bool is_among(struct numbers numbers, size_t number);
enum truth rule_truth(const struct rule_at_work *rule); /* of a yes-no rule */
struct rule_at_work rule_at_work(const struct explaining *explaining, enum role role, const char *id,
                                 const struct expr *when);
void rules_put(const struct explaining *explaining, struct rules_at_work *rules, struct rule_at_work rule);
struct rule_at_work alert_rule(const struct explaining *explaining, size_t number);
/* Is a rule of an item, with this value, among those that make its status? Of avoid, gate, offer and spent.
 */
bool role_decides(enum role role, enum item_status status, enum truth value, struct findings findings);
/* What keeps a plan from being printed: the true alerts that withhold it, or those that are not known. */
struct rules_at_work screen_rules(const struct explaining *explaining);

/* An item with everything that it hangs on. */
struct item_explained {
    const struct item *item;
    const struct plan_item *decided; /* NULL: the plan is not printed */
    struct findings findings;
    enum item_status status;     /* of its own rules alone, where the plan is not printed */
    struct rules_at_work rules;  /* the avoids, then gate, offer and spent where they are written */
    struct rules_at_work beside; /* its cautions, notes and variants of its schedule; in a printed plan */
};
struct item_explained explain_item(const struct explaining *explaining, size_t number);

/* Its own rules alone, under a gate that is true, whatever its step is: not what the plan decided. */
struct item_explained explain_own_rules(const struct explaining *explaining, size_t number);

enum step_state { STEP_OWN, STEP_PASSED, STEP_ABOVE, STEP_NOT_NEEDED, STEP_OPEN, STEP_STATE_COUNT };
extern const char *const step_state_names[STEP_STATE_COUNT]; /* "own" */
enum step_state step_state(const struct plan_ladder *ladder, size_t step);

/* ---- What would have to change (change.c) ---- */

/* One thing that stands between an item and the plan. */
struct obstacle {
    enum item_status status;           /* that it gives the item */
    const struct rule_at_work **rules; /* that make it; none for `later` */
    size_t rule_count;
    struct numbers needs; /* of `needs-answer` */
    struct numbers steps; /* of `later`: all those before it on which something is left */
    struct numbers frees; /* steps before it that the same answers keep empty: they could come first then */
};
enum { MOST_OBSTACLES = 8 };
struct obstacles {
    struct obstacle list[MOST_OBSTACLES];
    size_t count;
};
/* The first is what stands in the way now; each next one is what would if those before it did not, and all
 * else were as it is. Behind the last the item is offered. */
/* The steps on which something is left, of the ladder of this number, before one of them, were its gate so.
 */
struct numbers steps_left(const struct explaining *explaining, size_t number, size_t before, enum truth gate);
struct obstacles obstacles_of(const struct explaining *explaining, const struct item_explained *item);

/* ---- What hangs on a question or a fact (readers.c) ---- */

struct reader {
    const char *kind;  /* of what holds the rule: "item", "alert", "ladder", "step", "phase" ... */
    const char *id;    /* or NULL */
    const char *title; /* as a page has it */
    size_t number;
    struct rule_at_work rule;
    bool directly; /* not through another fact */
};
struct readers {
    struct reader *list;
    size_t count, capacity;
};
struct readers readers_of(const struct explaining *explaining, struct subject subject);

/* ---- Words (words.c) ---- */

/* A rule in the words of the pack's questions; cut where it grows too long to be read. */
const char *rule_in_words(struct arena *arena, const struct sc_pack *pack, const struct expr *rule);

/* ---- Forms (page.c, data.c) ---- */

const struct document_node *why_document(const struct explaining *explaining);
void why_write_json(const struct explaining *explaining, struct buffer *out);

#endif
