/* Signs, and the words of the languages that the program speaks. stepcare-pack(5) lists them. */
#include "pack/figure_words.h"

#include <string.h>

#define WORDS(...)                                                                                           \
    (const struct figure_word[])                                                                             \
    {                                                                                                        \
        __VA_ARGS__,                                                                                         \
        {                                                                                                    \
            NULL, NULL                                                                                       \
        }                                                                                                    \
    }

const struct figure_words figure_signs =
    {
        .lists =
            {
                [LIST_PERCENT] = WORDS({"%", "%"}, {"％", "%"}, {"٪", "%"}),
                [LIST_UNIT] = WORDS({"mg", "mg"}, {"mcg", "mcg"}, {"µg", "mcg"}, {"μg", "mcg"}, {"g", "g"},
                                    {"ml", "ml"}, {"IU", "IU"}),
                [LIST_CURRENCY] =
                    WORDS({"$", "$"}, {"US$", "$"}, {"USD", "$"}, {"£", "GBP"}, {"GBP", "GBP"}, {"€", "EUR"},
                          {"EUR", "EUR"}, {"¥", "¥"}, {"₹", "INR"}, {"INR", "INR"}, {"AUD", "AUD"},
                          {"CAD", "CAD"}, {"NZD", "NZD"}, {"MXN", "MXN"}),
                [LIST_RANGE] = WORDS({"-", ""}, {"–", ""}, {"—", ""}),
            },
};

static const struct number_word english_numbers[] = {
    {"eight", 8},     {"eighteen", 18},  {"eighty", 80},   {"eleven", 11}, {"fifteen", 15},
    {"fifty", 50},    {"five", 5},       {"forty", 40},    {"four", 4},    {"fourteen", 14},
    {"hundred", 100}, {"nine", 9},       {"nineteen", 19}, {"ninety", 90}, {"one", 1},
    {"seven", 7},     {"seventeen", 17}, {"seventy", 70},  {"six", 6},     {"sixteen", 16},
    {"sixty", 60},    {"ten", 10},       {"thirteen", 13}, {"thirty", 30}, {"thousand", 1000},
    {"three", 3},     {"twelve", 12},    {"twenty", 20},   {"two", 2},
};

static const struct number_word spanish_numbers[] = {
    {"catorce", 14},      {"cien", 100},      {"cinco", 5},        {"cincuenta", 50},
    {"cuarenta", 40},     {"cuatro", 4},      {"diecinueve", 19},  {"dieciocho", 18},
    {"diecisiete", 17},   {"dieciséis", 16},  {"diez", 10},        {"doce", 12},
    {"dos", 2},           {"mil", 1000},      {"noventa", 90},     {"nueve", 9},
    {"ochenta", 80},      {"ocho", 8},        {"once", 11},        {"quince", 15},
    {"seis", 6},          {"sesenta", 60},    {"setenta", 70},     {"siete", 7},
    {"trece", 13},        {"treinta", 30},    {"tres", 3},         {"un", 1},
    {"una", 1},           {"uno", 1},         {"veinte", 20},      {"veinticinco", 25},
    {"veinticuatro", 24}, {"veintidós", 22},  {"veintinueve", 29}, {"veintiocho", 28},
    {"veintisiete", 27},  {"veintiséis", 26}, {"veintitrés", 23},  {"veintiuno", 21},
};

#define NUMBERS(list) .numbers = (list), .number_count = sizeof(list) / sizeof((list)[0])

static const struct figure_words
    languages[] =
        {
            {
                .language = "en",
                .initials = "efhnost",
                NUMBERS(english_numbers),
                .lists =
                    {
                        [LIST_PERCENT] = WORDS({"percent", "%"}, {"per cent", "%"}),
                        [LIST_UNIT] = WORDS({"milligram", "mg"}, {"milligrams", "mg"}, {"microgram", "mcg"},
                                            {"micrograms", "mcg"}, {"gram", "g"}, {"grams", "g"},
                                            {"milliliter", "ml"}, {"milliliters", "ml"}, {"millilitre", "ml"},
                                            {"millilitres", "ml"}, {"international units", "IU"}),
                        [LIST_CURRENCY] =
                            WORDS({"dollar", "$"}, {"dollars", "$"}, {"euro", "EUR"}, {"euros", "EUR"}),
                        [LIST_OUT_OF] =
                            WORDS({"in", ""}, {"out of", ""}, {"out of every", ""}, {"out of each", ""},
                                  {"in every", ""}, {"in each", ""}, {"of every", ""}),
                        [LIST_OF_TEN] = WORDS({"of", ""}),
                        [LIST_FRACTION] =
                            WORDS({"thirds", "3"}, {"quarters", "4"}, {"fourths", "4"}, {"fifths", "5"},
                                  {"sixths", "6"}, {"eighths", "8"}, {"tenths", "10"}),
                        [LIST_STUDIED] =
                            WORDS({"patients", "patients"}, {"participants", "patients"},
                                  {"volunteers", "patients"}, {"trials", "trials"}, {"studies", "trials"}),
                        [LIST_CROWD] =
                            WORDS({"people", "people"}, {"persons", "people"}, {"adults", "people"},
                                  {"men", "people"}, {"women", "people"}),
                        [LIST_EACH_YEAR] =
                            WORDS({"a year", "year"}, {"per year", "year"}, {"each year", "year"},
                                  {"every year", "year"}, {"per calendar year", "year"}),
                        [LIST_UNCOUNTED] =
                            WORDS({"second", ""}, {"seconds", ""}, {"minute", ""}, {"minutes", ""},
                                  {"hour", ""}, {"hours", ""}, {"day", ""}, {"days", ""}, {"night", ""},
                                  {"nights", ""}, {"week", ""}, {"weeks", ""}, {"month", ""}, {"months", ""},
                                  {"year", ""}, {"years", ""}, {"time", ""}, {"times", ""}, {"repeat", ""},
                                  {"repeats", ""}, {"breath", ""}, {"breaths", ""},
                                  {"step", ""}, {"steps", ""}, {"set", ""}, {"sets", ""}, {"round", ""},
                                  {"rounds", ""}, {"go", ""}, {"goes", ""}, {"part", ""}, {"parts", ""},
                                  {"of an hour", ""}, {"of a minute", ""}, {"of the way", ""}),
                        [LIST_RANGE] = WORDS({"to", ""}, {"or", ""}, {"and", ""}),
                        [LIST_ARTICLE] = WORDS({"a", ""}),
                    },
            },
            {
                .language = "es",
                .initials = "cdmnoqstuv",
                NUMBERS(spanish_numbers),
                .lists =
                    {
                        [LIST_PERCENT] = WORDS({"por ciento", "%"}),
                        [LIST_UNIT] = WORDS({"miligramo", "mg"}, {"miligramos", "mg"}, {"microgramo", "mcg"},
                                            {"microgramos", "mcg"}, {"gramo", "g"}, {"gramos", "g"},
                                            {"mililitro", "ml"}, {"mililitros", "ml"},
                                            {"UI", "IU"}, {"unidades internacionales", "IU"}),
                        [LIST_CURRENCY] =
                            WORDS({"dólar", "$"}, {"dólares", "$"}, {"euro", "EUR"}, {"euros", "EUR"}),
                        [LIST_OUT_OF] = WORDS({"de cada", ""}, {"por cada", ""}, {"en cada", ""}),
                        [LIST_OF_TEN] = WORDS({"de", ""}, {"en", ""}),
                        [LIST_FRACTION] =
                            WORDS({"tercios", "3"}, {"terceras partes", "3"}, {"cuartas partes", "4"},
                                  {"quintas partes", "5"}, {"décimas partes", "10"}),
                        [LIST_STUDIED] =
                            WORDS({"pacientes", "patients"}, {"participantes", "patients"},
                                  {"voluntarios", "patients"}, {"ensayos", "trials"}, {"estudios", "trials"}),
                        [LIST_CROWD] = WORDS({"personas", "people"}, {"adultos", "people"},
                                             {"hombres", "people"}, {"mujeres", "people"}),
                        [LIST_EACH_YEAR] =
                            WORDS({"al año", "year"}, {"por año", "year"}, {"cada año", "year"}),
                        [LIST_UNCOUNTED] =
                            WORDS({"segundo", ""}, {"segundos", ""}, {"minuto", ""}, {"minutos", ""},
                                  {"hora", ""}, {"horas", ""},
                                  {"dí"
                                   "a",
                                   ""},
                                  {"dí"
                                   "as",
                                   ""},
                                  {"noche", ""}, {"noches", ""}, {"semana", ""}, {"semanas", ""}, {"mes", ""},
                                  {"meses", ""}, {"año", ""}, {"años", ""}, {"vez", ""}, {"veces", ""},
                                  {"repetición", ""}, {"repeticiones", ""}, {"respiración", ""},
                                  {"respiraciones", ""}, {"paso", ""}, {"pasos", ""}, {"serie", ""},
                                  {"series", ""}, {"ronda", ""}, {"rondas", ""}, {"tanda", ""},
                                  {"tandas", ""}, {"parte", ""}, {"partes", ""}, {"del camino", ""}),
                        [LIST_RANGE] = WORDS({"a", ""}, {"o", ""}, {"y", ""}),
                        [LIST_WITHIN_TEN] = WORDS({"y", ""}),
                    },
            },
};
static const struct figure_words no_words = {.initials = ""};

const struct figure_words *figure_words_of(const char *language)
{
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        size_t length = strlen(languages[i].language);
        if (strncmp(language, languages[i].language, length) == 0 &&
            (language[length] == '\0' || language[length] == '-'))
            return &languages[i];
    }
    return &no_words;
}
