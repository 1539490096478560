/* Behind a text stands how far its figures hold: no figure is printed as sure that the ledger calls less. */
#include "document/laying.h"

#include "pack/claim_figures.h"
#include "support/buffer.h"

#include <string.h>

static const enum phrase figure_phrases[CLAIM_STATUS_COUNT] = {
    [CLAIM_SUPPORTED] = PHRASE_supported,
    [CLAIM_PARTLY] = PHRASE_figure_partly,
    [CLAIM_UNVERIFIED] = PHRASE_figure_unverified,
    [CLAIM_OUTDATED] = PHRASE_figure_outdated,
    [CLAIM_CONTRADICTED] = PHRASE_figure_contradicted,
};

/* A supported claim that has the figure makes it sure, wherever in it that stands. Else the worst status of
 * the claims that say it: a finding that repeats a figure may do so in order to deny it. A figure that stands
 * in findings alone is the evidence's own. */
static enum claim_status status_of(const struct laying *laying, const struct figure *figure,
                                   struct numbers claims)
{
    enum claim_status worst = CLAIM_SUPPORTED;
    for (size_t i = 0; i < claims.count; i++) {
        const size_t claim = claims.list[i];
        enum claim_status status = laying->plan->pack->claims[claim].status;
        if (status == CLAIM_SUPPORTED && claim_has(laying->figures, figure, claim))
            return CLAIM_SUPPORTED;
        if (status > worst && claim_says(laying->figures, figure, claim))
            worst = status;
    }
    return worst;
}

/* Most texts rest on no claim that is in doubt and says a figure: theirs need not be looked for. */
static bool may_doubt(const struct laying *laying, struct numbers claims)
{
    for (size_t i = 0; i < claims.count; i++)
        if (laying->plan->pack->claims[claims.list[i]].status > CLAIM_SUPPORTED &&
            claim_says_any(laying->figures, claims.list[i]))
            return true;
    return false;
}

#define FIGURE_JOINT ", "

/* A text may print the same figure twice: once with its status is enough. */
static bool is_listed(const char *list, const char *words)
{
    const size_t length = strlen(words);
    const char *at = list != NULL ? strstr(list, words) : NULL;
    for (; at != NULL; at = strstr(at + 1, words)) {
        bool begins = at == list || at[-1] == ' ', ends = at[length] == '\0' || at[length] == ',';
        if (begins && ends)
            return true;
    }
    return false;
}

const char *with_doubts(struct laying *laying, const char *text, struct numbers claims)
{
    const struct sc_pack *pack = laying->plan->pack;
    if (text == NULL)
        return text;
    if (laying->figures == NULL)
        laying->figures = claim_figures_in(laying->arena, pack);
    if (!may_doubt(laying, claims))
        return text;
    const char *statuses[CLAIM_STATUS_COUNT] = {0};
    struct figures figures = figures_printed(text, pack);
    const char *printed = text; /* up to here: a range stands there whole, its second number not again */
    bool any = false;
    for (struct figure figure; figure_next(&figures, &figure);) {
        enum claim_status status = status_of(laying, &figure, claims);
        if (status == CLAIM_SUPPORTED || figure.start < printed)
            continue;
        printed = figure.start + figure.length;
        any = true;
        const char *words = arena_copy(laying->arena, figure.start, figure.length);
        if (!is_listed(statuses[status], words))
            statuses[status] = joined(laying, statuses[status], FIGURE_JOINT, words);
    }
    if (!any)
        return text;
    struct buffer out = buffer_in(laying->arena);
    buffer_text(&out, text);
    for (size_t status = 0; status < CLAIM_STATUS_COUNT; status++)
        if (statuses[status] != NULL)
            buffer_print(&out, " (%s: %s)", statuses[status], phrase(laying, figure_phrases[status]));
    return buffer_string(&out);
}
