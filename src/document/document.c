/* The order of a page. */
#include "document/laying.h"

/* "Week 3, 14 December 2026 - 20 December 2026" */
static const char *week_words(const struct laying *laying)
{
    const struct weeks week = {laying->options.week, laying->options.week};
    const char *words = capital(laying, weeks_words(laying, week)), *dates = dates_of(laying, week);
    return dates != NULL ? arena_print(laying->arena, "%s, %s", words, dates) : words;
}

static void add_title(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    struct document_node *title = add(laying, document, DOC_TITLE, plan->pack->title);
    if (!plan_is_printed(plan)) {
        title->label = long_date(laying, plan->made);
        return;
    }
    title->label =
        arena_print(laying->arena, "%s, %s", phrase(laying, PHRASE_your_plan), long_date(laying, plan->made));
    if (laying->options.week != 0)
        title->detail = week_words(laying);
    else if (date_is_set(plan->start))
        title->detail = phrase_with(laying, PHRASE_starts,
                                    arena_print(laying->arena, "%s %s",
                                                day_name(laying, date_weekday(plan->start), false),
                                                long_date(laying, plan->start)));
}

static void add_timeline(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    struct document_node *timeline = add(laying, document, DOC_TIMELINE, NULL);
    const char *all = NULL;
    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct phase *phase = plan->phases[i].phase;
        struct document_node *span = add(laying, timeline, DOC_SPAN, phase->title);
        span->label = capital(laying, weeks_words(laying, phase->weeks));
        if (i == 0)
            span->detail = pack_phrase(plan->pack, PHRASE_you_start_here);
        all = joined(laying, all, "; ",
                     arena_print(laying->arena, "%s, %s%s%s%s", span->label, span->text,
                                 span->detail != NULL ? " (" : "", span->detail != NULL ? span->detail : "",
                                 span->detail != NULL ? ")" : ""));
    }
    timeline->drawn = phrase_with(laying, PHRASE_drawn_weeks, all != NULL ? all : "");
}

struct numbers questions_of_notes(const struct laying *laying)
{
    const struct sc_plan *plan = laying->plan;
    size_t *list = arena_array(laying->arena, plan->missing.count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < plan->missing.count; i++) {
        bool shown = false;
        for (size_t k = 0; k < plan->item_count && !shown; k++)
            for (size_t q = 0; q < plan->items[k].needs.count; q++)
                shown = shown || plan->items[k].needs.list[q] == plan->missing.list[i];
        if (!shown)
            list[count++] = plan->missing.list[i];
    }
    return (struct numbers){list, count};
}

static void add_open_notes(struct laying *laying, struct document_node *document)
{
    const struct numbers questions = questions_of_notes(laying);
    if (questions.count == 0)
        return;
    struct document_node *callout =
        add_callout(laying, document, LEVEL_NOTE, phrase(laying, PHRASE_answer_first));
    add_questions(laying, callout, questions, WITH_LABELS);
}

static bool has_claim(struct numbers claims, size_t claim)
{
    for (size_t i = 0; i < claims.count; i++)
        if (claims.list[i] == claim)
            return true;
    return false;
}

/* Under a gate that is false a page shows no item, and no reason against one either. */
static bool is_on_page(const struct laying *laying, size_t claim)
{
    const struct sc_plan *plan = laying->plan;
    for (size_t i = 0; i < plan->alert_count; i++)
        if (has_claim(plan->alerts[i].alert->evidence, claim))
            return true;
    for (size_t i = 0; i < plan->warning_count; i++)
        if (has_claim(plan->warnings[i].warning->evidence, claim))
            return true;
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct plan_item *item = &plan->items[i];
        if (item->status == ITEM_OFFERED && has_claim(item->evidence, claim))
            return true;
        for (size_t k = 0; item_is_withheld(laying, item) && k < item->reason_count; k++)
            if (has_claim(item->reasons[k].rule->evidence, claim))
                return true;
    }
    return false;
}

static void choose_claims(struct laying *laying)
{
    const struct numbers all = laying->plan->evidence;
    size_t *list = arena_array(laying->arena, all.count, sizeof *list);
    laying->claims.list = list;
    for (size_t i = 0; i < all.count; i++)
        if (is_on_page(laying, all.list[i]))
            list[laying->claims.count++] = all.list[i];
}

void add_expired(struct laying *laying, struct document_node *document)
{
    if (laying->plan->expired)
        add(laying, add_callout(laying, document, LEVEL_CLINICIAN, NULL), DOC_PARAGRAPH,
            phrase_with(laying, PHRASE_expired, long_date(laying, laying->plan->pack->review_by)));
}

/* What "[4,7, doubts]" means. */
static void add_key(struct laying *laying, struct document_node *document)
{
    const struct numbers claims = laying->claims;
    const char *key = phrase_with(laying, PHRASE_references, phrase(laying, PHRASE_rests_on));
    size_t sure = 0;
    while (sure < claims.count && !has_doubts(&laying->plan->pack->claims[claims.list[sure]]))
        sure++;
    if (claims.count == 0)
        return;
    if (sure < claims.count)
        key = arena_print(laying->arena, "%s %s", key,
                          phrase_with(laying, PHRASE_references_doubts, phrase(laying, PHRASE_doubts)));
    add(laying, document, DOC_PARAGRAPH, key);
}

static void lay_out_plan(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    const bool paper = laying->options.medium == FOR_PAPER;
    add_notes(laying, document);
    add_open_notes(laying, document);
    add_timeline(laying, document);
    add_signs(laying, document);
    add_key(laying, document);
    add_warnings(laying, document, 0);
    if (paper)
        add_glance(laying, document);
    for (size_t i = 0; i < plan->phase_count; i++)
        lay_out_phase(laying, document, &plan->phases[i]);
    add_reviews(laying, document);
    if (paper)
        add_questions_to_take(laying, document);
    else
        add_journal(laying, document);
    add_clinician_page(laying, document);
    if (paper)
        add_journal_pages(laying, document);
    add_refine(laying, document);
    add_sources(laying, document);
}

const struct document_node *document_of(struct arena *arena, const struct sc_plan *plan,
                                        struct document_options options)
{
    struct laying laying = {.arena = arena, .plan = plan, .options = options};
    choose_claims(&laying);
    struct document_node *document = begin_document(&laying);
    document->one_page = options.week != 0 || !plan_is_printed(plan);
    add_title(&laying, document);
    if (plan_is_printed(plan))
        add_expired(&laying, document);
    if (plan->status == SC_WITHHELD)
        lay_out_withheld(&laying, document);
    else if (plan->status == SC_UNSCREENED)
        lay_out_unscreened(&laying, document);
    else if (options.week != 0)
        lay_out_week(&laying, document);
    else
        lay_out_plan(&laying, document);
    add_footer(&laying, document);
    return document;
}
