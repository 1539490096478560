/* An explanation while it is laid out: what the files of this room share. */
#ifndef WHY_LAYING_H
#define WHY_LAYING_H

#include "document/laying.h"
#include "why/why.h"

struct why_laying {
    struct laying laying;
    const struct explaining *explaining;
    bool *facts_told; /* by fact: each is expanded once a page */
};

/* entries.c */
/* The answer to a question with its labels and unit, or that there is none. */
const char *answer_said(const struct why_laying *why, size_t number);
const char *truth_words(const struct why_laying *why, enum truth truth);
const char *rule_value_words(const struct why_laying *why, const struct rule_at_work *rule);
const char *rule_name(const struct why_laying *why, const struct rule_at_work *rule); /* "avoid ulcer" */
/* What it says; the question that a gate, an offer or a spent is the answer to. */
const char *rule_title(struct why_laying *why, const struct rule_at_work *rule);
/* Everything about one rule. */
void add_rule(struct why_laying *why, struct document_node *parent, const struct rule_at_work *rule,
              const char *title);
/* One line a rule, under the questions that they read. */
enum line_length { SAYS_ALONE, WITH_RULE };
typedef bool rule_test(const struct rule_at_work *rule);
void add_rule_lines(struct why_laying *why, struct document_node *parent, const struct rules_at_work *rules,
                    rule_test *test, enum line_length length);
/* The same with the rule as it is written, and its line in the file that the section names. */
const char *with_rule(const struct why_laying *why, const char *text, const struct rule_at_work *rule);
/* "Weeks 5-8: More help if you need it. (phases/2-medication.yaml:83)" */
struct document_node *add_where(struct why_laying *why, struct document_node *section, size_t phase,
                                const struct step *step, struct place place);

/* The items of a step with what became of each; of a printed plan. */
void add_step_items(struct why_laying *why, struct document_node *parent, const struct step *step);

/* item.c, steps.c, alert.c, reading.c: a section each */
void add_item_section(struct why_laying *why, struct document_node *document, const struct subject *subject);
void add_ladder_section(struct why_laying *why, struct document_node *document,
                        const struct subject *subject);
void add_alert_section(struct why_laying *why, struct document_node *document, const struct subject *subject);
void add_fact_section(struct why_laying *why, struct document_node *document, const struct subject *subject);
void add_question_section(struct why_laying *why, struct document_node *document,
                          const struct subject *subject);
/* would_change.c: what would have to change; nothing where it is as it could be */
/* "Ibuprofen is withheld: it is not for you now." */
const char *item_sentence(const struct why_laying *why, const struct item_explained *item,
                          enum item_status status);
void add_item_change(struct why_laying *why, struct document_node *section,
                     const struct item_explained *item);
void add_steps_change(struct why_laying *why, struct document_node *section, const struct subject *subject);
void add_alert_change(struct why_laying *why, struct document_node *section, enum truth truth);
/* The red flags that keep the plan from being printed; nothing of a printed one. */
void add_screen(struct why_laying *why, struct document_node *section);

#endif
