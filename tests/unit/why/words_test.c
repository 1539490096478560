/* Rules in words: every operator, as it is and as its opposite. */
#include "../house.h"

#include "why/why.h"

#define QUESTIONS                                                                                            \
    PACK_HEAD                                                                                                \
    "questions:\n"                                                                                           \
    "  - {id: ulcer, ask: 'An ulcer? Ever.', type: yes-no}\n"                                                \
    "  - {id: spasm, ask: A spasm?, type: yes-no, said: {'yes': you have a spasm, 'no': you have no "        \
    "spasm}}\n"                                                                                              \
    "  - {id: age, ask: How old?, type: integer, range: 0..120, unit: years, said: your age is}\n"           \
    "  - {id: pain, ask: 'How strong? 0 to 10.', type: integer, range: 0..10}\n"                             \
    "  - {id: drinks, ask: Drinks?, type: choice, options: {few: 'One, or two', many: Many}}\n"              \
    "  - {id: time, ask: Time?, type: choice, options: {two: 2 min, five: 5 min, ten: 10 min},\n"            \
    "     said: {two: you have 2, five: you have 5}}\n"                                                      \
    "  - {id: ills, ask: Which?, type: choices, options: {heart: Heart, liver: Liver, bones: Bones},\n"      \
    "     said: {bones: your bones are thin}}\n"                                                             \
    "phase: p\nweeks: 1+\ngoal: g\n"

static struct arena *arena;
static struct escape escape;

static const char *told(const char *fact)
{
    char text[6000];
    snprintf(text, sizeof text, "%sfacts:\n  other: not ulcer\n  told: \"%s\"\n", QUESTIONS, fact);
    struct sc_pack *pack = good_pack(text);
    const char *words = rule_in_words(arena, pack, pack->fact_rules[1]);
    words = arena_text(arena, words);
    sc_pack_free(pack);
    return words;
}

static void every_operator_has_words(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"ulcer", "\"An ulcer?\": yes"},
        {"not ulcer", "\"An ulcer?\": no"},
        {"ulcer == no", "\"An ulcer?\": no"},
        {"no != ulcer", "\"An ulcer?\": yes"},
        {"ulcer == spasm", "(\"An ulcer?\": yes) = (you have a spasm)"},
        {"ulcer != spasm", "(\"An ulcer?\": yes) = (you have no spasm)"},
        {"spasm", "you have a spasm"},
        {"not spasm", "you have no spasm"},
        {"yes", "always"},
        {"not yes", "never"},
        {"age >= 65", "your age is 65 years or more"},
        {"not age >= 65", "your age is less than 65 years"},
        {"age < 18", "your age is less than 18 years"},
        {"18 < age", "your age is more than 18 years"},
        {"age <= 18", "your age is 18 years or less"},
        {"age == 18", "your age is exactly 18 years"},
        {"age != 18", "your age is not 18 years"},
        {"pain > 3", "\"How strong?\": more than 3"},
        {"pain < age", "\"How strong?\": less than \"How old?\""},
        {"18 <= age < 65", "your age is 18 years or more and your age is less than 65 years"},
        {"pain in [1, 2.5]", "\"How strong?\": 1 or 2.5"},
        {"not pain in [1, 2.5]", "\"How strong?\": not (1 or 2.5)"},
        {"drinks == many", "\"Drinks?\": \"Many\""},
        {"drinks != many", "\"Drinks?\": not \"Many\""},
        {"drinks in [few, many]", "\"Drinks?\": \"One, or two\" or \"Many\""},
        {"not drinks in [few, many]", "\"Drinks?\": not (\"One, or two\" or \"Many\")"},
        {"time in [two, five]", "you have 2 or you have 5"},
        {"time in [two, ten]", "\"Time?\": \"2 min\" or \"10 min\""},
        {"time != two", "\"Time?\": not \"2 min\""},
        {"heart in ills", "\"Which?\": \"Heart\""},
        {"heart not in ills", "\"Which?\": not \"Heart\""},
        {"bones in ills", "your bones are thin"},
        {"bones not in ills", "\"Which?\": not \"Bones\""},
        {"heart in ills or liver in ills", "\"Which?\": \"Heart\" or \"Liver\""},
        {"heart in ills or bones in ills", "\"Which?\": \"Heart\" or your bones are thin"},
        {"count(ills) >= 2", "how many are ticked under \"Which?\": 2 or more"},
        {"ulcer or spasm and age > 50",
         "\"An ulcer?\": yes or (you have a spasm and your age is more than 50 years)"},
        {"not (ulcer or spasm)", "not (\"An ulcer?\": yes or you have a spasm)"},
        {"ulcer and other", "\"An ulcer?\": yes and other"},
        {"ulcer and not other", "\"An ulcer?\": yes and not other"},
        {"other", "\"An ulcer?\": no"},
        {"not other", "\"An ulcer?\": yes"},
        {"(pain + age + 1) / 3 < -2", "((\"How strong?\" + \"How old?\" + 1) / 3): less than -2"},
        {"pain - (age - 1)", "\"How strong?\" - (\"How old?\" - 1)"},
        {"max(1, 0.8 * age)", "the greatest of 1, 0.8 * \"How old?\""},
        {"min(pain, -age)", "the least of \"How strong?\", -\"How old?\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *came = told(cases[i][0]);
        if (strcmp(came, cases[i][1]) != 0)
            fail_msg("'%s' is told as\n  %s\nand not as\n  %s", cases[i][0], came, cases[i][1]);
    }
}

static void words_that_nobody_would_read_are_cut(void **state)
{
    (void)state;
    char rule[4096] = "pain == 1";
    for (size_t i = 0; i < 120; i++)
        strcat(rule, " or age == 99");
    const char *came = told(rule);
    assert_true(strlen(came) <= 2004);
    assert_string_equal(came + strlen(came) - 4, " ...");
    assert_holds(came, "\"How strong?\": exactly 1 or your age is exactly 99 years or");
}

int main(void)
{
    arena = arena_new(&escape);
    if (arena == NULL || setjmp(escape.landing) != 0)
        return 99;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_operator_has_words),
        cmocka_unit_test(words_that_nobody_would_read_are_cut),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_free(arena);
    return failed;
}
