/* A document while it is laid out: what the files of this room share. */
#ifndef DOCUMENT_LAYING_H
#define DOCUMENT_LAYING_H

#include "document/document.h"

struct laying {
    struct arena *arena;
    const struct sc_plan *plan;
    struct document_options options;
    struct numbers claims; /* those that the page rests on, in the order of their numbers on it */
    const char **said;     /* what "because you said" has printed: each phrase once a plan */
    size_t said_count, said_capacity;
    bool *ticked;                  /* by question: what can be ticked stands on the page */
    unsigned warned;               /* a bit for each kind whose warnings stand on the page */
    struct claim_figures *figures; /* of doubts.c, which makes them when it needs them */
};

/* nodes.c */
struct document_node *begin_document(struct laying *laying);
struct document_node *add_callout(struct laying *laying, struct document_node *document, enum level level,
                                  const char *heading);
struct document_node *add(struct laying *laying, struct document_node *parent, enum document_kind kind,
                          const char *text);
struct document_node *add_term(struct laying *laying, struct document_node *parent, const char *label,
                               const char *text);
const char *phrase(const struct laying *laying, enum phrase phrase);
const char *phrase_with(const struct laying *laying, enum phrase phrase, const char *words);
const char *long_date(const struct laying *laying, struct date date); /* 23 November 2026 */
const char *day_name(const struct laying *laying, int weekday, bool is_short);
const char *weeks_words(const struct laying *laying, struct weeks weeks); /* "weeks 1-4", "week 9 and on" */
const char *joined(const struct laying *laying, const char *list, const char *separator, const char *next);
/* "Walking, Sleep": joined by commas, or by semicolons where an entry holds a comma; NULL for none. */
const char *listed(const struct laying *laying, struct words entries);
const char *capital(const struct laying *laying,
                    const char *text); /* the first letter, if it is a small one */
/* Puts "[4,7, doubts]" behind a node: the claims by their numbers on the page; nothing where there is none.
 */
void cite(const struct laying *laying, struct document_node *node, struct numbers claims);
bool has_doubts(const struct claim *claim);
/* A box for each question, as it is asked; where an answer is needed now, with what can be ticked, once a
 * page; where it is asked again, with the answer of today. */
enum detail { ALONE, WITH_LABELS, WITH_ANSWERS };
void add_questions(struct laying *laying, struct document_node *parent, struct numbers questions,
                   enum detail detail);

/* "15 minutes": the answer in words, with its unit; a blank where there is none. */
const char *answer_with_unit(const struct laying *laying, size_t question);
/* The questions of a printed plan that no item waits for: those of notes. */
struct numbers questions_of_notes(const struct laying *laying);

/* doubts.c: the text, and the status of its figures that none of the claims has found to be so */
const char *with_doubts(struct laying *laying, const char *text, struct numbers claims);

/* why.c */
const char *status_words(const struct laying *laying, enum item_status status); /* "tried already" */
/* The same; an item to ask about is not in the plan, it is a question. */
const char *item_status_words(const struct laying *laying, const struct plan_item *item);
/* "nothing left on the step: First (This: withheld, That: tried already)" */
const char *step_passed_words(const struct laying *laying, const struct step *step);
/* The rules behind what was just added, as they are written; nothing unless the options want them */
void add_rules(struct laying *laying, struct document_node *parent, const struct plan_item *item);
/* The same behind a list of items: each by its title. */
void add_named_rules(struct laying *laying, struct document_node *parent, const struct plan_item *item);
void add_alert_rule(struct laying *laying, struct document_node *parent, const struct plan_alert *alert);
void add_ladder_rules(struct laying *laying, struct document_node *parent, const struct plan_ladder *ladder);

/* screen.c: what stands before any plan */
const char *level_heading(const struct laying *laying, enum level level); /* "Get help now" */
void lay_out_withheld(struct laying *laying, struct document_node *document);
void lay_out_unscreened(struct laying *laying, struct document_node *document);
void add_signs(struct laying *laying, struct document_node *document);
void add_notes(struct laying *laying, struct document_node *document);
/* document.c: that the content is out of date; of a plan that is not printed its footer says so */
void add_expired(struct laying *laying, struct document_node *document);
/* phase.c */
void lay_out_phase(struct laying *laying, struct document_node *document, const struct plan_phase *phase);
typedef bool item_test(const struct laying *laying, const struct plan_item *item);
/* Some of the plan's items, in the pack's order. */
struct item_range {
    const struct plan_item *list;
    size_t count;
};
/* Of the items that pass and wait for an answer: each question once, and which of them wait. */
void add_open(struct laying *laying, struct document_node *section, struct item_range items, item_test *test);
const char *dates_of(const struct laying *laying, struct weeks weeks); /* NULL: a plan without dates */
bool item_is_question(const struct plan_item *item);                   /* to take to a clinician */
bool item_is_withheld(const struct laying *laying, const struct plan_item *item);
/* The titles of the items that pass; NULL for none. */
const char *titles_of(const struct laying *laying, struct item_range items, item_test *test);
/* A term for each item that passes, with words about it; those in a row with the same words share one. `more`
 * adds to the term for each of its items; or NULL. */
typedef const char *item_teller(struct laying *laying, const struct plan_item *item,
                                struct numbers *evidence);
typedef void item_adder(struct laying *laying, struct document_node *parent, const struct plan_item *item);
void add_shared(struct laying *laying, struct document_node *terms, struct item_range items, item_test *test,
                item_teller *words, item_adder *more);
/* All that speaks against an item, in one text, and what that rests on. */
item_teller reasons_of;
struct item_range items_of(const struct laying *laying, const struct phase *phase);
bool item_is_to_do(const struct plan_item *item); /* offered, and neither a question nor of a ladder */
/* The titles of those items of earlier phases that go on in this one, or NULL. */
const char *names_going_on(const struct laying *laying, const struct phase *phase);
const char *week_of_review(const struct laying *laying, const struct review *review);
/* ladder.c */
void add_ladder(struct laying *laying, struct document_node *section, const struct phase *phase);
/* It waits for an answer, and the page says so. */
bool item_waits(const struct laying *laying, const struct plan_item *item);
/* item.c */
void add_item(struct laying *laying, struct document_node *parent, const struct plan_item *item);
void add_question_for_clinician(struct laying *laying, struct document_node *parent,
                                const struct plan_item *item);
/* What a clinician should hear with it; NULL for nothing. */
const char *cautions_of(const struct laying *laying, const struct plan_item *item);
/* heard.c */
/* A question as it is asked, without what follows it: "Tick all that fit." */
const char *question_in_words(struct arena *arena, const struct question *question);
/* What follows "because you said" for one answer, or NULL. */
const char *heard_words(const struct laying *laying, struct heard heard);
/* "Because you said a, b and c."; NULL for nothing. */
const char *because_words(const struct laying *laying, struct words said);
void add_because(struct laying *laying, struct document_node *parent, struct heards heards);
const char *days_words(const struct laying *laying, int64_t days); /* "5 days a week"; NULL for 0 */
/* week.c: one week alone */
void lay_out_week(struct laying *laying, struct document_node *document);
/* clinician.c: the half page for whoever looks after this person */
void add_clinician_page(struct laying *laying, struct document_node *document);
/* paper.c: what is there for paper alone */
void add_glance(struct laying *laying, struct document_node *document);
void add_questions_to_take(struct laying *laying, struct document_node *document);
void add_journal_pages(struct laying *laying, struct document_node *document);
/* ending.c: reviews, journal, sources, footer */
void add_reviews(struct laying *laying, struct document_node *document);
/* "At each review, read ... again first": where there are signs to read. */
void add_review_screen(struct laying *laying, struct document_node *section);
void name_days(struct laying *laying, struct document_node *journal); /* of a week of this plan */
void add_journal(struct laying *laying, struct document_node *document);
void add_refine(struct laying *laying, struct document_node *document);
void add_sources(struct laying *laying, struct document_node *document);
const char *claim_status_words(const struct laying *laying, enum claim_status status);
void add_footer(struct laying *laying, struct document_node *document);
/* Warnings beside one of these kinds (a bit each) that do not stand on the page yet. */
void add_warnings(struct laying *laying, struct document_node *parent, unsigned kinds);

#endif
