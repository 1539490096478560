/* Answer sheets: what is an answer, what is not, and that a bad sheet changes nothing. */
#include "../house.h"

#include "answers/sheet.h"

#include <jansson.h>

#define PACK                                                                                                 \
    PACK_HEAD                                                                                                \
    "questions:\n"                                                                                           \
    "  - {id: b, ask: B, type: yes-no}\n"                                                                    \
    "  - {id: n, ask: N, type: integer, range: -5..10}\n"                                                    \
    "  - {id: d, ask: D, type: decimal, range: 0..1}\n"                                                      \
    "  - {id: c, ask: C, type: choice, options: {no: No, two: Two, none: None}}\n"                           \
    "  - {id: m, ask: M, type: choices, options: {x: X, y: Y, none: Nothing, z: Z}}\n"                       \
    "  - {id: t, ask: T, type: text, range: 0..5}\n"

static struct sc_pack *pack;
static struct sc_sheet *sheet;
static struct sc_diagnostics *diagnostics;

static int open_sheet(void **state)
{
    (void)state;
    diagnostics = sc_diagnostics_new();
    pack = good_pack(PACK);
    sheet = sc_sheet_new(pack);
    return 0;
}

static int close_sheet(void **state)
{
    (void)state;
    sc_sheet_free(sheet);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return 0;
}

static const char *written(enum sc_list_format format)
{
    static char text[2000];
    char *out = NULL;
    assert_int_equal(sc_sheet_write(sheet, format, diagnostics, &out), SC_OK);
    snprintf(text, sizeof text, "%s", out);
    free(out);
    return text;
}

static enum sc_status take(const char *name, const char *text)
{
    sc_diagnostics_clear(diagnostics);
    return sc_sheet_read_bytes(sheet, name, text, strlen(text), diagnostics);
}

static void yaml_and_json_say_the_same(void **state)
{
    (void)state;
    assert_int_equal(take("a.yaml", "b: yes\nn: 3\nd: 0.50\nc: no\nm: [z, x]\nt: hi\nid: ana\n"), SC_OK);
    const char *yaml = "id: \"ana\"\nb: yes\nn: 3\nd: 0.5\nc: no\nm: [x, z]\nt: \"hi\"\n";
    assert_string_equal(written(SC_LIST_YAML), yaml);
    char *json = strdup(written(SC_LIST_JSON));
    assert_string_equal(
        json,
        "{\"id\":\"ana\",\"b\":true,\"n\":3,\"d\":0.5,\"c\":\"no\",\"m\":[\"x\",\"z\"],\"t\":\"hi\"}\n");
    close_sheet(NULL);
    open_sheet(NULL);
    assert_int_equal(take("a.json", json), SC_OK);
    assert_string_equal(written(SC_LIST_YAML), yaml);
    close_sheet(NULL);
    open_sheet(NULL);
    assert_int_equal(take("no-ending", json), SC_OK);
    free(json);
    assert_string_equal(written(SC_LIST_YAML), yaml);
    assert_int_equal(take("no-ending", "b: no\n"), SC_OK);
    assert_holds(written(SC_LIST_YAML), "b: no\n");
}

static void answers_may_stand_under_a_key(void **state)
{
    (void)state;
    assert_int_equal(take("c.yaml", "case: A case\nanswers: {b: no}\nexpect: {status: ready}\nid: x\n"),
                     SC_OK);
    assert_string_equal(written(SC_LIST_YAML), "id: \"x\"\nb: no\n");
}

static void later_answers_win_and_some_words_erase(void **state)
{
    (void)state;
    static const char *const erasing[] = {"n: unknown\n", "n: ~\n", "n:\n", "n: ''\n", "n: null\n"};
    for (size_t i = 0; i < sizeof erasing / sizeof erasing[0]; i++) {
        assert_int_equal(take("a.yaml", "n: 3\n"), SC_OK);
        assert_int_equal(take("b.yaml", erasing[i]), SC_OK);
        assert_string_equal(written(SC_LIST_YAML), "{}\n");
    }
    assert_int_equal(take("a.yaml", "m: x\n"), SC_OK);
    assert_int_equal(take("b.json", "{\"m\": null}"), SC_OK);
    assert_string_equal(written(SC_LIST_YAML), "{}\n");
    assert_int_equal(sc_sheet_set(sheet, "n=4", diagnostics), SC_OK);
    assert_int_equal(sc_sheet_set(sheet, "n=", diagnostics), SC_OK);
    assert_string_equal(written(SC_LIST_YAML), "{}\n");
}

static void a_text_of_blanks_says_nothing_and_a_tab_is_a_space(void **state)
{
    (void)state;
    static const char *const blank[] = {"t: '   '\n", "t: \"\\t \\n\"\n", "t: \"\xc2\xa0\"\n"};
    for (size_t i = 0; i < sizeof blank / sizeof blank[0]; i++) {
        assert_int_equal(take("a.yaml", "t: hi\n"), SC_OK);
        assert_int_equal(take("b.yaml", blank[i]), SC_OK);
        assert_string_equal(written(SC_LIST_YAML), "{}\n");
    }
    assert_int_equal(take("a.json", "{\"t\": \"a\\tb\"}"), SC_OK);
    assert_string_equal(written(SC_LIST_YAML), "t: \"a b\"\n");
}

static void none_is_an_empty_list_said_outright(void **state)
{
    (void)state;
    assert_int_equal(take("a.yaml", "m: none\nc: none\n"), SC_OK);
    assert_string_equal(written(SC_LIST_YAML), "c: none\nm: none\n");
    assert_int_equal(take("a.json", "{\"m\": []}"), SC_OK);
    assert_string_equal(written(SC_LIST_YAML), "c: none\nm: none\n");
    assert_int_equal(sc_sheet_set(sheet, "m=x,z", diagnostics), SC_OK);
    assert_int_equal(sc_sheet_set(sheet, "m=none", diagnostics), SC_OK);
    assert_string_equal(written(SC_LIST_YAML), "c: none\nm: none\n");
}

static void what_is_no_answer_is_named_and_changes_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text, *message;
    } cases[] = {
        {"a.yaml", "b: maybe\n", "a.yaml:1:4: error: 'maybe' is no answer to 'b': yes or no is expected"},
        {"a.yaml", "n: 11\n", "a whole number from -5 to 10 is expected"},
        {"a.yaml", "n: 1.5\n", "a whole number from -5 to 10 is expected"},
        {"a.yaml", "n: 1e1\n", "a whole number from -5 to 10 is expected"},
        {"a.yaml", "d: 0.1234567\n", "a number from 0 to 1 is expected"},
        {"a.yaml", "c: tow\n", "did you mean 'two'?"},
        {"a.yaml", "m: [x, x]\n", "a.yaml:1:8: error: 'x' stands twice"},
        {"a.yaml", "m: [none, x]\n", "'none' stands beside another option"},
        {"a.yaml", "m: [x, none]\n", "'none' stands beside another option"},
        {"a.yaml", "m: [unknown]\n", "'unknown' is no answer to 'm'"},
        {"a.yaml", "m: {x: y}\n", "'a mapping' is no answer to 'm'"},
        {"a.yaml", "b: [yes]\n", "'a list' is no answer to 'b'"},
        {"a.yaml", "t: 123456\n", "has 6 characters: a text of 0 to 5 characters is expected"},
        {"a.yaml", "bb: yes\n", "the pack 'test-pack' has no question 'bb'"},
        {"a.yaml", "b: yes\nb: no\n", "the key 'b' stands twice"},
        {"a.yaml", "- b\n", "a mapping from questions to answers is expected here"},
        {"a.yaml", "answers: [1]\n", "a mapping from questions to answers is expected here"},
        {"a.json", "{\"n\": \"3\"}", "in JSON a number stands without quotes"},
        {"a.json", "{\"b\": 1}", "'1' is no answer to 'b'"},
        {"a.json", "{\"t\": 5}", "'5' is no answer to 't'"},
        {"a.json", "{\"n\": 1e1}", "'1e1' is no answer to 'n'"},
        {"a.json", "{\"b\": true", "',' or '}' is expected here"},
        {"a.yaml", "", "the file is empty"},
    };
    assert_int_equal(take("a.yaml", "n: 1\nb: yes\n"), SC_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(take(cases[i].name, cases[i].text), SC_INVALID);
        assert_holds(sc_diagnostics_text(diagnostics), cases[i].message);
        assert_string_equal(written(SC_LIST_YAML), "b: yes\nn: 1\n");
    }
}

static void flags_stand_where_the_file_would(void **state)
{
    (void)state;
    assert_int_equal(sc_sheet_set(sheet, "n=eleven", diagnostics), SC_INVALID);
    assert_holds(sc_diagnostics_text(diagnostics), "-s:1:3: error: 'eleven' is no answer to 'n'");
    assert_int_equal(sc_sheet_set(sheet, "n", diagnostics), SC_INVALID);
    assert_holds(sc_diagnostics_text(diagnostics), "-s:1:1: error: 'n' has no '='");
    assert_int_equal(sc_sheet_set(sheet, "t=a\033b", diagnostics), SC_INVALID);
    assert_int_equal(sc_sheet_set(sheet, "t=\xFF", diagnostics), SC_INVALID);
}

static void json_numbers_keep_their_exact_value(void **state)
{
    (void)state;
    assert_int_equal(take("a.json", "{\"n\": 3.0, \"d\": 0.300000}"), SC_OK);
    assert_string_equal(written(SC_LIST_JSON), "{\"n\":3,\"d\":0.3}\n");
}

static void the_list_of_questions_is_json_that_others_read(void **state)
{
    (void)state;
    char *text = NULL;
    assert_int_equal(sc_questions_write(pack, SC_LIST_JSON, 80, diagnostics, &text), SC_OK);
    json_t *list = json_loads(text, 0, NULL);
    json_t *questions = json_object_get(list, "questions");
    assert_int_equal(json_array_size(questions), 6);
    json_t *choices = json_object_get(json_array_get(questions, 4), "options");
    assert_string_equal(json_string_value(json_object_get(json_array_get(choices, 2), "id")), "none");
    assert_int_equal(json_integer_value(json_object_get(json_array_get(questions, 1), "min")), -5);
    json_decref(list);
    free(text);
    assert_int_equal(sc_questions_write(pack, SC_LIST_YAML, 80, diagnostics, &text), SC_OK);
    assert_int_equal(take("blank.yaml", text), SC_OK);
    assert_string_equal(written(SC_LIST_YAML), "{}\n");
    free(text);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, open_sheet, close_sheet)
    const struct CMUnitTest tests[] = {
        TEST(yaml_and_json_say_the_same),
        TEST(answers_may_stand_under_a_key),
        TEST(later_answers_win_and_some_words_erase),
        TEST(a_text_of_blanks_says_nothing_and_a_tab_is_a_space),
        TEST(none_is_an_empty_list_said_outright),
        TEST(what_is_no_answer_is_named_and_changes_nothing),
        TEST(flags_stand_where_the_file_would),
        TEST(json_numbers_keep_their_exact_value),
        TEST(the_list_of_questions_is_json_that_others_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
