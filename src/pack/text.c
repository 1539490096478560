/* Texts: variants, and names in braces. */
#include "pack/reading.h"

#include <string.h>

struct pieces {
    struct piece *list;
    size_t count, capacity;
};

static void add_piece(struct arena *arena, struct pieces *pieces, struct piece piece)
{
    pieces->list = arena_grow(arena, pieces->list, pieces->count, &pieces->capacity, sizeof *pieces->list);
    pieces->list[pieces->count++] = piece;
}

static void offer_to_near(void *near, const char *name)
{
    near_offer(near, name);
}

/* The piece for `{name}`; `offset` is where the name stands in the text. */
static void add_name(struct reading *reading, struct spot spot, struct pieces *pieces, const char *name,
                     size_t offset)
{
    const struct symbol *symbol = reading->scope.find(reading->scope.context, name);
    if (symbol != NULL) {
        enum piece_kind kind = symbol->kind == SYMBOL_QUESTION ? PIECE_QUESTION : PIECE_FACT;
        add_piece(reading->arena, pieces, (struct piece){.kind = kind, .number = symbol->number});
        return;
    }
    struct near near = near_in(reading, name);
    if (near.word[0] != '\0')
        reading->scope.offer(reading->scope.context, offer_to_near, &near);
    const char *hint = did_you_mean(reading->arena, &near);
    diagnostics_error(reading->diagnostics, tree_place_in(spot.tree, spot.id, offset),
                      hint != NULL ? hint : "a brace in a text is written {{",
                      reading->translating ? "the original of this text has no '{%s}'"
                                           : "there is no question or fact '%s'",
                      name);
}

/* Blanks at the end are YAML's, not the author's; a tab is a space. */
static const char *trimmed(struct arena *arena, const char *text)
{
    size_t length = strlen(text);
    bool as_it_is = length == 0 || strchr(" \n\r", text[length - 1]) == NULL;
    if (as_it_is && memchr(text, '\t', length) == NULL)
        return text;
    char *copy = arena_copy(arena, text, length);
    while (length > 0 && strchr(" \n\t\r", copy[length - 1]) != NULL)
        copy[--length] = '\0';
    for (char *tab = strchr(copy, '\t'); tab != NULL; tab = strchr(tab, '\t'))
        *tab = ' ';
    return copy;
}

void read_pieces(struct reading *reading, struct spot spot, struct variant *variant)
{
    variant->place = spot_place(spot);
    const char *written = scalar_text(reading, spot);
    if (written == NULL)
        return;
    const char *text = trimmed(reading->arena, written);
    if (text[0] == '\0')
        complain(reading, spot, NULL, "a text is expected here");
    if (strchr(text, '{') == NULL) {
        struct piece *words = arena_alloc(reading->arena, sizeof *words);
        *words = (struct piece){.kind = PIECE_WORDS, .words = text};
        variant->pieces = words;
        variant->piece_count = 1;
        return;
    }
    struct pieces pieces = {0};
    struct buffer words = buffer_in(reading->arena);
    for (const char *at = text; *at != '\0';) {
        const char *close = *at == '{' ? strchr(at, '}') : NULL;
        if (at[0] != '{' || at[1] == '{') {
            buffer_char(&words, *at);
            at += at[0] == '{' ? 2 : 1;
            continue;
        }
        if (close == NULL) {
            diagnostics_error(reading->diagnostics, tree_place_in(spot.tree, spot.id, (size_t)(at - text)),
                              "a brace in a text is written {{", "this brace is not closed");
            return;
        }
        if (words.length > 0)
            add_piece(reading->arena, &pieces,
                      (struct piece){.kind = PIECE_WORDS, .words = buffer_string(&words)});
        words = buffer_in(reading->arena);
        add_name(reading, spot, &pieces, arena_copy(reading->arena, at + 1, (size_t)(close - at - 1)),
                 (size_t)(at + 1 - text));
        at = close + 1;
    }
    if (words.length > 0)
        add_piece(reading->arena, &pieces,
                  (struct piece){.kind = PIECE_WORDS, .words = buffer_string(&words)});
    variant->pieces = pieces.list;
    variant->piece_count = pieces.count;
}

enum turn { NOT_LAST, LAST };

static void read_variant(struct reading *reading, struct spot spot, enum turn turn, struct variant *variant)
{
    if (!read_section(reading, spot, SECTION_VARIANT, variant))
        return;
    struct spot say = spot_of(spot, "say"), when = spot_of(spot, "when");
    if (spot_is_there(say))
        read_pieces(reading, say, variant);
    if (turn == LAST && spot_is_there(when))
        complain(reading, when, "add one without 'when', the most careful one, at the end",
                 "the last variant has no 'when'");
    if (turn == NOT_LAST && !spot_is_there(when))
        complain(reading, spot, NULL, "every variant but the last needs a 'when'");
}

void read_text(struct reading *reading, struct spot spot, void *field)
{
    struct text *text = field;
    const struct node *node = tree_node(spot.tree, spot.id);
    if (node->kind == NODE_MAPPING) {
        complain(reading, spot, "put '- ' before each variant",
                 "a text or a list of variants is expected here");
        return;
    }
    if (node->kind == NODE_SEQUENCE && node->length == 0) {
        complain(reading, spot, NULL, "a list of variants is empty");
        return;
    }
    size_t count = node->kind == NODE_SEQUENCE ? node->length : 1;
    struct variant *variants = arena_array(reading->arena, count, sizeof *variants);
    if (node->kind == NODE_SCALAR) {
        read_pieces(reading, spot, variants);
    } else {
        size_t i = 0;
        for (node_id id = node->first; id != 0; id = tree_node(spot.tree, id)->next, i++)
            read_variant(reading, (struct spot){spot.tree, id}, i + 1 == count ? LAST : NOT_LAST,
                         &variants[i]);
    }
    *text = (struct text){variants, count};
}

void read_texts(struct reading *reading, struct spot spot, void *field)
{
    struct texts *texts = field;
    if (!expect_sequence(reading, spot, "texts"))
        return;
    const struct node *list = tree_node(spot.tree, spot.id);
    struct text *read = arena_array(reading->arena, list->length, sizeof *read);
    size_t count = 0;
    for (node_id id = list->first; id != 0; id = tree_node(spot.tree, id)->next)
        read_text(reading, (struct spot){spot.tree, id}, &read[count++]);
    *texts = (struct texts){read, count};
}
