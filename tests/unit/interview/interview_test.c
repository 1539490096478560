/* The interview: how many questions a person is asked, in which order, and what typing means. */
#include "../house.h"

static struct sc_pack *pack;
static struct sc_sheet *sheet;
static struct sc_interview *interview;
static struct sc_diagnostics *diagnostics;

static int open_interview(void **state)
{
    (void)state;
    diagnostics = sc_diagnostics_new();
    assert_int_equal(sc_pack_open_builtin("chronic-back-pain", diagnostics, &pack), SC_OK);
    sheet = sc_sheet_new(pack);
    interview = sc_interview_new(pack, sheet, SC_ASK_ALL);
    return 0;
}

static int close_interview(void **state)
{
    (void)state;
    sc_interview_free(interview);
    sc_sheet_free(sheet);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return 0;
}

/* What a person without a red flag says; a test says what is different. */
static const char *const usual[][2] = {
    {"region", "us"},
    {"age", "42"},
    {"flags_now", "none"},
    {"flags_today", "none"},
    {"flags_check", "none"},
    {"onset_age", "40"},
    {"safety_now", "no"},
    {"pain_duration", "over_12_weeks"},
    {"inflammatory", "none"},
    {"body", "none"},
    {"pain", "4"},
    {"enjoyment", "4"},
    {"activity", "4"},
    {"walk_now", "15"},
    {"minutes", "twenty"},
    {"therapist", "yes"},
    {"hard", "none"},
    {"goal", "dance"},
    {"wants_medicine", "no"},
    {"pain_place", "back_only"},
    {"new_spasm", "no"},
    {"conditions", "none"},
    {"medicines", "none"},
    {"alcohol", "none"},
    {"tried", "none"},
    {"nsaid_trouble", "no"},
    {"drives", "no"},
    {"flag_checked", "yes"},
};

static const char *answer_to(const char *id, const char *const *different)
{
    for (; different[0] != NULL; different += 2)
        if (strcmp(different[0], id) == 0)
            return different[1];
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
        if (strcmp(usual[i][0], id) == 0)
            return usual[i][1];
    fail_msg("no answer to %s", id);
    return "";
}

static char order[2000];

static size_t questions_asked(const char *const *different)
{
    size_t count = 0, last_left = SIZE_MAX;
    order[0] = '\0';
    for (;; count++) {
        size_t question = 0;
        const char *why = NULL;
        assert_int_equal(sc_interview_next(interview, diagnostics, &question), SC_OK);
        if (question == SIZE_MAX)
            return count;
        assert_true(count < 40);
        size_t left = sc_interview_left(interview);
        assert_true(left >= 1 && left <= last_left); /* "at the most" never grows */
        last_left = left - 1;
        snprintf(order + strlen(order), sizeof order - strlen(order), "%s ", sc_question_id(pack, question));
        assert_int_equal(
            sc_interview_answer(interview, answer_to(sc_question_id(pack, question), different), &why),
            SC_OK);
    }
}
#define ASKED(...) questions_asked((const char *const[]){__VA_ARGS__, NULL})

static void nineteen_questions_without_medicines_red_flags_first(void **state)
{
    (void)state;
    size_t asked = ASKED("hard", "sitting_work");
    if (asked > 19)
        fail_msg("%zu asked: %s", asked, order);
    assert_int_equal(strncmp(order, "region age flags_now flags_today flags_check ", 45), 0);
    print_message("%zu: %s\n", asked, order);
}

static void twenty_four_while_the_first_step_stands(void **state)
{
    (void)state;
    size_t asked = ASKED("wants_medicine", "yes");
    if (asked > 24)
        fail_msg("%zu asked: %s", asked, order);
    print_message("%zu: %s\n", asked, order);
}

static void twenty_seven_at_the_very_most(void **state)
{
    (void)state;
    static const char *const people[][12] = {
        {"wants_medicine", "yes", "conditions", "ulcer_or_bleed", "pain_place", "leg", NULL},
        {"wants_medicine", "yes", "age", "68", "medicines", "acei_or_arb,diuretic", NULL},
        {"wants_medicine", "yes", "age", "52", "inflammatory", "buttock,psoriasis,arthritis", "tried",
         "nsaid", "new_spasm", "yes", NULL},
        {"wants_medicine", "yes", "age", "44", "medicines", "antidepressant", "inflammatory",
         "buttock,psoriasis,arthritis,family", NULL},
        {"wants_medicine", "yes", "age", "36", "conditions", "ulcer_or_bleed,lung_or_sleep_apnoea", "hard",
         "money,alone,tired,low_mood", NULL},
    };
    for (size_t i = 0; i < sizeof people / sizeof people[0]; i++) {
        size_t asked = questions_asked(people[i]);
        if (asked > 27)
            fail_msg("%zu asked: %s", asked, order);
        print_message("%zu: %s\n", asked, order);
        close_interview(NULL);
        open_interview(NULL);
    }
}

static void a_red_flag_ends_the_questions_but_those_that_press_more(void **state)
{
    (void)state;
    size_t asked = ASKED("flags_now", "saddle");
    assert_true(asked <= 4);
    assert_holds_not(order, "pain ");
}

static void nothing_known_asks_each_question_at_most_once(void **state)
{
    (void)state;
    size_t count = 0, question = 0;
    const char *why = NULL;
    for (; sc_interview_next(interview, diagnostics, &question) == SC_OK && question != SIZE_MAX; count++) {
        assert_true(count < 40);
        assert_int_equal(sc_interview_answer(interview, "", &why), SC_OK);
    }
    assert_true(count >= 6 && count <= 10);
}

static size_t next_is(const char *id)
{
    size_t question = 0;
    assert_int_equal(sc_interview_next(interview, diagnostics, &question), SC_OK);
    assert_string_equal(sc_question_id(pack, question), id);
    return question;
}

static void typed_answers_may_be_numbers_of_the_list_or_labels(void **state)
{
    (void)state;
    const char *why = NULL;
    next_is("region");
    assert_int_equal(sc_interview_answer(interview, "united kingdom", &why), SC_OK);
    next_is("age");
    assert_int_equal(sc_interview_answer(interview, "old", &why), SC_INVALID);
    assert_holds(why, "a whole number: 0 - 120");
    assert_int_equal(sc_interview_answer(interview, "200", &why), SC_INVALID);
    assert_int_equal(sc_interview_answer(interview, " 42 ", &why), SC_OK);
    next_is("flags_now");
    assert_int_equal(sc_interview_answer(interview, "1 and 2", &why), SC_INVALID);
    assert_int_equal(sc_interview_answer(interview, "99", &why), SC_INVALID);
    assert_int_equal(sc_interview_answer(interview, "8", &why), SC_OK);
    char *text = NULL;
    assert_int_equal(sc_sheet_write(sheet, SC_LIST_YAML, diagnostics, &text), SC_OK);
    assert_string_equal(text, "region: uk\nage: 42\nflags_now: none\n");
    free(text);
}

static void going_back_keeps_the_answer_until_another_is_given(void **state)
{
    (void)state;
    const char *why = NULL;
    next_is("region");
    assert_false(sc_interview_back(interview));
    assert_int_equal(sc_interview_answer(interview, "us", &why), SC_OK);
    next_is("age");
    assert_true(sc_interview_back(interview));
    next_is("region");
    assert_int_equal(sc_interview_answer(interview, "", &why), SC_OK);
    next_is("age");
    assert_true(sc_interview_back(interview));
    assert_int_equal(sc_interview_answer(interview, "2", &why), SC_OK);
    char *text = NULL;
    assert_int_equal(sc_sheet_write(sheet, SC_LIST_YAML, diagnostics, &text), SC_OK);
    assert_string_equal(text, "region: uk\n");
    free(text);
}

int main(void)
{
#define TEST(test) cmocka_unit_test_setup_teardown(test, open_interview, close_interview)
    const struct CMUnitTest tests[] = {
        TEST(nineteen_questions_without_medicines_red_flags_first),
        TEST(twenty_four_while_the_first_step_stands),
        TEST(twenty_seven_at_the_very_most),
        TEST(a_red_flag_ends_the_questions_but_those_that_press_more),
        TEST(nothing_known_asks_each_question_at_most_once),
        TEST(typed_answers_may_be_numbers_of_the_list_or_labels),
        TEST(going_back_keeps_the_answer_until_another_is_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
