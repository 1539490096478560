/* Titles are looked for word by word, in any case and in any form that Unicode has for the same letters: the
 * words of a text are looked up in the sorted titles, so a pack full of medicines costs no more than a few.
 */
#include "calendar/medicines.h"

#include "pack/figures.h"
#include "support/limits.h"
#include "support/text.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uniwbrk.h>

/* No letter takes more than six times its bytes when its case is folded. */
enum { FOLDED_BYTES = 6 * LIMIT_CALENDAR_TEXT };

static bool is_of_word(uint32_t character)
{
    return uc_is_alnum(character) || uc_is_general_category(character, UC_CATEGORY_M);
}

/* The words of a text in small letters, a blank behind each. NULL: it is too long to be taken apart. */
static const char *words_of(const struct medicines *medicines, const char *text)
{
    size_t size = strlen(text), length = FOLDED_BYTES, out = 0;
    if (size > LIMIT_CALENDAR_TEXT)
        return NULL;
    uint8_t *own = (uint8_t *)medicines->folded;
    uint8_t *folded = u8_casefold((const uint8_t *)text, size, NULL, UNINORM_NFC, own, &length);
    if (folded == NULL)
        arena_exhausted(medicines->arena);
    if (folded != own) {
        free(folded);
        return NULL;
    }
    u8_wordbreaks(own, length, medicines->breaks);
    bool in_word = false;
    for (size_t i = 0, step = 0; i < length; i += step) {
        uint32_t character = text_character(medicines->folded + i, length - i, &step);
        bool goes_on = is_of_word(character);
        if (in_word && (!goes_on || medicines->breaks[i] != 0))
            medicines->words[out++] = ' ';
        if (goes_on) {
            memcpy(medicines->words + out, medicines->folded + i, step);
            out += step;
        }
        in_word = goes_on;
    }
    if (in_word)
        medicines->words[out++] = ' ';
    medicines->words[out] = '\0';
    return medicines->words;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* A name that begins with another one is found with that. Sorted, it stands behind it. */
static size_t without_longer(const char **names, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || strncmp(names[i], names[kept - 1], strlen(names[kept - 1])) != 0)
            names[kept++] = names[i];
    return kept;
}

struct medicines medicines_of(struct arena *arena, const struct sc_pack *pack)
{
    struct medicines medicines = {.arena = arena, .pack = pack};
    medicines.folded = arena_array(arena, FOLDED_BYTES, 1);
    medicines.breaks = arena_array(arena, FOLDED_BYTES, 1);
    medicines.words = arena_array(arena, 2 * (size_t)FOLDED_BYTES + 1, 1);
    const char **names = arena_array(arena, pack->item_count, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < pack->item_count; i++) {
        const struct item *item = &pack->items[i];
        const char *words = item->kind == KIND_MEDICINE ? words_of(&medicines, item->title) : NULL;
        if (words != NULL && words[0] != '\0')
            names[count++] = arena_text(arena, words);
    }
    qsort(names, count, sizeof *names, by_bytes);
    medicines.count = without_longer(names, count);
    medicines.names = names;
    return medicines;
}

/* Does a name stand at the beginning of these words? If so it is the last that sorts before them. */
static bool begins_with_name(const struct medicines *medicines, const char *words)
{
    size_t low = 0, high = medicines->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(medicines->names[middle], words) <= 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && strncmp(words, medicines->names[low - 1], strlen(medicines->names[low - 1])) == 0;
}

bool medicines_allow(const struct medicines *medicines, const char *text)
{
    const char *words = words_of(medicines, text);
    if (words == NULL)
        return false;
    struct figures figures = figures_printed(text, medicines->pack);
    for (struct figure figure; figure_next(&figures, &figure);)
        if (figure.kind == FIGURE_DOSE)
            return false;
    for (; *words != '\0'; words = strchr(words, ' ') + 1)
        if (begins_with_name(medicines, words))
            return false;
    return true;
}
