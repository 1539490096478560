/* Every named error of a pack, at its place, with its hint; and packs that are good. */
#include "../house.h"

/* A question, and an alert, for tests that need something to refer to. */
#define QUESTIONS                                                                                            \
    "questions:\n"                                                                                           \
    "  - {id: ulcer, ask: Ulcer?, type: yes-no}\n"                                                           \
    "  - {id: walk, ask: Walk?, type: integer, range: 0..120}\n"                                             \
    "  - {id: time, ask: Time?, type: choice, options: {little: Little, much: Much}}\n"
#define PHASE "phase: one\nweeks: 1-4\ngoal: Go.\n"
#define ITEM(rest)                                                                                           \
    PACK_HEAD QUESTIONS PHASE "items:\n  - {id: a, kind: exercise, title: A, say: A., " rest "}\n"

struct wrong {
    const char *pack, *message;
};

static void expect_errors(const struct wrong *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct sc_diagnostics *diagnostics = sc_diagnostics_new();
        struct sc_pack *pack = pack_of(cases[i].pack, diagnostics);
        if (pack != NULL)
            fail_msg("this pack was opened, in place of: %s\n%s", cases[i].message, cases[i].pack);
        assert_holds(sc_diagnostics_text(diagnostics), cases[i].message);
        sc_diagnostics_free(diagnostics);
    }
}
#define EXPECT_ERRORS(cases) expect_errors(cases, sizeof(cases) / sizeof((cases)[0]))

static void keys_are_checked(void **state)
{
    (void)state;
    static const struct wrong cases[] = {
        {PACK_HEAD "qestions: []\n", "pack.yaml:7:1: error: the pack has no key 'qestions'"},
        {PACK_HEAD "qestions: []\n", "did you mean 'questions'?"},
        {"stepcare: 1\nid: x\n", "pack.yaml:1:1: error: the pack needs the key 'title'"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A}\n", "the question 'a' needs the key 'type'"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: yesno}\n", "did you mean 'yes-no'?"},
        {PACK_HEAD "questions: {a: b}\n", "pack.yaml:7:12: error: a list of questions is expected here"},
        {PACK_HEAD "title: x\n", "the key 'title' stands twice; it stands first on line 3"},
        {PACK_HEAD "questions:\n  - just words\n",
         "a mapping with the keys of the question is expected here"},
        {"stepcare: 2\nid: x\n", "pack.yaml:1:11: error: this program reads pack format 1, not '2'"},
        {PACK_HEAD "reviewed: 2026-02-30\n", "'2026-02-30' is no day"},
        {PACK_HEAD "call: {emergenzy: x}\n", "did you mean 'emergency'?"},
        {PACK_HEAD "words: {becuse: 'x %s'}\n", "did you mean 'because'?"},
        {PACK_HEAD "words: {because: x}\n", "must hold '%s' as often as the program's own"},
        {"- a\n- b\n", "a mapping is expected here"},
    };
    EXPECT_ERRORS(cases);
}

static void questions_are_checked(void **state)
{
    (void)state;
    static const struct wrong cases[] = {
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: integer}\n",
         "the question 'a' needs the key 'range'"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: integer, range: 5..1}\n", "this range is empty"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: integer, range: 1-5}\n", "'1-5' is no range"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: integer, range: 0.5..1}\n", "two whole numbers"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: yes-no, range: 1..5}\n",
         "a question of this type has no range"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: choice}\n",
         "the question 'a' needs the key 'options'"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: yes-no, options: {x: X}}\n",
         "only a choice or choices have options"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: choice, options: {unknown: X}}\n",
         "'unknown' is no option"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: choice, options: {a b: X}}\n",
         "'a b' is no option"},
        {PACK_HEAD "questions:\n  - {id: a-b, ask: A, type: yes-no}\n", "write '_' in place of '-'"},
        {PACK_HEAD "questions:\n  - {id: answers, ask: A, type: yes-no}\n", "'answers' means something else"},
        {PACK_HEAD "questions:\n  - {id: count, ask: A, type: yes-no}\n", "'count' means something else"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: yes-no}\n  - {id: a, ask: A, type: yes-no}\n",
         "pack.yaml:9:10: error: the question 'a' stands twice"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: yes-no}\nfacts: {a: yes}\n",
         "the fact 'a' has the name of a question"},
        {PACK_HEAD "questions:\n  - {id: a, ask: A, type: choice, options: {x: X}, said: {y: Y}}\n",
         "has no option 'y'"},
    };
    EXPECT_ERRORS(cases);
}

static void references_and_facts_are_checked(void **state)
{
    (void)state;
    static const struct wrong cases[] = {
        {PACK_HEAD "facts: {a: b, b: c, c: a}\n", "a circle of facts: a -> b -> c -> a"},
        {PACK_HEAD "facts: {a: not a}\n", "a circle of facts: a -> a"},
        {PACK_HEAD QUESTIONS "facts: {a: ulcr}\n", "did you mean 'ulcer'?"},
        {PACK_HEAD QUESTIONS "facts: {a: time == litle}\n", "did you mean 'little'?"},
        {ITEM("evidence: [c]"), "there is no claim 'c'"},
        {PACK_HEAD "claims:\n  - {id: c, says: C., status: partly, sources: [s]}\n",
         "there is no source 's'"},
        {PACK_HEAD "claims:\n  - {id: c, says: C., status: maybe, sources: []}\n",
         "'maybe' is not one of supported, partly"},
        {PACK_HEAD QUESTIONS "reviews: [{week: 4, say: x, look_at: [wlk]}]\n", "there is no question 'wlk'"},
        {PACK_HEAD "invariants: [{id: i, never: offered(b)}]\n", "there is no item 'b'"},
        {PACK_HEAD "invariants: [{id: i, never: alert(b)}]\n", "there is no alert 'b'"},
        {ITEM("") "invariants: [{id: i, never: 'caution(a, c)'}]\n", "the item 'a' has no caution 'c'"},
        {PACK_HEAD "invariants: [{id: i, never: yes, always: yes}]\n",
         "an invariant has one of 'never' and 'always'"},
        {ITEM("offer: ulcer is answered"), "'is answered' stands in invariants alone"},
        {PACK_HEAD QUESTIONS "facts: {a: walk * walk}\n", "a product of two answers"},
        {PACK_HEAD QUESTIONS "facts: {a: walk / 0}\n", "a division by zero"},
        {PACK_HEAD
         "questions:\n  - {id: q, ask: Q, type: integer, range: 0..4000000000000000000}\nfacts: {a: q * 4}\n",
         "could grow past what can be held exactly"},
    };
    EXPECT_ERRORS(cases);
}

static void phases_and_items_are_checked(void **state)
{
    (void)state;
    static const struct wrong cases[] = {
        {PACK_HEAD "phase: one\ngoal: Go.\n", "the phase needs the key 'weeks'"},
        {PACK_HEAD "phase: one\nweeks: 2-4\ngoal: Go.\n", "a gap before these weeks: they start at 1"},
        {PACK_HEAD "phase: one\nweeks: 4-1\ngoal: Go.\n", "'4-1' are no weeks"},
        {ITEM("schedule: {start: 1}"), "the schedule needs the key 'unit'"},
        {ITEM("schedule: {start: 1, add: 2000000000, until: 3, unit: min}"),
         "'add' of a schedule could pass 1000000000"},
        {PACK_HEAD "phase: one\nweeks: 1-4\ngoal: Go.\nphase: two\n", "a second phase in one file"},
        {ITEM("kind2: x"), "did you mean 'kind'?"},
        {ITEM("weeks: 0-4"), "'0-4' are no weeks"},
        {ITEM("track: tock"), "did you mean 'tick'?"},
        {ITEM("schedule: {start: walk, unit: min}"),
         "the last variant of a schedule may not depend on an answer"},
        {ITEM("schedule: {start: 1, add: 2, unit: min}"), "'add' and 'until' of a schedule stand together"},
        {ITEM("schedule: {start: 1, unit: min, every: day}"), "'day' is not one of week"},
        {ITEM("notes: [{when: ulcer, say: x, id: n}, {when: ulcer, say: x, id: n}]"),
         "the id 'n' stands twice in this list"},
        {ITEM("avoid: [{when: ulcer}]"), "the rule needs the key 'say'"},
        {ITEM("why: 'see {wlk}'"), "there is no question or fact 'wlk'"},
        {ITEM("why: 'see {walk'"), "this brace is not closed"},
        {ITEM("why: [{when: ulcer, say: x}]"), "the last variant has no 'when'"},
        {ITEM("why: [{say: x}, {say: y}]"), "every variant but the last needs a 'when'"},
        {ITEM("why: {when: ulcer, say: x}"), "put '- ' before each variant"},
        {PACK_HEAD PHASE "ladder: {id: l, steps: [], otherwise: o, exhausted: e}\n",
         "a ladder has at least one step"},
    };
    EXPECT_ERRORS(cases);
}

static void every_error_is_reported_in_one_run(void **state)
{
    (void)state;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    assert_null(
        pack_of(PACK_HEAD
                "qestions: []\nfacts: {a: b, c: 1 +}\nalerts:\n  - {id: x, level: now, when: 1, say: s}\n"
                "claims:\n  - {id: c, says: s, status: partly, sources: [none]}\n",
                diagnostics));
    assert_true(sc_diagnostics_count(diagnostics, SC_ERROR) >= 6);
    sc_diagnostics_free(diagnostics);
}

/* Two files: what pack.yaml lists, and the file beside it. */
static char *errors_of_files(const char *files, const char *name, const char *text, size_t length)
{
    static char said[4000];
    char *folder = new_folder(), head[500];
    snprintf(head, sizeof head,
             "stepcare: 1\nid: x\ntitle: X\nversion: 1\nlanguage: en\nfiles: %s\n"
             "alerts: [{id: a, level: note, when: elsewhere, say: s}]\n",
             files);
    put_file(folder, "pack.yaml", head, strlen(head));
    if (name != NULL)
        put_file(folder, name, text, length);
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct sc_pack *pack = NULL;
    assert_int_not_equal(sc_pack_open_folder(folder, diagnostics, &pack), SC_OK);
    snprintf(said, sizeof said, "%s", sc_diagnostics_text(diagnostics));
    sc_diagnostics_free(diagnostics);
    remove_folder(folder);
    return said;
}

static void files_that_cannot_be_used_are_named_at_their_place(void **state)
{
    (void)state;
    assert_holds(errors_of_files("[none.yaml]", NULL, NULL, 0),
                 "pack.yaml:6:9: error: 'none.yaml' cannot be read");
    assert_holds(errors_of_files("[../x.yaml]", NULL, NULL, 0), "'../x.yaml' lies outside the pack's folder");
    assert_holds(errors_of_files("[/etc/passwd]", NULL, NULL, 0),
                 "'/etc/passwd' lies outside the pack's folder");
    assert_holds(errors_of_files("[pack.yaml]", NULL, NULL, 0), "'pack.yaml' is listed twice");
    assert_holds(errors_of_files("[e.yaml]", "e.yaml", "", 0), "e.yaml: error: the file is empty");
    assert_holds(errors_of_files("[e.yaml]", "e.yaml", "a: \xFF", 4), "a byte that is not UTF-8");
    assert_holds(errors_of_files("x", NULL, NULL, 0), "a list of files is expected here");
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct sc_pack *pack = NULL;
    assert_int_equal(sc_pack_open_folder("/nowhere/at/all", diagnostics, &pack), SC_IO);
    assert_int_equal(sc_pack_open_folder("/etc/passwd", diagnostics, &pack), SC_IO);
    sc_diagnostics_free(diagnostics);
}

static const char *errors_of_second_phase(const char *weeks)
{
    static char said[4000];
    char *folder = new_folder(), second[200];
    static const char head[] =
        "stepcare: 1\nid: x\ntitle: X\nversion: 1\nlanguage: en\nfiles: [a.yaml, b.yaml]\n";
    static const char first[] = "phase: a\nweeks: 1-4\ntitle: A\ngoal: G\n";
    snprintf(second, sizeof second, "phase: b\nweeks: %s\ntitle: B\ngoal: G\n", weeks);
    put_file(folder, "pack.yaml", head, strlen(head));
    put_file(folder, "a.yaml", first, strlen(first));
    put_file(folder, "b.yaml", second, strlen(second));
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct sc_pack *pack = NULL;
    sc_pack_open_folder(folder, diagnostics, &pack);
    snprintf(said, sizeof said, "%s", sc_diagnostics_text(diagnostics));
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    remove_folder(folder);
    return said;
}

static void weeks_of_phases_meet(void **state)
{
    (void)state;
    assert_string_equal(errors_of_second_phase("5+"), "");
    assert_holds(errors_of_second_phase("4-8"),
                 "b.yaml:2:8: error: these weeks overlap those of the phase before");
    assert_holds(errors_of_second_phase("6-8"),
                 "b.yaml:2:8: error: a gap before these weeks: they start at 5");
}

static void a_folder_and_a_link_that_leads_out_are_no_files(void **state)
{
    (void)state;
    char *folder = new_folder(), path[128];
    static const char head[] =
        "stepcare: 1\nid: x\ntitle: X\nversion: 1\nlanguage: en\nfiles: [sub, out.yaml]\n";
    put_file(folder, "pack.yaml", head, strlen(head));
    snprintf(path, sizeof path, "%s/sub", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof path, "%s/out.yaml", folder);
    assert_int_equal(symlink("/etc/hostname", path), 0);
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct sc_pack *pack = NULL;
    assert_int_equal(sc_pack_open_folder(folder, diagnostics, &pack), SC_INVALID);
    assert_holds(sc_diagnostics_text(diagnostics), "pack.yaml:6:9: error: 'sub' is a folder, not a file");
    assert_holds(sc_diagnostics_text(diagnostics),
                 "pack.yaml:6:14: error: 'out.yaml' lies outside the pack's folder");
    sc_diagnostics_free(diagnostics);
    remove_folder(folder);
}

static void names_of_a_broken_file_are_not_missed(void **state)
{
    (void)state;
    const char *said = errors_of_files("[b.yaml]", "b.yaml", "facts: [", 8);
    assert_holds(said, "this is not YAML");
    assert_holds_not(said, "elsewhere");
    assert_holds(errors_of_files("[g.yaml]", "g.yaml", "facts: {b: yes}", 15),
                 "there is no question or fact 'elsewhere'");
}

static void scalars_mean_what_the_author_sees(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(
        "stepcare: 1\nid: x\ntitle: no\nversion: 1.10\nlanguage: on\nfiles: []\n"
        "questions:\n  - {id: q, ask: yes, type: choice, options: {no: off, 01: null}}\n");
    assert_string_equal(sc_pack_title(pack), "no");
    assert_string_equal(sc_pack_version(pack), "1.10");
    assert_string_equal(sc_question_ask(pack, 0), "yes");
    assert_string_equal(sc_question_option(pack, 0, 1), "01");
    assert_string_equal(sc_question_label(pack, 0, 1), "null");
    sc_pack_free(pack);
}

static void a_fact_that_doubles_itself_costs_no_more_than_its_length(void **state)
{
    (void)state;
    static char text[20000];
    size_t at = (size_t)snprintf(text, sizeof text, "%s", PACK_HEAD QUESTIONS "facts:\n  f0: ulcer\n");
    for (int i = 1; i < 400; i++)
        at += (size_t)snprintf(text + at, sizeof text - at, "  f%d: f%d or f%d\n", i, i - 1, i - 1);
    struct sc_pack *pack = good_pack(text);
    sc_pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_checked),
        cmocka_unit_test(questions_are_checked),
        cmocka_unit_test(references_and_facts_are_checked),
        cmocka_unit_test(phases_and_items_are_checked),
        cmocka_unit_test(every_error_is_reported_in_one_run),
        cmocka_unit_test(files_that_cannot_be_used_are_named_at_their_place),
        cmocka_unit_test(weeks_of_phases_meet),
        cmocka_unit_test(a_folder_and_a_link_that_leads_out_are_no_files),
        cmocka_unit_test(names_of_a_broken_file_are_not_missed),
        cmocka_unit_test(scalars_mean_what_the_author_sees),
        cmocka_unit_test(a_fact_that_doubles_itself_costs_no_more_than_its_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
