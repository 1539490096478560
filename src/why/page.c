/* The page of an explanation: what must come first, then a section for each thing that the ID names. */
#include "why/laying.h"

#include <assert.h>

typedef void section_writer(struct why_laying *why, struct document_node *document,
                            const struct subject *subject);

static section_writer *const sections[] = {
    [SUBJECT_ITEM] = add_item_section,     [SUBJECT_ALERT] = add_alert_section,
    [SUBJECT_LADDER] = add_ladder_section, [SUBJECT_STEP] = add_ladder_section,
    [SUBJECT_FACT] = add_fact_section,     [SUBJECT_QUESTION] = add_question_section,
};
static_assert(sizeof sections / sizeof sections[0] == SUBJECT_KIND_COUNT, "a section for each kind");

/* ---- The claims that the page rests on ---- */

static void take_claims(bool *cited, struct numbers claims)
{
    for (size_t i = 0; i < claims.count; i++)
        cited[claims.list[i]] = true;
}

static void cite_rules(bool *cited, const struct rules_at_work *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        take_claims(cited, rules->list[i].evidence);
}

/* Of an item those of the rules that make its status, and its own where it is offered: with what is printed
 * beside it. */
static void cite_item(const struct why_laying *why, bool *cited, size_t number)
{
    const struct item_explained item = explain_item(why->explaining, number);
    for (size_t i = 0; i < item.rules.count; i++) {
        const struct rule_at_work *rule = &item.rules.list[i];
        if (role_decides(rule->role, item.status, rule_truth(rule), item.findings))
            take_claims(cited, rule->evidence);
    }
    if (item.decided != NULL && item.status == ITEM_OFFERED)
        take_claims(cited, item.decided->evidence);
}

static void choose_claims(struct why_laying *why)
{
    const struct sc_pack *pack = why->laying.plan->pack;
    bool *cited = arena_array(why->laying.arena, pack->claim_count, sizeof *cited);
    size_t *list = arena_array(why->laying.arena, pack->claim_count, sizeof *list), count = 0;
    const struct rules_at_work screen = screen_rules(why->explaining);
    if (why->laying.plan->status == SC_WITHHELD)
        cite_rules(cited, &screen);
    for (size_t i = 0; i < why->explaining->subjects.count; i++) {
        const struct subject subject = why->explaining->subjects.list[i];
        if (subject.kind == SUBJECT_ITEM)
            cite_item(why, cited, subject.number);
        if (subject.kind == SUBJECT_ALERT)
            take_claims(cited, pack->alerts[subject.number].evidence);
    }
    for (size_t i = 0; i < pack->claim_count; i++)
        if (cited[i])
            list[count++] = i;
    why->laying.claims = (struct numbers){list, count};
}

/* ---- The page ---- */

const struct document_node *why_document(const struct explaining *explaining)
{
    const struct sc_plan *plan = explaining->plan;
    struct why_laying why = {
        .laying = {.arena = explaining->arena, .plan = plan},
        .explaining = explaining,
        .facts_told = arena_array(explaining->arena, plan->pack->fact_count, sizeof *why.facts_told),
    };
    struct laying *laying = &why.laying;
    choose_claims(&why);
    struct document_node *document = begin_document(laying);
    struct document_node *title =
        add(laying, document, DOC_TITLE, phrase_with(laying, PHRASE_why_title, explaining->id));
    title->label = long_date(laying, plan->made);
    if (plan_is_printed(plan))
        add_expired(laying, document);
    /* Whatever was asked: what to do about a red flag stands first. */
    if (plan->status == SC_WITHHELD)
        lay_out_withheld(laying, document);
    for (size_t i = 0; i < explaining->subjects.count; i++)
        sections[explaining->subjects.list[i].kind](&why, document, &explaining->subjects.list[i]);
    add_sources(laying, document);
    add_footer(laying, document);
    return document;
}
