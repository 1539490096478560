/* The ledger as a page: a section a status, an entry a claim. */
#include "ledger/ledger.h"

#include "document/laying.h"

static void add_labelled(struct laying *laying, struct document_node *entry, enum phrase label,
                         const char *text)
{
    if (text != NULL)
        add_term(laying, add(laying, entry, DOC_LABELLED, NULL), phrase(laying, label), text);
}

static const char *source_words(struct laying *laying, const struct claim_source *source)
{
    const char *words = source->note != NULL ? source->note : source->title;
    if (source->year != NULL)
        words = arena_print(laying->arena, "%s, %s", words, source->year);
    return source->link != NULL ? arena_print(laying->arena, "%s (%s)", words, source->link) : words;
}

static const char *sources_words(struct laying *laying, const struct claim *claim)
{
    const char *all = NULL;
    for (size_t i = 0; i < claim->sources.count; i++)
        all = joined(laying, all, "; ",
                     source_words(laying, &laying->plan->pack->sources[claim->sources.list[i]]));
    return all;
}

static const char *uses_words(struct laying *laying, size_t claim)
{
    struct use *uses;
    const char *all = NULL;
    size_t count = uses_of(laying->arena, laying->plan->pack, claim, &uses);
    for (size_t i = 0; i < count; i++)
        all = joined(laying, all, "; ",
                     uses[i].title != NULL ? uses[i].title
                     : uses[i].id != NULL  ? uses[i].id
                                           : uses[i].kind);
    return all != NULL ? all : phrase(laying, PHRASE_used_nowhere);
}

static void add_claim(struct laying *laying, struct document_node *section, size_t number)
{
    const struct claim *claim = &laying->plan->pack->claims[number];
    struct document_node *entry = add(laying, section, DOC_ENTRY, claim->id);
    entry->label = claim->note;
    add_labelled(laying, entry, PHRASE_one_says, claim->says);
    add_labelled(laying, entry, claim->corrects ? PHRASE_is_corrected : PHRASE_is_known, claim->finding);
    add_labelled(laying, entry, PHRASE_disputed, claim->disputed);
    if (claim->checked_written && !claim->checked)
        add(laying, entry, DOC_PARAGRAPH,
            arena_print(laying->arena, "%s.", capital(laying, phrase(laying, PHRASE_not_checked))));
    add_labelled(laying, entry, PHRASE_sources, sources_words(laying, claim));
    add_labelled(laying, entry, PHRASE_used_in, uses_words(laying, number));
}

const struct document_node *ledger_document(struct arena *arena, const struct chosen *chosen)
{
    const struct sc_plan plan = {.pack = chosen->pack, .expired = chosen->expired};
    struct laying laying = {.arena = arena, .plan = &plan};
    struct document_node *document = begin_document(&laying);
    struct document_node *title = add(&laying, document, DOC_TITLE, chosen->pack->title), *section = NULL;
    title->label = phrase(&laying, PHRASE_rests_on);
    add_expired(&laying, document);
    if (chosen->count == 0)
        add(&laying, document, DOC_PARAGRAPH, phrase(&laying, PHRASE_no_such_claim));
    for (size_t i = 0; i < chosen->count; i++) {
        enum claim_status status = chosen->pack->claims[chosen->claims[i]].status;
        if (i == 0 || chosen->pack->claims[chosen->claims[i - 1]].status != status)
            section =
                add(&laying, document, DOC_SECTION, capital(&laying, claim_status_words(&laying, status)));
        add_claim(&laying, section, chosen->claims[i]);
    }
    return document;
}
