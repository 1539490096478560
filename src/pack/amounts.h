/* Reading along a text: its blanks and words, the words of a list, and numbers. */
#ifndef PACK_AMOUNTS_H
#define PACK_AMOUNTS_H

#include "pack/figures.h"

/* A number as it stands in a text, in digits or in words. */
struct amount {
    const char *start, *end;
    char digits[24];     /* without separators of thousands; a point before the fraction */
    unsigned long whole; /* its whole part; beyond a thousand million it stays there */
    bool in_words;
};

/* Each number that starts here; digits stand in any script. */
bool digits_at(const char *at, struct amount *amount);
bool amount_at(const struct figures *figures, const char *at, struct amount *amount);
bool is_power_of_ten(const struct amount *amount); /* from 10 on */

uint32_t character_at(const char *at, size_t *size);
bool is_digit(const char *at);
bool is_letter(const char *at);
size_t blank_at(const char *at); /* its bytes; 0: none stands there */
const char *past_blanks(const char *at);
const char *past_joint(const char *at); /* past what joins words: blanks, or a hyphen */
const char *past_word(const char *at);
/* Where the longest word of the list ends that stands at `at`, and what it means (or NULL); NULL: there is
 * none. */
const char *past_listed(const struct figures *figures, enum figure_list list, const char *at,
                        const char **means);

#endif
