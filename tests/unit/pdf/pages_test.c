/* Where a galley is cut into pages: what holds together, and what gives way where a page is too short. */
#include "../house.h"

#include "pdf/pages.h"

enum { PAGE = 100, MOST = 32 };

static struct band bands[MOST];

/* Bands of these heights; 0 ends them. */
static struct galley galley_of(const double *heights, const enum keep *keeps)
{
    struct galley galley = {.bands = bands, .page_height = PAGE};
    for (; heights[galley.band_count] > 0; galley.band_count++)
        bands[galley.band_count] =
            (struct band){.height = heights[galley.band_count],
                          .keep = keeps != NULL ? keeps[galley.band_count] : KEEP_FREE};
    return galley;
}

static void assert_pages(const struct galley *galley, const size_t *pages)
{
    for (size_t i = 0; i < galley->band_count; i++)
        if (galley->bands[i].page != pages[i])
            fail_msg("band %zu is on page %zu, not on %zu", i, galley->bands[i].page, pages[i]);
}

static void a_page_is_full_before_the_next_begins(void **state)
{
    (void)state;
    struct galley galley = galley_of((const double[]){40, 40, 20, 10, 0}, NULL);
    assert_int_equal(pages_cut(&galley, 0), 2);
    assert_pages(&galley, (const size_t[]){0, 0, 0, 1});
    assert_true(galley.bands[2].y == 80 && galley.bands[3].y == 0);
    assert_true(pages_left(&galley) == 90);
}

static void white_above_a_band_counts_but_not_at_the_head_of_a_page(void **state)
{
    (void)state;
    struct galley galley = galley_of((const double[]){60, 40, 60, 0}, NULL);
    for (size_t i = 0; i < galley.band_count; i++)
        galley.bands[i].above = 1;
    assert_true(pages_height(&galley, 0) == 162);
    assert_int_equal(pages_cut(&galley, 0), 3);
    assert_true(galley.bands[0].y == 0 && galley.bands[1].y == 0);
}

static void a_heading_goes_with_what_follows_it(void **state)
{
    (void)state;
    struct galley galley =
        galley_of((const double[]){80, 10, 30, 0}, (const enum keep[]){KEEP_FREE, KEEP_CLOSE, KEEP_FREE});
    assert_int_equal(pages_cut(&galley, 0), 2);
    assert_pages(&galley, (const size_t[]){0, 1, 1});
}

static void what_is_longer_than_a_page_fills_the_pages(void **state)
{
    (void)state;
    struct galley galley = galley_of((const double[]){50, 40, 40, 40, 0},
                                     (const enum keep[]){KEEP_FREE, KEEP_CLOSE, KEEP_CLOSE, KEEP_FREE});
    assert_int_equal(pages_cut(&galley, 0), 2);
    assert_pages(&galley, (const size_t[]){0, 0, 1, 1});
    galley = galley_of((const double[]){250, 10, 0}, NULL);
    assert_int_equal(pages_cut(&galley, 0), 2);
}

static void loosely_kept_bands_go_on_together_only_where_little_is_left_empty(void **state)
{
    (void)state;
    const enum keep keeps[] = {KEEP_FREE, KEEP_LOOSE, KEEP_LOOSE, KEEP_FREE};
    struct galley galley = galley_of((const double[]){75, 20, 20, 20, 0}, keeps);
    pages_cut(&galley, 0);
    assert_pages(&galley, (const size_t[]){0, 1, 1, 1});
    galley = galley_of((const double[]){50, 20, 20, 20, 0}, keeps);
    pages_cut(&galley, 0);
    assert_pages(&galley, (const size_t[]){0, 0, 0, 1});
}

static void a_part_begins_behind_the_last_page(void **state)
{
    (void)state;
    struct galley galley = galley_of((const double[]){10, 90, 20, 0}, NULL);
    galley.band_count = 1;
    assert_int_equal(pages_cut(&galley, 0), 1);
    galley.band_count = 3;
    galley.bands[1].new_page = true;
    assert_int_equal(pages_cut(&galley, 1), 2);
    assert_pages(&galley, (const size_t[]){0, 1, 2});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_page_is_full_before_the_next_begins),
        cmocka_unit_test(white_above_a_band_counts_but_not_at_the_head_of_a_page),
        cmocka_unit_test(a_heading_goes_with_what_follows_it),
        cmocka_unit_test(what_is_longer_than_a_page_fills_the_pages),
        cmocka_unit_test(loosely_kept_bands_go_on_together_only_where_little_is_left_empty),
        cmocka_unit_test(a_part_begins_behind_the_last_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
