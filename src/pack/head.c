/* pack.yaml's own keys, but its files. */
#include "pack/reading.h"

#include <string.h>

static void read_call(struct reading *reading, struct spot spot)
{
    const struct node *mapping = tree_node(spot.tree, spot.id);
    if (mapping->kind != NODE_MAPPING) {
        complain(reading, spot, NULL, "a mapping from levels to texts is expected here");
        return;
    }
    for (node_id id = mapping->first; id != 0;) {
        node_id value = tree_node(spot.tree, id)->next;
        enum level level = LEVEL_COUNT;
        read_shape(reading, SHAPE_LEVEL, (struct spot){spot.tree, id}, &level);
        if (level != LEVEL_COUNT)
            read_text(reading, (struct spot){spot.tree, value}, &reading->pack->call[level]);
        id = tree_node(spot.tree, value)->next;
    }
}

static size_t gaps_in(const char *phrase)
{
    size_t count = 0;
    for (const char *at = strstr(phrase, "%s"); at != NULL; at = strstr(at + 2, "%s"))
        count++;
    return count;
}

/* They are mostly written in the order of the program's own: the search begins behind the one before. */
static size_t find_phrase(const char *name, size_t from)
{
    for (size_t i = 0; i < PHRASE_COUNT; i++)
        if (strcmp(phrase_names[(from + i) % PHRASE_COUNT], name) == 0)
            return (from + i) % PHRASE_COUNT;
    return PHRASE_COUNT;
}

static void read_phrase(struct reading *reading, struct spot key, struct spot value, size_t *from,
                        const char **phrases)
{
    const char *name = tree_text(key.tree, key.id);
    const char *words = plain_words(reading, value);
    size_t phrase = find_phrase(name, *from);
    *from = phrase + 1;
    if (phrase == PHRASE_COUNT) {
        complain(reading, key, did_you_mean_of(reading, name, phrase_names, PHRASE_COUNT),
                 "the program has no phrase '%s'", name);
        return;
    }
    if (words != NULL && gaps_in(words) != gaps_in(phrase_own((enum phrase)phrase)))
        complain(reading, value, NULL, "this phrase must hold '%%s' as often as the program's own: '%s'",
                 phrase_own((enum phrase)phrase));
    phrases[phrase] = words;
}

void read_phrases(struct reading *reading, struct spot spot)
{
    const struct node *mapping = tree_node(spot.tree, spot.id);
    if (mapping->kind != NODE_MAPPING) {
        complain(reading, spot, NULL, "a mapping from names to phrases is expected here");
        return;
    }
    const char **phrases = arena_array(reading->arena, PHRASE_COUNT, sizeof *phrases);
    size_t from = 0;
    for (node_id id = mapping->first; id != 0;) {
        node_id value = tree_node(spot.tree, id)->next;
        read_phrase(reading, (struct spot){spot.tree, id}, (struct spot){spot.tree, value}, &from, phrases);
        id = tree_node(spot.tree, value)->next;
    }
    reading->pack->phrases = phrases;
}

void read_pack_head(struct reading *reading)
{
    struct spot root = {reading->files[0].tree, 1};
    if (tree_node(root.tree, root.id)->kind != NODE_MAPPING)
        return; /* reported when it was walked */
    read_fields(reading, root, SECTION_PACK, reading->pack);
    reading->pack->spot = root;
    reading->pack->written_language = reading->pack->language;
    struct spot call = spot_of(root, "call"), words = spot_of(root, "words");
    if (spot_is_there(call))
        read_call(reading, call);
    if (spot_is_there(words))
        read_phrases(reading, words);
    struct spot review_by = spot_of(root, "review_by");
    if (spot_is_there(review_by))
        reading->pack->review_by_place = spot_place(review_by);
    date_print(reading->pack->reviewed, reading->pack->reviewed_text);
    date_print(reading->pack->review_by, reading->pack->review_by_text);
}
