/* Red flags on a page: what to do now, what to answer first, and the signs that end a plan. */
#include "document/laying.h"

#include <string.h>

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

static bool has_signs(const struct laying *laying, enum level level)
{
    const struct sc_pack *pack = laying->plan->pack;
    for (size_t i = 0; i < pack->alert_count; i++)
        if (has_sign(&pack->alerts[i], level))
            return true;
    return false;
}

static void add_signs_of(struct laying *laying, struct document_node *callout, enum level level)
{
    const struct sc_pack *pack = laying->plan->pack;
    struct document_node *signs = add(laying, callout, DOC_SIGNS, NULL);
    const bool now = level == LEVEL_EMERGENCY && !plan_is_printed(laying->plan);
    signs->label = phrase(laying, now ? PHRASE_do_not_wait : plan_signs_heading(level));
    signs->detail = laying->plan->call[level];
    for (size_t i = 0; i < pack->alert_count; i++)
        if (has_sign(&pack->alerts[i], level))
            add(laying, signs, DOC_PARAGRAPH, pack->alerts[i].sign);
}

/* The signs of every level before `end`, the most pressing first. */
static void add_signs_before(struct laying *laying, struct document_node *document, enum level end,
                             const char *heading)
{
    struct document_node *callout = NULL;
    for (unsigned i = 0; i < end; i++) {
        enum level level = (enum level)i;
        if (!has_signs(laying, level))
            continue;
        if (callout == NULL)
            callout = add_callout(laying, document, level, heading);
        add_signs_of(laying, callout, level);
    }
}

void add_signs(struct laying *laying, struct document_node *document)
{
    add_signs_before(laying, document, LEVEL_COUNT, phrase(laying, PHRASE_stop_if));
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

static const char digits[] = "0123456789";

/* How far the telephone number goes that begins here, in groups too: "800 911 2000" does not say 911. */
static size_t number_length(const char *at)
{
    size_t length = strspn(at, digits);
    while ((at[length] == ' ' || at[length] == '-') && strspn(at + length + 1, digits) > 0)
        length += 1 + strspn(at + length + 1, digits);
    return length;
}

static bool has_number(const char *text, const char *number, size_t length)
{
    for (text += strcspn(text, digits); *text != '\0'; text += strcspn(text, digits)) {
        size_t own = number_length(text);
        if (own == length && strncmp(text, number, length) == 0)
            return true;
        text += own;
    }
    return false;
}

/* Whom to call, where a text has said it: one sentence, and all its numbers stand in the text. */
static bool has_said(const char *text, const char *call)
{
    const char *end = call + strcspn(call, ".!?");
    bool any = false;
    if (*end != '\0' && end[1] != '\0')
        return false;
    for (call += strcspn(call, digits); *call != '\0'; call += strcspn(call, digits)) {
        size_t length = number_length(call);
        if (!has_number(text, call, length))
            return false;
        call += length;
        any = true;
    }
    return any;
}

/* Whom to call stands behind the first thing to do, not behind the last, and before any reason. Out of scope
 * nobody is to be called first. */
static void add_call(struct laying *laying, struct document_node *callout)
{
    const struct plan_alert *first = &laying->plan->alerts[0];
    const char *call = laying->plan->call[first->alert->level];
    if (call != NULL && first->alert->level != LEVEL_OUT_OF_SCOPE && !has_said(first->text, call))
        add(laying, callout, DOC_PARAGRAPH, call);
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
        if (i == 0)
            add_call(laying, callout);
        add_alert_text(laying, callout, &plan->alerts[i], plan->alerts[i].why);
        add_alert_rule(laying, callout, &plan->alerts[i]);
    }
    if (most_pressing == LEVEL_OUT_OF_SCOPE && plan->call[LEVEL_OUT_OF_SCOPE] != NULL)
        add(laying, callout, DOC_PARAGRAPH, plan->call[LEVEL_OUT_OF_SCOPE]);
    /* Whoever waits for an appointment has to know what does not wait. */
    if (most_pressing == LEVEL_OUT_OF_SCOPE)
        add_signs(laying, document);
    else
        add_signs_before(laying, document, most_pressing, NULL);
    if (plan->missing.count > 0) {
        callout = add_callout(laying, document, LEVEL_URGENT, phrase(laying, PHRASE_answer_now));
        add_questions(laying, callout, plan->missing, WITH_LABELS);
    }
}

void lay_out_unscreened(struct laying *laying, struct document_node *document)
{
    add_signs_before(laying, document, LEVEL_URGENT, NULL);
    struct document_node *callout =
        add_callout(laying, document, LEVEL_CLINICIAN, phrase(laying, PHRASE_answer_first));
    add(laying, callout, DOC_PARAGRAPH, phrase(laying, PHRASE_no_plan_yet));
    add_questions(laying, callout, laying->plan->missing, WITH_LABELS);
}
