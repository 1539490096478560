/* Calendars are read back by libical: what must stand there, and what never may. */
#include "../house.h"

#include "calendar/calendar.h"
#include "support/limits.h"
#include "support/text.h"

#include <libical/ical.h>

static struct sc_diagnostics *diagnostics;

/* ---- From answers to a calendar, and back ---- */

static const struct sc_dates dates = {"2026-11-23", "2026-11-30"};

static struct sc_plan *plan_on(const struct sc_pack *pack, const char *const *answers, struct sc_dates days)
{
    struct sc_plan *plan = NULL;
    struct sc_sheet *sheet = sc_sheet_new(pack);
    for (; *answers != NULL; answers++)
        if (sc_sheet_set(sheet, *answers, diagnostics) != SC_OK)
            fail_msg("%s", sc_diagnostics_text(diagnostics));
    assert_int_equal(sc_plan_make(pack, sheet, days, diagnostics, &plan), SC_OK);
    sc_sheet_free(sheet);
    return plan;
}

static char *written(const struct sc_plan *plan, enum titles titles)
{
    struct escape escape;
    struct arena *arena = arena_new(&escape);
    size_t length = 0;
    assert_non_null(arena);
    if (setjmp(escape.landing) != 0)
        fail_msg("no memory");
    const struct calendar calendar = calendar_of(arena, plan, titles);
    char *text = calendar_write(&calendar, &length);
    assert_non_null(text);
    assert_int_equal(strlen(text), length);
    arena_free(arena);
    return text;
}

/* Lines of at most 75 bytes, ended by CR LF, no character cut in two, no control character. */
static void assert_is_well_formed(const char *text)
{
    for (const char *end = NULL; *text != '\0'; text = end + 2) {
        end = strstr(text, "\r\n");
        assert_non_null(end);
        assert_in_range(end - text, 1, 75);
        assert_true(text_is_utf8(text, (size_t)(end - text), NULL));
        for (const char *byte = text; byte < end; byte++)
            assert_true((unsigned char)*byte >= 0x20 && *byte != 0x7F);
    }
}

static icalcomponent *read_back(const char *text)
{
    assert_is_well_formed(text);
    icalcomponent *calendar = icalcomponent_new_from_string(text);
    assert_non_null(calendar);
    assert_int_equal(icalcomponent_isa(calendar), ICAL_VCALENDAR_COMPONENT);
    assert_int_equal(icalcomponent_count_errors(calendar), 0);
    assert_true(icalcomponent_is_valid(calendar));
    assert_true(icalcomponent_check_restrictions(calendar));
    return calendar;
}

static icalcomponent *calendar_for(const struct sc_pack *pack, const char *const *answers, enum titles titles)
{
    struct sc_plan *plan = plan_on(pack, answers, dates);
    char *text = written(plan, titles);
    icalcomponent *calendar = read_back(text);
    free(text);
    sc_plan_free(plan);
    return calendar;
}

static icalcomponent *first_event(icalcomponent *calendar)
{
    return icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
}

static icalcomponent *next_event(icalcomponent *calendar)
{
    return icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
}

static icalcomponent *event_titled(icalcomponent *calendar, const char *title)
{
    icalcomponent *event = first_event(calendar);
    while (event != NULL && strcmp(icalcomponent_get_summary(event), title) != 0)
        event = next_event(calendar);
    if (event == NULL)
        fail_msg("no event is titled %s", title);
    return event;
}

static const char *said_in(icalcomponent *calendar, const char *title)
{
    return icalcomponent_get_description(event_titled(calendar, title));
}

/* Titles and descriptions, one behind the other. The caller frees it. */
static char *all_words(icalcomponent *calendar)
{
    char *words = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&words, &length);
    for (icalcomponent *event = first_event(calendar); event != NULL; event = next_event(calendar))
        fprintf(out, "%s\n%s\n", icalcomponent_get_summary(event), icalcomponent_get_description(event));
    fclose(out);
    return words;
}

/* The days of an event as libical has them: a bit for each day from `from` on. */
static unsigned days_from(icalcomponent *event, struct icaltimetype from)
{
    unsigned days = 0;
    struct icaltimetype start = icalcomponent_get_dtstart(event);
    icalproperty *rule = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY);
    icalrecur_iterator *iterator =
        rule != NULL ? icalrecur_iterator_new(icalproperty_get_rrule(rule), start) : NULL;
    struct icaltimetype day = iterator != NULL ? icalrecur_iterator_next(iterator) : start;
    for (int seen = 0; !icaltime_is_null_time(day); seen++) {
        assert_in_range(seen, 0, 6);
        struct icaltimetype at = icaltime_from_string(icaltime_as_ical_string(day));
        at.is_date = 1;
        at.hour = at.minute = 0;
        int offset = icaldurationtype_as_int(icaltime_subtract(at, from)) / 86400;
        assert_in_range(offset, 0, 6);
        days |= 1u << offset;
        day = iterator != NULL ? icalrecur_iterator_next(iterator) : icaltime_null_time();
    }
    if (iterator != NULL)
        icalrecur_iterator_free(iterator);
    return days;
}

static const char *const nobody[] = {NULL};

/* ---- Days ---- */

static void days_are_spread_over_the_week_whatever_day_it_begins_on(void **state)
{
    (void)state;
    /* By the number of days: bit k is day k of the week of the plan. */
    static const unsigned spread[] = {0, 0x01, 0x09, 0x15, 0x2B, 0x37, 0x3F, 0x7F};
    for (int days = 1; days <= 7; days++) {
        char text[512];
        snprintf(text, sizeof text,
                 "%sphase: p\nweeks: 1-2\ngoal: g\nitems:\n"
                 "  - {id: i, kind: exercise, title: T, say: S, schedule: {start: 1, unit: u, days: %d}}\n",
                 PACK_HEAD, days);
        struct sc_pack *pack = good_pack(text);
        for (size_t day = 0; day < 7; day++) {
            static const char *const starts[] = {"2024-02-26", "2024-02-27", "2024-02-28", "2024-02-29",
                                                 "2024-03-01", "2024-03-02", "2024-03-03"};
            struct sc_plan *plan = plan_on(pack, nobody, (struct sc_dates){"2024-02-01", starts[day]});
            char *written_text = written(plan, TITLES_DISCREET);
            icalcomponent *calendar = read_back(written_text);
            struct icaltimetype first = icalcomponent_get_dtstart(event_titled(calendar, "Week 1 begins"));
            icaltime_adjust(&first, 7, 0, 0, 0);
            assert_int_equal(days_from(event_titled(calendar, "Time for yourself, week 2"), first),
                             spread[days]);
            icalcomponent_free(calendar);
            free(written_text);
            sc_plan_free(plan);
        }
        sc_pack_free(pack);
    }
}

static void each_week_has_its_number_and_the_last_one_stays(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(PACK_HEAD
                                     "phase: p\nweeks: 1-3\ngoal: g\nitems:\n"
                                     "  - {id: i, kind: exercise, title: Walk, say: S, weeks: 2+,"
                                     " schedule: {start: 10, add: 5, until: 20, unit: minutes, days: 3}}\n"
                                     "  - {id: j, kind: exercise, title: Bend, say: S, weeks: 1-2}\n");
    icalcomponent *calendar = calendar_for(pack, nobody, TITLES_DISCREET);
    static const char *const numbers[] = {[2] = "Walk: 10 minutes\n", [3] = "Walk: 15 minutes\n"};
    for (int week = 1; week <= 12; week++) {
        char title[40];
        snprintf(title, sizeof title, "Time for yourself, week %d", week);
        const char *said = said_in(calendar, title);
        if (week == 1)
            assert_string_equal(said, "Exercises: Bend.\nThe rest stands in your plan.");
        else
            assert_holds(said, week < 4 ? numbers[week] : "Walk: 20 minutes\n");
        (week <= 2 ? assert_holds : assert_holds_not)(said, "Bend");
    }
    icalcomponent_free(calendar);
    sc_pack_free(pack);
}

static void a_week_has_one_entry_for_each_number_of_days(void **state)
{
    (void)state;
    struct sc_pack *pack =
        good_pack(PACK_HEAD
                  "phase: p\nweeks: 1+\ngoal: g\nitems:\n"
                  "  - {id: a, kind: exercise, title: A, say: S, schedule: {start: 1, unit: u, days: 2}}\n"
                  "  - {id: b, kind: exercise, title: B, say: S, schedule: {start: 2, unit: u, days: 5}}\n"
                  "  - {id: c, kind: exercise, title: C, say: S, schedule: {start: 3, unit: u, days: 2}}\n"
                  "  - {id: d, kind: exercise, title: D, say: S}\n"
                  "  - {id: e, kind: practice, title: E, say: S}\n"
                  "  - {id: f, kind: practice, title: F, say: S, schedule: {start: 6, unit: u, days: 9}}\n"
                  "  - {id: g, kind: advice, title: G, say: S}\n"
                  "  - {id: h, kind: exercise, title: H, say: S, ask: May I?}\n");
    icalcomponent *calendar = calendar_for(pack, nobody, TITLES_OPEN);
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), 1 + 12 * 3);
    assert_string_equal(said_in(calendar, "B: 2 u"),
                        "B: 2 u\nS\n\nExercises: D.\nThe rest stands in your plan.");
    assert_string_equal(said_in(calendar, "A: 1 u, C: 3 u"),
                        "A: 1 u\nS\n\nC: 3 u\nS\n\nThe rest stands in your plan.");
    assert_string_equal(said_in(calendar, "E, F: 6 u"), "E\nS\n\nF: 6 u\nS\n\nThe rest stands in your plan.");
    assert_string_equal(said_in(calendar, "Week 1 begins: Test"),
                        "New this week: A, B, C, D, E, F.\nThe rest stands in your plan.");
    icalcomponent_free(calendar);
    sc_pack_free(pack);
}

static void how_far_a_calendar_goes(void **state)
{
    (void)state;
    static const struct {
        const char *phases, *last;
    } packs[] = {
        {"phase: p\nweeks: 1+\ngoal: g\n", "week 12"},
        {"phase: p\nweeks: 1-20\ngoal: g\n", "week 20"},
        {"reviews: [{week: 26, say: S}]\nphase: p\nweeks: 1+\ngoal: g\n", "week 26"},
        {"reviews: [{week: 900, say: S}]\nphase: p\nweeks: 1+\ngoal: g\n", "week 52"},
        {"phase: p\nweeks: 1-1000\ngoal: g\n", "week 52"},
    };
    for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++) {
        char text[512];
        const char *last = NULL;
        snprintf(text, sizeof text, "%s%sitems: [{id: i, kind: practice, title: T, say: S}]\n", PACK_HEAD,
                 packs[i].phases);
        struct sc_pack *pack = good_pack(text);
        icalcomponent *calendar = calendar_for(pack, nobody, TITLES_DISCREET);
        for (icalcomponent *event = first_event(calendar); event != NULL; event = next_event(calendar))
            if (strncmp(icalcomponent_get_summary(event), "A few", 5) == 0)
                last = strstr(icalcomponent_get_summary(event), "week");
        assert_string_equal(last, packs[i].last);
        icalcomponent_free(calendar);
        sc_pack_free(pack);
    }
}

/* ---- What may not stand there ---- */

static void no_medicine_and_no_dose_stands_in_a_calendar(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(
        PACK_HEAD
        "questions: [{id: q, ask: Does ibuprofen help?, type: yes-no}, {id: r, ask: Can you walk?, type: "
        "yes-no}]\n"
        "alerts: [{id: a, level: urgent, when: q, sign: ibuprofen makes you bleed, say: S}]\n"
        "reviews: [{week: 4, say: Look at the IBUPROFEN., look_at: [q, r]}]\n"
        "phase: p\nweeks: 1+\ngoal: g\nitems:\n"
        "  - {id: ibuprofen, kind: medicine, title: Ibuprofen, say: 400 mg a day., ask: May I?}\n"
        "  - {id: long, kind: medicine, title: Ibuprofen with codeine, say: S, ask: May I?}\n"
        "  - {id: drug, kind: medicine, title: Ácido Acetilsalicílico, say: S, ask: May I?}\n"
        "  - {id: han, kind: medicine, title: 布洛芬, say: S, ask: May I?}\n"
        "  - {id: bare, kind: medicine, title: Tramadol, say: S}\n"
        "  - {id: t, kind: exercise, title: After ibuprofen, say: S}\n"
        "  - {id: u, kind: exercise, title: Lift 500 mg, say: S}\n"
        "  - {id: v, kind: exercise, title: Walk, say: 'Take ibuprofen, then walk.', smallest: \"A\u0301CIDO "
        "acetilsalici\u0301lico, once.\",\n"
        "     bad_day: 先服用布洛芬吧, stop: After 1.5 g stop., schedule: {start: 1, unit: u, days: 2}}\n"
        "  - {id: w, kind: practice, title: Ibuprofenless, say: 'An acido is none, a 400 m walk is "
        "none.'}\n");
    for (unsigned titles = TITLES_DISCREET; titles <= TITLES_OPEN; titles++) {
        icalcomponent *calendar =
            calendar_for(pack, (const char *const[]){"q=no", NULL}, (enum titles)titles);
        char *words = all_words(calendar);
        static const char *const never[] = {"buprofen ", "buprofen,", "BUPROFEN", "buprofen.",
                                            "codeine",   "cido ac",   "CIDO",     "布洛芬",
                                            "mg",        "1.5",       "ramadol",  "Lift"};
        for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
            assert_holds_not(words, never[i]);
        assert_holds(words, "Walk: 1 u\n\nThe rest stands in your plan.");
        assert_holds(words, "Ibuprofenless\nAn acido is none, a 400 m walk is none.");
        /* The signs are never half of them. */
        assert_holds(words,
                     "At each review, read \"Stop and get help\" again first.\n\n"
                     "Look again at\n- Can you walk?\nThe rest stands in your plan.");
        assert_holds_not(words, "Today, if");
        free(words);
        icalcomponent_free(calendar);
    }
    sc_pack_free(pack);
}

static void the_built_in_pack_names_no_medicine_in_either_language(void **state)
{
    (void)state;
    static const char *const never[] = {"buprofen", "aproxen", "iclobenzaprin", "yclobenzaprin", "abapentin",
                                        "uloxetin", "NSAID",   "pioid",         " mg",           "ntiinflam"};
    for (int language = 0; language < 2; language++) {
        struct sc_pack *pack = builtin_pack();
        if (language == 1)
            assert_int_equal(sc_pack_speak(pack, "es", diagnostics), SC_OK);
        icalcomponent *calendar =
            calendar_for(pack,
                         (const char *const[]){
                             SCREENED, "walk_now=15", "wants_medicine=yes",
                             language == 0 ? "goal=Stop the ibuprofen" : "goal=Dejar el ibuprofeno", NULL},
                         TITLES_OPEN);
        char *words = all_words(calendar);
        for (size_t i = 0; i < sizeof never / sizeof never[0]; i++)
            assert_holds_not(words, never[i]);
        free(words);
        icalcomponent_free(calendar);
        sc_pack_free(pack);
    }
}

static void discreet_titles_are_the_same_for_everyone(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    icalcomponent *calendar =
        calendar_for(pack, (const char *const[]){SCREENED, "walk_now=15", NULL}, TITLES_DISCREET);
    for (icalcomponent *event = first_event(calendar); event != NULL; event = next_event(calendar)) {
        const char *title = icalcomponent_get_summary(event);
        icalcomponent *alarm = icalcomponent_get_first_component(event, ICAL_VALARM_COMPONENT);
        icalproperty *class = icalcomponent_get_first_property(event, ICAL_CLASS_PROPERTY);
        int week = 0;
        assert_true(sscanf(title, "Week %d begins", &week) == 1 ||
                    sscanf(title, "Time for yourself, week %d", &week) == 1 ||
                    sscanf(title, "A few quiet minutes, week %d", &week) == 1 ||
                    sscanf(title, "Look back, week %d", &week) == 1);
        assert_int_equal(icalproperty_get_class(class), ICAL_CLASS_PRIVATE);
        if (alarm != NULL)
            assert_string_equal(icalcomponent_get_description(alarm), title);
    }
    icalcomponent_free(calendar);
    calendar = calendar_for(pack, (const char *const[]){SCREENED, "walk_now=15", NULL}, TITLES_OPEN);
    event_titled(calendar, "Week 1 begins: Build a base");
    event_titled(calendar, "Walking: 5 minutes");
    event_titled(calendar, "Look back, week 4: Living with chronic back pain");
    icalcomponent_free(calendar);
    sc_pack_free(pack);
}

static const char free_text[] = PACK_HEAD
    "questions: [{id: goal, ask: What for?, type: text}]\n"
    "phase: p\nweeks: 1+\ngoal: g\nitems:\n"
    "  - {id: i, kind: practice, title: 'T; \"u\", v\\w', say: 'For {goal}!', smallest: Once., stop: "
    "\"A\\nB\"}\n";

static void hostile_text_stays_text(void **state)
{
    (void)state;
    struct sc_pack *pack = good_pack(free_text);
    char *goal = calloc(1, 10200), *expected = calloc(1, 10200);
    strcpy(goal,
           "goal=a; b, c\\n \"d\": BEGIN:VEVENT \xE2\x80\xAE"
           "ñ ");
    strcpy(expected, "For a; b, c\\n \"d\": BEGIN:VEVENT \\u{202e}ñ ");
    for (int i = 0; i < 300; i++) {
        strcat(goal, "你好");
        strcat(expected, "你好");
    }
    icalcomponent *calendar = calendar_for(pack, (const char *const[]){goal, NULL}, TITLES_OPEN);
    const char *said = said_in(calendar, "T; \"u\", v\\w");
    assert_holds(said, strcat(expected, "!\nAt the least: Once.\nA B\n"));
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), 13);
    icalcomponent_free(calendar);
    /* What is too long for an entry is left out of it, and the rest of the entry is there. */
    memset(goal + strlen("goal="), 'x', 10000);
    calendar = calendar_for(pack, (const char *const[]){goal, NULL}, TITLES_DISCREET);
    assert_string_equal(said_in(calendar, "A few quiet minutes, week 9"),
                        "T; \"u\", v\\w\nAt the least: Once.\nA B\n\nThe rest stands in your plan.");
    icalcomponent_free(calendar);
    free(goal);
    free(expected);
    sc_pack_free(pack);
}

/* ---- Reviews ---- */

static void a_review_has_the_signs_and_whom_to_call(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    icalcomponent *calendar = calendar_for(
        pack, (const char *const[]){SCREENED, "walk_now=15", "region=uk", NULL}, TITLES_DISCREET);
    icalcomponent *review = event_titled(calendar, "Look back, week 4");
    const char *said = icalcomponent_get_description(review);
    assert_string_equal(icaltime_as_ical_string(icalcomponent_get_dtstart(review)), "20261227");
    assert_holds(said, "Can you do more than at the start?");
    assert_holds(said, "Stop and get help\nNow, if you go numb between the legs");
    assert_holds(said, "Call 999.");
    assert_holds(said, "Today, if a leg or foot gets weak");
    assert_holds(said, "Look again at\n- In the last week, how strong was your pain on average?");
    assert_non_null(icalcomponent_get_first_component(review, ICAL_VALARM_COMPONENT));
    icalcomponent_free(calendar);
    sc_pack_free(pack);
}

static void an_outdated_content_is_said_where_a_phase_begins(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plan = plan_on(pack, (const char *const[]){SCREENED, "walk_now=15", NULL},
                                   (struct sc_dates){"2028-01-01", "2028-01-03"});
    char *text = written(plan, TITLES_DISCREET);
    icalcomponent *calendar = read_back(text);
    assert_holds(said_in(calendar, "Week 5 begins"), "was due for review on 23 November 2027.");
    icalcomponent_free(calendar);
    free(text);
    sc_plan_free(plan);
    sc_pack_free(pack);
}

/* ---- A renewed plan ---- */

struct stamp {
    char uid[UID_TEXT], title[64];
    int sequence;
};

static size_t stamps_of(const struct sc_pack *pack, const char *const *answers, struct sc_dates days,
                        struct stamp stamps[64])
{
    size_t count = 0;
    struct sc_plan *plan = plan_on(pack, answers, days);
    char *text = written(plan, TITLES_DISCREET);
    icalcomponent *calendar = read_back(text);
    for (icalcomponent *event = first_event(calendar); event != NULL; event = next_event(calendar)) {
        snprintf(stamps[count].uid, UID_TEXT, "%s", icalcomponent_get_uid(event));
        snprintf(stamps[count].title, sizeof stamps[count].title, "%s", icalcomponent_get_summary(event));
        stamps[count].sequence = icalcomponent_get_sequence(event);
        for (size_t i = 0; i < count; i++)
            assert_string_not_equal(stamps[i].uid, stamps[count].uid);
        assert_in_range(count++, 0, 62);
    }
    icalcomponent_free(calendar);
    free(text);
    sc_plan_free(plan);
    return count;
}

static void a_renewed_plan_updates_the_events_of_the_old_one(void **state)
{
    (void)state;
    static struct stamp before[64], after[64], other[64];
    struct sc_pack *pack = builtin_pack();
    size_t count = stamps_of(pack, (const char *const[]){SCREENED, "walk_now=15", NULL}, dates, before);
    /* Other answers, another start, a later day; marching in place of walking, fewer minutes. */
    const char *const renewed[] = {SCREENED,     "walk_now=0",  "region=spain",       "goal=Dance",
                                   "hard=tired", "minutes=two", "wants_medicine=yes", NULL};
    assert_int_equal(stamps_of(pack, renewed, (struct sc_dates){"2026-12-28", "2027-01-06"}, after), count);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(before[i].uid, after[i].uid);
        assert_string_equal(before[i].title, after[i].title);
        assert_int_equal(before[i].sequence + 35, after[i].sequence);
    }
    /* Two people who share a calendar do not take each other's days. */
    const char *const somebody[] = {SCREENED, "walk_now=15", "id=ben", NULL};
    assert_int_equal(stamps_of(pack, somebody, dates, other), count);
    for (size_t i = 0; i < count; i++)
        assert_string_not_equal(before[i].uid, other[i].uid);
    sc_pack_free(pack);
}

static void a_plan_that_is_not_printed_has_an_empty_calendar(void **state)
{
    (void)state;
    static const char *const sheets[2][3] = {{NULL}, {"age=40", "flags_now=saddle", NULL}};
    struct sc_pack *pack = builtin_pack();
    for (size_t i = 0; i < 2; i++) {
        icalcomponent *calendar = calendar_for(pack, sheets[i], TITLES_OPEN);
        assert_int_equal(icalcomponent_count_components(calendar, ICAL_ANY_COMPONENT), 0);
        assert_int_equal(icalcomponent_count_properties(calendar, ICAL_ANY_PROPERTY), 2);
        icalcomponent_free(calendar);
    }
    sc_pack_free(pack);
}

/* ---- Bounds ---- */

static void a_calendar_is_bounded_whatever_a_pack_holds(void **state)
{
    (void)state;
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    fprintf(out, "%salerts:\n", PACK_HEAD);
    for (int i = 0; i < 1000; i++)
        fprintf(out, "  - {id: a%d, level: urgent, when: not yes, sign: sign number %d, say: S}\n", i, i);
    fprintf(out, "reviews:\n");
    for (int i = 1; i <= 1000; i++)
        fprintf(out, "  - {week: %d, say: Look.}\n", i);
    fprintf(out, "phase: p\nweeks: 1+\ngoal: g\nitems:\n");
    for (int i = 0; i < 4000; i++)
        fprintf(out, "  - {id: m%d, kind: medicine, title: Drug number %d, say: S, ask: Q}\n", i, i);
    for (int i = 0; i < 5000; i++)
        fprintf(out, "  - {id: e%d, kind: %s, title: Move %d, say: Drug numbers are none. Nor is a drug.}\n",
                i, i % 2 == 0 ? "exercise" : "practice", i);
    fclose(out);
    struct sc_pack *pack = good_pack(text);
    icalcomponent *calendar = calendar_for(pack, nobody, TITLES_OPEN);
    assert_int_equal(icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT), 1 + 2 * 52 + 1000);
    for (icalcomponent *event = first_event(calendar); event != NULL; event = next_event(calendar)) {
        assert_in_range(strlen(icalcomponent_get_description(event)), 1, LIMIT_CALENDAR_TEXT + 100);
        assert_in_range(strlen(icalcomponent_get_summary(event)), 1, 200);
    }
    assert_holds(said_in(calendar, "Look back, week 1000: Test"), "read \"Stop and get help\" again first.");
    icalcomponent_free(calendar);
    sc_pack_free(pack);
    free(text);
}

void *__real_calloc(size_t count, size_t size); /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c) */
void *__wrap_calloc(size_t count, size_t size); /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c) */

static size_t calls, failing; /* the call with this number fails, from 1; 0: none */

void *__wrap_calloc(size_t count, size_t size) /* NOLINT(bugprone-reserved-identifier,cert-dcl37-c) */
{
    return ++calls == failing ? NULL : __real_calloc(count, size);
}

/* false: an allocation failed, and all is freed. */
static bool can_be_made(const struct sc_plan *plan)
{
    struct escape escape;
    struct arena *arena = arena_new(&escape);
    if (arena == NULL)
        return false;
    bool made = setjmp(escape.landing) == 0;
    if (made)
        assert_int_equal(calendar_of(arena, plan, TITLES_OPEN).count, 31);
    arena_free(arena);
    return made;
}

static void each_allocation_may_fail(void **state)
{
    (void)state;
    struct sc_pack *pack = builtin_pack();
    struct sc_plan *plan = plan_on(pack, (const char *const[]){SCREENED, "walk_now=15", NULL}, dates);
    calls = 0;
    assert_true(can_be_made(plan));
    size_t all = calls;
    assert_true(all > 3);
    for (failing = 1; failing <= all; failing++) {
        calls = 0;
        assert_false(can_be_made(plan));
    }
    failing = 0;
    sc_plan_free(plan);
    sc_pack_free(pack);
}

int main(void)
{
    icalerror_set_errors_are_fatal(0);
    diagnostics = sc_diagnostics_new();
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_spread_over_the_week_whatever_day_it_begins_on),
        cmocka_unit_test(each_week_has_its_number_and_the_last_one_stays),
        cmocka_unit_test(a_week_has_one_entry_for_each_number_of_days),
        cmocka_unit_test(how_far_a_calendar_goes),
        cmocka_unit_test(no_medicine_and_no_dose_stands_in_a_calendar),
        cmocka_unit_test(the_built_in_pack_names_no_medicine_in_either_language),
        cmocka_unit_test(discreet_titles_are_the_same_for_everyone),
        cmocka_unit_test(hostile_text_stays_text),
        cmocka_unit_test(a_review_has_the_signs_and_whom_to_call),
        cmocka_unit_test(an_outdated_content_is_said_where_a_phase_begins),
        cmocka_unit_test(a_renewed_plan_updates_the_events_of_the_old_one),
        cmocka_unit_test(a_plan_that_is_not_printed_has_an_empty_calendar),
        cmocka_unit_test(a_calendar_is_bounded_whatever_a_pack_holds),
        cmocka_unit_test(each_allocation_may_fail),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sc_diagnostics_free(diagnostics);
    icalmemory_free_ring();
    return failed;
}
