/* Words and texts in another language: names in braces and variants stay those of the original. */
#include "pack/figures.h"
#include "pack/translating.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *name_of(const struct translating *translating, const struct piece *piece)
{
    const struct sc_pack *pack = translating->pack;
    return piece->kind == PIECE_QUESTION ? pack->questions[piece->number].id
                                         : pack->facts[piece->number].name;
}

/* The names that stand in braces in the original, and no others. */
static const struct symbol *find_in_original(void *context, const char *name)
{
    struct translating *translating = context;
    for (size_t i = 0; i < translating->original->count; i++) {
        const struct variant *variant = &translating->original->variants[i];
        for (size_t k = 0; k < variant->piece_count; k++) {
            const struct piece *piece = &variant->pieces[k];
            if (piece->kind == PIECE_WORDS || strcmp(name_of(translating, piece), name) != 0)
                continue;
            struct symbol *symbol = arena_alloc(translating->reading.arena, sizeof *symbol);
            symbol->kind = piece->kind == PIECE_QUESTION ? SYMBOL_QUESTION : SYMBOL_FACT;
            symbol->number = piece->number;
            return symbol;
        }
    }
    return NULL;
}

static void offer_of_original(void *context, void (*each)(void *, const char *), void *to)
{
    struct translating *translating = context;
    for (size_t i = 0; i < translating->original->count; i++)
        for (size_t k = 0; k < translating->original->variants[i].piece_count; k++)
            if (translating->original->variants[i].pieces[k].kind != PIECE_WORDS)
                each(to, name_of(translating, &translating->original->variants[i].pieces[k]));
}

struct scope scope_of_original(struct translating *translating)
{
    return (struct scope){translating, find_in_original, offer_of_original, NULL};
}

enum { NUMBER_LENGTH = 24 };

static int by_digits(const void *left, const void *right)
{
    return strcmp(left, right);
}

/* 1,200 and 1.200 are written as 1200: what separates digits differs from language to language. */
static const char *take_number(const char *at, char number[NUMBER_LENGTH])
{
    size_t length = 0;
    while (isdigit((unsigned char)*at)) {
        if (length < NUMBER_LENGTH - 1)
            number[length++] = *at;
        bool separated = (at[1] == ',' || at[1] == '.') && isdigit((unsigned char)at[2]);
        at += separated ? 2 : 1;
    }
    return at;
}

/* The numbers of a text, sorted. */
static size_t numbers_of(struct arena *arena, const char *words, char (**list)[NUMBER_LENGTH])
{
    *list = arena_array(arena, strlen(words) / 2 + 1, NUMBER_LENGTH);
    size_t count = 0;
    for (const char *at = words; *at != '\0';)
        at = isdigit((unsigned char)*at) ? take_number(at, (*list)[count++]) : at + 1;
    if (count > 1)
        qsort(*list, count, NUMBER_LENGTH, by_digits);
    return count;
}

/* What a figure rests on is looked at in the original: one that only the translation prints would rest on
 * nothing. */
static bool adds_figure(struct translating *translating, struct spot spot, const char *original,
                        const char *translated)
{
    struct figures figures = figures_in(translated, translating->pack->language);
    struct figure figure;
    bool adds = false;
    while (figure_next(&figures, &figure))
        if (!figure_in_text(&figure, original, translating->pack->written_language)) {
            complain(&translating->reading, spot, NULL,
                     "this prints the figure '%.*s', and the original does not: \"%s\"", (int)figure.length,
                     figure.start, original);
            adds = true;
        }
    return adds;
}

/* Numbers are the same in every language: neither a dose nor a telephone number changes on the way. */
static void compare_numbers(struct translating *translating, struct spot spot, const char *original,
                            const char *translated)
{
    struct arena *arena = translating->reading.arena;
    char(*first)[NUMBER_LENGTH], (*second)[NUMBER_LENGTH];
    size_t count = numbers_of(arena, original, &first), others = numbers_of(arena, translated, &second);
    bool same = count == others;
    for (size_t i = 0; same && i < count; i++)
        same = strcmp(first[i], second[i]) == 0;
    if (!same)
        diagnostics_warning(translating->reading.diagnostics, spot_place(spot), NULL,
                            "the numbers here are not those of the original: \"%s\"", original);
}

static void compare(struct translating *translating, struct spot spot, const char *original,
                    const char *translated)
{
    if (!adds_figure(translating, spot, original, translated))
        compare_numbers(translating, spot, original, translated);
}

static const char *words_of(struct translating *translating, const struct variant *variant)
{
    struct buffer out = buffer_in(translating->reading.arena);
    for (size_t i = 0; i < variant->piece_count; i++)
        buffer_text(&out, variant->pieces[i].kind == PIECE_WORDS ? variant->pieces[i].words : "{}");
    return buffer_string(&out);
}

static void translate_variant(struct translating *translating, struct spot spot,
                              const struct variant *original, struct variant *variant)
{
    struct reading *reading = &translating->reading;
    if (tree_node(spot.tree, spot.id)->kind == NODE_MAPPING) {
        for (node_id id = tree_node(spot.tree, spot.id)->first; id != 0;
             id = tree_node(spot.tree, tree_node(spot.tree, id)->next)->next)
            if (strcmp(tree_text(spot.tree, id), "say") != 0)
                complain(reading, (struct spot){spot.tree, id}, NULL,
                         "a translation holds words, no rules: '%s' does not belong here",
                         tree_text(spot.tree, id));
        spot = spot_of(spot, "say");
        if (!spot_is_there(spot))
            return;
    }
    struct variant read = {.when = original->when};
    read_pieces(reading, spot, &read);
    if (read.piece_count == 0)
        return;
    *variant = read;
    if (translating->missing == MISSING_IS_LISTED)
        compare(translating, spot, words_of(translating, original), words_of(translating, &read));
}

void translate_text(struct translating *translating, struct spot spot, struct text *text)
{
    struct reading *reading = &translating->reading;
    const struct node *node = tree_node(spot.tree, spot.id);
    struct variant *variants = arena_array(reading->arena, text->count, sizeof *variants);
    for (size_t i = 0; i < text->count; i++)
        variants[i] = text->variants[i];
    translating->original = text;
    if (node->kind != NODE_SEQUENCE && text->count == 1) {
        translate_variant(translating, spot, &text->variants[0], &variants[0]);
    } else if (node->kind != NODE_SEQUENCE || node->length != text->count) {
        complain(reading, spot, NULL, "the original has %zu variants: write a list of as many texts",
                 text->count);
        return;
    } else {
        size_t i = 0;
        for (node_id id = node->first; id != 0; id = tree_node(spot.tree, id)->next, i++)
            translate_variant(translating, (struct spot){spot.tree, id}, &text->variants[i], &variants[i]);
    }
    text->variants = variants;
}

void translate_texts(struct translating *translating, struct spot spot, struct texts *texts)
{
    struct reading *reading = &translating->reading;
    const struct node *node = tree_node(spot.tree, spot.id);
    if (node->kind != NODE_SEQUENCE || node->length != texts->count) {
        complain(reading, spot, NULL, "the original is a list of %zu texts: write as many", texts->count);
        return;
    }
    struct text *list = arena_array(reading->arena, texts->count, sizeof *list);
    size_t i = 0;
    for (node_id id = node->first; id != 0; id = tree_node(spot.tree, id)->next, i++) {
        list[i] = texts->list[i];
        translate_text(translating, (struct spot){spot.tree, id}, &list[i]);
    }
    texts->list = list;
}

void translate_words(struct translating *translating, struct spot spot, const char **words)
{
    const char *read = plain_words(&translating->reading, spot);
    if (read == NULL)
        return;
    if (translating->missing == MISSING_IS_LISTED)
        compare(translating, spot, *words, read);
    *words = read;
}

void list_missing(const struct translating *translating, struct spot spot, const char *what)
{
    if (translating->missing == MISSING_IS_LISTED)
        diagnostics_warning(translating->reading.diagnostics, spot_place(spot), NULL, "no words for %s",
                            what);
}

bool expect_mapping(struct translating *translating, struct spot spot, const char *from)
{
    if (tree_node(spot.tree, spot.id)->kind == NODE_MAPPING)
        return true;
    complain(&translating->reading, spot, NULL, "a mapping from %s to words is expected here", from);
    return false;
}
