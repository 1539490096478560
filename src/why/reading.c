/* A question or a fact: what it is for this person, and what hangs on it. */
#include "why/laying.h"

#include "support/buffer.h"

#include <string.h>

/* ---- What hangs on it ---- */

/* "avoid pregnant (through pregnant_or_trying)"; behind another avoid its own id is enough. */
static const char *reader_name(const struct why_laying *why, const struct reader *reader,
                               const struct reader *before)
{
    const struct laying *laying = &why->laying;
    struct buffer facts = buffer_in(laying->arena);
    for (size_t i = 0; !reader->directly && i < reader->rule.facts.count; i++)
        buffer_next(&facts, ", ", laying->plan->pack->facts[reader->rule.facts.list[i]].name);
    const bool goes_on = before != NULL && before->rule.role == reader->rule.role &&
                         reader->rule.role != ROLE_TEXT && reader->rule.id != NULL;
    const char *name = reader->rule.role == ROLE_FACT ? expr_written(reader->rule.when)
                       : goes_on                      ? reader->rule.id
                                                      : rule_name(why, &reader->rule);
    return facts.length == 0 ? name
                             : arena_print(laying->arena, "%s (%s)", name,
                                           phrase_with(laying, PHRASE_through_fact, buffer_string(&facts)));
}

enum came_to { CAME_TRUE, CAME_UNKNOWN, CAME_FALSE, CAME_PRINTED, CAME_COUNT };

static enum came_to came_to(const struct reader *reader)
{
    static const enum came_to of[] = {
        [TRUTH_TRUE] = CAME_TRUE, [TRUTH_UNKNOWN] = CAME_UNKNOWN, [TRUTH_FALSE] = CAME_FALSE};
    if (reader->rule.when == NULL || expr_type(reader->rule.when) != VALUE_TRUTH)
        return CAME_PRINTED;
    return of[rule_truth(&reader->rule)];
}

static const char *came_words(const struct why_laying *why, enum came_to came, const char *names)
{
    static const enum truth truths[] = {
        [CAME_TRUE] = TRUTH_TRUE, [CAME_UNKNOWN] = TRUTH_UNKNOWN, [CAME_FALSE] = TRUTH_FALSE};
    if (came == CAME_PRINTED)
        return phrase_with(&why->laying, PHRASE_prints_it, names);
    return arena_print(why->laying.arena, "%s: %s", truth_words(why, truths[came]), names);
}

/* What became of the thing that holds these rules, where that can be said in a word. */
static const char *holder_words(const struct why_laying *why, const struct reader *reader)
{
    const struct laying *laying = &why->laying;
    if (strcmp(reader->kind, "item") == 0 && plan_is_printed(laying->plan))
        return item_status_words(laying, &laying->plan->items[reader->number]);
    return NULL;
}

/* The names of those that came to this; empty where none did. */
static const char *names_of(const struct why_laying *why, const struct reader *readers, size_t count,
                            enum came_to came)
{
    struct buffer names = buffer_in(why->laying.arena);
    const struct reader *before = NULL;
    const char *last = "";
    for (size_t i = 0; i < count; i++) {
        if (came_to(&readers[i]) != came)
            continue;
        const char *name = reader_name(why, &readers[i], before);
        if (strcmp(name, last) != 0) /* a schedule reads it for several of its numbers */
            buffer_next(&names, ", ", name);
        before = &readers[i];
        last = name;
    }
    return buffer_string(&names);
}

/* The rules of one holder, by what they came to. */
static const char *readers_words(const struct why_laying *why, const struct reader *readers, size_t count)
{
    const char *all = holder_words(why, readers);
    for (enum came_to came = CAME_TRUE; came < CAME_COUNT; came++) {
        const char *names = names_of(why, readers, count, came);
        if (names[0] != '\0')
            all = joined(&why->laying, all, "; ", came_words(why, came, names));
    }
    return all;
}

static void add_readers(struct why_laying *why, struct document_node *section, const struct subject *subject)
{
    struct laying *laying = &why->laying;
    const struct readers readers = readers_of(why->explaining, *subject);
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_hangs_on_it));
    if (readers.count == 0)
        add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_hangs_nothing));
    else
        add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_pack_words));
    struct document_node *terms = add(laying, group, DOC_TERMS, NULL);
    for (size_t i = 0, next; i < readers.count; i = next) {
        const struct reader *reader = &readers.list[i];
        for (next = i + 1; next < readers.count && strcmp(readers.list[next].kind, reader->kind) == 0 &&
                           readers.list[next].number == reader->number;)
            next++;
        add_term(laying, terms, reader->title, readers_words(why, reader, next - i));
    }
}

/* ---- Sections ---- */

void add_fact_section(struct why_laying *why, struct document_node *document, const struct subject *subject)
{
    struct laying *laying = &why->laying;
    const struct fact *fact = &laying->plan->pack->facts[subject->number];
    const struct rule_at_work rule = rule_at_work(why->explaining, ROLE_FACT, fact->name, fact->rule);
    struct document_node *section =
        add(laying, document, DOC_SECTION,
            arena_print(laying->arena, "%s: %s", fact->name, rule_value_words(why, &rule)));
    section->label = phrase(laying, PHRASE_kind_fact);
    why->facts_told[subject->number] = true;
    add_rule(why, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_what_decided)), &rule, fact->name);
    if (rule.needs.count > 0)
        add_questions(laying, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_answer_first)),
                      rule.needs, ALONE);
    add_readers(why, section, subject);
}

void add_question_section(struct why_laying *why, struct document_node *document,
                          const struct subject *subject)
{
    struct laying *laying = &why->laying;
    const struct sc_plan *plan = laying->plan;
    const struct question *question = &plan->pack->questions[subject->number];
    struct document_node *section = add(laying, document, DOC_SECTION, question->ask);
    section->label = phrase(laying, PHRASE_kind_question);
    struct document_node *answer = add(laying, section, DOC_LABELLED, NULL);
    add_term(laying, answer, arena_print(laying->arena, "%s:", question->id),
             answer_said(why, subject->number));
    if (!plan->answers[subject->number].known)
        add(laying, section, DOC_PARAGRAPH,
            phrase(laying, is_among(plan->missing, subject->number)  ? PHRASE_question_missing
                           : is_among(plan->refine, subject->number) ? PHRASE_question_refine
                                                                     : PHRASE_question_idle));
    add_readers(why, section, subject);
}
