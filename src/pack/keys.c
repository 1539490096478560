/* The table of keys, in the order of the sections. The order within a section is the order in which a
 * complaint lists what is missing. */
#include "pack/keys.h"

#include "support/text.h"

#include <assert.h>
#include <string.h>

const char *const section_words[SECTION_COUNT] = {
#define SECTION(name, words) words,
    SECTIONS(SECTION)
#undef SECTION
};

#define IN(structure, field) offsetof(struct structure, field)

const struct key keys[] = {
    {SECTION_PACK, "stepcare", SHAPE_APART, MUST, 0},
    {SECTION_PACK, "id", SHAPE_ID, MUST, IN(sc_pack, id)},
    {SECTION_PACK, "title", SHAPE_WORDS, MUST, IN(sc_pack, title)},
    {SECTION_PACK, "version", SHAPE_LITERAL, MUST, IN(sc_pack, version)},
    {SECTION_PACK, "language", SHAPE_LITERAL, MUST, IN(sc_pack, language)},
    {SECTION_PACK, "files", SHAPE_APART, MUST, 0},
    {SECTION_PACK, "reviewed", SHAPE_DATE, MAY, IN(sc_pack, reviewed)},
    {SECTION_PACK, "review_by", SHAPE_DATE, MAY, IN(sc_pack, review_by)},
    {SECTION_PACK, "notice", SHAPE_TEXT, MAY, IN(sc_pack, notice)},
    {SECTION_PACK, "call", SHAPE_APART, MAY, 0},
    {SECTION_PACK, "translations", SHAPE_APART, MAY, 0},
    {SECTION_PACK, "words", SHAPE_APART, MAY, 0},

    {SECTION_LISTS, "questions", SHAPE_APART, MAY, 0},
    {SECTION_LISTS, "facts", SHAPE_APART, MAY, 0},
    {SECTION_LISTS, "alerts", SHAPE_APART, MAY, 0},
    {SECTION_LISTS, "reviews", SHAPE_APART, MAY, 0},
    {SECTION_LISTS, "warnings", SHAPE_APART, MAY, 0},
    {SECTION_LISTS, "invariants", SHAPE_APART, MAY, 0},
    {SECTION_LISTS, "claims", SHAPE_APART, MAY, 0},
    {SECTION_LISTS, "sources", SHAPE_APART, MAY, 0},

    {SECTION_PHASE, "phase", SHAPE_ID, MUST, IN(phase, id)},
    {SECTION_PHASE, "weeks", SHAPE_WEEKS, MUST, IN(phase, weeks)},
    {SECTION_PHASE, "title", SHAPE_WORDS, MUST, IN(phase, title)},
    {SECTION_PHASE, "goal", SHAPE_TEXT, MUST, IN(phase, goal)},
    {SECTION_PHASE, "say", SHAPE_TEXT, MAY, IN(phase, say)},
    {SECTION_PHASE, "next", SHAPE_TEXT, MAY, IN(phase, next)},
    {SECTION_PHASE, "each_week", SHAPE_TEXT, MAY, IN(phase, each_week)},
    {SECTION_PHASE, "items", SHAPE_APART, MAY, 0},
    {SECTION_PHASE, "ladder", SHAPE_APART, MAY, 0},

    {SECTION_QUESTION, "id", SHAPE_NAME, MUST, IN(question, id)},
    {SECTION_QUESTION, "ask", SHAPE_WORDS, MUST, IN(question, ask)},
    {SECTION_QUESTION, "type", SHAPE_TYPE, MUST, IN(question, type)},
    {SECTION_QUESTION, "range", SHAPE_APART, MAY, 0},
    {SECTION_QUESTION, "options", SHAPE_APART, MAY, 0},
    {SECTION_QUESTION, "help", SHAPE_WORDS, MAY, IN(question, help)},
    {SECTION_QUESTION, "unit", SHAPE_WORDS, MAY, IN(question, unit)},
    {SECTION_QUESTION, "said", SHAPE_APART, MAY, 0},

    {SECTION_ALERT, "id", SHAPE_ID, MUST, IN(alert, id)},
    {SECTION_ALERT, "level", SHAPE_LEVEL, MUST, IN(alert, level)},
    {SECTION_ALERT, "when", SHAPE_CONDITION, MUST, IN(alert, when)},
    {SECTION_ALERT, "say", SHAPE_TEXT, MUST, IN(alert, say)},
    {SECTION_ALERT, "why", SHAPE_TEXT, MAY, IN(alert, why)},
    {SECTION_ALERT, "sign", SHAPE_WORDS, MAY, IN(alert, sign)},
    {SECTION_ALERT, "evidence", SHAPE_CLAIMS, MAY, IN(alert, evidence)},

    {SECTION_WARNING, "say", SHAPE_TEXT, MUST, IN(warning, say)},
    {SECTION_WARNING, "id", SHAPE_ID, MAY, IN(warning, id)},
    {SECTION_WARNING, "beside", SHAPE_BESIDE, MAY, IN(warning, beside)},
    {SECTION_WARNING, "when", SHAPE_CONDITION, MAY, IN(warning, when)},
    {SECTION_WARNING, "evidence", SHAPE_CLAIMS, MAY, IN(warning, evidence)},

    {SECTION_LADDER, "id", SHAPE_ID, MUST, IN(ladder, id)},
    {SECTION_LADDER, "steps", SHAPE_APART, MUST, 0},
    {SECTION_LADDER, "otherwise", SHAPE_TEXT, MUST, IN(ladder, otherwise)},
    {SECTION_LADDER, "exhausted", SHAPE_TEXT, MUST, IN(ladder, exhausted)},
    {SECTION_LADDER, "when", SHAPE_CONDITION, MAY, IN(ladder, when)},

    {SECTION_STEP, "id", SHAPE_ID, MUST, IN(step, id)},
    {SECTION_STEP, "title", SHAPE_WORDS, MUST, IN(step, title)},
    {SECTION_STEP, "items", SHAPE_APART, MUST, 0},
    {SECTION_STEP, "say", SHAPE_TEXT, MAY, IN(step, say)},

    {SECTION_ITEM, "id", SHAPE_ID, MUST, IN(item, id)},
    {SECTION_ITEM, "kind", SHAPE_KIND, MUST, IN(item, kind)},
    {SECTION_ITEM, "title", SHAPE_WORDS, MUST, IN(item, title)},
    {SECTION_ITEM, "say", SHAPE_TEXT, MUST, IN(item, say)},
    {SECTION_ITEM, "offer", SHAPE_CONDITION, MAY, IN(item, offer)},
    {SECTION_ITEM, "spent", SHAPE_CONDITION, MAY, IN(item, spent)},
    {SECTION_ITEM, "avoid", SHAPE_RULES, MAY, IN(item, avoid)},
    {SECTION_ITEM, "caution", SHAPE_RULES, MAY, IN(item, caution)},
    {SECTION_ITEM, "notes", SHAPE_RULES, MAY, IN(item, notes)},
    {SECTION_ITEM, "schedule", SHAPE_SCHEDULES, MAY, IN(item, schedule)},
    {SECTION_ITEM, "weeks", SHAPE_WEEKS, MAY, IN(item, weeks)},
    {SECTION_ITEM, "why", SHAPE_TEXT, MAY, IN(item, why)},
    {SECTION_ITEM, "how", SHAPE_TEXTS, MAY, IN(item, how)},
    {SECTION_ITEM, "smallest", SHAPE_TEXT, MAY, IN(item, smallest)},
    {SECTION_ITEM, "good", SHAPE_TEXT, MAY, IN(item, good)},
    {SECTION_ITEM, "bad_day", SHAPE_TEXT, MAY, IN(item, bad_day)},
    {SECTION_ITEM, "stop", SHAPE_TEXT, MAY, IN(item, stop)},
    {SECTION_ITEM, "ask", SHAPE_TEXT, MAY, IN(item, ask)},
    {SECTION_ITEM, "doubt", SHAPE_TEXT, MAY, IN(item, doubt)},
    {SECTION_ITEM, "track", SHAPE_TRACK, MAY, IN(item, track)},
    {SECTION_ITEM, "evidence", SHAPE_CLAIMS, MAY, IN(item, evidence)},

    {SECTION_RULE, "when", SHAPE_CONDITION, MUST, IN(rule, when)},
    {SECTION_RULE, "say", SHAPE_TEXT, MUST, IN(rule, say)},
    {SECTION_RULE, "id", SHAPE_ID, MAY, IN(rule, id)},
    {SECTION_RULE, "evidence", SHAPE_CLAIMS, MAY, IN(rule, evidence)},

    {SECTION_SCHEDULE, "start", SHAPE_NUMBER, MUST, IN(schedule, start)},
    {SECTION_SCHEDULE, "unit", SHAPE_WORDS, MUST, IN(schedule, unit)},
    {SECTION_SCHEDULE, "add", SHAPE_NUMBER, MAY, IN(schedule, add)},
    {SECTION_SCHEDULE, "until", SHAPE_NUMBER, MAY, IN(schedule, until)},
    {SECTION_SCHEDULE, "days", SHAPE_NUMBER, MAY, IN(schedule, days)},
    {SECTION_SCHEDULE, "every", SHAPE_EVERY, MAY, 0},
    {SECTION_SCHEDULE, "when", SHAPE_CONDITION, MAY, IN(schedule, when)},

    {SECTION_VARIANT, "when", SHAPE_CONDITION, MAY, IN(variant, when)},
    {SECTION_VARIANT, "say", SHAPE_APART, MUST, 0},

    {SECTION_REVIEW, "week", SHAPE_WEEK, MUST, IN(review, week)},
    {SECTION_REVIEW, "say", SHAPE_TEXT, MUST, IN(review, say)},
    {SECTION_REVIEW, "look_at", SHAPE_QUESTIONS, MAY, IN(review, look_at)},

    {SECTION_INVARIANT, "id", SHAPE_ID, MUST, IN(invariant, id)},
    {SECTION_INVARIANT, "never", SHAPE_APART, MAY, 0},
    {SECTION_INVARIANT, "always", SHAPE_APART, MAY, 0},
    {SECTION_INVARIANT, "about", SHAPE_LITERAL, MAY, IN(invariant, about)},

    {SECTION_CLAIM, "id", SHAPE_ID, MUST, IN(claim, id)},
    {SECTION_CLAIM, "says", SHAPE_WORDS, MUST, IN(claim, says)},
    {SECTION_CLAIM, "status", SHAPE_CLAIM_STATUS, MUST, IN(claim, status)},
    {SECTION_CLAIM, "sources", SHAPE_SOURCES, MUST, IN(claim, sources)},
    {SECTION_CLAIM, "finding", SHAPE_WORDS, MAY, IN(claim, finding)},
    {SECTION_CLAIM, "checked", SHAPE_YES_NO, MAY, IN(claim, checked)},
    {SECTION_CLAIM, "corrects", SHAPE_YES_NO, MAY, IN(claim, corrects)},
    {SECTION_CLAIM, "disputed", SHAPE_WORDS, MAY, IN(claim, disputed)},
    {SECTION_CLAIM, "note", SHAPE_LITERAL, MAY, IN(claim, note)},

    {SECTION_SOURCE, "id", SHAPE_ID, MUST, IN(claim_source, id)},
    {SECTION_SOURCE, "title", SHAPE_WORDS, MUST, IN(claim_source, title)},
    {SECTION_SOURCE, "year", SHAPE_LITERAL, MAY, IN(claim_source, year)},
    {SECTION_SOURCE, "link", SHAPE_LITERAL, MAY, IN(claim_source, link)},
    {SECTION_SOURCE, "note", SHAPE_WORDS, MAY, IN(claim_source, note)},

    {SECTION_CASE, "case", SHAPE_LITERAL, MUST, IN(case_file, name)},
    {SECTION_CASE, "answers", SHAPE_APART, MUST, 0},
    {SECTION_CASE, "expect", SHAPE_APART, MUST, 0},
    {SECTION_CASE, "about", SHAPE_LITERAL, MAY, IN(case_file, about)},

    {SECTION_EXPECT, "status", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "alerts", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "offered", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "withheld", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "needs", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "missing", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "step", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "ladder", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "schedule", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "prints", SHAPE_APART, MAY, 0},
    {SECTION_EXPECT, "prints_not", SHAPE_APART, MAY, 0},
};
const size_t key_count = sizeof keys / sizeof keys[0];

/* The first key of this section or of a later one: the table is in the order of the sections. */
static size_t first_from(enum section section)
{
    size_t low = 0, high = key_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (keys[middle].section < section)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct section_keys keys_of(enum section section)
{
    size_t first = first_from(section);
    return (struct section_keys){&keys[first], first_from(section + 1) - first};
}

const struct key *key_named(struct section_keys of_section, const char *name)
{
    for (size_t i = 0; i < of_section.count; i++)
        if (text_is(of_section.list[i].name, name))
            return &of_section.list[i];
    return NULL;
}
