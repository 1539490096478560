/* What is wrong, said with a place and a hint; and the small questions asked of a node. */
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

struct near near_in(const struct reading *reading, const char *name)
{
    return near_to(diagnostics_keep_errors(reading->diagnostics) ? name : "");
}

const char *did_you_mean_of(struct reading *reading, const char *name, const char *const *names, size_t count)
{
    struct near near = near_in(reading, name);
    for (size_t i = 0; i < count; i++)
        if (names[i] != NULL)
            near_offer(&near, names[i]);
    return did_you_mean(reading->arena, &near);
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

static const char *did_you_mean_one_of(struct reading *reading, const char *name, const struct founds *founds)
{
    if (!diagnostics_keep_errors(reading->diagnostics))
        return NULL;
    struct near near = near_to(name);
    for (size_t i = 0; i < founds->count; i++)
        if (founds->list[i].id != NULL)
            near_offer(&near, founds->list[i].id);
    return did_you_mean(reading->arena, &near);
}

size_t refer(struct reading *reading, struct place place, const struct founds *founds, const char *what,
             const char *name)
{
    size_t number = names_find(&founds->ids, name);
    if (number != SIZE_MAX || reading->names_missing)
        return number;
    diagnostics_error(reading->diagnostics, place, did_you_mean_one_of(reading, name, founds),
                      "there is no %s '%s'", what, name);
    return SIZE_MAX;
}
