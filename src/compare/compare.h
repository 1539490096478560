/* What changes between two plans: of two sheets, or of one sheet under two versions of a pack. Things are
 * matched by their ids; what is not there on one side is NULL. */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "document/document.h"
#include "support/buffer.h"
#include "json/json.h"

/* The places of one thing in two lists; SIZE_MAX: it is not there. */
struct pair {
    size_t before, after;
};
struct pairs {
    struct pair *list;
    size_t count;
};

/* What one side has and the other has not, by the side that has it. */
struct places_change {
    struct numbers come, gone;
};
struct questions_change {
    struct numbers come, gone;
};
struct words_change {
    struct words come, gone;
};
struct reasons_change {
    const struct plan_reason **come, **gone;
    size_t come_count, gone_count;
};

/* One that is printed on one side alone, or at another level. */
struct alert_change {
    const struct plan_alert *before, *after;
};

/* A ladder in another state, or with the person on another step. */
struct ladder_change {
    const struct plan_ladder *before, *after;
};

struct item_change {
    const struct plan_item *before, *after;
    struct reasons_change reasons;
    struct questions_change needs;
    bool status, moved, schedule;        /* moved: to another phase, step or weeks */
    struct words_change cautions, notes; /* where it is offered on both sides */
};

/* Things whose texts are compared, as JSON names them. */
#define TEXTS_OF(OF)                                                                                         \
    OF(PACK, "pack")                                                                                         \
    OF(QUESTION, "question")                                                                                 \
    OF(SIGN, "sign")                                                                                         \
    OF(ALERT, "alert")                                                                                       \
    OF(PHASE, "phase")                                                                                       \
    OF(LADDER, "ladder")                                                                                     \
    OF(STEP, "step")                                                                                         \
    OF(ITEM, "item")                                                                                         \
    OF(REVIEW, "review")

enum text_of {
#define OF(name, words) OF_##name,
    TEXTS_OF(OF)
#undef OF
        OF_COUNT
};
extern const char *const text_of_names[OF_COUNT];

/* A text that a plan prints. */
struct printed_text {
    enum text_of of;
    const char *id, *key; /* of the thing, and in it: "walking", "say" */
    const char *title;    /* of the thing, for a reader */
    const char *text;     /* NULL: the thing has none */
    struct texts from;    /* whose variants it was taken from */
    size_t phase;         /* that it stands in, or SIZE_MAX */
    struct numbers evidence;
};
struct printed_texts {
    const struct printed_text *list;
    size_t count;
};

/* Questions and signs are the same for every plan of a pack. */
enum pack_texts { WITHOUT_THOSE_OF_THE_PACK, WITH_THOSE_OF_THE_PACK };

/* Another wording of a thing that stands on both sides; or what only one version of a pack has. */
struct text_change {
    const struct printed_text *before, *after;
};

struct claim_change {
    const struct claim *before, *after;
};

struct plan_changes {
    const struct sc_plan *before, *after;
    bool packs_differ;
    bool same; /* nothing in the plan changes; the answers may */
    bool status, out_of_date;
    struct pair *answers; /* questions, whose answers differ */
    size_t answer_count;
    struct alert_change *alerts;
    size_t alert_count;
    struct ladder_change *ladders;
    size_t ladder_count;
    struct item_change *items; /* in the order of the pack after, then those that it lacks */
    size_t item_count;
    struct questions_change missing;
    struct words_change warnings;
    struct text_change *texts;
    size_t text_count;
    struct claim_change *claims;
    size_t claim_count;
};

/* changes.c: lives in `arena` and points into both plans. */
struct plan_changes *changes_of(struct arena *arena, const struct sc_plan *before,
                                const struct sc_plan *after);
/* The decisions alone: the plan's status, alerts, ladders and items. */
struct plan_changes *decision_changes(struct arena *arena, const struct sc_plan *before,
                                      const struct sc_plan *after);
bool both_printed(const struct plan_changes *changes);
bool changes_medicine(const struct plan_changes *changes); /* one of its items is a medicine */
/* items.c */
void find_item_changes(struct arena *arena, struct plan_changes *changes);
/* texts.c */
void find_text_changes(struct arena *arena, struct plan_changes *changes);
struct printed_texts texts_of(struct arena *arena, const struct sc_plan *plan, enum pack_texts pack_texts);
/* match.c: those of `after` in their order, each with its like before, then those that are only there */
struct pairs pairs_of(struct arena *arena, struct words before, struct words after);
struct places_change places_change(struct arena *arena, struct words before, struct words after);
struct words_change words_change(struct arena *arena, struct words before, struct words after);
struct questions_change questions_change(struct arena *arena, const struct sc_plan *before,
                                         struct numbers of_before, const struct sc_plan *after,
                                         struct numbers of_after);

/* page.c, data.c */
const struct document_node *compare_document(struct arena *arena, const struct plan_changes *changes);
void compare_write_json(const struct plan_changes *changes, struct buffer *out);
/* data.c: members of an object, "key":{"before":...,"after":...} and "alerts", "ladders" */
void put_pair(struct json_writer *json, const char *key, const char *before, const char *after);
void put_alert_changes(struct json_writer *json, const struct plan_changes *changes);
void put_ladder_changes(struct json_writer *json, struct arena *arena, const struct plan_changes *changes);

#endif
