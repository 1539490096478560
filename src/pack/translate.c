/* A pack's words in another language: a translation replaces words and texts by id, and nothing else.
 *
 * The tables that hold words are copied first, so that a translation can be tried without changing the pack;
 * rules stay where they are, and every text keeps the conditions of its variants. */
#include "pack/files.h"
#include "pack/translating.h"
#include "support/call.h"

#include <stddef.h>
#include <string.h>

/* A copy of a table, and a pointer to each of its elements. */
static void *copied(struct arena *arena, const void *table, size_t count, size_t size, void ***things)
{
    char *copy = arena_array(arena, count, size);
    *things = arena_array(arena, count, sizeof **things);
    if (count > 0)
        memcpy(copy, table, count * size);
    for (size_t i = 0; i < count; i++)
        (*things)[i] = copy + i * size;
    return copy;
}

static void translate_list(struct translating *translating, const char *plural, const struct spoken *spoken)
{
    struct spot root = translating->root, mapping = spot_of(root, plural);
    if (spot_is_there(mapping))
        translate_by_id(translating, mapping, spoken);
    else if (spoken->count > 0)
        list_missing(translating, root, arena_print(translating->reading.arena, "'%s'", plural));
}

/* The pack's tables of things that have words: where they are in struct sc_pack, and what names each. */
#define TABLE(plural, section, list, count, type, id)                                                        \
    {                                                                                                        \
        plural, SECTION_##section, offsetof(struct sc_pack, list), offsetof(struct sc_pack, count),          \
            sizeof(struct type), id                                                                          \
    }
#define BY_ID(type) offsetof(struct type, id)
#define BY_WEEK     SIZE_MAX
static const struct table {
    const char *plural;
    enum section section;
    size_t list, count, size, id;
} tables[] = {
    TABLE("questions", QUESTION, questions, question_count, question, BY_ID(question)),
    TABLE("alerts", ALERT, alerts, alert_count, alert, BY_ID(alert)),
    TABLE("warnings", WARNING, warnings, warning_count, warning, BY_ID(warning)),
    TABLE("phases", PHASE, phases, phase_count, phase, BY_ID(phase)),
    TABLE("ladders", LADDER, ladders, ladder_count, ladder, BY_ID(ladder)),
    TABLE("items", ITEM, items, item_count, item, BY_ID(item)),
    TABLE("reviews", REVIEW, reviews, review_count, review, BY_WEEK),
    TABLE("claims", CLAIM, claims, claim_count, claim, BY_ID(claim)),
    TABLE("sources", SOURCE, sources, source_count, claim_source, BY_ID(claim_source)),
};

static const char *name_in_file(struct arena *arena, const struct table *table, const char *thing)
{
    const char *id;
    if (table->id == BY_WEEK)
        return arena_print(arena, "%d", ((const struct review *)(const void *)thing)->week);
    memcpy(&id, thing + table->id, sizeof id);
    return id;
}

/* Copies one of the pack's tables, lets the translation write into the copy, and puts it in its place. */
static void translate_table(struct translating *translating, const struct table *table)
{
    struct arena *arena = translating->reading.arena;
    char *pack = (char *)translating->pack;
    struct spoken spoken = {.section = table->section};
    const void *list;
    memcpy(&list, pack + table->list, sizeof list);
    memcpy(&spoken.count, pack + table->count, sizeof spoken.count);
    char *copy = copied(arena, list, spoken.count, table->size, &spoken.things);
    const char **ids = arena_array(arena, spoken.count, sizeof *ids);
    for (size_t i = 0; i < spoken.count; i++)
        ids[i] = name_in_file(arena, table, copy + i * table->size);
    spoken.ids = ids;
    memcpy(pack + table->list, &copy, sizeof copy);
    translate_list(translating, table->plural, &spoken);
}

static void translate_steps(struct translating *translating)
{
    struct arena *arena = translating->reading.arena;
    const struct sc_pack *pack = translating->pack;
    struct spoken spoken = {.section = SECTION_STEP};
    for (size_t i = 0; i < pack->ladder_count; i++)
        spoken.count += pack->ladders[i].step_count;
    const char **ids = arena_array(arena, spoken.count, sizeof *ids);
    spoken.things = arena_array(arena, spoken.count, sizeof *spoken.things);
    spoken.ids = ids;
    struct ladder *ladders = arena_array(arena, pack->ladder_count, sizeof *ladders);
    for (size_t i = 0, next = 0; i < pack->ladder_count; i++) {
        ladders[i] = pack->ladders[i];
        void **things;
        ladders[i].steps =
            copied(arena, ladders[i].steps, ladders[i].step_count, sizeof(struct step), &things);
        for (size_t k = 0; k < ladders[i].step_count; k++, next++) {
            ids[next] = ladders[i].steps[k].id;
            spoken.things[next] = things[k];
        }
    }
    translating->pack->ladders = ladders;
    translate_list(translating, "steps", &spoken);
}

static void translate_phrases(struct translating *translating)
{
    struct reading *reading = &translating->reading;
    struct spot words = spot_of(translating->root, "words");
    if (spot_is_there(words))
        read_phrases(reading, words);
    if (translating->missing != MISSING_IS_LISTED)
        return;
    enum { NAMED = 5 }; /* they are many, and must not drown what else is missing */
    struct buffer names = buffer_in(reading->arena);
    size_t count = 0;
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        if (!spot_is_there(words) || !spot_is_there(spot_of(words, phrase_names[i])))
            if (count++ < NAMED)
                buffer_print(&names, "%s%s", count > 1 ? ", " : "", phrase_names[i]);
    if (count > NAMED)
        buffer_print(&names, " and %zu more", count - NAMED);
    if (count > 0)
        list_missing(translating, spot_is_there(words) ? words : translating->root,
                     arena_print(reading->arena, "the program's phrases: %s", buffer_string(&names)));
}

static void check_root(struct translating *translating, const struct translation *translation)
{
    enum { TABLES = sizeof tables / sizeof tables[0], KNOWN = TABLES + 4 };
    const char *known[KNOWN] = {[TABLES] = "language", "pack", "words", "steps"};
    for (size_t i = 0; i < TABLES; i++)
        known[i] = tables[i].plural;
    struct spot root = translating->root, language = spot_of(root, "language");
    for (node_id id = tree_node(root.tree, root.id)->first; id != 0;
         id = tree_node(root.tree, tree_node(root.tree, id)->next)->next) {
        const char *name = tree_text(root.tree, id);
        size_t i = 0;
        while (i < KNOWN && strcmp(known[i], name) != 0)
            i++;
        if (i == KNOWN)
            complain(&translating->reading, (struct spot){root.tree, id},
                     did_you_mean_of(&translating->reading, name, known, KNOWN),
                     "a translation has no key '%s'", name);
    }
    if (!spot_is_there(language))
        complain(&translating->reading, root, NULL, "a translation needs the key 'language'");
    else if (scalar_text(&translating->reading, language) != NULL &&
             strcmp(tree_text(language.tree, language.id), translation->language) != 0)
        complain(&translating->reading, language, NULL, "pack.yaml names this language '%s'",
                 translation->language);
}

static void translate_all(struct translating *translating, const struct translation *translation)
{
    struct spot pack = spot_of(translating->root, "pack");
    check_root(translating, translation);
    if (spot_is_there(pack))
        translate_fields(translating, pack, SECTION_PACK, NULL, translating->pack);
    else
        list_missing(translating, translating->root, "'pack'");
    translate_phrases(translating);
    translate_steps(translating);
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        translate_table(translating, &tables[i]);
}

/* Which pack is to speak which language, and what happens to words that are not there. */
struct speaking {
    struct sc_pack *pack;
    const struct translation *translation;
    enum missing missing;
    struct sc_diagnostics *diagnostics;
    struct sc_pack *spoken; /* the pack as it speaks now */
};

static enum sc_status speak_in(struct arena *arena, void *context)
{
    struct speaking *speaking = context;
    struct translating translating = {.pack = arena_alloc(arena, sizeof *translating.pack),
                                      .missing = speaking->missing};
    *translating.pack = *speaking->pack;
    translating.pack->language = speaking->translation->language;
    translating.reading = (struct reading){
        .arena = arena, .diagnostics = speaking->diagnostics, .pack = translating.pack, .translating = true};
    translating.reading.scope = scope_of_original(&translating);
    size_t errors = diagnostics_errors(speaking->diagnostics);
    const struct tree *tree = translation_tree(arena, speaking->translation, speaking->diagnostics);
    if (tree == NULL)
        return SC_INVALID;
    translating.root = (struct spot){tree, 1};
    if (tree->count < 2 || tree_node(translating.root.tree, translating.root.id)->kind != NODE_MAPPING)
        diagnostics_error(speaking->diagnostics, speaking->translation->place, NULL,
                          "a translation is a mapping");
    else
        translate_all(&translating, speaking->translation);
    speaking->spoken = translating.pack;
    return diagnostics_errors(speaking->diagnostics) > errors ? SC_INVALID : SC_OK;
}

enum sc_status sc_pack_speak(struct sc_pack *pack, const char *language, struct sc_diagnostics *diagnostics)
{
    struct speaking speaking = {pack, NULL, MISSING_IS_SILENT, diagnostics, NULL};
    if (strcmp(pack->language, language) == 0)
        return SC_OK;
    for (size_t i = 0; i < pack->translation_count; i++)
        if (strcmp(pack->translations[i].language, language) == 0)
            speaking.translation = &pack->translations[i];
    if (speaking.translation == NULL)
        return SC_NOT_FOUND;
    enum sc_status status = call_in(pack->arena, diagnostics, speak_in, &speaking);
    if (status == SC_OK)
        *pack = *speaking.spoken;
    return status;
}

enum sc_status sc_translations_check(const struct sc_pack *pack, struct sc_diagnostics *diagnostics)
{
    struct sc_pack copy = *pack; /* each is tried on the pack as it was written */
    enum sc_status all = SC_OK;
    for (size_t i = 0; i < pack->translation_count && all != SC_NO_MEMORY; i++) {
        struct speaking speaking = {&copy, &pack->translations[i], MISSING_IS_LISTED, diagnostics, NULL};
        enum sc_status status = call_in_new(ARENA_GOES, diagnostics, speak_in, &speaking);
        if (status != SC_OK)
            all = status;
    }
    return all;
}

const char *sc_pack_translation(const struct sc_pack *pack, size_t number)
{
    return number < pack->translation_count ? pack->translations[number].language : NULL;
}
