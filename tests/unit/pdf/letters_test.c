/* Lines of plain letters, against Pango, which measures each line that it has set. */
#include "../house.h"

#include "pdf/letters.h"

#include <math.h>

static struct escape escape;
static struct type type;

static int open_type(void **state)
{
    (void)state;
    type = (struct type){.arena = arena_new(&escape)};
    return type.arena == NULL || !type_open(&type, "en");
}

static int close_type(void **state)
{
    (void)state;
    type_close(&type);
    arena_free(type.arena);
    return 0;
}

static const char *const words[] = {
    "the quick brown fox jumps over the lazy dog, and then over another one, again and again and again",
    "¿Qué le gustaría poder hacer otra vez? Dígalo – con sus palabras – en “una” línea; zażółć gęślą jaźń.",
    "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle and more",
    "one\ntwo\n\nfour",
    "x",
};

static void each_line_fits_and_no_word_is_lost(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        for (double width = 20; width < 400; width += 17) {
            const struct passage *text = type_set_words(&type, FACE_BODY, width, 0, words[i]);
            assert_true(letters_are_plain(&type, WEIGHT_NORMAL, words[i]));
            struct buffer joined = buffer_in(type.arena);
            for (size_t k = 0; k < text->line_count; k++) {
                const struct line *line = &text->lines[k];
                assert_true(line->width <= width + 0.01);
                for (size_t run = 0; run < line->run_count; run++)
                    buffer_bytes(&joined, text->words + line->runs[run]->item->offset,
                                 (size_t)line->runs[run]->item->length);
            }
            /* Newlines alone stand between lines and in none. */
            const char *at = buffer_string(&joined);
            for (const char *word = words[i]; *word != '\0'; word++)
                if (*word != '\n')
                    assert_int_equal(*at++, *word);
            assert_int_equal(*at, '\0');
        }
}

static void a_line_is_as_wide_as_its_letters(void **state)
{
    (void)state;
    struct wording wording = wording_in(type.arena);
    wording_add(&wording, "plain, ");
    wording_add_strong(&wording, "bold, WAVE ");
    wording_add(&wording, "To");
    const struct passage *text = type_set(&type, FACE_BODY, 400, 0, &wording);
    struct pieces_of_words pieces = letters_in_lines(&type, WEIGHT_NORMAL, &wording, text->words,
                                                     (size_t)(text->width * PANGO_SCALE) + 8);
    assert_int_equal(pieces.count, 1);
    pieces = letters_in_lines(&type, WEIGHT_NORMAL, &wording, text->words,
                              (size_t)(text->width * PANGO_SCALE) - 8);
    assert_int_equal(pieces.count, 2);
}

static void other_scripts_and_headings_are_set_by_pango(void **state)
{
    (void)state;
    assert_false(letters_are_plain(&type, WEIGHT_NORMAL, "e\u0301"));
    assert_false(letters_are_plain(&type, WEIGHT_NORMAL, "\u0434\u0430"));
    assert_false(letters_are_plain(&type, WEIGHT_NORMAL, "soft\u00ADhyphen"));
    guint before = type.layouts->len;
    type_set_words(&type, FACE_TITLE, 60, 0, "a title of several lines");
    assert_int_equal(type.layouts->len - before, 1);
    before = type.layouts->len;
    const struct passage *text = type_set_words(&type, FACE_BODY, 60, 0, "a paragraph of several lines");
    assert_true(text->line_count > 1);
    assert_int_equal(type.layouts->len - before, 0);
}

int main(void)
{
    if (setjmp(escape.landing) != 0)
        return 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_fits_and_no_word_is_lost),
        cmocka_unit_test(a_line_is_as_wide_as_its_letters),
        cmocka_unit_test(other_scripts_and_headings_are_set_by_pango),
    };
    return cmocka_run_group_tests(tests, open_type, close_type);
}
