/* What counts as a figure, pattern by pattern as stepcare-pack(5) lists them, and what does not. */
#include "../house.h"

#include "pack/figures.h"

/* The figures of a text as they stand in it, each in [ ]; a range stands there once. */
static const char *found(const char *language, const char *text)
{
    static char out[512];
    struct figures figures = figures_in(text, language);
    struct figure figure;
    const char *printed = text;
    out[0] = '\0';
    while (figure_next(&figures, &figure)) {
        if (figure.start < printed)
            continue;
        printed = figure.start + figure.length;
        size_t length = strlen(out);
        snprintf(out + length, sizeof out - length, "[%.*s]", (int)figure.length, figure.start);
    }
    return out;
}

struct reading_of {
    const char *text, *figures;
};

static void expect(const char *language, const struct reading_of *cases, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(found(language, cases[i].text), cases[i].figures) != 0)
            fail_msg("in \"%s\" expected %s, came %s", cases[i].text, cases[i].figures,
                     found(language, cases[i].text));
}
#define EXPECT(language, cases) expect(language, cases, sizeof(cases) / sizeof((cases)[0]))

static void every_pattern_is_a_figure(void **state)
{
    (void)state;
    static const struct reading_of cases[] = {
        {"It helps 65% of people.", "[65%]"},
        {"It helps 65 % of people.", "[65 %]"},
        {"Ten per cent, or sixty-seven percent.", "[Ten per cent][sixty-seven percent]"},
        {"\xEF\xBC\x93\xEF\xBC\x90\xEF\xBC\x85 of them", "[\xEF\xBC\x93\xEF\xBC\x90\xEF\xBC\x85]"},
        {"\xE0\xA5\xA9\xE0\xA5\xA6% of them", "[\xE0\xA5\xA9\xE0\xA5\xA6%]"},
        {"3 in 10, one in 10, one in ten and 1 in 4", "[3 in 10][one in 10][one in ten][1 in 4]"},
        {"One in four, three in ten.", "[One in four][three in ten]"},
        {"about 12 people in 100", "[12 people in 100]"},
        {"9 people out of 12", "[9 people out of 12]"},
        {"67 out of every 100", "[67 out of every 100]"},
        {"1 of every 4 people, 3 of 100", "[1 of every 4][3 of 100]"},
        {"8/10 got better", "[8/10]"},
        {"two thirds, three-quarters, a third, one fifth", "[two thirds][three-quarters]"},
        {"one in a hundred, one in 1,000", "[one in a hundred][one in 1,000]"},
        {"400 mg, 400mg, a 400-mg tablet", "[400 mg][400mg][400-mg]"},
        {"400 milligrams, 0.4 grams, 5 ml, 100 \xC2\xB5g, 100 \xCE\xBCg",
         "[400 milligrams][0.4 grams][5 ml][100 \xC2\xB5g][100 \xCE\xBCg]"},
        {"$75, $ 75, \xC2\xA3"
         "75, 75 \xE2\x82\xAC, 75 dollars, USD 75, 75 EUR",
         "[$75][$ 75][\xC2\xA3"
         "75][75 \xE2\x82\xAC][75 dollars][USD 75][75 EUR]"},
        {"In 2016, and 2022-2024, and 2022\xE2\x80\x93"
         "23.",
         "[2016][2022][2024][2022]"},
        {"10,000 patients, two trials, 700 people, 1,008 adults",
         "[10,000 patients][two trials][700 people][1,008 adults]"},
        {"20 visits a year, 3 falls per year", "[20 visits a year][3 falls per year]"},
        {"5 to 10 mg, 30\xE2\x80\x93"
         "40%, 2 or 3 in 10, five to ten percent",
         "[5 to 10 mg][30\xE2\x80\x93"
         "40%][2 or 3 in 10][five to ten percent]"},
        {"10 mg\xE2\x80\x93"
         "20 mg",
         "[10 mg][20 mg]"},
        {"$900 to $1,800", "[$900][$1,800]"},
    };
    EXPECT("en", cases);
}

static void counts_of_time_and_of_doing_are_none(void **state)
{
    (void)state;
    static const struct reading_of cases[] = {
        {"Walk 10 minutes, 5 times, at 65.", ""},
        {"For 3 in 4 weeks, or 5 days out of 7.", ""},
        {"Half of it. A third time. The second week.", ""},
        {"2 times a week, 5 days a week", ""},
        {"three quarters of an hour", ""},
        {"Do each one in two rounds.", ""},
        {"Breathe in for 4, out for 6.", ""},
        {"Call 1800 2022 10, or 131 114, or 0800-2022-10.", ""},
        {"On 2026-11-23, and 24/7, and 1/2 cup.", ""},
        {"5 grades, 3 gems, 2 people with you", ""},
        {"B12 and COVID-19", ""},
        {"once in 10 goes", ""},
    };
    EXPECT("en", cases);
}

static void words_are_those_of_the_language(void **state)
{
    (void)state;
    static const struct reading_of spanish[] = {
        {"Mejora el 65 % o el diez por ciento.", "[65 %][diez por ciento]"},
        {"Una de cada diez, 3 de cada 4 personas, tres de cada 100.",
         "[Una de cada diez][3 de cada 4][tres de cada 100]"},
        {"treinta y cinco por ciento", "[treinta y cinco por ciento]"},
        {"dos tercios, tres cuartas partes", "[dos tercios][tres cuartas partes]"},
        {"1200 miligramos, 75 d\xC3\xB3lares, 75 euros", "[1200 miligramos][75 d\xC3\xB3lares][75 euros]"},
        {"once de cada cien", "[once de cada cien]"},
        {"10\xC2\xA0"
         "000 pacientes, 20 visitas al a\xC3\xB1o",
         "[10\xC2\xA0"
         "000 pacientes][20 visitas al a\xC3\xB1o]"},
        {"3 de cada 7 d\xC3\xAD"
         "as, tres cuartos de hora, 2 veces a la semana",
         ""},
        {"300 a 1200 mg, de cinco a diez por ciento", "[300 a 1200 mg][cinco a diez por ciento]"},
    };
    EXPECT("es", spanish);
    EXPECT("es-MX", spanish);
    static const struct reading_of others[] = {
        {"65 %, 8/10, 400 mg, 75 \xE2\x82\xAC, 2016", "[65 %][8/10][400 mg][75 \xE2\x82\xAC][2016]"},
        {"zehn Prozent, one in ten", ""},
    };
    EXPECT("de", others);
}

static void a_figure_is_the_same_in_other_signs(void **state)
{
    (void)state;
    static const struct {
        const char *first, *language, *second;
        bool same;
    } pairs[] = {
        {"1,200 mg", "es", "1.200 miligramos", true},
        {"sixty-seven percent", "es", "67 %", true},
        {"one in ten", "es", "1 de cada 10", true},
        {"$75", "es", "75 d\xC3\xB3lares", true},
        {"two thirds", "es", "dos tercios", true},
        {"3 in 4", "en", "three quarters", true},
        {"0.125 mg", "es", "0,125 mg", true},
        {"\xEF\xBC\x93\xEF\xBC\x90%", "en", "30%", true},
        {"10,000 patients", "es", "10.000 pacientes", true},
        {"67%", "en", "76%", false},
        {"1 in 4", "en", "1 in 5", false},
        {"$75", "en", "75 euros", false},
        {"5 mg", "en", "5 g", false},
        {"125 mg", "en", "0.125 mg", false},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
        struct figures figures = figures_in(pairs[i].first, "en");
        struct figure figure;
        if (!figure_next(&figures, &figure) ||
            figure_in_text(&figure, pairs[i].second, pairs[i].language) != pairs[i].same)
            fail_msg("%s and %s", pairs[i].first, pairs[i].second);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pattern_is_a_figure),
        cmocka_unit_test(counts_of_time_and_of_doing_are_none),
        cmocka_unit_test(words_are_those_of_the_language),
        cmocka_unit_test(a_figure_is_the_same_in_other_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
