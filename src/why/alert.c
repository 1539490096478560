/* Why an alert is there, or is not; and the red flags that stand before every plan. */
#include "why/laying.h"

static const char *alert_title(struct why_laying *why, const struct alert *alert)
{
    return alert->sign != NULL ? capital(&why->laying, alert->sign) : alert->id;
}

static const char *sentence_of(const struct why_laying *why, const struct alert *alert, enum truth truth)
{
    const struct laying *laying = &why->laying;
    static const enum phrase phrases[] = {[TRUTH_FALSE] = PHRASE_rule_not_true,
                                          [TRUTH_TRUE] = PHRASE_rule_true,
                                          [TRUTH_UNKNOWN] = PHRASE_rule_not_known};
    if (truth == TRUTH_TRUE && alert_withholds(alert))
        return phrase_with(laying, PHRASE_alert_withholds, alert->id);
    if (truth == TRUTH_TRUE && plan_is_printed(laying->plan))
        return phrase_with(laying, PHRASE_alert_printed, alert->id);
    return arena_print(laying->arena, "%s.", phrase_with(laying, phrases[truth], alert->id));
}

/* What it does where it is true. */
static const char *level_sentence(const struct laying *laying, const struct alert *alert)
{
    return alert_withholds(alert)
               ? phrase_with(laying, PHRASE_withholds_with, level_heading(laying, alert->level))
               : phrase(laying, PHRASE_prints_note);
}

/* What the alert says is told where it is true: elsewhere it would only frighten. Where it withholds the plan
 * it stands at the top of the page. */
void add_alert_section(struct why_laying *why, struct document_node *document, const struct subject *subject)
{
    struct laying *laying = &why->laying;
    const struct alert *alert = &laying->plan->pack->alerts[subject->number];
    const struct rule_at_work rule = alert_rule(why->explaining, subject->number);
    const enum truth truth = rule_truth(&rule);
    struct document_node *section = add(laying, document, DOC_SECTION, sentence_of(why, alert, truth));
    section->label = phrase(laying, PHRASE_kind_alert);
    add_term(laying, add(laying, section, DOC_LABELLED, NULL), NULL,
             arena_print(laying->arena, "%s (%s)", level_sentence(laying, alert),
                         plan_place_words(laying->arena, laying->plan->pack, alert->place)));
    if (truth == TRUTH_TRUE && plan_is_printed(laying->plan)) {
        add(laying, section, DOC_PARAGRAPH, rule_title(why, &rule));
        if (alert->why.count > 0)
            add(laying, section, DOC_PARAGRAPH,
                with_doubts(laying, engine_text(laying->arena, laying->plan, &alert->why), alert->evidence));
    }
    if (truth == TRUTH_UNKNOWN)
        add_questions(laying, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_answer_first)),
                      rule.needs, ALONE);
    add_rule(why, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_what_decided)), &rule,
             alert_title(why, alert));
    add_alert_change(why, section, truth);
}

void add_screen(struct why_laying *why, struct document_node *section)
{
    struct laying *laying = &why->laying;
    const struct rules_at_work rules = screen_rules(why->explaining);
    if (rules.count == 0)
        return;
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_what_withholds));
    if (laying->plan->status != SC_WITHHELD) {
        add_questions(laying, group, laying->plan->missing, ALONE);
        return;
    }
    for (size_t i = 0; i < rules.count; i++)
        add_rule(
            why, group, &rules.list[i],
            alert_title(why,
                        &laying->plan->pack->alerts[pack_find_alert(laying->plan->pack, rules.list[i].id)]));
}
