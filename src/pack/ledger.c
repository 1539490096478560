/* What a pack owes its readers: a figure rests on a claim that has it, and whatever may state a fact says
 * what it rests on. Checked by `check` and when packs are built in; no plan waits for it. */
#include "pack/figures.h"

#include "support/call.h"

#include <string.h>

/* A text that may hold figures, and the claims that it may rest on. */
struct cited {
    const struct sc_pack *pack;
    struct sc_diagnostics *diagnostics;
    struct arena *arena;
    const char *whose; /* "the item 'ibuprofen'" */
    struct numbers own, items;
};

static bool rests_on(const struct sc_pack *pack, const struct figure *figure, struct numbers claims)
{
    for (size_t i = 0; i < claims.count; i++)
        if (figure_in_claim(pack, figure, claims.list[i]) != FIGURE_NOT_THERE)
            return true;
    return false;
}

static void check_words(const struct cited *cited, const char *words, struct place place, const char *key)
{
    struct figure figure;
    for (const char *at = words; words != NULL && figure_next(&at, &figure);) {
        if (rests_on(cited->pack, &figure, cited->own) || rests_on(cited->pack, &figure, cited->items))
            continue;
        bool cites = cited->own.count + cited->items.count > 0;
        diagnostics_error(cited->diagnostics, place,
                          cites ? "cite a claim whose 'says' or 'finding' has this figure"
                                : "cite the claim that it rests on under 'evidence'",
                          "'%s' of %s prints the figure '%.*s', and %s", key, cited->whose,
                          (int)figure.length, figure.start,
                          cites ? "no claim that it cites has it" : "it cites no claim");
    }
}

static void check_text(const struct cited *cited, const struct text *text, const char *key)
{
    for (size_t i = 0; i < text->count; i++)
        for (size_t k = 0; k < text->variants[i].piece_count; k++)
            check_words(cited, text->variants[i].pieces[k].words, text->variants[i].place, key);
}

static void check_cites(const struct cited *cited, struct place place)
{
    if (cited->pack->claim_count > 0 && cited->own.list == NULL)
        diagnostics_error(cited->diagnostics, place,
                          "'evidence: []' says outright that it states no medical fact",
                          "%s does not say what it rests on: it has no 'evidence'", cited->whose);
}

static void check_rules(const struct cited *item, const struct rules *rules, const char *kind)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->list[i];
        struct cited cited = *item;
        cited.own = rule->evidence;
        cited.whose = rule->id != NULL
                          ? arena_print(item->arena, "the %s '%s' of %s", kind, rule->id, item->whose)
                          : arena_print(item->arena, "a %s of %s", kind, item->whose);
        check_cites(&cited, rule->place);
        check_text(&cited, &rule->say, "say");
    }
}

static void check_item(struct cited cited, const struct item *item)
{
    const struct {
        const struct text *text;
        const char *key;
    } texts[] = {{&item->say, "say"},   {&item->why, "why"},    {&item->smallest, "smallest"},
                 {&item->good, "good"}, {&item->stop, "stop"},  {&item->bad_day, "bad_day"},
                 {&item->ask, "ask"},   {&item->doubt, "doubt"}};
    cited.own = item->evidence;
    cited.whose = arena_print(cited.arena, "the item '%s'", item->id);
    check_cites(&cited, item->place);
    check_words(&cited, item->title, item->place, "title");
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        check_text(&cited, texts[i].text, texts[i].key);
    for (size_t i = 0; i < item->how.count; i++)
        check_text(&cited, &item->how.list[i], "how");
    cited.items = item->evidence;
    check_rules(&cited, &item->avoid, "avoid");
    check_rules(&cited, &item->caution, "caution");
    check_rules(&cited, &item->notes, "note");
}

static void check_alerts(struct cited cited)
{
    const struct sc_pack *pack = cited.pack;
    for (size_t i = 0; i < pack->alert_count; i++) {
        const struct alert *alert = &pack->alerts[i];
        cited.own = alert->evidence;
        cited.whose = arena_print(cited.arena, "the alert '%s'", alert->id);
        check_cites(&cited, alert->place);
        check_words(&cited, alert->sign, alert->place, "sign");
        check_text(&cited, &alert->say, "say");
        check_text(&cited, &alert->why, "why");
    }
    for (size_t i = 0; i < pack->warning_count; i++) {
        const struct warning *warning = &pack->warnings[i];
        cited.own = warning->evidence;
        cited.whose =
            warning->id != NULL ? arena_print(cited.arena, "the warning '%s'", warning->id) : "a warning";
        check_text(&cited, &warning->say, "say");
    }
}

/* Texts that can cite nothing: a figure has no place in them. */
static void check_frame(struct cited cited)
{
    const struct sc_pack *pack = cited.pack;
    cited.whose = "the pack";
    check_text(&cited, &pack->notice, "notice");
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        check_text(&cited, &pack->call[i], "call");
    for (size_t i = 0; i < pack->phase_count; i++) {
        const struct phase *phase = &pack->phases[i];
        cited.whose = arena_print(cited.arena, "the phase '%s'", phase->id);
        check_words(&cited, phase->title, phase->place, "title");
        check_text(&cited, &phase->goal, "goal");
        check_text(&cited, &phase->say, "say");
        check_text(&cited, &phase->next, "next");
    }
    for (size_t i = 0; i < pack->ladder_count; i++) {
        const struct ladder *ladder = &pack->ladders[i];
        cited.whose = arena_print(cited.arena, "the ladder '%s'", ladder->id);
        check_text(&cited, &ladder->otherwise, "otherwise");
        check_text(&cited, &ladder->exhausted, "exhausted");
        for (size_t k = 0; k < ladder->step_count; k++) {
            check_words(&cited, ladder->steps[k].title, ladder->steps[k].place, "title");
            check_text(&cited, &ladder->steps[k].say, "say");
        }
    }
    for (size_t i = 0; i < pack->review_count; i++) {
        cited.whose = arena_print(cited.arena, "the review in week %d", pack->reviews[i].week);
        check_text(&cited, &pack->reviews[i].say, "say");
    }
    for (size_t i = 0; i < pack->question_count; i++) {
        const struct question *question = &pack->questions[i];
        cited.whose = arena_print(cited.arena, "the question '%s'", question->id);
        check_words(&cited, question->ask, question->place, "ask");
        check_words(&cited, question->help, question->place, "help");
        for (size_t k = 0; k < question->option_count; k++)
            check_words(&cited, question->labels[k], question->place, "options");
    }
}

struct checking {
    const struct sc_pack *pack;
    const char *today;
    struct sc_diagnostics *diagnostics;
};

static enum sc_status check_in(struct arena *arena, void *context)
{
    const struct checking *checking = context;
    const struct sc_pack *pack = checking->pack;
    struct cited cited = {.pack = pack, .diagnostics = checking->diagnostics, .arena = arena};
    size_t errors = diagnostics_errors(checking->diagnostics);
    check_frame(cited);
    check_alerts(cited);
    for (size_t i = 0; i < pack->item_count; i++)
        check_item(cited, &pack->items[i]);
    if (checking->today != NULL && date_is_set(pack->review_by) &&
        strcmp(checking->today, pack->review_by_text) > 0)
        diagnostics_warning(checking->diagnostics, pack->review_by_place, NULL,
                            "the content was due for review on %s; every plan says so", pack->review_by_text);
    return diagnostics_errors(checking->diagnostics) > errors ? SC_INVALID : SC_OK;
}

enum sc_status sc_ledger_check(const struct sc_pack *pack, const char *today,
                               struct sc_diagnostics *diagnostics)
{
    struct checking checking = {pack, today, diagnostics};
    return call_in_new(ARENA_GOES, diagnostics, check_in, &checking);
}
