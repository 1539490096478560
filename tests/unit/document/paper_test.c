/* What the document holds for paper alone, and what it holds for all. */
#include "../house.h"

#include "document/document.h"

static struct sc_diagnostics *diagnostics;
static struct sc_pack *pack;
static struct sc_plan *plan;

/* The document of a pack's plan for a medium; it goes with the plan. */
static const struct document_node *document_on(enum medium medium, const char *text, const char *start)
{
    pack = good_pack(text);
    struct sc_sheet *sheet = sc_sheet_new(pack);
    assert_int_equal(sc_plan_make(pack, sheet, (struct sc_dates){"2026-11-23", start}, diagnostics, &plan),
                     SC_OK);
    sc_sheet_free(sheet);
    return document_of(plan->arena, plan, (struct document_options){.medium = medium});
}

static const struct document_node *document_for(const char *text, const char *start)
{
    return document_on(FOR_PAPER, text, start);
}

static int free_all(void **state)
{
    (void)state;
    sc_plan_free(plan);
    sc_pack_free(pack);
    plan = NULL;
    pack = NULL;
    return 0;
}

/* The nodes of a kind, in the order of the page. */
static size_t find_all(const struct document_node *node, enum document_kind kind,
                       const struct document_node **found, size_t count)
{
    if (node->kind == kind && count < 64)
        found[count++] = node;
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        count = find_all(child, kind, found, count);
    return count;
}

static const struct document_node *section_with(const struct document_node *document, enum document_kind kind,
                                                size_t number)
{
    size_t seen = 0;
    for (const struct document_node *node = document->first; node != NULL; node = node->next) {
        const struct document_node *found[64];
        if (node->kind == DOC_SECTION && find_all(node, kind, found, 0) > 0 && seen++ == number)
            return node;
    }
    return NULL;
}

#define ITEMS                                                                                                \
    "phase: one\nweeks: 1-4\ngoal: G.\nitems:\n"                                                             \
    "  - {id: walk, kind: exercise, title: Walk, say: S., track: tick, weeks: 1+}\n"                         \
    "  - {id: number, kind: practice, title: Number, say: S., track: 0-10}\n"                                \
    "  - {id: read, kind: advice, title: Read, say: S.}\n"                                                   \
    "  - {id: pill, kind: medicine, title: Pill, say: S., ask: May I?}\n"

static void the_journal_has_a_page_for_four_weeks_up_to_the_last_review(void **state)
{
    (void)state;
    const struct document_node *document =
        document_for(PACK_HEAD ITEMS "reviews: [{week: 4, say: R.}, {week: 9, say: R.}]\n", "2026-11-30");
    const struct document_node *days[64], *weeks[64], *rows[64];
    assert_int_equal(find_all(document, DOC_DAYS, days, 0), 3);
    assert_int_equal(find_all(document, DOC_WEEK, weeks, 0), 12);
    assert_string_equal(weeks[4]->text, "Week 5");
    assert_string_equal(weeks[4]->detail, "28 December 2026");
    assert_string_equal(weeks[4]->columns[0], "Mon 28");
    assert_string_equal(weeks[4]->columns[6], "Sun 3");
    const struct document_node *section = section_with(document, DOC_DAYS, 1);
    assert_string_equal(section->label, "Weeks 5-8");
    assert_string_equal(section->detail, "28 December 2026 - 24 January 2027");
    assert_true(section->own_page);
    /* The number comes first, and what is not of these weeks has no column. */
    assert_int_equal(find_all(days[0], DOC_ROW, rows, 0), 3);
    assert_string_equal(rows[0]->text, "Number");
    assert_string_equal(rows[1]->text, "Walk");
    assert_int_equal(rows[2]->track, TRACK_TEXT);
    assert_string_equal(days[0]->drawn,
                        "To fill in by hand, a line a day: Number; Walk; What made it better or worse.");
    assert_int_equal(find_all(days[1], DOC_ROW, rows, 0), 2);
    assert_string_equal(rows[0]->text, "Walk");
}

static void without_dates_the_days_have_names_alone(void **state)
{
    (void)state;
    const struct document_node *weeks[64];
    const struct document_node *document = document_for(PACK_HEAD ITEMS, NULL);
    assert_int_equal(find_all(document, DOC_WEEK, weeks, 0), 4);
    assert_null(weeks[0]->detail);
    assert_string_equal(weeks[0]->columns[6], "Sun");
}

static void a_journal_ends_however_late_the_last_review_is(void **state)
{
    (void)state;
    const struct document_node *days[64];
    const struct document_node *document =
        document_for(PACK_HEAD ITEMS "reviews: [{week: 1000, say: R.}]\n", NULL);
    assert_int_equal(find_all(document, DOC_DAYS, days, 0), 12);
}

static void a_question_to_take_along_has_room_for_its_answer(void **state)
{
    (void)state;
    const struct document_node *document = document_for(PACK_HEAD ITEMS, NULL);
    const struct document_node *section = section_with(document, DOC_LINES, 0), *boxes[64], *lines[64];
    assert_true(section->own_page);
    assert_int_equal(find_all(section, DOC_BOX, boxes, 0), 1);
    assert_string_equal(boxes[0]->text, "\"May I?\"");
    assert_true(boxes[0]->first->kind == DOC_LINES && boxes[0]->first->from > 0);
    assert_int_equal(find_all(section, DOC_LINES, lines, 0), 2);
}

static void the_weeks_in_short_name_what_to_do_and_what_to_ask(void **state)
{
    (void)state;
    const struct document_node *document =
        document_for(PACK_HEAD ITEMS "reviews: [{week: 4, say: R.}]\n", "2026-11-30");
    const struct document_node *section = section_with(document, DOC_ENTRY, 0), *terms[64];
    assert_string_equal(section->first->label, "weeks 1-4, 30 November 2026 - 27 December 2026");
    assert_int_equal(find_all(section, DOC_TERM, terms, 0), 3);
    assert_string_equal(terms[0]->text, "Walk, Number.");
    assert_string_equal(terms[1]->text, "Pill.");
    assert_string_equal(terms[2]->text, "week 4, 27 December 2026.");
}

static void a_screen_has_a_week_to_copy_and_no_lines_to_write_on(void **state)
{
    (void)state;
    const struct document_node *found[64];
    const struct document_node *screen = document_on(FOR_SCREEN, PACK_HEAD ITEMS, NULL);
    assert_int_equal(find_all(screen, DOC_JOURNAL, found, 0), 1);
    assert_int_equal(find_all(screen, DOC_DAYS, found, 0), 0);
    assert_int_equal(find_all(screen, DOC_LINES, found, 0), 0);
    free_all(NULL);
    const struct document_node *paper = document_on(FOR_PAPER, PACK_HEAD ITEMS, NULL);
    assert_int_equal(find_all(paper, DOC_JOURNAL, found, 0), 0);
}

static void what_a_detail_refers_to_is_there_as_numbers(void **state)
{
    (void)state;
    const struct document_node *entries[64], *sources[64], *terms[64], *names[64];
    const struct document_node *document =
        document_for(PACK_HEAD
                     "phase: one\nweeks: 1+\ngoal: G.\nitems:\n"
                     "  - {id: a, kind: advice, title: A, say: S., evidence: [second]}\n"
                     "  - {id: b, kind: advice, title: B, say: S., evidence: [first]}\n"
                     "claims:\n  - {id: first, says: F., status: supported, sources: [book]}\n"
                     "  - {id: second, says: T., status: supported, sources: []}\n"
                     "sources:\n  - {id: book, title: Book, year: 2020, link: 'https://example.org/book'}\n",
                     NULL);
    size_t count = find_all(document, DOC_ENTRY, entries, 0);
    assert_string_equal(entries[count - 2]->detail, "[2]");
    assert_int_equal(entries[count - 2]->cited.count, 1);
    assert_int_equal(entries[count - 2]->cited.list[0], 2);
    assert_int_equal(entries[count - 1]->cited.list[0], 1);
    assert_int_equal(find_all(document, DOC_SOURCES, sources, 0), 1);
    assert_int_equal(find_all(sources[0], DOC_TERM, terms, 0), 2);
    assert_int_equal(find_all(terms[0], DOC_SOURCE, names, 0), 1);
    assert_string_equal(names[0]->text, "Book, 2020");
    assert_string_equal(names[0]->detail, "https://example.org/book");
}

int main(void)
{
    diagnostics = sc_diagnostics_new();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_journal_has_a_page_for_four_weeks_up_to_the_last_review, free_all),
        cmocka_unit_test_teardown(without_dates_the_days_have_names_alone, free_all),
        cmocka_unit_test_teardown(a_journal_ends_however_late_the_last_review_is, free_all),
        cmocka_unit_test_teardown(a_question_to_take_along_has_room_for_its_answer, free_all),
        cmocka_unit_test_teardown(the_weeks_in_short_name_what_to_do_and_what_to_ask, free_all),
        cmocka_unit_test_teardown(a_screen_has_a_week_to_copy_and_no_lines_to_write_on, free_all),
        cmocka_unit_test_teardown(what_a_detail_refers_to_is_there_as_numbers, free_all),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sc_diagnostics_free(diagnostics);
    return failed;
}
