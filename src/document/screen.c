/* Red flags on a page: what to do now, what to answer first, and the signs that end a plan. */
#include "document/laying.h"

static const enum phrase level_headings[LEVEL_COUNT] = {
    [LEVEL_EMERGENCY] = PHRASE_emergency, [LEVEL_URGENT] = PHRASE_urgent,
    [LEVEL_CLINICIAN] = PHRASE_clinician, [LEVEL_OUT_OF_SCOPE] = PHRASE_out_of_scope,
    [LEVEL_NOTE] = PHRASE_note,
};

const char *level_heading(const struct laying *laying, enum level level)
{
    return phrase(laying, level_headings[level]);
}

static bool has_sign(const struct alert *alert, enum level level)
{
    return alert->level == level && alert->sign != NULL;
}

static void add_signs_of(struct laying *laying, struct document_node *callout, enum level level)
{
    const struct sc_pack *pack = laying->plan->pack;
    struct document_node *signs = add(laying, callout, DOC_SIGNS, NULL);
    signs->label = phrase(laying, plan_signs_heading(level));
    signs->detail = laying->plan->call[level];
    for (size_t i = 0; i < pack->alert_count; i++)
        if (has_sign(&pack->alerts[i], level))
            add(laying, signs, DOC_PARAGRAPH, pack->alerts[i].sign);
}

void add_signs(struct laying *laying, struct document_node *document)
{
    const struct sc_pack *pack = laying->plan->pack;
    struct document_node *callout = NULL;
    for (unsigned i = 0; i < LEVEL_COUNT; i++) {
        enum level level = (enum level)i;
        size_t alert = 0;
        while (alert < pack->alert_count && !has_sign(&pack->alerts[alert], level))
            alert++;
        if (alert == pack->alert_count)
            continue;
        if (callout == NULL)
            callout = add_callout(laying, document, level, phrase(laying, PHRASE_stop_if));
        add_signs_of(laying, callout, level);
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
    struct document_node *callout = add_callout(laying, document, LEVEL_NOTE, phrase(laying, PHRASE_note));
    for (size_t i = 0; i < plan->alert_count; i++) {
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].text);
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].why);
        add_alert_rule(laying, callout, &plan->alerts[i]);
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
            callout = add_callout(laying, document, level, level_heading(laying, level));
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].text);
        /* Whom to call stands behind the first thing to do, not behind the last, and before any reason. */
        if (i == 0 && plan->call[most_pressing] != NULL && most_pressing != LEVEL_OUT_OF_SCOPE)
            add(laying, callout, DOC_PARAGRAPH, plan->call[most_pressing]);
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].why);
        add_alert_rule(laying, callout, &plan->alerts[i]);
    }
    if (most_pressing == LEVEL_OUT_OF_SCOPE && plan->call[LEVEL_OUT_OF_SCOPE] != NULL)
        add(laying, callout, DOC_PARAGRAPH, plan->call[LEVEL_OUT_OF_SCOPE]);
    if (plan->missing.count > 0) {
        callout = add_callout(laying, document, LEVEL_URGENT, phrase(laying, PHRASE_answer_now));
        add_questions(laying, callout, plan->missing, WITH_LABELS);
    }
    if (most_pressing == LEVEL_OUT_OF_SCOPE)
        add_signs(laying, document);
}

void lay_out_unscreened(struct laying *laying, struct document_node *document)
{
    struct document_node *callout =
        add_callout(laying, document, LEVEL_CLINICIAN, phrase(laying, PHRASE_answer_first));
    add(laying, callout, DOC_PARAGRAPH, phrase(laying, PHRASE_no_plan_yet));
    add_questions(laying, callout, laying->plan->missing, WITH_LABELS);
}
