/* Red flags on a page: what to do now, what to answer first, and the signs that end a plan. */
#include "document/laying.h"

static const enum phrase level_headings[LEVEL_COUNT] = {
    [LEVEL_EMERGENCY] = PHRASE_emergency, [LEVEL_URGENT] = PHRASE_urgent,
    [LEVEL_CLINICIAN] = PHRASE_clinician, [LEVEL_OUT_OF_SCOPE] = PHRASE_out_of_scope,
    [LEVEL_NOTE] = PHRASE_note,
};
static const enum phrase sign_headings[LEVEL_COUNT] = {
    [LEVEL_EMERGENCY] = PHRASE_emergency_if, [LEVEL_URGENT] = PHRASE_urgent_if,
    [LEVEL_CLINICIAN] = PHRASE_clinician_if, [LEVEL_OUT_OF_SCOPE] = PHRASE_clinician_if,
    [LEVEL_NOTE] = PHRASE_note_if,
};

static const char *signs_of(const struct laying *laying, enum level level)
{
    const struct sc_pack *pack = laying->plan->pack;
    const char *signs = NULL;
    for (size_t i = 0; i < pack->alert_count; i++)
        if (pack->alerts[i].level == level && pack->alerts[i].sign != NULL)
            signs = joined(laying, signs, "; ", pack->alerts[i].sign);
    return signs;
}

void add_signs(struct laying *laying, struct document_node *document)
{
    struct document_node *callout = NULL;
    for (unsigned i = 0; i < LEVEL_COUNT; i++) {
        enum level level = (enum level)i;
        const char *signs = signs_of(laying, level);
        if (signs == NULL)
            continue;
        if (callout == NULL)
            callout = add(laying, document, DOC_CALLOUT, phrase(laying, PHRASE_stop_if));
        const char *sentence = arena_print(laying->arena, "%s.", signs);
        if (laying->plan->call[level] != NULL)
            sentence = arena_print(laying->arena, "%s %s", sentence, laying->plan->call[level]);
        struct document_node *terms = add(laying, callout, DOC_LABELLED, NULL);
        add_term(laying, terms, phrase(laying, sign_headings[level]), sentence);
    }
}

static void add_alert_text(struct laying *laying, struct document_node *callout,
                           const struct plan_alert *alert, const char *text)
{
    if (text != NULL)
        add(laying, callout, DOC_PARAGRAPH, with_doubts(laying, text, alert->alert->evidence));
}

void add_notes(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    if (plan->alert_count == 0)
        return;
    struct document_node *callout = add(laying, document, DOC_CALLOUT, phrase(laying, PHRASE_note));
    for (size_t i = 0; i < plan->alert_count; i++) {
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].text);
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].why);
    }
}

void lay_out_withheld(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    enum level most_pressing = plan->alerts[0].alert->level;
    struct document_node *callout = NULL;
    for (size_t i = 0; i < plan->alert_count; i++) {
        enum level level = plan->alerts[i].alert->level;
        bool new_level = i == 0 || plan->alerts[i - 1].alert->level != level;
        if (new_level)
            callout = add(laying, document, DOC_CALLOUT, phrase(laying, level_headings[level]));
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].text);
        /* Whom to call stands behind the first thing to do, not behind the last, and before any reason. */
        if (i == 0 && plan->call[most_pressing] != NULL && most_pressing != LEVEL_OUT_OF_SCOPE)
            add(laying, callout, DOC_PARAGRAPH, plan->call[most_pressing]);
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].why);
    }
    if (most_pressing == LEVEL_OUT_OF_SCOPE && plan->call[LEVEL_OUT_OF_SCOPE] != NULL)
        add(laying, callout, DOC_PARAGRAPH, plan->call[LEVEL_OUT_OF_SCOPE]);
    if (plan->missing.count > 0) {
        callout = add(laying, document, DOC_CALLOUT, phrase(laying, PHRASE_answer_now));
        add_questions(laying, callout, plan->missing, WITH_LABELS);
    }
    if (most_pressing == LEVEL_OUT_OF_SCOPE)
        add_signs(laying, document);
}

void lay_out_unscreened(struct laying *laying, struct document_node *document)
{
    struct document_node *callout = add(laying, document, DOC_CALLOUT, phrase(laying, PHRASE_answer_first));
    add(laying, callout, DOC_PARAGRAPH, phrase(laying, PHRASE_no_plan_yet));
    add_questions(laying, callout, laying->plan->missing, WITH_LABELS);
}
