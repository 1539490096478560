/* Nodes, and the small words of a page: dates, weeks, references. */
#include "document/laying.h"

#include "support/buffer.h"

#include <string.h>

struct document_node *add(struct laying *laying, struct document_node *parent, enum document_kind kind,
                          const char *text)
{
    struct document_node *node = arena_alloc(laying->arena, sizeof *node);
    node->kind = kind;
    node->text = text;
    if (parent == NULL)
        return node;
    if (parent->last == NULL)
        parent->first = node;
    else
        parent->last->next = node;
    parent->last = node;
    return node;
}

size_t document_children(const struct document_node *node)
{
    size_t count = 0;
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        count++;
    return count;
}

/* The answers in the person's own words. */
static struct words own_words(const struct laying *laying)
{
    const struct sc_plan *plan = laying->plan;
    if (plan->answers == NULL)
        return (struct words){NULL, 0};
    const char **list = arena_array(laying->arena, plan->pack->question_count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < plan->pack->question_count; i++)
        if (plan->pack->questions[i].type == SC_TEXT && plan->answers[i].known)
            list[count++] = plan->answers[i].text;
    return (struct words){list, count};
}

struct document_node *begin_document(struct laying *laying)
{
    char made[11];
    struct document_node *document = add(laying, NULL, DOC_DOCUMENT, laying->plan->pack->language);
    document->label = phrase(laying, PHRASE_contents);
    document->own = own_words(laying);
    laying->ticked = arena_array(laying->arena, laying->plan->pack->question_count, sizeof *laying->ticked);
    date_print(laying->plan->made, made);
    document->detail = arena_text(laying->arena, made);
    return document;
}

struct document_node *add_callout(struct laying *laying, struct document_node *document, enum level level,
                                  const char *heading)
{
    struct document_node *callout = add(laying, document, DOC_CALLOUT, heading);
    callout->level = level;
    return callout;
}

struct document_node *add_term(struct laying *laying, struct document_node *parent, const char *label,
                               const char *text)
{
    struct document_node *term = add(laying, parent, DOC_TERM, text);
    term->label = label;
    return term;
}

const char *phrase(const struct laying *laying, enum phrase phrase)
{
    return pack_phrase(laying->plan->pack, phrase);
}

const char *phrase_with(const struct laying *laying, enum phrase phrase, const char *words)
{
    return pack_phrase_with(laying->arena, laying->plan->pack, phrase, words);
}

const char *long_date(const struct laying *laying, struct date date)
{
    return plan_date(laying->arena, laying->plan->pack, date);
}

const char *day_name(const struct laying *laying, int weekday, bool is_short)
{
    return phrase(laying, (enum phrase)((is_short ? PHRASE_mon : PHRASE_monday) + weekday));
}

const char *weeks_words(const struct laying *laying, struct weeks weeks)
{
    if (weeks.to == 0)
        return phrase_with(laying, PHRASE_week_and_on, arena_print(laying->arena, "%d", weeks.from));
    if (weeks.to == weeks.from)
        return arena_print(laying->arena, "%s %d", phrase(laying, PHRASE_week), weeks.from);
    return arena_print(laying->arena, "%s %d-%d", phrase(laying, PHRASE_weeks), weeks.from, weeks.to);
}

const char *joined(const struct laying *laying, const char *list, const char *separator, const char *next)
{
    return list == NULL ? next : arena_print(laying->arena, "%s%s%s", list, separator, next);
}

const char *listed(const struct laying *laying, struct words entries)
{
    const char *list = NULL, *separator = words_separator(entries);
    for (size_t i = 0; i < entries.count; i++)
        list = joined(laying, list, separator, entries.list[i]);
    return list;
}

const char *capital(const struct laying *laying, const char *text)
{
    char *copy = arena_text(laying->arena, text);
    if (copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

bool has_doubts(const struct claim *claim)
{
    return claim->status != CLAIM_SUPPORTED || claim->disputed != NULL;
}

void cite(const struct laying *laying, struct document_node *node, struct numbers claims)
{
    const struct sc_plan *plan = laying->plan;
    struct buffer out = buffer_in(laying->arena);
    size_t *list = arena_array(laying->arena, claims.count, sizeof *list);
    bool doubts = false;
    for (size_t i = 0; i < laying->claims.count; i++) {
        size_t k = 0;
        while (k < claims.count && claims.list[k] != laying->claims.list[i])
            k++;
        if (k == claims.count)
            continue;
        buffer_print(&out, "%s%zu", out.length == 0 ? "[" : ",", i + 1);
        list[node->cited.count++] = i + 1;
        doubts = doubts || has_doubts(&plan->pack->claims[claims.list[k]]);
    }
    node->cited.list = list;
    if (out.length == 0)
        return;
    if (doubts)
        buffer_print(&out, ", %s", phrase(laying, PHRASE_doubts));
    buffer_char(&out, ']');
    node->detail = buffer_string(&out);
}

const char *answer_with_unit(const struct laying *laying, size_t question)
{
    const struct question *asked = &laying->plan->pack->questions[question];
    const struct value answer = laying->plan->answers[question];
    const char *words = plan_answer_words(laying->arena, laying->plan->pack, asked, answer);
    return asked->unit == NULL ? words : arena_print(laying->arena, "%s %s", words, asked->unit);
}

/* What can be ticked, each with a box of its own. */
static void add_labels(struct laying *laying, struct document_node *parent, const struct question *question)
{
    struct document_node *boxes = add(laying, parent, DOC_BOXES, NULL);
    if (question->type == SC_YES_NO) {
        add(laying, boxes, DOC_BOX, capital(laying, phrase(laying, PHRASE_yes)));
        add(laying, boxes, DOC_BOX, capital(laying, phrase(laying, PHRASE_no)));
    }
    for (size_t i = 0; i < question->option_count; i++)
        add(laying, boxes, DOC_BOX, question->labels[i]);
    if (question->type == SC_CHOICES)
        add(laying, boxes, DOC_BOX,
            question->none_label != NULL ? question->none_label : phrase(laying, PHRASE_none_of_these));
}

static void add_question(struct laying *laying, struct document_node *boxes, size_t number,
                         enum detail detail)
{
    const struct question *question = &laying->plan->pack->questions[number];
    const char *words = question->ask;
    const bool again = detail == WITH_LABELS && laying->ticked[number];
    if (again)
        words = joined(laying, words, " ", phrase(laying, PHRASE_see_above));
    if (detail == WITH_ANSWERS && laying->plan->answers[number].known)
        words =
            joined(laying, words, " ", phrase_with(laying, PHRASE_today, answer_with_unit(laying, number)));
    const bool ticks = question->type == SC_YES_NO || question->option_count > 0;
    const bool asks = detail == WITH_LABELS && !again;
    if (asks && !ticks)
        words = arena_print(laying->arena, "%s %s%s%s", words, plan_blank(),
                            question->unit != NULL ? " " : "", question->unit != NULL ? question->unit : "");
    struct document_node *box = add(laying, boxes, DOC_BOX, words);
    box->is_question = detail == WITH_LABELS;
    if (asks && ticks)
        add_labels(laying, box, question);
    laying->ticked[number] = laying->ticked[number] || asks;
}

void add_questions(struct laying *laying, struct document_node *parent, struct numbers questions,
                   enum detail detail)
{
    struct document_node *boxes = add(laying, parent, DOC_BOXES, NULL);
    for (size_t i = 0; i < questions.count; i++)
        add_question(laying, boxes, questions.list[i], detail);
}
