/* Mappings of a translation: which words stand under which key, by the table of keys. */
#include "pack/translating.h"

#include <string.h>

static bool has_words(const struct key *key, const void *structure)
{
    const char *field = (const char *)structure + key->offset;
    switch (key->shape) {
    case SHAPE_WORDS:
        return *(const char *const *)(const void *)field != NULL;
    case SHAPE_TEXT:
        return ((const struct text *)(const void *)field)->count > 0;
    case SHAPE_TEXTS:
        return ((const struct texts *)(const void *)field)->count > 0;
    default:
        return false;
    }
}

/* Whether a key that the table leaves to its section holds words. */
static bool has_words_apart(const struct key *key, const void *structure)
{
    const struct question *question = structure;
    const struct sc_pack *pack = structure;
    const void *field = (const char *)structure + key->offset;
    bool apart = key->shape == SHAPE_APART;
    if (apart && key->section == SECTION_QUESTION && strcmp(key->name, "options") == 0)
        return question->option_count > 0;
    if (apart && key->section == SECTION_QUESTION && strcmp(key->name, "said") == 0)
        return question->said != NULL || question->said_no != NULL || question->said_options != NULL;
    for (size_t i = 0; apart && key->section == SECTION_PACK && strcmp(key->name, "call") == 0; i++)
        if (i == LEVEL_COUNT || pack->call[i].count > 0)
            return i < LEVEL_COUNT;
    if (key->shape == SHAPE_RULES)
        return ((const struct rules *)field)->count > 0;
    return key->shape == SHAPE_SCHEDULES && ((const struct schedules *)field)->count > 0;
}

static void translate_key(struct translating *translating, const struct key *key, struct spot spot,
                          void *structure)
{
    void *field = (char *)structure + key->offset;
    if (key->shape == SHAPE_WORDS)
        translate_words(translating, spot, field);
    else if (key->shape == SHAPE_TEXT)
        translate_text(translating, spot, field);
    else
        translate_texts(translating, spot, field);
}

/* `options`, `said`, `call` and the lists of rules: the mappings that the table of keys leaves to their
 * section. */
static bool translate_apart(struct translating *translating, enum section section, const char *name,
                            struct spot spot, void *structure);

/* "the item 'walking'"; made only where something is to be said about it. */
static const char *name_of(const struct translating *translating, enum section section, const char *id)
{
    return id != NULL ? arena_print(translating->reading.arena, "%s '%s'", section_words[section], id)
                      : section_words[section];
}

static void complain_no_words(struct translating *translating, struct spot key, enum section section,
                              const char *id)
{
    const char *name = tree_text(key.tree, key.id);
    const struct section_keys of_section = keys_of(section);
    const struct key *list = of_section.list, *known = key_named(of_section, name);
    struct near near = near_in(&translating->reading, name);
    for (size_t i = 0; i < of_section.count; i++)
        if (list[i].shape == SHAPE_WORDS || list[i].shape == SHAPE_TEXT || list[i].shape == SHAPE_TEXTS)
            near_offer(&near, list[i].name);
    bool rule = known != NULL && known->shape != SHAPE_WORDS && known->shape != SHAPE_TEXT &&
                known->shape != SHAPE_TEXTS;
    if (rule)
        complain(&translating->reading, key, NULL,
                 "a translation holds words, no rules: '%s' does not belong here", name);
    else
        complain(&translating->reading, key, did_you_mean(translating->reading.arena, &near),
                 "%s has no words '%s' to translate", name_of(translating, section, id), name);
}

void translate_fields(struct translating *translating, struct spot mapping, enum section section,
                      const char *id, void *structure)
{
    if (!expect_mapping(translating, mapping, "keys"))
        return;
    const struct section_keys of_section = keys_of(section);
    for (node_id each = tree_node(mapping.tree, mapping.id)->first; each != 0;) {
        struct spot key = {mapping.tree, each}, value = {mapping.tree, tree_node(mapping.tree, each)->next};
        const char *name = tree_text(key.tree, key.id);
        const struct key *known = key_named(of_section, name);
        if (known != NULL && has_words(known, structure))
            translate_key(translating, known, value, structure);
        else if (!translate_apart(translating, section, name, value, structure))
            complain_no_words(translating, key, section, id);
        each = tree_node(mapping.tree, value.id)->next;
    }
    const struct key *list = of_section.list;
    for (size_t i = 0; i < of_section.count && translating->missing == MISSING_IS_LISTED; i++)
        if ((has_words(&list[i], structure) || has_words_apart(&list[i], structure)) &&
            !spot_is_there(spot_of(mapping, list[i].name)))
            list_missing(translating, mapping,
                         arena_print(translating->reading.arena, "'%s' of %s", list[i].name,
                                     name_of(translating, section, id)));
}

/* Words by name: the labels of options, what was said for each. A name is NULL where there are no words to
 * replace. */
static void put_named(const char **names, const char **words, size_t i, const char *name, const char *word)
{
    names[i] = word != NULL ? name : NULL;
    words[i] = word;
}

static void translate_named(struct translating *translating, struct spot mapping, const char *const *names,
                            const char **words, size_t count, const char *what)
{
    struct reading *reading = &translating->reading;
    if (!expect_mapping(translating, mapping, "options"))
        return;
    for (node_id id = tree_node(mapping.tree, mapping.id)->first; id != 0;) {
        struct spot key = {mapping.tree, id}, value = {mapping.tree, tree_node(mapping.tree, id)->next};
        const char *name = tree_text(key.tree, key.id);
        size_t i = 0;
        while (i < count && (names[i] == NULL || strcmp(names[i], name) != 0))
            i++;
        if (i < count)
            translate_words(translating, value, &words[i]);
        else
            complain(reading, key, did_you_mean_of(reading, name, names, count),
                     "the original has no %s '%s'", what, name);
        id = tree_node(mapping.tree, value.id)->next;
    }
    for (size_t i = 0; i < count && translating->missing == MISSING_IS_LISTED; i++)
        if (names[i] != NULL && !spot_is_there(spot_of(mapping, names[i])))
            list_missing(translating, mapping, arena_print(reading->arena, "the %s '%s'", what, names[i]));
}

/* ---- What the table of keys leaves apart ---- */

static void translate_options(struct translating *translating, struct spot spot, struct question *question)
{
    struct arena *arena = translating->reading.arena;
    size_t count = question->option_count;
    const char **names = arena_array(arena, count + 1, sizeof *names);
    const char **labels = arena_array(arena, count + 1, sizeof *labels);
    for (size_t i = 0; i < count; i++)
        put_named(names, labels, i, question->options[i], question->labels[i]);
    put_named(names, labels, count, "none", question->none_label);
    translate_named(translating, spot, names, labels, count + 1, "option");
    question->labels = labels;
    question->none_label = labels[count];
}

static void translate_said(struct translating *translating, struct spot spot, struct question *question)
{
    struct arena *arena = translating->reading.arena;
    if (tree_node(spot.tree, spot.id)->kind != NODE_MAPPING && question->said != NULL) {
        translate_words(translating, spot, &question->said);
        return;
    }
    bool yes_no = question->type == SC_YES_NO;
    size_t count = yes_no ? 0 : question->option_count;
    const char **names = arena_array(arena, count + 2, sizeof *names);
    const char **words = arena_array(arena, count + 2, sizeof *words);
    for (size_t i = 0; i < count; i++)
        put_named(names, words, i, question->options[i],
                  question->said_options != NULL ? question->said_options[i] : NULL);
    put_named(names, words, count, yes_no ? "no" : "none", question->said_no);
    put_named(names, words, count + 1, "yes", yes_no ? question->said : NULL);
    translate_named(translating, spot, names, words, count + 2, "phrase");
    question->said_no = words[count];
    if (yes_no)
        question->said = words[count + 1];
    if (question->said_options != NULL)
        question->said_options = words;
}

static void translate_call(struct translating *translating, struct spot spot, struct sc_pack *pack)
{
    if (!expect_mapping(translating, spot, "levels"))
        return;
    for (size_t level = 0; level < LEVEL_COUNT; level++) {
        struct spot value = spot_of(spot, level_names[level]);
        if (spot_is_there(value) && pack->call[level].count > 0)
            translate_text(translating, value, &pack->call[level]);
        else if (spot_is_there(value))
            complain(&translating->reading, value, NULL, "the original has no 'call' for this level");
        else if (pack->call[level].count > 0)
            list_missing(translating, spot,
                         arena_print(translating->reading.arena, "'call', %s", level_names[level]));
    }
}

static void translate_rules(struct translating *translating, struct spot spot, struct rules *rules)
{
    struct reading *reading = &translating->reading;
    struct rule *list = arena_array(reading->arena, rules->count, sizeof *list);
    const char **ids = arena_array(reading->arena, rules->count, sizeof *ids);
    void **things = arena_array(reading->arena, rules->count, sizeof *things);
    for (size_t i = 0; i < rules->count; i++) {
        list[i] = rules->list[i];
        ids[i] = list[i].id;
        things[i] = &list[i];
    }
    const struct spoken spoken = {SECTION_RULE, things, ids, rules->count};
    translate_by_id(translating, spot, &spoken);
    rules->list = list;
}

static void translate_units(struct translating *translating, struct spot spot, struct schedules *schedules)
{
    struct reading *reading = &translating->reading;
    const struct node *node = tree_node(spot.tree, spot.id);
    struct schedule *list = arena_array(reading->arena, schedules->count, sizeof *list);
    for (size_t i = 0; i < schedules->count; i++)
        list[i] = schedules->list[i];
    bool single = schedules->count == 1 && node->kind == NODE_MAPPING;
    if (!single && (node->kind != NODE_SEQUENCE || node->length != schedules->count)) {
        complain(reading, spot, NULL, "the original has %zu variants: write a list of as many mappings",
                 schedules->count);
        return;
    }
    node_id id = single ? spot.id : node->first;
    for (size_t i = 0; i < schedules->count; i++, id = tree_node(spot.tree, id)->next)
        translate_fields(translating, (struct spot){spot.tree, id}, SECTION_SCHEDULE, NULL, &list[i]);
    schedules->list = list;
}

static bool translate_apart(struct translating *translating, enum section section, const char *name,
                            struct spot spot, void *structure)
{
    struct question *question = structure;
    struct item *item = structure;
    if (section == SECTION_QUESTION && strcmp(name, "options") == 0 && question->option_count > 0)
        translate_options(translating, spot, question);
    else if (section == SECTION_QUESTION && strcmp(name, "said") == 0)
        translate_said(translating, spot, question);
    else if (section == SECTION_PACK && strcmp(name, "call") == 0)
        translate_call(translating, spot, structure);
    else if (section == SECTION_ITEM && strcmp(name, "schedule") == 0 && item->schedule.count > 0)
        translate_units(translating, spot, &item->schedule);
    else if (section == SECTION_ITEM && strcmp(name, "avoid") == 0)
        translate_rules(translating, spot, &item->avoid);
    else if (section == SECTION_ITEM && strcmp(name, "caution") == 0)
        translate_rules(translating, spot, &item->caution);
    else if (section == SECTION_ITEM && strcmp(name, "notes") == 0)
        translate_rules(translating, spot, &item->notes);
    else
        return false;
    return true;
}

/* ---- By id ---- */

static void complain_no_such(struct translating *translating, struct spot key, const struct spoken *spoken)
{
    const char *name = tree_text(key.tree, key.id);
    complain(&translating->reading, key,
             did_you_mean_of(&translating->reading, name, spoken->ids, spoken->count),
             "the original has no %s '%s'", section_words[spoken->section] + strlen("the "), name);
}

void translate_by_id(struct translating *translating, struct spot mapping, const struct spoken *spoken)
{
    struct arena *arena = translating->reading.arena;
    if (!expect_mapping(translating, mapping, "ids"))
        return;
    struct names names = names_in(arena);
    bool *done = arena_array(arena, spoken->count, sizeof *done);
    for (size_t i = 0; i < spoken->count; i++)
        if (spoken->ids[i] != NULL)
            names_put(&names, spoken->ids[i], i);
    for (node_id id = tree_node(mapping.tree, mapping.id)->first; id != 0;) {
        struct spot key = {mapping.tree, id}, value = {mapping.tree, tree_node(mapping.tree, id)->next};
        size_t i = names_find(&names, tree_text(key.tree, key.id));
        if (i == SIZE_MAX) {
            complain_no_such(translating, key, spoken);
        } else {
            done[i] = true;
            translate_fields(translating, value, spoken->section, spoken->ids[i], spoken->things[i]);
        }
        id = tree_node(mapping.tree, value.id)->next;
    }
    for (size_t i = 0; i < spoken->count && translating->missing == MISSING_IS_LISTED; i++)
        if (!done[i] && spoken->ids[i] != NULL)
            list_missing(translating, mapping, name_of(translating, spoken->section, spoken->ids[i]));
        else if (spoken->ids[i] == NULL)
            list_missing(translating, mapping,
                         arena_print(arena, "%s number %zu: without an id it cannot be translated",
                                     section_words[spoken->section], i + 1));
}
