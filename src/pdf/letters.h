/* Lines of plain Latin letters, broken by how wide each letter is.
 *
 * Pango shapes a paragraph whole to see where its lines end, and then each of its lines once more. Where
 * letters are fitted alone a line is as wide as its letters together, so that each needs to be shaped but
 * once. */
#ifndef PDF_LETTERS_H
#define PDF_LETTERS_H

#include "pdf/type.h"

/* Latin letters, each with its accent one character, that the font of this weight has, and what stands
 * between them. */
bool letters_are_plain(struct type *type, enum weight weight, const char *words);
/* Where lines of so many units of Pango end: each is a piece of `words`, with the blank behind it. */
struct pieces_of_words {
    struct piece_of_words {
        size_t start, length;
    } * list;
    size_t count, capacity;
};
struct pieces_of_words letters_in_lines(struct type *type, enum weight weight, const struct wording *wording,
                                        const char *words, size_t width);

#endif
