/* What follows the phases: reviews, the journal, sources, the footer; and warnings, wherever they belong. */
#include "document/laying.h"

#include "support/buffer.h"

#include <string.h>

void add_warnings(struct laying *laying, struct document_node *parent, unsigned kinds)
{
    const struct sc_plan *plan = laying->plan;
    for (size_t i = 0; i < plan->warning_count; i++) {
        unsigned beside = plan->warnings[i].warning->beside;
        bool here = beside == 0 ? kinds == 0 : (beside & kinds & ~laying->warned) != 0;
        if (here)
            add(laying, parent, DOC_PARAGRAPH, plan->warnings[i].text);
    }
    laying->warned |= kinds;
}

const char *week_of_review(const struct laying *laying, const struct review *review)
{
    const char *week = arena_print(laying->arena, "%s %d", phrase(laying, PHRASE_week), review->week);
    if (!date_is_set(laying->plan->start))
        return week;
    return arena_print(laying->arena, "%s, %s", week,
                       long_date(laying, date_after(laying->plan->start, 7L * review->week - 1)));
}

void add_review_screen(struct laying *laying, struct document_node *section)
{
    const struct sc_pack *pack = laying->plan->pack;
    size_t sign = 0;
    while (sign < pack->alert_count && pack->alerts[sign].sign == NULL)
        sign++;
    if (sign < pack->alert_count)
        add(laying, section, DOC_PARAGRAPH,
            phrase_with(laying, PHRASE_review_screen, phrase(laying, PHRASE_stop_if)));
}

void add_reviews(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    if (plan->review_count == 0)
        return;
    struct document_node *section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_reviews));
    struct document_node *terms = add(laying, section, DOC_TERMS, NULL);
    bool *again = arena_array(laying->arena, plan->pack->question_count, sizeof *again);
    for (size_t i = 0; i < plan->review_count; i++) {
        const struct review *review = plan->reviews[i].review;
        add_term(laying, terms, week_of_review(laying, review), plan->reviews[i].text);
        for (size_t k = 0; k < review->look_at.count; k++)
            again[review->look_at.list[k]] = true;
    }
    add_review_screen(laying, section);
    size_t *list = arena_array(laying->arena, plan->pack->question_count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < plan->pack->question_count; i++)
        if (again[i])
            list[count++] = i;
    if (count > 0)
        add_questions(laying, add(laying, section, DOC_GROUP, phrase(laying, PHRASE_look_at)),
                      (struct numbers){list, count}, WITH_ANSWERS);
}

void name_days(struct laying *laying, struct document_node *journal)
{
    const struct date start = laying->plan->start;
    int first = date_is_set(start) ? date_weekday(start) : 0;
    for (int day = 0; day < 7; day++)
        journal->columns[day] = day_name(laying, (first + day) % 7, true);
}

/* "Sleep (week 9 and on)": the sheet is for any week, the item perhaps not. */
static const char *row_words(const struct laying *laying, const struct item *item)
{
    const struct sc_pack *pack = laying->plan->pack;
    const struct weeks weeks = item->weeks, last = pack->phases[pack->phase_count - 1].weeks;
    if (weeks.from == 1 && (weeks.to == 0 || weeks.to == last.to))
        return item->title;
    return arena_print(laying->arena, "%s (%s)", item->title, weeks_words(laying, weeks));
}

void add_journal(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    struct document_node *section = NULL, *journal = NULL;
    for (size_t i = 0; i < plan->item_count; i++) {
        if (plan->items[i].status != ITEM_OFFERED || plan->items[i].item->track == TRACK_NOT)
            continue;
        if (journal == NULL) {
            section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_journal));
            journal = add(laying, section, DOC_JOURNAL, NULL);
        }
        add(laying, journal, DOC_ROW, row_words(laying, plan->items[i].item))->track =
            plan->items[i].item->track;
    }
    if (journal == NULL)
        return;
    name_days(laying, journal);
    add_warnings(laying, section, 1u << KIND_COUNT);
}

void add_refine(struct laying *laying, struct document_node *document)
{
    if (laying->plan->refine.count == 0)
        return;
    struct document_node *section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_better_with));
    add_questions(laying, section, laying->plan->refine, ALONE);
}

static const enum phrase status_phrases[CLAIM_STATUS_COUNT] = {
    [CLAIM_SUPPORTED] = PHRASE_supported,       [CLAIM_PARTLY] = PHRASE_partly,
    [CLAIM_UNVERIFIED] = PHRASE_unverified,     [CLAIM_OUTDATED] = PHRASE_outdated,
    [CLAIM_CONTRADICTED] = PHRASE_contradicted,
};

const char *claim_status_words(const struct laying *laying, enum claim_status status)
{
    return phrase(laying, status_phrases[status]);
}

static void add_source_names(struct laying *laying, struct document_node *term, const struct claim *claim)
{
    for (size_t i = 0; i < claim->sources.count; i++) {
        const struct claim_source *source = &laying->plan->pack->sources[claim->sources.list[i]];
        const char *name = source->year != NULL
                               ? arena_print(laying->arena, "%s, %s", source->title, source->year)
                               : source->title;
        add(laying, term, DOC_SOURCE, name)->detail = source->link;
    }
}

/* How far it holds, before the words that may not: then the claim, and what is known. */
static const char *claim_words(const struct laying *laying, const struct claim *claim)
{
    struct buffer out = buffer_in(laying->arena);
    buffer_text(&out, capital(laying, claim_status_words(laying, claim->status)));
    if (claim->checked_written && !claim->checked)
        buffer_print(&out, " (%s)", phrase(laying, PHRASE_not_checked));
    buffer_print(&out, ": %s", phrase_with(laying, PHRASE_quoted, claim->says));
    if (claim->finding != NULL)
        buffer_print(&out, " %s", claim->finding);
    if (claim->disputed != NULL)
        buffer_print(&out, " %s %s", phrase(laying, PHRASE_disputed), claim->disputed);
    return buffer_string(&out);
}

void add_sources(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    if (laying->claims.count == 0)
        return;
    struct document_node *section = add(laying, document, DOC_SECTION, phrase(laying, PHRASE_rests_on));
    struct document_node *sources = add(laying, section, DOC_SOURCES, NULL);
    for (size_t i = 0; i < laying->claims.count; i++) {
        const struct claim *claim = &plan->pack->claims[laying->claims.list[i]];
        const char *label = arena_print(laying->arena, "[%zu]", i + 1);
        add_source_names(laying, add_term(laying, sources, label, claim_words(laying, claim)), claim);
    }
}

void add_footer(struct laying *laying, struct document_node *document)
{
    const struct sc_plan *plan = laying->plan;
    const struct sc_pack *pack = plan->pack;
    struct document_node *footer = add(laying, document, DOC_FOOTER, NULL);
    footer->label = phrase(laying, PHRASE_page);
    if (plan->expired && !plan_is_printed(plan))
        add(laying, footer, DOC_PARAGRAPH,
            phrase_with(laying, PHRASE_expired, long_date(laying, pack->review_by)));
    if (plan->notice != NULL)
        add(laying, footer, DOC_PARAGRAPH, plan->notice);
    const char *checked = "";
    if (date_is_set(pack->reviewed))
        checked = arena_print(laying->arena, ", %s",
                              phrase_with(laying, PHRASE_content_checked, long_date(laying, pack->reviewed)));
    add(laying, footer, DOC_PARAGRAPH,
        arena_print(laying->arena, "%s %s (%.12s)%s, stepcare %s", pack->id, pack->version, pack->sha256,
                    checked, sc_version()));
}
