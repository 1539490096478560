/* Every text that a plan prints, with what it belongs to: so that two plans can be laid side by side. */
#include "compare/compare.h"

#include "document/laying.h"

#include <string.h>

const char *const text_of_names[OF_COUNT] = {
#define OF(name, words) words,
    TEXTS_OF(OF)
#undef OF
};

struct gathering {
    struct arena *arena;
    const struct sc_plan *plan;
    struct printed_text *list;
    size_t count, capacity;
    struct printed_text thing; /* that the next texts belong to */
};

/* `from`: what it was taken from. */
static void put_all(struct gathering *gathering, const char *key, struct texts from, const char *text)
{
    gathering->list = arena_grow(gathering->arena, gathering->list, gathering->count, &gathering->capacity,
                                 sizeof *gathering->list);
    struct printed_text *printed = &gathering->list[gathering->count++];
    *printed = gathering->thing;
    printed->key = key;
    printed->from = from;
    printed->text = text;
}

/* `from` may be NULL: the same words for everyone. */
static void put(struct gathering *gathering, const char *key, const struct text *from, const char *text)
{
    put_all(gathering, key, (struct texts){from, from != NULL ? 1 : 0}, text);
}

static void begin(struct gathering *gathering, enum text_of of, const char *id, const char *title)
{
    gathering->thing = (struct printed_text){.of = of, .id = id, .title = title, .phase = SIZE_MAX};
}

static void put_plan(struct gathering *gathering)
{
    const struct sc_plan *plan = gathering->plan;
    const struct sc_pack *pack = plan->pack;
    const struct laying laying = {.arena = gathering->arena, .plan = plan};
    begin(gathering, OF_PACK, pack->id, pack->title);
    put(gathering, "title", NULL, pack->title);
    put(gathering, "notice", &pack->notice, plan->notice);
    for (enum level level = 0; level < LEVEL_COUNT; level++) {
        begin(gathering, OF_PACK, pack->id, level_heading(&laying, level));
        put(gathering, arena_print(gathering->arena, "call %s", level_names[level]), &pack->call[level],
            plan->call[level]);
    }
}

static void put_signs(struct gathering *gathering)
{
    const struct sc_pack *pack = gathering->plan->pack;
    for (size_t i = 0; i < pack->alert_count; i++) {
        const struct alert *alert = &pack->alerts[i];
        begin(gathering, OF_SIGN, alert->id, alert->id);
        put(gathering, "sign", NULL, alert->sign);
    }
}

static void put_questions(struct gathering *gathering)
{
    const struct sc_pack *pack = gathering->plan->pack;
    for (size_t i = 0; i < pack->question_count; i++) {
        const struct question *question = &pack->questions[i];
        begin(gathering, OF_QUESTION, question->id, question_in_words(gathering->arena, question));
        put(gathering, "ask", NULL, question->ask);
        for (size_t k = 0; k < question->option_count; k++)
            put(gathering, arena_print(gathering->arena, "option %s", question->options[k]), NULL,
                question->labels[k]);
    }
}

static void put_alerts(struct gathering *gathering)
{
    const struct sc_plan *plan = gathering->plan;
    for (size_t i = 0; i < plan->alert_count; i++) {
        const struct alert *alert = plan->alerts[i].alert;
        begin(gathering, OF_ALERT, alert->id, alert->sign != NULL ? alert->sign : alert->id);
        gathering->thing.evidence = alert->evidence;
        put(gathering, "say", &alert->say, plan->alerts[i].text);
        put(gathering, "why", &alert->why, plan->alerts[i].why);
    }
}

static void put_phases(struct gathering *gathering)
{
    const struct sc_plan *plan = gathering->plan;
    for (size_t i = 0; i < plan->phase_count; i++) {
        const struct plan_phase *printed = &plan->phases[i];
        const struct phase *phase = printed->phase;
        begin(gathering, OF_PHASE, phase->id, phase->title);
        gathering->thing.phase = i;
        put(gathering, "title", NULL, phase->title);
        put(gathering, "goal", &phase->goal, printed->goal);
        put(gathering, "say", &phase->say, printed->say);
        put(gathering, "next", &phase->next, printed->next);
        put(gathering, "each_week", &phase->each_week, printed->each_week);
    }
}

/* What stands in the place of a step, or says what the step is. */
static void put_ladders(struct gathering *gathering)
{
    const struct sc_plan *plan = gathering->plan;
    for (size_t i = 0; i < plan->ladder_count; i++) {
        const struct plan_ladder *printed = &plan->ladders[i];
        const struct ladder *ladder = printed->ladder;
        if (printed->state == LADDER_ON_STEP) {
            const struct step *step = &ladder->steps[printed->step];
            begin(gathering, OF_STEP, arena_print(gathering->arena, "%s/%s", ladder->id, step->id),
                  step->title);
            gathering->thing.phase = ladder->phase;
            put(gathering, "title", NULL, step->title);
            put(gathering, "say", &step->say, printed->text);
        } else if (printed->state != LADDER_NEEDS_ANSWER) {
            bool not_needed = printed->state == LADDER_NOT_NEEDED;
            begin(gathering, OF_LADDER, ladder->id, plan->pack->phases[ladder->phase].title);
            gathering->thing.phase = ladder->phase;
            put(gathering, not_needed ? "otherwise" : "exhausted",
                not_needed ? &ladder->otherwise : &ladder->exhausted, printed->text);
        }
    }
}

static const char *how_of(struct gathering *gathering, struct words how)
{
    struct buffer all = buffer_in(gathering->arena);
    for (size_t i = 0; i < how.count; i++)
        buffer_print(&all, "%s%s", i > 0 ? " / " : "", how.list[i]);
    return how.count > 0 ? buffer_string(&all) : NULL;
}

static void put_item(struct gathering *gathering, const struct plan_item *printed)
{
    const struct item *item = printed->item;
    begin(gathering, OF_ITEM, item->id, item->title);
    gathering->thing.phase = item->phase;
    gathering->thing.evidence = printed->evidence;
    put(gathering, "title", NULL, item->title);
    if (printed->status == ITEM_OFFERED) {
        put(gathering, "say", &item->say, printed->say);
        put(gathering, "why", &item->why, printed->why);
        put_all(gathering, "how", item->how, how_of(gathering, printed->how));
        put(gathering, "smallest", &item->smallest, printed->smallest);
        put(gathering, "good", &item->good, printed->good);
        put(gathering, "bad_day", &item->bad_day, printed->bad_day);
        put(gathering, "stop", &item->stop, printed->stop);
        put(gathering, "ask", &item->ask, printed->ask);
        put(gathering, "doubt", &item->doubt, printed->doubt);
    }
    for (size_t i = 0; i < printed->reason_count; i++) {
        const struct rule *rule = printed->reasons[i].rule;
        gathering->thing.evidence = rule->evidence;
        if (rule->id != NULL)
            put(gathering, arena_print(gathering->arena, "avoid %s", rule->id), &rule->say,
                printed->reasons[i].text);
    }
}

static void put_reviews(struct gathering *gathering)
{
    const struct sc_plan *plan = gathering->plan;
    for (size_t i = 0; i < plan->review_count; i++) {
        const struct plan_review *printed = &plan->reviews[i];
        const char *week = arena_print(gathering->arena, "%d", printed->review->week);
        begin(gathering, OF_REVIEW, week,
              arena_print(gathering->arena, "%s %s", pack_phrase(plan->pack, PHRASE_week), week));
        put(gathering, "say", &printed->review->say, printed->text);
    }
}

struct printed_texts texts_of(struct arena *arena, const struct sc_plan *plan, enum pack_texts pack_texts)
{
    struct gathering gathering = {.arena = arena, .plan = plan};
    put_plan(&gathering);
    if (pack_texts == WITH_THOSE_OF_THE_PACK) {
        put_signs(&gathering);
        put_questions(&gathering);
    }
    put_alerts(&gathering);
    put_phases(&gathering);
    put_ladders(&gathering);
    for (size_t i = 0; i < plan->item_count; i++)
        put_item(&gathering, &plan->items[i]);
    put_reviews(&gathering);
    return (struct printed_texts){gathering.list, gathering.count};
}

static bool texts_differ(const struct printed_text *before, const struct printed_text *after)
{
    return (before->text == NULL) != (after->text == NULL) ||
           (before->text != NULL && strcmp(before->text, after->text) != 0);
}

/* A thing on one side alone is a change of its own, told elsewhere; but what only one version of a pack
 * prints or asks is told here. */
static bool counts_alone(const struct plan_changes *changes, const struct printed_text *text)
{
    if (!changes->packs_differ || text->text == NULL)
        return false;
    return text->of == OF_QUESTION || text->of == OF_SIGN ||
           (both_printed(changes) && (text->of == OF_PHASE || text->of == OF_REVIEW));
}

static bool text_changes(const struct plan_changes *changes, struct text_change change)
{
    if (change.before != NULL && change.after != NULL)
        return texts_differ(change.before, change.after);
    return counts_alone(changes, change.before != NULL ? change.before : change.after);
}

/* A plan has one pack, whatever it is called. */
static struct words text_names(struct arena *arena, struct printed_texts texts)
{
    const char **names = arena_array(arena, texts.count, sizeof *names);
    for (size_t i = 0; i < texts.count; i++)
        names[i] = arena_print(arena, "%s %s %s", text_of_names[texts.list[i].of],
                               texts.list[i].of == OF_PACK ? "" : texts.list[i].id, texts.list[i].key);
    return (struct words){names, texts.count};
}

void find_text_changes(struct arena *arena, struct plan_changes *changes)
{
    enum pack_texts pack_texts = changes->packs_differ ? WITH_THOSE_OF_THE_PACK : WITHOUT_THOSE_OF_THE_PACK;
    struct printed_texts before = texts_of(arena, changes->before, pack_texts);
    struct printed_texts after = texts_of(arena, changes->after, pack_texts);
    struct pairs pairs = pairs_of(arena, text_names(arena, before), text_names(arena, after));
    changes->texts = arena_array(arena, pairs.count, sizeof *changes->texts);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct pair pair = pairs.list[i];
        const struct text_change change = {
            .before = pair.before != SIZE_MAX ? &before.list[pair.before] : NULL,
            .after = pair.after != SIZE_MAX ? &after.list[pair.after] : NULL,
        };
        if (text_changes(changes, change))
            changes->texts[changes->text_count++] = change;
    }
}
