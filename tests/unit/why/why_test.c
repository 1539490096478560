/* Explanations: the rules that they name are those of the plan, nothing is offered where there is no plan,
 * and nothing hostile gets through. */
#include "../engine/random_pack.h"

#include <jansson.h>

#include "support/text.h"
#include "why/why.h"

static struct sc_diagnostics *diagnostics;
static struct arena *arena;
static struct escape escape;

static struct sc_plan *plan_of(const struct sc_pack *pack, const char *const *answers)
{
    struct sc_plan *plan = NULL;
    struct sc_sheet *sheet = sc_sheet_new(pack);
    for (; *answers != NULL; answers++)
        if (sc_sheet_set(sheet, *answers, diagnostics) != SC_OK)
            fail_msg("%s", sc_diagnostics_text(diagnostics));
    assert_int_equal(sc_plan_make(pack, sheet, (struct sc_dates){"2026-11-23", NULL}, diagnostics, &plan),
                     SC_OK);
    sc_sheet_free(sheet);
    return plan;
}
#define PLAN(pack, ...) plan_of(pack, (const char *const[]){__VA_ARGS__, NULL})

static char *why(const struct sc_plan *plan, const char *id, enum sc_format format)
{
    char *text = NULL;
    const struct sc_why_request request = {id, format, {.width = 200}};
    assert_int_equal(sc_why_write(plan, &request, diagnostics, &text), SC_OK);
    return text;
}

static size_t decided_count(const struct rules_at_work *rules)
{
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++)
        count += rules->list[i].decided;
    return count;
}

/* Rule by rule: the plan's `because`, in its order. */
static void same_as_the_plan(const struct item_explained *item)
{
    const struct becauses because = item->decided->because;
    const bool later = item->status == ITEM_LATER;
    assert_int_equal(item->status, item->decided->status);
    assert_int_equal(decided_count(&item->rules) + later, because.count);
    for (size_t i = 0, k = 0; i < item->rules.count; i++) {
        const struct rule_at_work *rule = &item->rules.list[i];
        if (!rule->decided)
            continue;
        assert_string_equal(role_names[rule->role], because_rule_names[because.list[k].rule]);
        assert_string_equal(expr_written(rule->when), because.list[k].when);
        assert_int_equal(rule_truth(rule), because.list[k].value);
        assert_int_equal(rule->reads.count, because.list[k].reads.count);
        k++;
    }
}

static void the_rules_are_those_of_the_plan_on_random_packs(void **state)
{
    (void)state;
    struct dice dice = {47};
    const unsigned packs = getenv("STEPCARE_SMALL") != NULL ? 10 : 150;
    for (unsigned i = 0; i < packs; i++) {
        struct buffer text = buffer_in(arena);
        struct sc_pack *pack = good_pack(random_pack_text(&dice, &text));
        for (unsigned sheet = 0; sheet < 20; sheet++) {
            struct value *answers = arena_array(arena, pack->question_count, sizeof *answers);
            for (size_t q = 0; q < pack->question_count; q++)
                if (roll(&dice, 2) == 1)
                    answers[q] = random_answer(&dice, &pack->questions[q]);
            const struct sc_plan *plan =
                engine_plan(arena, pack, answers, NULL, (struct date){2026, 11, 23}, (struct date){0, 0, 0});
            const struct explaining explaining = {
                .arena = arena, .plan = plan, .readings = engine_readings(plan)};
            assert_true((screen_rules(&explaining).count == 0) == plan_is_printed(plan));
            for (size_t k = 0; k < pack->item_count; k++) {
                const struct item_explained item = explain_item(&explaining, k);
                const struct obstacles obstacles = obstacles_of(&explaining, &item);
                assert_true((obstacles.count == 0) == (item.status == ITEM_OFFERED));
                if (obstacles.count > 0)
                    assert_int_equal(obstacles.list[0].status, item.status);
                if (plan_is_printed(plan))
                    same_as_the_plan(&item);
                else
                    assert_int_equal(decided_count(&item.rules), 0);
            }
        }
        sc_pack_free(pack);
    }
}

/* Every way in which a page says that something is in a plan, or could be. */
static void nothing_is_offered_where_there_is_no_plan(void **state)
{
    (void)state;
    static const char *const offers[] = {"is in the plan.", "is a question to take", "could it be"};
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plans[] = {PLAN(pack, "flags_now=saddle", "wants_medicine=yes"), PLAN(pack, "age=30"),
                               PLAN(pack, "safety_now=unsafe", "region=us")};
    for (size_t p = 0; p < 3; p++) {
        for (size_t i = 0; i < pack->item_count; i++) {
            char *text = why(plans[p], pack->items[i].id, SC_TEXT_PAGE);
            for (size_t k = 0; k < sizeof offers / sizeof offers[0]; k++)
                assert_holds_not(text, offers[k]);
            assert_holds(text, p == 1 ? "before the first questions" : "something else comes first");
            free(text);
            text = why(plans[p], pack->items[i].id, SC_JSON);
            assert_holds(text, p == 1 ? "\"status\":\"unscreened\"" : "\"status\":\"withheld\"");
            assert_holds_not(text, "\"decided\":true,\"text\"");
            assert_holds_not(text, "\"status\":\"offered\"");
            free(text);
        }
        char *ladder = why(plans[p], "medicines", SC_TEXT_PAGE);
        assert_holds_not(ladder, "You stand on");
        free(ladder);
        sc_plan_free(plans[p]);
    }
    sc_pack_free(pack);
}

static void what_to_do_about_a_red_flag_stands_first(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plan = PLAN(pack, "flags_now=saddle", "region=us");
    for (size_t i = 0; i < pack->question_count; i++) {
        char *text = why(plan, pack->questions[i].id, SC_TEXT_PAGE);
        const char *what = strstr(text, "Go to an emergency department now"),
                   *whom = strstr(text, "Call 911"), *rest = strstr(text, "QUESTION  ");
        assert_true(what != NULL && whom != NULL && rest != NULL && what < whom && whom < rest);
        free(text);
    }
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void an_id_of_several_kinds_is_explained_as_each(void **state)
{
    (void)state;
    struct sc_pack *pack =
        good_pack(PACK_HEAD
                  "questions:\n  - {id: x, ask: X?, type: yes-no}\n"
                  "alerts:\n  - {id: x, level: note, when: x, say: s}\nphase: p\nweeks: 1+\ngoal: g\n"
                  "items:\n  - {id: x, kind: advice, title: T, say: s, offer: x}\n"
                  "ladder:\n  id: x\n  otherwise: o\n  exhausted: e\n"
                  "  steps: [{id: x, title: S, items: [{id: y, kind: advice, title: Y, say: s}]}]\n");
    struct sc_plan *plan = PLAN(pack, "x=yes");
    static const char *const kinds[] = {"item", "alert", "ladder", "step", "question"};
    char *text = why(plan, "x", SC_JSON);
    json_t *value = json_loads(text, JSON_REJECT_DUPLICATES, NULL),
           *list = json_object_get(value, "explained");
    assert_int_equal(json_array_size(list), 5);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(json_string_value(json_object_get(json_array_get(list, i), "kind")), kinds[i]);
    json_decref(value);
    free(text);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void a_question_lists_all_that_reads_it(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(
        PACK_HEAD
        "notice: [{when: q, say: N}, {say: M}]\n"
        "call: {urgent: 'Call {q}'}\n"
        "questions:\n  - {id: q, ask: Q?, type: yes-no}\n  - {id: r, ask: R?, type: yes-no}\n"
        "  - {id: n, ask: N?, type: integer, range: 0..9}\n"
        "facts: {f: q or r, g: not f, h: r}\n"
        "alerts:\n  - {id: al, level: urgent, when: g and r, say: s}\n"
        "warnings:\n  - {say: 'w {f}', when: f}\n"
        "reviews:\n  - {week: 4, say: [{when: q, say: a}, {say: b}]}\n"
        "phase: p\nweeks: 1+\ngoal: [{when: q, say: a}, {say: b}]\n"
        "items:\n  - {id: i, kind: advice, title: I, say: '{q}', offer: q, spent: g, how: ['{f}'],\n"
        "     avoid: [{id: av, when: q, say: '{g}'}], caution: [{when: h, say: c}], notes: [{when: q, say: "
        "n}],\n"
        "     schedule: [{when: q, start: n, unit: u}, {start: 1, unit: u}]}\n"
        "ladder:\n  id: l\n  when: q\n  otherwise: '{q}'\n  exhausted: e\n  steps:\n"
        "    - {id: s, title: S, say: '{q}', items: [{id: j, kind: advice, title: J, say: j}]}\n");
    struct sc_plan *plan = PLAN(pack, "q=yes");
    const struct explaining explaining = {.arena = arena, .plan = plan, .readings = engine_readings(plan)};
    static const char *const expected[] = {"fact f fact",
                                           "fact g fact",
                                           "alert al alert",
                                           "ladder l otherwise",
                                           "ladder l gate",
                                           "step s say",
                                           "item i say",
                                           "item i offer",
                                           "item i spent",
                                           "item i avoid",
                                           "item i avoid av: say",
                                           "item i note",
                                           "item i schedule",
                                           "item i how",
                                           "phase p goal",
                                           "warning - say",
                                           "warning - warning",
                                           "review - say",
                                           "pack test-pack notice",
                                           "pack test-pack call urgent"};
    const struct readers readers = readers_of(&explaining, (struct subject){SUBJECT_QUESTION, 0, 0});
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        bool there = false;
        for (size_t k = 0; k < readers.count; k++) {
            const struct reader *reader = &readers.list[k];
            const char *role =
                reader->rule.role == ROLE_TEXT ? reader->rule.id : role_names[reader->rule.role];
            char name[128];
            snprintf(name, sizeof name, "%s %s %s", reader->kind, reader->id != NULL ? reader->id : "-",
                     role);
            there = there || strcmp(name, expected[i]) == 0;
        }
        if (!there)
            fail_msg("'%s' is not among what hangs on the question", expected[i]);
    }
    assert_int_equal(readers.count, sizeof expected / sizeof expected[0]);
    const struct readers of_number = readers_of(&explaining, (struct subject){SUBJECT_QUESTION, 2, 0});
    assert_int_equal(of_number.count, 1);
    const struct readers of_fact = readers_of(&explaining, (struct subject){SUBJECT_FACT, 0, 0});
    assert_int_equal(of_fact.count,
                     7); /* g, the alert, spent, how, the avoid's text, the warning and its text */
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void hostile_words_stay_words(void **state)
{
    (void)state;
    struct sc_pack *pack =
        good_pack(PACK_HEAD
                  "questions:\n  - {id: q, ask: 'Q <b> %s %n \xE2\x80\xAE | *x* ? ', type: yes-no}\n"
                  "  - {id: t, ask: T?, type: text}\n"
                  "phase: p\nweeks: 1+\ngoal: g\n"
                  "items:\n  - {id: i, kind: advice, title: '# [a](b) %s', say: '{t}', offer: q,\n"
                  "     avoid: [{when: q, say: '<script> %s {t}'}]}\n");
    struct sc_plan *plan = PLAN(pack, "q=yes", "t=\xE2\x80\xAE%n%s<i>");
    static const char *const ids[] = {"i", "q", "t"};
    for (size_t i = 0; i < 3; i++) {
        char *text = why(plan, ids[i], SC_TEXT_PAGE);
        assert_true(text_is_utf8(text, strlen(text), NULL));
        assert_holds_not(text, "\xE2\x80\xAE");
        free(text);
        text = why(plan, ids[i], SC_MARKDOWN);
        assert_holds_not(text, "<script>");
        assert_holds_not(text, "<b>");
        assert_holds_not(text, "[a](b)");
        free(text);
        text = why(plan, ids[i], SC_JSON);
        json_t *value = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
        assert_non_null(value);
        json_decref(value);
        free(text);
    }
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void a_page_is_never_narrower_than_its_bound(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plan = PLAN(pack, "age=30");
    char *texts[2] = {NULL, NULL};
    for (size_t i = 0; i < 2; i++) {
        const struct sc_why_request request = {"ibuprofen", SC_TEXT_PAGE, {.width = i == 0 ? 0 : 40}};
        assert_int_equal(sc_why_write(plan, &request, diagnostics, &texts[i]), SC_OK);
    }
    assert_string_equal(texts[0], texts[1]);
    free(texts[0]);
    free(texts[1]);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

static void an_unknown_id_is_not_found_and_a_near_one_is(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plan = PLAN(pack, "age=30");
    char *text = NULL;
    const struct sc_why_request request = {"ibuprofn", SC_TEXT_PAGE, {.width = 80}};
    assert_int_equal(sc_why_write(plan, &request, diagnostics, &text), SC_NOT_FOUND);
    assert_null(text);
    assert_string_equal(sc_why_near(pack, "ibuprofn"), "ibuprofen");
    assert_string_equal(sc_why_near(pack, "secnd-line"), "second-line");
    assert_string_equal(sc_why_near(pack, "TUMMY Brace"), "tummy-brace");
    assert_null(sc_why_near(pack, "zzzzzzzz"));
    sc_plan_free(plan);
    sc_pack_free(pack);
}

int main(void)
{
    diagnostics = sc_diagnostics_new();
    arena = arena_new(&escape);
    if (arena == NULL || setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rules_are_those_of_the_plan_on_random_packs),
        cmocka_unit_test(nothing_is_offered_where_there_is_no_plan),
        cmocka_unit_test(what_to_do_about_a_red_flag_stands_first),
        cmocka_unit_test(an_id_of_several_kinds_is_explained_as_each),
        cmocka_unit_test(a_question_lists_all_that_reads_it),
        cmocka_unit_test(hostile_words_stay_words),
        cmocka_unit_test(a_page_is_never_narrower_than_its_bound),
        cmocka_unit_test(an_unknown_id_is_not_found_and_a_near_one_is),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    sc_diagnostics_free(diagnostics);
    return failed;
}
