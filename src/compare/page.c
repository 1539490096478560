/* A comparison as a page: the answers that differ, whether there is a plan, then phase by phase; last what
 * stands in no phase. */
#include "compare/words.h"

#include <string.h>

static const struct numbers no_claims = {NULL, 0};

static void add_pair(struct sides *sides, struct document_node *parent, const char *was, const char *now)
{
    add(&sides->is, parent, DOC_PARAGRAPH,
        arena_print(sides->is.arena, "%s.", was_now(&sides->is, was, now)));
}

static const char *version_words(const struct laying *laying)
{
    const struct sc_pack *pack = laying->plan->pack;
    return arena_print(laying->arena, "%s %s (%.12s)", pack->id, pack->version, pack->sha256);
}

static void add_packs(struct sides *sides, struct document_node *document)
{
    if (!sides->changes->packs_differ)
        return;
    struct laying *is = &sides->is;
    struct document_node *section = add(is, document, DOC_SECTION, phrase(is, PHRASE_compare_pack));
    add_pair(sides, section, version_words(&sides->was), version_words(is));
    if (sides->changes->out_of_date) {
        const struct laying *late = is->plan->expired ? is : &sides->was;
        const char *expired = phrase_with(is, PHRASE_expired, long_date(late, late->plan->pack->review_by));
        add(is, section, DOC_PARAGRAPH,
            late == is ? expired : phrase_with(is, PHRASE_compare_no_longer_so, expired));
    }
}

/* "New: "one tick". No longer: "another"." */
static const char *ticks_change_words(const struct laying *laying, const struct question *question,
                                      uint64_t before, uint64_t after)
{
    const char *come = ticks_words(laying, question, after & ~before), *words = NULL;
    const char *gone = ticks_words(laying, question, before & ~after);
    if (come != NULL)
        words = arena_print(laying->arena, "%s.", phrase_with(laying, PHRASE_compare_new, come));
    if (gone != NULL)
        words = joined(laying, words, " ",
                       arena_print(laying->arena, "%s.", phrase_with(laying, PHRASE_compare_gone, gone)));
    return words;
}

static const char *side_of_answer(const struct laying *laying, size_t question)
{
    return question == SIZE_MAX ? phrase(laying, PHRASE_compare_not_asked)
                                : answer_words(laying, question, laying->plan->answers[question]);
}

static const char *answer_change_words(struct sides *sides, struct pair pair)
{
    const struct laying *was = &sides->was, *is = &sides->is;
    if (!sides->changes->packs_differ && is->plan->pack->questions[pair.after].type == SC_CHOICES) {
        const struct value before = was->plan->answers[pair.before], after = is->plan->answers[pair.after];
        if (before.known && after.known && before.options != 0 && after.options != 0)
            return ticks_change_words(is, &is->plan->pack->questions[pair.after], before.options,
                                      after.options);
    }
    return arena_print(
        is->arena, "%s.",
        capital(is, was_now(is, side_of_answer(was, pair.before), side_of_answer(is, pair.after))));
}

static void add_answers(struct sides *sides, struct document_node *document)
{
    struct laying *is = &sides->is;
    struct document_node *section = NULL;
    for (size_t i = 0; i < sides->changes->answer_count; i++) {
        const struct pair pair = sides->changes->answers[i];
        const struct question *asked = pair.after != SIZE_MAX
                                           ? &is->plan->pack->questions[pair.after]
                                           : &sides->was.plan->pack->questions[pair.before];
        if (section == NULL)
            section = add(is, document, DOC_SECTION, phrase(is, PHRASE_compare_answers));
        add_term(is, add(is, section, DOC_LABELLED, NULL), question_in_words(is->arena, asked),
                 answer_change_words(sides, pair));
    }
}

/* What to do, whom to call, and why, as on the page of a plan that is withheld. */
static const char *alert_words(struct laying *laying, const struct plan_alert *alert)
{
    const struct sc_plan *plan = laying->plan;
    const char *words = with_doubts(laying, alert->text, alert->alert->evidence);
    if (alert == plan->alerts && plan->status == SC_WITHHELD && plan->call[alert->alert->level] != NULL)
        words = joined(laying, words, " ", plan->call[alert->alert->level]);
    return alert->why != NULL
               ? joined(laying, words, " ", with_doubts(laying, alert->why, alert->alert->evidence))
               : words;
}

static void add_alert(struct sides *sides, struct document_node *callout, const struct alert_change *change)
{
    struct laying *is = &sides->is;
    struct document_node *line = add(is, callout, DOC_LABELLED, NULL);
    if (change->after == NULL) {
        add_term(is, line, NULL, alert_gone_words(sides, change->before));
        return;
    }
    const char *level = level_heading(is, change->after->alert->level);
    const char *words = alert_words(is, change->after);
    if (change->before != NULL)
        words =
            arena_print(is->arena, "(%s) %s",
                        was_now(is, level_heading(&sides->was, change->before->alert->level), level), words);
    add_term(is, line, arena_print(is->arena, "%s:", level), words);
}

/* Whether there is a plan at all stands before everything that is in it. */
static void add_status(struct sides *sides, struct document_node *document)
{
    const struct plan_changes *changes = sides->changes;
    struct laying *is = &sides->is;
    if (!changes->status && changes->alert_count == 0)
        return;
    const char *words = changes->status
                            ? was_now(is, plan_status_words(&sides->was, sides->was.plan->status),
                                      plan_status_words(is, is->plan->status))
                            : phrase_with(is, PHRASE_compare_still, plan_status_words(is, is->plan->status));
    enum level level = is->plan->status == SC_WITHHELD ? is->plan->alerts[0].alert->level : LEVEL_NOTE;
    struct document_node *callout =
        add_callout(is, document, level, phrase_with(is, PHRASE_compare_plan, words));
    for (size_t i = 0; i < changes->alert_count; i++)
        add_alert(sides, callout, &changes->alerts[i]);
}

/* Questions that a decision waits for now, and those that none waits for any more, though they are open. */
static void add_missing(struct sides *sides, struct document_node *document)
{
    const struct questions_change *missing = &sides->changes->missing;
    struct laying *is = &sides->is;
    const struct sc_pack *old = sides->was.plan->pack;
    const char *gone = NULL;
    for (size_t i = 0; i < missing->gone.count && both_printed(sides->changes); i++) {
        const struct question *question = &old->questions[missing->gone.list[i]];
        size_t number = pack_find_question(is->plan->pack, question->id);
        if (number != SIZE_MAX && !is->plan->answers[number].known)
            gone = joined(is, gone, " ", question->ask);
    }
    if (missing->come.count == 0 && gone == NULL)
        return;
    struct document_node *section = add(is, document, DOC_SECTION, phrase(is, PHRASE_compare_missing));
    if (missing->come.count > 0)
        add_questions(is, section, missing->come, ALONE);
    if (gone != NULL)
        add(is, section, DOC_PARAGRAPH, phrase_with(is, PHRASE_compare_gone, gone));
}

static void add_warning_words(struct laying *side, struct laying *is, struct shared_lines *lines,
                              struct words warnings, enum phrase label)
{
    for (size_t i = 0; i < warnings.count; i++)
        shared_add(lines, NULL,
                   phrase_with(is, label, quoted(is, with_doubts(side, warnings.list[i], no_claims))));
}

static void add_texts(struct sides *sides, struct document_node *document)
{
    const struct plan_changes *changes = sides->changes;
    struct laying *is = &sides->is;
    struct shared_lines lines = shared_lines_in(is->arena);
    for (size_t i = 0; i < changes->text_count; i++)
        if (one_of(&changes->texts[i])->phase == SIZE_MAX)
            shared_add(&lines, one_of(&changes->texts[i])->title,
                       text_change_words(sides, &changes->texts[i]));
    add_warning_words(is, is, &lines, changes->warnings.come, PHRASE_compare_new);
    add_warning_words(&sides->was, is, &lines, changes->warnings.gone, PHRASE_compare_gone);
    if (lines.count > 0)
        shared_put(&lines, is, add(is, document, DOC_SECTION, phrase(is, PHRASE_compare_texts)));
}

static const char *claim_words(struct sides *sides, const struct claim *claim, const struct laying *laying)
{
    return claim != NULL ? claim_status_words(laying, claim->status)
                         : phrase(&sides->is, PHRASE_compare_not_there);
}

static void add_claims(struct sides *sides, struct document_node *document)
{
    const struct plan_changes *changes = sides->changes;
    struct laying *is = &sides->is;
    if (changes->claim_count == 0)
        return;
    struct document_node *section = add(is, document, DOC_SECTION, phrase(is, PHRASE_rests_on));
    struct document_node *terms = add(is, section, DOC_TERMS, NULL);
    for (size_t i = 0; i < changes->claim_count; i++) {
        const struct claim_change *change = &changes->claims[i];
        const struct claim *claim = change->after != NULL ? change->after : change->before;
        add_term(is, terms, claim->id,
                 arena_print(is->arena, "%s. %s",
                             was_now(is, claim_words(sides, change->before, &sides->was),
                                     claim_words(sides, change->after, is)),
                             phrase_with(is, PHRASE_quoted, claim->says)));
    }
}

const struct document_node *compare_document(struct arena *arena, const struct plan_changes *changes)
{
    struct sides sides = sides_of(arena, changes);
    struct laying *is = &sides.is;
    struct document_node *document = begin_document(is);
    add(is, document, DOC_TITLE, is->plan->pack->title)->label = phrase(is, PHRASE_compare_title);
    if (changes->same)
        add(is, document, DOC_PARAGRAPH, phrase(is, PHRASE_compare_same));
    add_packs(&sides, document);
    /* What must be done now is read before anything else. */
    if (changes->after->status == SC_WITHHELD) {
        add_status(&sides, document);
        add_answers(&sides, document);
    } else {
        add_answers(&sides, document);
        add_status(&sides, document);
    }
    add_phases(&sides, document);
    if (changes_medicine(changes))
        add(is, document, DOC_PARAGRAPH, phrase(is, PHRASE_compare_medicine));
    add_missing(&sides, document);
    add_texts(&sides, document);
    add_claims(&sides, document);
    add_footer(is, document);
    return document;
}
