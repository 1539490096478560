/* Every format on plans of the built-in pack and on hostile text: what must never stand there, and what must.
 */
#include "../house.h"

#include <jansson.h>

#include "support/text.h"

static struct sc_diagnostics *diagnostics;

/* Those behind these are written by programs of their own, which have tests of their own. */
enum { FORMATS_HERE = SC_ICS };

static char *written(const struct sc_plan *plan, enum sc_format format, unsigned width)
{
    char *text = NULL;
    size_t length = 0;
    const struct sc_page_options options = {.width = width};
    assert_int_equal(sc_plan_write(plan, format, &options, diagnostics, &text, &length), SC_OK);
    assert_int_equal(strlen(text), length);
    assert_true(length > 0 && text[length - 1] == '\n');
    return text;
}

static struct sc_plan *plan_of(const struct sc_pack *pack, const char *const *answers)
{
    struct sc_plan *plan = NULL;
    struct sc_sheet *sheet = sc_sheet_new(pack);
    for (; *answers != NULL; answers++)
        if (sc_sheet_set(sheet, *answers, diagnostics) != SC_OK)
            fail_msg("%s", sc_diagnostics_text(diagnostics));
    assert_int_equal(
        sc_plan_make(pack, sheet, (struct sc_dates){"2026-11-23", "2026-11-30"}, diagnostics, &plan), SC_OK);
    sc_sheet_free(sheet);
    return plan;
}

static void what_a_part_writes_is_not_found_here(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plan = plan_of(pack, (const char *const[]){NULL});
    char *text = NULL;
    size_t length = 0;
    for (size_t format = FORMATS_HERE; sc_format_name(format) != NULL; format++)
        assert_int_equal(sc_plan_write(plan, (enum sc_format)format, NULL, diagnostics, &text, &length),
                         SC_NOT_FOUND);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void a_red_flag_says_what_to_do_then_whom_to_call_then_why(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(PACK_HEAD
                                     "call: {emergency: CALL-911.}\n"
                                     "questions:\n  - {id: numb, ask: Numb?, type: yes-no}\n"
                                     "alerts:\n  - {id: a, level: emergency, when: numb, say: GO., "
                                     "why: [{when: numb, say: NERVES.}, {say: MAYBE.}]}\n"
                                     "  - {id: b, level: urgent, when: numb, say: ASK., why: LATER.}\n"
                                     "phase: p\nweeks: 1+\ngoal: g\n");
    struct sc_plan *plan = plan_of(pack, (const char *const[]){"numb=yes", NULL});
    static const char *const order[] = {"GO.", "CALL-911.", "NERVES.", "ASK.", "LATER."};
    for (unsigned format = SC_TEXT_PAGE; format <= SC_HTML; format++) {
        char *text = written(plan, (enum sc_format)format, 80);
        const char *at = text;
        for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
            const char *found = strstr(at, order[i]);
            if (found == NULL)
                fail_msg("%s does not stand behind what comes before it:\n%s", order[i], text);
            at = found;
        }
        assert_holds_not(text, "MAYBE");
        free(text);
    }
    char *text = written(plan, SC_JSON, 80);
    assert_holds(text, "\"text\":\"GO.\",\"why\":\"NERVES.\"");
    free(text);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void a_plan_that_is_not_printed_holds_no_item_in_any_format(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    static const char *const sheets[][4] = {
        {NULL}, {"flags_now=saddle", NULL}, {"age=12", NULL}, {"safety_now=unsafe", "region=us", NULL}};
    static const char *const items[] = {"Walking", "buprofen",  "uloxetine", "Bridge",
                                        "Sleep",   "WEEKS 1-4", "weekly"};
    for (size_t i = 0; i < 4; i++) {
        struct sc_plan *plan = plan_of(pack, sheets[i]);
        for (size_t format = 0; format < FORMATS_HERE; format++) {
            char *text = written(plan, (enum sc_format)format, 80);
            for (size_t k = 0; k < sizeof items / sizeof items[0]; k++)
                assert_holds_not(text, items[k]);
            free(text);
        }
        sc_plan_free(plan);
    }
    sc_pack_free(pack);
}

static void hostile_text_stays_text(void **state)
{
    (void)state;
    static char pack_text[30000], goal[12000];
    /* Legal in YAML, hostile elsewhere: marks of direction, markup, tabs' neighbours, a long word. */
    snprintf(pack_text, sizeof pack_text, "%s",
             PACK_HEAD
             "questions:\n  - {id: g, ask: 'G <b> | *x*', type: text}\n"
             "notice: '<script>alert(1)</script> [a](b) \\ `c` \xE2\x80\xAE {g}'\nphase: p\nweeks: "
             "1-2\ngoal: '# no heading\n\n\n  - no list'\n"
             "items:\n  - {id: i, kind: advice, title: '1. *T* | [x]', say: '{g}', track: tick}\n");
    memset(goal, 'x', sizeof goal);
    memcpy(goal, "g=", 2);
    memcpy(goal + 2, "a|b <i>&amp; \xE2\x80\xAE # ", 19);
    goal[10000] = '\0';
    struct sc_pack *pack = good_pack(pack_text);
    struct sc_plan *plan = plan_of(pack, (const char *const[]){goal, NULL});
    for (unsigned width = 40; width <= 200; width += 40) {
        char *text = written(plan, SC_TEXT_PAGE, width);
        for (char *line = text, *end; *line != '\0'; line = end + 1) {
            end = strchr(line, '\n');
            assert_true(text_columns_of(line, (size_t)(end - line)) <= width);
            for (const char *at = line; at < end; at++)
                assert_true((unsigned char)*at >= 0x20 && (unsigned char)*at != 0x7F);
        }
        assert_holds_not(text, "\xE2\x80\xAE");
        free(text);
    }
    char *markdown = written(plan, SC_MARKDOWN, 80);
    assert_holds_not(markdown, "<script>");
    assert_holds_not(markdown, "\n# no heading");
    assert_holds_not(markdown, "[a](b)");
    assert_holds(markdown, "&lt;script");
    free(markdown);
    char *json = written(plan, SC_JSON, 80);
    json_t *value = json_loads(json, 0, NULL);
    assert_non_null(value);
    assert_int_equal(strlen(json_string_value(json_object_get(json_object_get(value, "answers"), "g"))),
                     9998);
    json_decref(value);
    free(json);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void json_keeps_the_contract(void **state)
{
    (void)state;
    static const char *const keys[] = {"stepcare", "pack",     "made",    "start",  "status", "answers",
                                       "facts",    "alerts",   "missing", "refine", "phases", "reviews",
                                       "warnings", "evidence", "notice",  "expired"};
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plan =
        plan_of(pack, (const char *const[]){SCREENED, "pain=5", "enjoyment=5", "activity=6", NULL});
    char *text = written(plan, SC_JSON, 80);
    json_t *value = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(value);
    assert_int_equal(json_object_size(value), sizeof keys / sizeof keys[0]);
    size_t i = 0;
    const char *key;
    json_t *part;
    json_object_foreach(value, key, part)
    {
        assert_string_equal(key, keys[i++]);
    }
    assert_true(json_real_value(json_object_get(json_object_get(value, "facts"), "score")) == 5.333);
    assert_string_equal(json_string_value(json_object_get(value, "status")), "incomplete");
    assert_holds(text, "\"reviews\":[{\"week\":4,\"date\":\"2026-12-27\"");
    json_decref(value);
    free(text);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void brief_is_one_line_in_the_order_of_the_contract(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plan = plan_of(pack, (const char *const[]){"flags_now=saddle", "id=x1", NULL});
    char *text = written(plan, SC_BRIEF, 80);
    assert_string_equal(
        text,
        "{\"id\":\"x1\",\"status\":\"withheld\",\"alerts\":[\"cauda-equina\"],\"steps\":{},\"offered\":[],"
        "\"withheld\":{},\"not_needed\":[],\"spent\":[],\"later\":[],\"needs\":{},\"missing\":[],"
        "\"schedule\":{}}\n");
    free(text);
    text = written(plan, SC_TSV, 80);
    assert_holds(text,
                 "phase\tstep\titem\tkind\tstatus\tfrom week\tto "
                 "week\ttitle\n\t\tcauda-equina\talert\temergency\t\t\tyou go numb");
    free(text);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void a_plan_past_its_review_day_says_so(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    struct sc_sheet *sheet = sc_sheet_new(pack);
    struct sc_plan *plan = NULL;
    assert_int_equal(sc_plan_make(pack, sheet, (struct sc_dates){"2027-11-23", NULL}, diagnostics, &plan),
                     SC_OK);
    char *text = written(plan, SC_TEXT_PAGE, 80);
    assert_holds_not(text, "due for review");
    free(text);
    sc_plan_free(plan);
    assert_int_equal(sc_plan_make(pack, sheet, (struct sc_dates){"2027-11-24", NULL}, diagnostics, &plan),
                     SC_OK);
    text = written(plan, SC_TEXT_PAGE, 80);
    assert_holds(text, "due for review on 23 November 2027");
    free(text);
    sc_plan_free(plan);
    sc_sheet_free(sheet);
    sc_pack_free(pack);
}

static void a_number_in_markdown_keeps_its_blank_and_begins_no_list(void **state)
{
    (void)state;
    struct sc_pack *pack =
        good_pack(PACK_HEAD
                  "phase: p\nweeks: 1+\ngoal: '3 times a week'\n"
                  "items:\n  - {id: i, kind: advice, title: T, say: \"1. one\\n2) two\\n10 and 11. on\"}\n");
    struct sc_plan *plan = plan_of(pack, (const char *const[]){NULL});
    char *text = written(plan, SC_MARKDOWN, 80);
    assert_holds(text, "\n3 times a week\n");
    assert_holds(text, "\n1\\. one\\\n2\\) two\\\n10 and 11. on\n");
    free(text);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void the_order_of_keys_in_a_sheet_changes_nothing(void **state)
{
    (void)state;
    static const char *const forth[] = {SCREENED, "walk_now=12", "minutes=five", "hard=money,alone", NULL};
    const char *back[16];
    size_t count = sizeof forth / sizeof forth[0] - 1;
    for (size_t i = 0; i < count; i++)
        back[i] = forth[count - 1 - i];
    back[count] = NULL;
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *one = plan_of(pack, forth), *two = plan_of(pack, back);
    for (size_t format = 0; format < FORMATS_HERE; format++) {
        char *a = written(one, (enum sc_format)format, 80), *b = written(two, (enum sc_format)format, 80);
        assert_string_equal(a, b);
        free(a);
        free(b);
    }
    sc_plan_free(one);
    sc_plan_free(two);
    sc_pack_free(pack);
}

int main(void)
{
    diagnostics = sc_diagnostics_new();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_part_writes_is_not_found_here),
        cmocka_unit_test(a_red_flag_says_what_to_do_then_whom_to_call_then_why),
        cmocka_unit_test(a_plan_that_is_not_printed_holds_no_item_in_any_format),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(json_keeps_the_contract),
        cmocka_unit_test(brief_is_one_line_in_the_order_of_the_contract),
        cmocka_unit_test(a_plan_past_its_review_day_says_so),
        cmocka_unit_test(a_number_in_markdown_keeps_its_blank_and_begins_no_list),
        cmocka_unit_test(the_order_of_keys_in_a_sheet_changes_nothing),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sc_diagnostics_free(diagnostics);
    return failed;
}
