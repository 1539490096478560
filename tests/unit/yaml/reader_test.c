/* YAML: what is refused, and where; and that a place inside a scalar is the author's. */
#include "../house.h"

#include "support/buffer.h"
#include "yaml/yaml.h"

static struct arena *arena;
static struct escape escape;

static const struct tree *read_text(const char *text, size_t length, struct sc_diagnostics *diagnostics)
{
    struct source *source = arena_alloc(arena, sizeof *source);
    *source = (struct source){"f.yaml", arena_copy(arena, text, length), length};
    arena_rearm(diagnostics_arena(diagnostics), &escape);
    return yaml_read(arena, source, diagnostics);
}

static void what_a_pack_must_not_hold_is_named_at_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"a: &x 1\n", "f.yaml:1:4: error: anchors ('&x') are not allowed here"},
        {"a: 1\nb: *x\n", "f.yaml:2:4: error: aliases ('*x') are not allowed here"},
        {"a: !!str 1\n", "f.yaml:1:4: error: tags ('!...') are not allowed here"},
        {"%YAML 1.1\n---\na: 1\n", "directives"},
        {"a: 1\n---\nb: 2\n", "f.yaml:2:1: error: a second document ('---') is not allowed here"},
        {"a: 1\nb: 2\na: 3\n", "f.yaml:3:1: error: the key 'a' stands twice; it stands first on line 1"},
        {"<<: {a: 1}\n", "merge keys"},
        {"a: \"x\\u0007\"\n", "f.yaml:1:6: error: a control character (U+0007)"},
        {"a: \"x\\L\"\n", "a control character (U+2028)"},
        {"a: x\x01\n", "f.yaml:1:5: error: a control character (U+0001)"},
        {"a: x\ry\n", "a control character (U+000D)"},
        {"a: x\xC2\x85\n", "a control character (U+0085)"},
        {"a: \xFF\n", "f.yaml:1:4: error: a byte that is not UTF-8 (0xff)"},
        {"", "f.yaml: error: the file is empty"},
        {"# nothing\n", "f.yaml: error: the file is empty"},
        {"a: [1, 2\n", "this is not YAML"},
        {"a: b: c\n", "put a text that holds ': ' in double quotes"},
        {"a:\n\t- b\n", "indent with spaces, not with tabs"},
        {"[a, b]: c\n", "a key must be a word, not a list or a mapping"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sc_diagnostics *diagnostics = sc_diagnostics_new();
        read_text(cases[i].text, strlen(cases[i].text), diagnostics);
        assert_holds(sc_diagnostics_text(diagnostics), cases[i].message);
        sc_diagnostics_free(diagnostics);
    }
}

static void a_nul_is_refused(void **state)
{
    (void)state;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    assert_null(read_text("a: b\0c\n", 7, diagnostics));
    assert_holds(sc_diagnostics_text(diagnostics), "f.yaml:1:5: error: a control character (U+0000)");
    sc_diagnostics_free(diagnostics);
}

static void deep_nesting_is_an_error_and_costs_little(void **state)
{
    (void)state;
    enum { DEPTH = 20000 };
    static const char *const marks[] = {"[", "{a: ", "- ", "\n["};
    for (size_t mark = 0; mark < sizeof marks / sizeof marks[0]; mark++) {
        struct buffer text = buffer_in(arena);
        buffer_repeat(&text, marks[mark], DEPTH);
        struct sc_diagnostics *diagnostics = sc_diagnostics_new();
        assert_null(read_text(buffer_string(&text), text.length, diagnostics));
        assert_holds(sc_diagnostics_text(diagnostics), "nested more than 64 deep");
        sc_diagnostics_free(diagnostics);
    }
}

static void a_long_text_is_refused(void **state)
{
    (void)state;
    struct buffer text = buffer_in(arena);
    buffer_text(&text, "a: ");
    buffer_repeat(&text, "x", 70000);
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    assert_null(read_text(buffer_string(&text), text.length, diagnostics));
    assert_holds(sc_diagnostics_text(diagnostics), "longer than 65536 bytes");
    sc_diagnostics_free(diagnostics);
}

static void expect_place(const char *text, const char *piece, uint32_t line, uint32_t column)
{
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    const struct tree *tree = read_text(text, strlen(text), diagnostics);
    assert_non_null(tree);
    node_id value = tree_find(tree, 1, "k", NULL);
    const char *scalar = tree_text(tree, value), *found = strstr(scalar, piece);
    assert_non_null(found);
    struct place place = tree_place_in(tree, value, (size_t)(found - scalar));
    if (place.line != line || place.column != column)
        fail_msg("%s: expected %u:%u, came %u:%u", piece, line, column, place.line, place.column);
    sc_diagnostics_free(diagnostics);
}

static void a_place_in_a_scalar_is_the_authors(void **state)
{
    (void)state;
    expect_place("k: abc def\n", "def", 1, 8);
    expect_place("é: 1\nk: äö def\n", "def", 2, 7);
    expect_place("k: 'it''s here'\n", "here", 1, 11);
    expect_place("k: \"a \\\"b\\\" here\"\n", "here", 1, 13);
    expect_place("k: >\n  one two\n  three\n", "three", 3, 3);
    expect_place("k: |\n  one\n    two\n", "two", 3, 5);
    expect_place("k: one\n  two\n", "two", 2, 3);
}

static void a_byte_order_mark_moves_nothing(void **state)
{
    (void)state;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    const char text[] = "\xEF\xBB\xBFk: &a 1\n";
    read_text(text, sizeof text - 1, diagnostics);
    assert_holds(sc_diagnostics_text(diagnostics), "f.yaml:1:4: error: anchors");
    sc_diagnostics_free(diagnostics);
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_pack_must_not_hold_is_named_at_its_place),
        cmocka_unit_test(a_nul_is_refused),
        cmocka_unit_test(deep_nesting_is_an_error_and_costs_little),
        cmocka_unit_test(a_long_text_is_refused),
        cmocka_unit_test(a_place_in_a_scalar_is_the_authors),
        cmocka_unit_test(a_byte_order_mark_moves_nothing),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
