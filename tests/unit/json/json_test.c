/* Our JSON against jansson's, and what it refuses beyond. */
#include "../house.h"

#include "json/json.h"

#include <jansson.h>

static struct arena *arena;
static struct escape escape;

static const struct tree *read_text(const char *text, size_t length, struct sc_diagnostics *diagnostics)
{
    struct source *source = arena_alloc(arena, sizeof *source);
    *source = (struct source){"f.json", arena_copy(arena, text, length), length};
    arena_rearm(diagnostics_arena(diagnostics), &escape);
    return json_read(arena, source, diagnostics);
}

static bool is_taken(const char *text, size_t length)
{
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    bool taken = read_text(text, length, diagnostics) != NULL;
    assert_int_equal(taken, sc_diagnostics_count(diagnostics, SC_ERROR) == 0);
    sc_diagnostics_free(diagnostics);
    return taken;
}

static bool jansson_takes(const char *text, size_t length)
{
    json_error_t error;
    json_t *value = json_loadb(text, length, JSON_DECODE_ANY | JSON_REJECT_DUPLICATES, &error);
    json_decref(value);
    return value != NULL;
}

static void both_take_and_refuse_the_same(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "{}",
        "[]",
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1.5",
        "-12",
        "1e5",
        "1E+2",
        "01",
        "1.",
        ".5",
        "+1",
        "-",
        "\"\"",
        "\"a\"",
        "\"\\n\\t\"",
        "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\udc00\"",
        "\"\\x\"",
        "\"",
        "\"a\nb\"",
        "{\"a\":1}",
        "{\"a\":1,}",
        "[1,]",
        "[1 2]",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "[,1]",
        "[1,,2]",
        "{\"a\":1,\"a\":2}",
        "{\"a\":{\"b\":[1,2,{\"c\":null}]}}",
        " \t\r\n1 \n",
        "1 2",
        "[",
        "]",
        "{",
        "}",
        "[[[]]]",
        "nul",
        "truefalse",
        "tru",
        "/* c */ 1",
        "[1]//",
        "NaN",
        "Infinity",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "{\"\":0}",
        "[\"a\",\"b\"]",
        "{\"a\":[}",
        "\"\xC3\xA9\"",
        "\"\xC3\"",
        "\"\xED\xA0\x80\"",
        "\xEF\xBB\xBF{}",
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (is_taken(texts[i], strlen(texts[i])) != jansson_takes(texts[i], strlen(texts[i])))
            fail_msg("%s: we %s it", texts[i], is_taken(texts[i], strlen(texts[i])) ? "take" : "refuse");
}

static void control_characters_are_refused_beyond_rfc_8259(void **state)
{
    (void)state;
    static const char *const texts[] = {"\"\\u0007\"", "\"\\b\"",     "\"\\f\"",
                                        "\"\\r\"",     "\"\x7F\"",    "\"\\u2028\"",
                                        "\"\\u0085\"", "\"\\u0000\"", "\"\xE2\x80\xA9\""};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_false(is_taken(texts[i], strlen(texts[i])));
}

static void an_error_has_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"{\"a\": 1,\n \"é\": 'x'}", "f.json:2:7: error: a value is expected here"},
        {"{\"a\": 1,\n \"a\": 2}", "f.json:2:2: error: the key 'a' stands twice"},
        {"[1, 2", "f.json:1:6: error: ',' or ']' is expected here"},
        {"{\"a\": 01}", "f.json:1:7: error: this is no number of JSON"},
        {"[1,\n]", "a comma stands between two values"},
        {"", "f.json: error: the file is empty"},
        {"{} x", "f.json:1:4: error: something stands after the value"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct sc_diagnostics *diagnostics = sc_diagnostics_new();
        assert_null(read_text(cases[i].text, strlen(cases[i].text), diagnostics));
        assert_holds(sc_diagnostics_text(diagnostics), cases[i].message);
        sc_diagnostics_free(diagnostics);
    }
}

static void depth_is_bounded_without_recursion(void **state)
{
    (void)state;
    struct buffer text = buffer_in(arena);
    buffer_repeat(&text, "[", 20000);
    assert_false(is_taken(buffer_string(&text), text.length));
    text = buffer_in(arena);
    buffer_repeat(&text, "[", 64);
    buffer_repeat(&text, "]", 64);
    assert_true(is_taken(buffer_string(&text), text.length));
}

/* A document from a seed: what the writer writes, jansson and our reader read back as the same. */
static uint32_t seed;

static uint32_t roll(uint32_t sides)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % sides;
}

static const char *const strings[] = {"",           "a",     "\"quoted\"", "back\\slash",
                                      "line\nline", "tab\t", "é漢😀",       "</script>"};

static json_t *write_random(struct json_writer *writer, int depth)
{
    uint32_t kind = roll(depth > 4 ? 4 : 6);
    json_t *value;
    switch (kind) {
    case 0:
        json_put_null(writer);
        return json_null();
    case 1: {
        bool truth = roll(2) == 1;
        json_put_truth(writer, truth);
        return json_boolean(truth);
    }
    case 2: {
        int64_t number = (int64_t)roll(100000) - 50000;
        json_put_whole(writer, number);
        return json_integer(number);
    }
    case 3: {
        const char *text = strings[roll(8)];
        json_put_text(writer, text);
        return json_string(text);
    }
    case 4:
        value = json_array();
        json_begin_array(writer);
        for (uint32_t i = roll(4); i > 0; i--)
            json_array_append_new(value, write_random(writer, depth + 1));
        json_end_array(writer);
        return value;
    default:
        value = json_object();
        json_begin_object(writer);
        for (uint32_t i = 0, count = roll(4); i < count; i++) {
            char key[16];
            snprintf(key, sizeof key, "k%u", (unsigned)i);
            json_put_key(writer, key);
            json_object_set_new(value, key, write_random(writer, depth + 1));
        }
        json_end_object(writer);
        return value;
    }
}

static bool same(const struct tree *tree, node_id id, const json_t *value)
{
    const struct node *node = tree_node(tree, id);
    if (json_is_string(value))
        return node->style == STYLE_JSON_STRING && strcmp(tree_text(tree, id), json_string_value(value)) == 0;
    if (json_is_integer(value))
        return node->style == STYLE_JSON_NUMBER && atoll(tree_text(tree, id)) == json_integer_value(value);
    if (json_is_boolean(value))
        return node->style == STYLE_JSON_BOOLEAN &&
               strcmp(tree_text(tree, id), json_is_true(value) ? "true" : "false") == 0;
    if (json_is_null(value))
        return node->style == STYLE_JSON_NULL;
    size_t count = 0;
    for (node_id child = node->first; child != 0; count++) {
        if (node->kind == NODE_SEQUENCE) {
            if (!same(tree, child, json_array_get(value, count)))
                return false;
            child = tree_node(tree, child)->next;
        } else {
            node_id inner = tree_node(tree, child)->next;
            if (!same(tree, inner, json_object_get(value, tree_text(tree, child))))
                return false;
            child = tree_node(tree, inner)->next;
        }
    }
    return count == (node->kind == NODE_SEQUENCE ? json_array_size(value) : json_object_size(value));
}

static void what_is_written_reads_back_the_same(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 2000; i++) {
        seed = i * 7919u + 1;
        struct buffer out = buffer_in(arena);
        struct json_writer writer = json_writer_to(&out);
        json_t *made = write_random(&writer, 0);
        const char *text = buffer_string(&out);
        json_t *back = json_loads(text, JSON_DECODE_ANY, NULL);
        assert_true(json_equal(made, back));
        struct sc_diagnostics *diagnostics = sc_diagnostics_new();
        const struct tree *tree = read_text(text, out.length, diagnostics);
        assert_non_null(tree);
        assert_true(same(tree, 1, made));
        sc_diagnostics_free(diagnostics);
        json_decref(made);
        json_decref(back);
    }
}

int main(void)
{
    arena = arena_new(&escape);
    if (setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_take_and_refuse_the_same),
        cmocka_unit_test(control_characters_are_refused_beyond_rfc_8259),
        cmocka_unit_test(an_error_has_its_place),
        cmocka_unit_test(depth_is_bounded_without_recursion),
        cmocka_unit_test(what_is_written_reads_back_the_same),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
