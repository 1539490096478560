/* Why an item is in the plan, or is not. */
#include "why/laying.h"

static const char *sentence_of(const struct why_laying *why, const struct item_explained *item)
{
    const enum sc_plan_status plan = why->laying.plan->status;
    if (item->decided == NULL)
        return phrase_with(&why->laying, plan == SC_WITHHELD ? PHRASE_item_no_plan : PHRASE_item_no_plan_yet,
                           item->item->title);
    if (item_is_question(item->decided))
        return phrase_with(&why->laying, PHRASE_item_question, item->item->title);
    return item_sentence(why, item, item->status);
}

/* ---- What decided it ---- */

void add_step_items(struct why_laying *why, struct document_node *parent, const struct step *step)
{
    struct document_node *terms = add(&why->laying, parent, DOC_TERMS, NULL);
    for (size_t i = step->first_item; i < step->first_item + step->item_count; i++)
        add_term(&why->laying, terms, why->laying.plan->items[i].item->title,
                 item_status_words(&why->laying, &why->laying.plan->items[i]));
}

/* Of avoids a line is enough where they did not withhold; everything else that decides is told whole. */
static bool is_line(const struct rule_at_work *rule)
{
    return rule->role == ROLE_AVOID && rule_truth(rule) != TRUTH_TRUE;
}

static bool is_open_avoid(const struct rule_at_work *rule)
{
    return rule->role == ROLE_AVOID && rule_truth(rule) == TRUTH_UNKNOWN;
}

static bool is_avoid(const struct rule_at_work *rule)
{
    return rule->role == ROLE_AVOID;
}

static bool did_not_decide(const struct rule_at_work *rule)
{
    return !rule->decided;
}

/* Why the person comes to this step: those below it are passed. */
static void add_steps_passed(struct why_laying *why, struct document_node *group, const struct item *item)
{
    struct laying *laying = &why->laying;
    for (size_t i = 0; item->ladder != SIZE_MAX && i < item->step; i++)
        add(laying, group, DOC_PARAGRAPH,
            arena_print(laying->arena, "%s.",
                        capital(laying, step_passed_words(
                                            laying, &laying->plan->pack->ladders[item->ladder].steps[i]))));
}

/* The step that comes first, and why it is that one. */
static void add_step_first(struct why_laying *why, struct document_node *group,
                           const struct item_explained *item)
{
    struct laying *laying = &why->laying;
    const struct step *step =
        &laying->plan->pack->ladders[item->item->ladder]
             .steps[engine_lowest_step(laying->plan, item->item->ladder, item->findings.gate)];
    struct document_node *entry =
        add(laying, group, DOC_ENTRY, capital(laying, phrase_with(laying, PHRASE_step_first, step->title)));
    if (plan_is_printed(laying->plan))
        add_step_items(why, entry, step);
    add(laying, entry, DOC_PARAGRAPH, phrase(laying, PHRASE_step_rule));
}

static bool makes_status(const struct item_explained *item, const struct rule_at_work *rule)
{
    return role_decides(rule->role, item->status, rule_truth(rule), item->findings);
}

/* The rules that make the item's status; in a plan that is not printed: that would, but for the red flags. */
static void add_deciding(struct why_laying *why, struct document_node *group,
                         const struct item_explained *item)
{
    struct laying *laying = &why->laying;
    size_t lines = 0, entries = 0;
    for (size_t i = 0; i < item->rules.count; i++) {
        const struct rule_at_work *rule = &item->rules.list[i];
        if (!makes_status(item, rule))
            continue;
        lines += is_line(rule);
        entries += !is_line(rule);
        if (!is_line(rule))
            add_rule(why, group, rule, rule_title(why, rule));
    }
    if (item->status == ITEM_LATER)
        add_step_first(why, group, item);
    else if (entries + lines == 0)
        add(laying, group, DOC_PARAGRAPH,
            arena_print(laying->arena, "%s.", capital(laying, phrase(laying, PHRASE_no_rule))));
    if (item->status == ITEM_OFFERED && lines > 0)
        add(laying, group, DOC_PARAGRAPH,
            arena_print(laying->arena, "%s.",
                        capital(laying, phrase_with(laying, PHRASE_no_reason,
                                                    arena_print(laying->arena, "%zu", lines)))));
    if (item->status == ITEM_NEEDS_ANSWER && lines > 0)
        add_rule_lines(why, group, &item->rules, is_open_avoid, WITH_RULE);
    if (item->decided != NULL && (item->status == ITEM_OFFERED || item->status == ITEM_NEEDS_ANSWER))
        add_steps_passed(why, group, item->item);
}

/* ---- What else was looked at ---- */

static void add_looked_at(struct why_laying *why, struct document_node *section,
                          const struct item_explained *item)
{
    struct laying *laying = &why->laying;
    const bool offered = item->status == ITEM_OFFERED;
    struct document_node group = {.kind = DOC_GROUP};
    if (offered)
        add_rule_lines(why, &group, &item->rules, is_avoid, WITH_RULE);
    else
        add_rule_lines(why, &group, &item->rules, did_not_decide, SAYS_ALONE);
    if (group.first == NULL)
        return;
    struct document_node *added =
        add(laying, section, DOC_GROUP, phrase(laying, offered ? PHRASE_reasons_none : PHRASE_looked_at));
    added->first = group.first;
    added->last = group.last;
}

/* The numbers of a schedule, as they are written. */
static const char *schedule_words(const struct why_laying *why, const struct item *item,
                                  const struct rule_at_work *rule)
{
    const struct laying *laying = &why->laying;
    const struct schedule *schedule = &item->schedule.list[rule->position - 1];
    const char *const names[] = {"start", "add", "until", "days"};
    const struct expr *const numbers[] = {schedule->start, schedule->add, schedule->until, schedule->days};
    const char *all = NULL;
    for (size_t i = 0; i < 4; i++)
        if (numbers[i] != NULL)
            all = joined(laying, all, ", ",
                         arena_print(laying->arena, "%s %s", names[i], expr_written(numbers[i])));
    return arena_print(laying->arena, "%s: %s (%s)", rule_name(why, rule), all, schedule->unit);
}

/* Cautions, notes, and which schedule is taken. */
static void add_beside(struct why_laying *why, struct document_node *section,
                       const struct item_explained *item)
{
    struct laying *laying = &why->laying;
    if (item->beside.count == 0)
        return;
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_beside_it));
    struct document_node *terms = add(laying, group, DOC_TERMS, NULL);
    for (size_t i = 0; i < item->beside.count; i++) {
        const struct rule_at_work *rule = &item->beside.list[i];
        const char *says =
            rule->role == ROLE_SCHEDULE ? schedule_words(why, item->item, rule) : rule_title(why, rule);
        struct document_node *term =
            add_term(laying, terms, rule_value_words(why, rule), with_rule(why, says, rule));
        if (rule->role == ROLE_NOTE ? rule_truth(rule) == TRUTH_TRUE : rule_truth(rule) != TRUTH_FALSE)
            cite(laying, term, rule->evidence);
    }
}

/* ---- The section ---- */

/* A plan that is not printed decides nothing of its items; their own rules can be told all the same. */
static void add_own_rules(struct why_laying *why, struct document_node *section,
                          const struct item_explained *item)
{
    struct laying *laying = &why->laying;
    add_screen(why, section);
    struct document_node *group = add(laying, section, DOC_GROUP, phrase(laying, PHRASE_own_rules));
    if (item->status == ITEM_OFFERED) {
        add(laying, group, DOC_PARAGRAPH, phrase(laying, PHRASE_nothing_own));
        return;
    }
    add(laying, group, DOC_PARAGRAPH,
        phrase_with(laying, PHRASE_apart_from_that, status_words(laying, item->status)));
    add_deciding(why, group, item);
}

void add_item_section(struct why_laying *why, struct document_node *document, const struct subject *subject)
{
    struct laying *laying = &why->laying;
    const struct item_explained item = explain_item(why->explaining, subject->number);
    struct document_node *section = add(laying, document, DOC_SECTION, sentence_of(why, &item));
    section->label = phrase(laying, PHRASE_kind_item);
    struct document_node *where = add_where(
        why, section, item.item->phase,
        item.item->ladder != SIZE_MAX ? &laying->plan->pack->ladders[item.item->ladder].steps[item.item->step]
                                      : NULL,
        item.item->place);
    if (item.decided != NULL && item.status == ITEM_OFFERED)
        cite(laying, where, item.item->evidence);
    if (item.decided == NULL) {
        add_own_rules(why, section, &item);
    } else {
        if (item.status == ITEM_NEEDS_ANSWER)
            add_questions(laying, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_answer_first)),
                          item.decided->needs, ALONE);
        add_deciding(why, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_what_decided)), &item);
        add_looked_at(why, section, &item);
        add_beside(why, section, &item);
    }
    add_item_change(why, section, &item);
}
