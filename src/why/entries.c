/* Rules on a page: one with everything about it, or many of them a line each. */
#include "why/laying.h"

#include "support/buffer.h"

#include <string.h>

static const enum phrase truth_phrases[] = {[TRUTH_FALSE] = PHRASE_truth_false,
                                            [TRUTH_TRUE] = PHRASE_truth_true,
                                            [TRUTH_UNKNOWN] = PHRASE_truth_unknown};

const char *truth_words(const struct why_laying *why, enum truth truth)
{
    return phrase(&why->laying, truth_phrases[truth]);
}

static const char *value_words(const struct why_laying *why, const struct expr *rule, struct value value)
{
    if (value.known && expr_type(rule) == VALUE_NUMBER)
        return plan_fact_words(why->laying.arena, why->laying.plan->pack, rule, value);
    return truth_words(why, !value.known ? TRUTH_UNKNOWN : value.truth ? TRUTH_TRUE : TRUTH_FALSE);
}

const char *rule_value_words(const struct why_laying *why, const struct rule_at_work *rule)
{
    return value_words(why, rule->when, rule->value);
}

const char *rule_name(const struct why_laying *why, const struct rule_at_work *rule)
{
    struct arena *arena = why->laying.arena;
    const bool is_text = rule->role == ROLE_TEXT;
    const char *name = is_text ? rule->id : role_names[rule->role];
    if (!is_text && rule->id != NULL)
        return arena_print(arena, "%s %s", name, rule->id);
    return rule->position > 0 ? arena_print(arena, "%s %zu", name, rule->position) : name;
}

const char *rule_title(struct why_laying *why, const struct rule_at_work *rule)
{
    struct laying *laying = &why->laying;
    switch (rule->role) {
    case ROLE_GATE:
        return phrase(laying, PHRASE_rule_gate);
    case ROLE_OFFER:
        return phrase(laying, PHRASE_rule_offer);
    case ROLE_SPENT:
        return phrase(laying, PHRASE_rule_spent);
    default:
        return rule->say == NULL
                   ? rule_name(why, rule)
                   : with_doubts(laying, engine_text(laying->arena, laying->plan, rule->say), rule->evidence);
    }
}

/* Each in quotes: there are commas in them. */
static const char *labels_words(const struct laying *laying, const struct question *question,
                                struct value answer)
{
    struct buffer words = buffer_in(laying->arena);
    for (size_t i = 0; i < question->option_count; i++)
        if (question->type == SC_CHOICE ? answer.option == i : (answer.options >> i & 1) != 0)
            buffer_next(&words, ", ", phrase_with(laying, PHRASE_quoted, question->labels[i]));
    return buffer_string(&words);
}

const char *answer_said(const struct why_laying *why, size_t number)
{
    const struct sc_plan *plan = why->laying.plan;
    const struct question *question = &plan->pack->questions[number];
    if (!plan->answers[number].known)
        return phrase(&why->laying, PHRASE_not_answered);
    if (question->option_count > 0 && (question->type == SC_CHOICE || plan->answers[number].options != 0))
        return labels_words(&why->laying, question, plan->answers[number]);
    const char *words = plan_answer_words(why->laying.arena, plan->pack, question, plan->answers[number]);
    return question->unit != NULL ? arena_print(why->laying.arena, "%s %s", words, question->unit) : words;
}

/* Where a rule is written: "phases/2-medication.yaml:59"; NULL for a default, which stands nowhere. */
static const char *place_of(const struct why_laying *why, const struct expr *rule)
{
    struct place place = expr_place(rule);
    return place.line > 0 ? plan_place_words(why->laying.arena, why->laying.plan->pack, place) : NULL;
}

static const char *rule_where(const struct why_laying *why, const struct rule_at_work *rule)
{
    const char *place = place_of(why, rule->when), *name = rule_name(why, rule);
    return place != NULL ? arena_print(why->laying.arena, "%s, %s", name, place) : name;
}

/* A fact with its own rule, and then those that it reads: each once a page. `told`: the words that stand
 * above already. */
static void add_facts(struct why_laying *why, struct document_node *terms, struct numbers facts,
                      const char *told)
{
    struct laying *laying = &why->laying;
    for (size_t i = 0; i < facts.count; i++) {
        const struct fact *fact = &laying->plan->pack->facts[facts.list[i]];
        if (why->facts_told[facts.list[i]])
            continue;
        why->facts_told[facts.list[i]] = true;
        struct rule_at_work rule = rule_at_work(why->explaining, ROLE_FACT, fact->name, fact->rule);
        const char *words = rule_in_words(laying->arena, laying->plan->pack, fact->rule);
        add_term(laying, terms, phrase(laying, PHRASE_fact_read),
                 arena_print(laying->arena, "%s: %s\n%s%s(%s, %s)", fact->name, rule_value_words(why, &rule),
                             strcmp(words, told) == 0 ? "" : words, strcmp(words, told) == 0 ? "" : "\n",
                             expr_written(fact->rule), place_of(why, fact->rule)));
        add_facts(why, terms, rule.facts, words);
    }
}

void add_rule(struct why_laying *why, struct document_node *parent, const struct rule_at_work *rule,
              const char *title)
{
    struct laying *laying = &why->laying;
    const struct sc_pack *pack = laying->plan->pack;
    struct document_node *entry = add(laying, parent, DOC_ENTRY, title);
    entry->label = rule_value_words(why, rule);
    cite(laying, entry, rule->evidence);
    struct document_node *terms = add(laying, entry, DOC_TERMS, NULL);
    const char *words = rule_in_words(laying->arena, pack, rule->when);
    add_term(laying, terms, phrase(laying, PHRASE_in_words), words);
    add_term(laying, terms, phrase(laying, PHRASE_as_written), expr_written(rule->when));
    add_term(laying, terms, phrase(laying, PHRASE_written_where), rule_where(why, rule));
    struct buffer answers = buffer_in(laying->arena);
    for (size_t i = 0; i < rule->reads.count; i++) {
        buffer_next(&answers, "\n", pack->questions[rule->reads.list[i]].id);
        buffer_print(&answers, ": %s", answer_said(why, rule->reads.list[i]));
    }
    if (answers.length > 0)
        add_term(laying, terms, phrase(laying, PHRASE_answers_read), buffer_string(&answers));
    add_facts(why, terms, rule->facts, words);
}

/* ---- Lines ---- */

const char *with_rule(const struct why_laying *why, const char *text, const struct rule_at_work *rule)
{
    struct arena *arena = why->laying.arena;
    const char *line =
        phrase_with(&why->laying, PHRASE_at_line, arena_print(arena, "%u", expr_place(rule->when).line));
    return arena_print(arena, "%s (%s, %s)", text, expr_written(rule->when), line);
}

static bool same_questions(struct numbers one, struct numbers two)
{
    return one.count == two.count &&
           (one.count == 0 || memcmp(one.list, two.list, one.count * sizeof *one.list) == 0);
}

static struct document_node *add_questions_read(struct why_laying *why, struct document_node *parent,
                                                struct numbers questions)
{
    struct laying *laying = &why->laying;
    struct buffer asked = buffer_in(laying->arena), answered = buffer_in(laying->arena);
    for (size_t i = 0; i < questions.count; i++) {
        buffer_next(&asked, " ", laying->plan->pack->questions[questions.list[i]].ask);
        buffer_next(&answered, "; ", answer_said(why, questions.list[i]));
    }
    if (questions.count == 0)
        buffer_text(&asked, capital(laying, phrase(laying, PHRASE_always)));
    struct document_node *entry = add(laying, parent, DOC_ENTRY, buffer_string(&asked));
    entry->label = questions.count > 0 ? buffer_string(&answered) : NULL;
    return add(laying, entry, DOC_TERMS, NULL);
}

static void add_rule_line(struct why_laying *why, struct document_node *terms,
                          const struct rule_at_work *rule, enum line_length length)
{
    struct laying *laying = &why->laying;
    const char *text = rule_title(why, rule);
    if (length == WITH_RULE)
        text = with_rule(why, text, rule);
    struct document_node *term = add_term(laying, terms, rule_value_words(why, rule), text);
    if (length == WITH_RULE)
        cite(laying, term, rule->evidence);
}

void add_rule_lines(struct why_laying *why, struct document_node *parent, const struct rules_at_work *rules,
                    rule_test *test, enum line_length length)
{
    bool *told = arena_array(why->laying.arena, rules->count, sizeof *told);
    for (size_t i = 0; i < rules->count; i++) {
        if (told[i] || !test(&rules->list[i]))
            continue;
        struct document_node *terms = add_questions_read(why, parent, rules->list[i].reads);
        for (size_t k = i; k < rules->count; k++) {
            if (told[k] || !test(&rules->list[k]) ||
                !same_questions(rules->list[i].reads, rules->list[k].reads))
                continue;
            told[k] = true;
            add_rule_line(why, terms, &rules->list[k], length);
        }
    }
}

struct document_node *add_where(struct why_laying *why, struct document_node *section, size_t phase,
                                const struct step *step, struct place place)
{
    struct laying *laying = &why->laying;
    const struct phase *where = &laying->plan->pack->phases[phase];
    const char *words = arena_print(laying->arena, "%s: %s.",
                                    capital(laying, weeks_words(laying, where->weeks)), where->title);
    if (step != NULL)
        words =
            arena_print(laying->arena, "%s %s: %s.", words, phrase(laying, PHRASE_kind_step), step->title);
    words = arena_print(laying->arena, "%s (%s)", words,
                        plan_place_words(laying->arena, laying->plan->pack, place));
    return add_term(laying, add(laying, section, DOC_LABELLED, NULL), NULL, words);
}
