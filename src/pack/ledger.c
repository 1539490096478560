/* What a pack owes its readers: a figure rests on a claim that has it, and whatever may state a fact says
 * what it rests on. Checked by `check` and when packs are built in; no plan waits for it. */
#include "pack/claim_figures.h"
#include "pack/reading.h"

#include "support/call.h"

#include <string.h>

/* Has what a text stands in the key 'evidence'? */
enum citing { CAN_CITE, CANNOT_CITE };

/* A text that may hold figures, and the claims that it may rest on. */
struct cited {
    const struct sc_pack *pack;
    struct sc_diagnostics *diagnostics;
    struct arena *arena;
    const char *whose; /* "the item 'ibuprofen'" */
    enum citing citing;
    struct numbers own, items;
    struct claim_figures *figures;
};

static bool rests_on(const struct cited *cited, const struct figure *figure, struct numbers claims)
{
    for (size_t i = 0; i < claims.count; i++)
        if (claim_has(cited->figures, figure, claims.list[i]))
            return true;
    return false;
}

static void complain_figure(const struct cited *cited, const struct figure *figure, struct place place,
                            const char *key)
{
    const char *hint = "cite a claim whose 'says' or 'finding' has this figure",
               *why = "no claim that it cites has it";
    if (cited->citing == CANNOT_CITE) {
        hint =
            "say it in an item, an alert or a warning, which can cite the claim that it rests on, or without "
            "the figure";
        why = "no claim can be cited there";
    } else if (cited->own.count + cited->items.count == 0) {
        hint = "cite the claim that it rests on under 'evidence'";
        why = "it cites no claim";
    }
    diagnostics_error(cited->diagnostics, place, hint, "'%s' of %s prints the figure '%.*s', and %s", key,
                      cited->whose, (int)figure->length, figure->start, why);
}

static void check_words(const struct cited *cited, const char *words, struct place place, const char *key)
{
    struct figures figures = figures_in(words != NULL ? words : "", cited->pack->written_language);
    for (struct figure figure; figure_next(&figures, &figure);)
        if (!rests_on(cited, &figure, cited->own) && !rests_on(cited, &figure, cited->items))
            complain_figure(cited, &figure, place, key);
}

/* Plain words stand under their key, and those of an option under its name. */
static void check_plain(const struct cited *cited, const char *words, struct spot mapping, const char *key,
                        const char *option)
{
    struct spot spot = spot_of(mapping, key);
    struct spot named = option != NULL && spot_is_there(spot) ? spot_of(spot, option) : spot;
    spot = spot_is_there(named) ? named : spot;
    check_words(cited, words, spot_place(spot_is_there(spot) ? spot : mapping), key);
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

static void check_rules(const struct cited *item, const struct rules *rules, const char *a_kind)
{
    for (size_t i = 0; i < rules->count; i++) {
        const struct rule *rule = &rules->list[i];
        struct cited cited = *item;
        cited.own = rule->evidence;
        cited.whose = rule->id != NULL ? arena_print(item->arena, "the %s '%s' of %s",
                                                     strchr(a_kind, ' ') + 1, rule->id, item->whose)
                                       : arena_print(item->arena, "%s of %s", a_kind, item->whose);
        check_cites(&cited, rule->place);
        check_text(&cited, &rule->say, "say");
    }
}

/* A number of a schedule stands before its unit on the page: "10 mg" in a schedule would be a dose. */
static void check_units(const struct cited *cited, const struct item *item)
{
    const struct spot written = spot_of(item->spot, "schedule");
    node_id id = item->schedule.count > 0 ? written.id : 0;
    if (id != 0 && tree_node(written.tree, id)->kind == NODE_SEQUENCE)
        id = tree_node(written.tree, id)->first;
    for (size_t i = 0; i < item->schedule.count && id != 0; i++, id = tree_node(written.tree, id)->next) {
        const char *numbered = arena_print(cited->arena, "10 %s", item->schedule.list[i].unit);
        struct figures figures = figures_in(numbered, cited->pack->written_language);
        struct figure figure;
        if (figure_next(&figures, &figure))
            diagnostics_error(cited->diagnostics,
                              spot_place(spot_of((struct spot){written.tree, id}, "unit")),
                              "count what is done: minutes, repeats",
                              "'unit' of %s makes each number of the schedule a figure, as in '%.*s'",
                              cited->whose, (int)figure.length, figure.start);
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
    check_plain(&cited, item->title, item->spot, "title", NULL);
    check_units(&cited, item);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        check_text(&cited, texts[i].text, texts[i].key);
    for (size_t i = 0; i < item->how.count; i++)
        check_text(&cited, &item->how.list[i], "how");
    cited.items = item->evidence;
    check_rules(&cited, &item->avoid, "an avoid");
    check_rules(&cited, &item->caution, "a caution");
    check_rules(&cited, &item->notes, "a note");
}

static void check_alerts(struct cited cited)
{
    const struct sc_pack *pack = cited.pack;
    for (size_t i = 0; i < pack->alert_count; i++) {
        const struct alert *alert = &pack->alerts[i];
        cited.own = alert->evidence;
        cited.whose = arena_print(cited.arena, "the alert '%s'", alert->id);
        check_cites(&cited, alert->place);
        check_plain(&cited, alert->sign, alert->spot, "sign", NULL);
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

static void check_question(struct cited cited, const struct question *question)
{
    cited.whose = arena_print(cited.arena, "the question '%s'", question->id);
    check_plain(&cited, question->ask, question->spot, "ask", NULL);
    check_plain(&cited, question->help, question->spot, "help", NULL);
    check_plain(&cited, question->unit, question->spot, "unit", NULL);
    check_plain(&cited, question->none_label, question->spot, "options", "none");
    check_plain(&cited, question->said, question->spot, "said", "yes");
    check_plain(&cited, question->said_no, question->spot, "said",
                question->type == SC_YES_NO ? "no" : "none");
    for (size_t k = 0; k < question->option_count; k++) {
        check_plain(&cited, question->labels[k], question->spot, "options", question->options[k]);
        if (question->said_options != NULL)
            check_plain(&cited, question->said_options[k], question->spot, "said", question->options[k]);
    }
}

/* Texts that can cite nothing: a figure has no place in them. */
static void check_frame(struct cited cited)
{
    const struct sc_pack *pack = cited.pack;
    cited.citing = CANNOT_CITE;
    cited.whose = "the pack";
    check_plain(&cited, pack->title, pack->spot, "title", NULL);
    check_text(&cited, &pack->notice, "notice");
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        check_text(&cited, &pack->call[i], "call");
    for (size_t i = 0; i < pack->phase_count; i++) {
        const struct phase *phase = &pack->phases[i];
        cited.whose = arena_print(cited.arena, "the phase '%s'", phase->id);
        check_plain(&cited, phase->title, phase->spot, "title", NULL);
        check_text(&cited, &phase->goal, "goal");
        check_text(&cited, &phase->say, "say");
        check_text(&cited, &phase->next, "next");
        check_text(&cited, &phase->each_week, "each_week");
    }
    for (size_t i = 0; i < pack->ladder_count; i++) {
        const struct ladder *ladder = &pack->ladders[i];
        cited.whose = arena_print(cited.arena, "the ladder '%s'", ladder->id);
        check_text(&cited, &ladder->otherwise, "otherwise");
        check_text(&cited, &ladder->exhausted, "exhausted");
        for (size_t k = 0; k < ladder->step_count; k++) {
            cited.whose = arena_print(cited.arena, "the step '%s'", ladder->steps[k].id);
            check_plain(&cited, ladder->steps[k].title, ladder->steps[k].spot, "title", NULL);
            check_text(&cited, &ladder->steps[k].say, "say");
        }
    }
    for (size_t i = 0; i < pack->review_count; i++) {
        cited.whose = arena_print(cited.arena, "the review in week %d", pack->reviews[i].week);
        check_text(&cited, &pack->reviews[i].say, "say");
    }
    for (size_t i = 0; i < pack->question_count; i++)
        check_question(cited, &pack->questions[i]);
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
    cited.figures = claim_figures_in(arena, pack);
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
