/* Mappings checked and read by the table of keys. */
#include "pack/reading.h"

#include <string.h>

static void complain_unknown(struct reading *reading, struct spot key, unsigned sections, const char *whose)
{
    const char *name = tree_text(key.tree, key.id);
    struct near near = near_in(reading, name);
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
    const struct section_keys of_section = keys_of(section);
    for (node_id id = tree_node(tree, mapping.id)->first; id != 0;) {
        node_id value = tree_node(tree, id)->next;
        const struct key *key = key_named(of_section, tree_text(tree, id));
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
