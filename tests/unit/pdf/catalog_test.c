/* What is added to a file of Cairo's, and that a file of another kind is left as it is. */
#include "../house.h"

#include "pdf/catalog.h"

#include <cairo-pdf.h>

static struct arena *arena;

static cairo_status_t keep(void *closure, const unsigned char *bytes, unsigned int length)
{
    buffer_bytes(closure, (const char *)bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static void draw_element(cairo_t *cairo, const char *tag)
{
    cairo_tag_begin(cairo, tag, NULL);
    cairo_rectangle(cairo, 10, 10, 5, 5);
    cairo_fill(cairo);
    cairo_tag_end(cairo, tag);
}

/* A page with two figures, and a table of two rows. */
static struct buffer drawn(cairo_pdf_version_t version)
{
    struct buffer pdf = buffer_in(arena);
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(keep, &pdf, 100, 100);
    cairo_pdf_surface_restrict_to_version(surface, version);
    cairo_t *cairo = cairo_create(surface);
    draw_element(cairo, "Figure");
    cairo_tag_begin(cairo, "Table", NULL);
    for (int row = 0; row < 2; row++) {
        cairo_tag_begin(cairo, "TR", NULL);
        draw_element(cairo, "TH");
        draw_element(cairo, "TD");
        cairo_tag_end(cairo, "TR");
    }
    cairo_tag_end(cairo, "Table");
    draw_element(cairo, "Figure");
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    return pdf;
}

static const char *const alternatives[] = {"One (\xC3\xBC)", "Two \xF0\x9F\x98\x80"};
static const struct catalog catalog = {"es", alternatives, 2};

static void assert_in_order(const struct buffer *pdf, const char *const *pieces)
{
    const char *at = pdf->bytes;
    for (; *pieces != NULL; pieces++) {
        size_t length = strlen(*pieces);
        while (at + length <= pdf->bytes + pdf->length && memcmp(at, *pieces, length) != 0)
            at++;
        if (at + length > pdf->bytes + pdf->length)
            fail_msg("not there, or not in this order: %s", *pieces);
    }
}

static void language_alternatives_and_scopes_are_added(void **state)
{
    (void)state;
    struct buffer pdf = drawn(CAIRO_PDF_VERSION_1_4);
    size_t before = pdf.length;
    assert_true(catalog_add(&pdf, &catalog));
    struct buffer added = {.bytes = pdf.bytes + before, .length = pdf.length - before};
    assert_in_order(&added,
                    (const char *const[]){"/Alt <FEFF004F006E0065002000280", "/Scope /Column", "/Scope /Row",
                                          "/Alt <FEFF00540077006F0020D83DDE00>", "/Lang <FEFF00650073>",
                                          "/Prev", "/ID [<", "startxref\n", "%%EOF\n", NULL});
}

static void a_file_that_is_not_known_is_left_as_it_is(void **state)
{
    (void)state;
    const struct catalog other = {"es", alternatives, 1};
    struct buffer pdf = drawn(CAIRO_PDF_VERSION_1_4), empty = buffer_in(arena);
    size_t length = pdf.length;
    assert_false(catalog_add(&empty, &catalog));
    assert_false(catalog_add(&pdf, &other));
    assert_int_equal(pdf.length, length);
    for (size_t cut = 0; cut < length; cut++) {
        struct buffer shorter = buffer_in(arena);
        buffer_bytes(&shorter, pdf.bytes, cut);
        bool added = catalog_add(&shorter, &catalog);
        assert_true(!added || cut + 8 > length);
        assert_true(added || shorter.length == cut);
    }
}

static void places_that_lead_nowhere_are_no_danger(void **state)
{
    (void)state;
    const struct buffer pdf = drawn(CAIRO_PDF_VERSION_1_4);
    unsigned random = 1;
    for (int i = 0; i < 2000; i++) {
        struct buffer broken = buffer_in(arena);
        buffer_bytes(&broken, pdf.bytes, pdf.length);
        for (int k = 0; k < 8; k++) {
            random = random * 1103515245u + 12345u;
            broken.bytes[random / 8 % broken.length] = "0 9/<>\n"[random >> 28 & 7];
        }
        catalog_add(&broken, &catalog);
    }
}

static int open_arena(void **state)
{
    static struct escape escape;
    (void)state;
    arena = arena_new(&escape);
    return arena == NULL;
}

static int close_arena(void **state)
{
    (void)state;
    arena_free(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(language_alternatives_and_scopes_are_added, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(a_file_that_is_not_known_is_left_as_it_is, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(places_that_lead_nowhere_are_no_danger, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
