/* Mappings read by the table of keys; complaints with hints. */
#include "pack/reading.h"
#include "support/text.h"

#include <string.h>

struct place spot_place(struct spot spot)
{
    return tree_place(spot.tree, spot.id);
}

void complain(struct reading *reading, struct spot spot, const char *hint, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprint(reading->arena, format, arguments);
    va_end(arguments);
    diagnostics_error(reading->diagnostics, spot_place(spot), hint, "%s", message);
}

const char *did_you_mean(struct arena *arena, const struct near *near)
{
    return near->best != NULL ? arena_print(arena, "did you mean '%s'?", near->best) : NULL;
}

struct spot spot_of(struct spot mapping, const char *key)
{
    return (struct spot){mapping.tree, tree_find(mapping.tree, mapping.id, key, NULL)};
}

bool spot_is_there(struct spot spot)
{
    return spot.id != 0;
}

const char *scalar_text(struct reading *reading, struct spot spot)
{
    if (tree_node(spot.tree, spot.id)->kind == NODE_SCALAR)
        return tree_text(spot.tree, spot.id);
    complain(reading, spot, NULL, "a word or a text is expected here, not a %s",
             tree_node(spot.tree, spot.id)->kind == NODE_SEQUENCE ? "list" : "mapping");
    return NULL;
}

bool expect_sequence(struct reading *reading, struct spot spot, const char *what)
{
    if (tree_node(spot.tree, spot.id)->kind == NODE_SEQUENCE)
        return true;
    complain(reading, spot, NULL, "a list of %s is expected here", what);
    return false;
}

const char *plain_words(struct reading *reading, struct spot spot)
{
    const char *text = scalar_text(reading, spot);
    if (text == NULL)
        return NULL;
    const char *words = text_folded(reading->arena, text);
    if (words[0] == '\0') {
        complain(reading, spot, NULL, "words are expected here");
        return NULL;
    }
    return words;
}

static void complain_unknown(struct reading *reading, struct spot key, unsigned sections, const char *whose)
{
    const char *name = tree_text(key.tree, key.id);
    struct near near = near_to(name);
    for (size_t i = 0; i < key_count; i++)
        if ((sections & 1u << keys[i].section) != 0)
            near_offer(&near, keys[i].name);
    complain(reading, key, did_you_mean(reading->arena, &near), "%s has no key '%s'", whose, name);
}

static bool is_known(unsigned sections, const char *name)
{
    for (size_t i = 0; i < key_count; i++)
        if ((sections & 1u << keys[i].section) != 0 && strcmp(keys[i].name, name) == 0)
            return true;
    return false;
}

void check_unknown(struct reading *reading, struct spot mapping, unsigned sections, const char *whose)
{
    for (node_id id = tree_node(mapping.tree, mapping.id)->first; id != 0;) {
        if (!is_known(sections, tree_text(mapping.tree, id)))
            complain_unknown(reading, (struct spot){mapping.tree, id}, sections, whose);
        id = tree_node(mapping.tree, tree_node(mapping.tree, id)->next)->next;
    }
}

void check_missing(struct reading *reading, struct spot mapping, enum section section, const char *whose)
{
    for (size_t i = 0; i < key_count; i++)
        if (keys[i].section == section && keys[i].need == MUST &&
            !spot_is_there(spot_of(mapping, keys[i].name)))
            complain(reading, mapping, NULL, "%s needs the key '%s'", whose, keys[i].name);
}

/* "the item 'walking'", or "the item" where its id cannot be read. */
static const char *called(struct reading *reading, struct spot mapping, enum section section)
{
    struct spot id = spot_of(mapping, "id");
    if (!spot_is_there(id) || tree_node(id.tree, id.id)->kind != NODE_SCALAR)
        return section_words[section];
    return arena_print(reading->arena, "%s '%s'", section_words[section], tree_text(id.tree, id.id));
}

bool check_keys(struct reading *reading, struct spot spot, enum section section)
{
    if (tree_node(spot.tree, spot.id)->kind != NODE_MAPPING) {
        complain(reading, spot, NULL, "a mapping with the keys of %s is expected here",
                 section_words[section]);
        return false;
    }
    if (reading->trusted)
        return true;
    const char *whose = called(reading, spot, section);
    check_unknown(reading, spot, 1u << section, whose);
    check_missing(reading, spot, section, whose);
    return true;
}

void read_fields(struct reading *reading, struct spot mapping, enum section section, void *structure)
{
    const struct tree *tree = mapping.tree;
    for (node_id id = tree_node(tree, mapping.id)->first; id != 0;) {
        node_id value = tree_node(tree, id)->next;
        const struct key *key = key_find(section, tree_text(tree, id));
        if (key != NULL && key->shape != SHAPE_APART)
            read_shape(reading, key->shape, (struct spot){tree, value}, (char *)structure + key->offset);
        id = tree_node(tree, value)->next;
    }
}

bool read_section(struct reading *reading, struct spot mapping, enum section section, void *structure)
{
    if (!check_keys(reading, mapping, section))
        return false;
    read_fields(reading, mapping, section, structure);
    return true;
}

static void offer_names(struct near *near, const struct founds *founds)
{
    for (size_t i = 0; i < founds->ids.capacity; i++)
        if (founds->ids.places[i].text != NULL)
            near_offer(near, founds->ids.places[i].text);
}

size_t refer(struct reading *reading, struct spot spot, const struct founds *founds, const char *what,
             const char *name)
{
    size_t number = names_find(&founds->ids, name);
    if (number != SIZE_MAX || reading->names_missing)
        return number;
    struct near near = near_to(name);
    offer_names(&near, founds);
    complain(reading, spot, did_you_mean(reading->arena, &near), "there is no %s '%s'", what, name);
    return SIZE_MAX;
}
