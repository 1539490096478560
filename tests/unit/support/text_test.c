/* Characters, lines, places, files. */
#include "../house.h"

#include "support/diagnostics.h"
#include "support/digest.h"
#include "support/file.h"
#include "support/text.h"

#include <errno.h>

static struct arena *arena;
static struct escape escape;

static const char *visible(const char *bytes, size_t length)
{
    struct buffer out = buffer_in(arena);
    text_visible(&out, bytes, length);
    return buffer_string(&out);
}

static void no_control_character_stays_as_it_is(void **state)
{
    (void)state;
    for (unsigned byte = 0; byte < 256; byte++) {
        char raw = (char)byte;
        const char *shown = visible(&raw, 1);
        for (const char *at = shown; *at != '\0'; at++)
            assert_true((unsigned char)*at >= 0x20 && (unsigned char)*at < 0x7F);
    }
    assert_string_equal(visible("\033[31m", 5), "\\u{1b}[31m");
    assert_string_equal(visible("\xC2\x9B", 2), "\\u{9b}");
    assert_string_equal(visible("a\xE2\x80\xAE", 4), "a\\u{202e}");
    assert_string_equal(visible("\xE2\x80\xA8", 3), "\\u{2028}");
    assert_string_equal(visible("\xFF", 1), "\\xff");
    assert_string_equal(visible("Línea", strlen("Línea")), "Línea");
}

static void columns_are_those_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(text_columns("abc"), 3);
    assert_int_equal(text_columns("é"), 1);
    assert_int_equal(text_columns("e\xCC\x81"), 1);
    assert_int_equal(text_columns("漢字"), 4);
    assert_int_equal(text_columns("□"), 1);
}

static size_t lines_seen, widest_line;

static void see_line(void *context, const char *bytes, size_t length)
{
    (void)context;
    size_t columns = text_columns_of(bytes, length);
    lines_seen++;
    widest_line = columns > widest_line ? columns : widest_line;
}

static void no_line_is_wider_than_the_page(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "the quick brown fox jumps over the lazy dog and then over another one, again and again",
        "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrente and more",
        "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
        "one\ntwo\n\nfour",
        "\u200bDonaudampfschifffahrtsgesellschaftskapitaenswitwenrente",
        "",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (size_t width = 4; width < 60; width++) {
            lines_seen = widest_line = 0;
            text_wrap(arena, texts[i], width, see_line, NULL);
            assert_true(lines_seen > 0);
            assert_true(widest_line <= width);
        }
}

static const char *lines_joined;

static void join_line(void *context, const char *bytes, size_t length)
{
    (void)context;
    lines_joined = arena_print(arena, "%s%.*s|", lines_joined, (int)length, bytes);
}

static void a_line_begins_where_a_reader_would_begin_one(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t width;
        const char *lines;
    } cases[] = {
        {"see rules.yaml:12 here", 10, "see|rules.yaml|:12 here|"}, /* too long: broken where it must be */
        {"see a.yaml:12 here", 11, "see|a.yaml:12|here|"},
        {"one of -pril or -sartan", 17, "one of -pril or|-sartan|"},
        {"in phases/1-care.yaml now", 18, "in|phases/1-care.yaml|now|"},
        {"a low-impact move", 9, "a low-|impact|move|"},
        {"some, e.g. a walk", 8, "some,|e.g. a|walk|"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        lines_joined = "";
        text_wrap(arena, cases[i].text, cases[i].width, join_line, NULL);
        assert_string_equal(lines_joined, cases[i].lines);
    }
}

/* An m is three units wide, all else one. */
static size_t wide_m(void *context, const char *bytes, size_t length)
{
    (void)context;
    size_t wide = length;
    for (size_t i = 0; i < length; i++)
        wide += bytes[i] == 'm' ? 2 : 0;
    return wide;
}

static void a_line_can_be_measured_in_other_units(void **state)
{
    (void)state;
    lines_joined = "";
    text_wrap_measured(arena, "am am am ii ii ii", 9, wide_m, join_line, NULL);
    assert_string_equal(lines_joined, "am am|am ii|ii ii|");
    lines_joined = "";
    text_wrap_measured(arena, "mmmm i", 7, wide_m, join_line, NULL);
    assert_string_equal(lines_joined, "mm|mm|i|");
}

static void a_message_shows_its_line_and_a_caret_under_the_place(void **state)
{
    (void)state;
    const char text[] = "first\nse\tcond: x\nlast";
    const struct source source = {"file.yaml", text, sizeof text - 1};
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    diagnostics_error(diagnostics, (struct place){&source, 2, 9}, "did you mean 'y'?", "'%s' is wrong",
                      "\033x");
    assert_string_equal(sc_diagnostics_text(diagnostics),
                        "file.yaml:2:9: error: '\\u{1b}x' is wrong\n"
                        "  se cond: x\n"
                        "          ^\n"
                        "  hint: did you mean 'y'?\n");
    sc_diagnostics_free(diagnostics);
}

static void messages_stand_in_the_order_of_their_places(void **state)
{
    (void)state;
    const struct source a = {"a", "", 0}, b = {"b", "", 0};
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    diagnostics_error(diagnostics, (struct place){&b, 9, 1}, NULL, "one");
    diagnostics_error(diagnostics, (struct place){&a, 5, 1}, NULL, "two");
    diagnostics_error(diagnostics, (struct place){&b, 2, 4}, NULL, "three");
    diagnostics_error(diagnostics, (struct place){&b, 2, 4}, NULL, "three");
    assert_string_equal(sc_diagnostics_text(diagnostics),
                        "b:2:4: error: three\nb:9:1: error: one\na:5:1: error: two\n");
    assert_int_equal(sc_diagnostics_count(diagnostics, SC_ERROR), 3);
    sc_diagnostics_free(diagnostics);
}

static void the_rest_of_very_many_messages_is_counted(void **state)
{
    (void)state;
    const struct source source = {"a", "", 0};
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    for (uint32_t i = 1; i <= 1000; i++)
        diagnostics_error(diagnostics, (struct place){&source, i, 1}, NULL, "wrong");
    assert_holds(sc_diagnostics_text(diagnostics), "and 800 more");
    sc_diagnostics_free(diagnostics);
}

static const char *content_of(const char *path)
{
    struct file_bytes bytes = {0};
    return file_read(arena, path, 1000, &bytes) == FILE_DONE ? bytes.bytes : NULL;
}

static void a_file_is_replaced_whole_and_keeps_its_mode(void **state)
{
    (void)state;
    char *folder = new_folder(), path[128], link_path[128];
    struct stat status;
    snprintf(path, sizeof path, "%s/out", folder);
    snprintf(link_path, sizeof link_path, "%s/link", folder);
    assert_int_equal(file_replace(path, "one", 3), FILE_DONE);
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0600);
    assert_int_equal(chmod(path, 0644), 0);
    assert_int_equal(symlink("out", link_path), 0);
    assert_int_equal(file_replace(link_path, "two", 3), FILE_DONE);
    assert_string_equal(content_of(path), "two");
    assert_int_equal(lstat(link_path, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    assert_int_equal(stat(path, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0644);
    assert_int_equal(file_replace(folder, "x", 1), FILE_FAILED);
    errno = 0;
    assert_int_equal(file_replace("/dev/full", "x", 1), FILE_FAILED);
    assert_int_equal(errno, ENOSPC);
    remove_folder(folder);
}

static void a_path_does_not_leave_its_folder(void **state)
{
    (void)state;
    char *folder = new_folder();
    struct file_bytes bytes;
    char link_path[128];
    put_file(folder, "good", "x", 1);
    snprintf(link_path, sizeof link_path, "%s/out", folder);
    assert_int_equal(symlink("/etc/passwd", link_path), 0);
    assert_int_equal(file_read_inside(arena, folder, "good", 10, &bytes), FILE_DONE);
    assert_int_equal(file_read_inside(arena, folder, "out", 10000, &bytes), FILE_OUTSIDE);
    assert_int_equal(file_read_inside(arena, folder, "../good", 10, &bytes), FILE_OUTSIDE);
    assert_int_equal(file_read_inside(arena, folder, "/etc/passwd", 10000, &bytes), FILE_OUTSIDE);
    assert_int_equal(file_read_inside(arena, folder, "a/../good", 10, &bytes), FILE_OUTSIDE);
    assert_int_equal(file_read_inside(arena, folder, "none", 10, &bytes), FILE_FAILED);
    assert_int_equal(file_read_inside(arena, folder, ".", 10, &bytes), FILE_OUTSIDE);
    put_file(folder, "large", "0123456789abc", 13);
    assert_int_equal(file_read_inside(arena, folder, "large", 10, &bytes), FILE_TOO_LARGE);
    char fifo[128];
    snprintf(fifo, sizeof fifo, "%s/fifo", folder);
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_int_equal(file_read_inside(arena, folder, "fifo", 10, &bytes), FILE_IRREGULAR);
    remove_folder(folder);
}

static void the_digest_is_sha256(void **state)
{
    (void)state;
    struct digest *digest = arena_alloc(arena, digest_size());
    char text[DIGEST_TEXT];
    digest_start(digest);
    digest_add(digest, "abc", 3);
    digest_finish(digest, text);
    assert_string_equal(text, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_control_character_stays_as_it_is),
        cmocka_unit_test(columns_are_those_of_a_terminal),
        cmocka_unit_test(no_line_is_wider_than_the_page),
        cmocka_unit_test(a_line_begins_where_a_reader_would_begin_one),
        cmocka_unit_test(a_line_can_be_measured_in_other_units),
        cmocka_unit_test(a_message_shows_its_line_and_a_caret_under_the_place),
        cmocka_unit_test(messages_stand_in_the_order_of_their_places),
        cmocka_unit_test(the_rest_of_very_many_messages_is_counted),
        cmocka_unit_test(a_file_is_replaced_whole_and_keeps_its_mode),
        cmocka_unit_test(a_path_does_not_leave_its_folder),
        cmocka_unit_test(the_digest_is_sha256),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
