/* The pack format as one table: every key, where it stands, what it holds. The table drives reading, "did you
 * mean" and what is missing; each shape is read by the function beside it. */
#ifndef PACK_KEYS_H
#define PACK_KEYS_H

#include "pack/pack.h"

/* Where a key stands: one kind of mapping each, with the word for it in messages. */
#define SECTIONS(SECTION)                                                                                    \
    SECTION(PACK, "the pack")                                                                                \
    SECTION(LISTS, "a file")                                                                                 \
    SECTION(PHASE, "the phase")                                                                              \
    SECTION(QUESTION, "the question")                                                                        \
    SECTION(ALERT, "the alert")                                                                              \
    SECTION(WARNING, "the warning")                                                                          \
    SECTION(LADDER, "the ladder")                                                                            \
    SECTION(STEP, "the step")                                                                                \
    SECTION(ITEM, "the item")                                                                                \
    SECTION(RULE, "the rule")                                                                                \
    SECTION(SCHEDULE, "the schedule")                                                                        \
    SECTION(VARIANT, "the variant")                                                                          \
    SECTION(REVIEW, "the review")                                                                            \
    SECTION(INVARIANT, "the invariant")                                                                      \
    SECTION(CLAIM, "the claim")                                                                              \
    SECTION(SOURCE, "the source")                                                                            \
    SECTION(CASE, "the case")                                                                                \
    SECTION(EXPECT, "'expect'")

/* What a key holds, the type of the field that it is read into, and the reader. */
#define SHAPES(SHAPE)                                                                                        \
    SHAPE(APART, "", read_apart)               /* read by its section, with what stands beside it */         \
    SHAPE(WORDS, "const char *", read_words)   /* plain words, on one line */                                \
    SHAPE(LITERAL, "const char *", read_words) /* words that no translation changes */                       \
    SHAPE(ID, "const char *", read_id)         /* [a-z][a-z0-9_-]* */                                        \
    SHAPE(NAME, "const char *", read_name)     /* [a-z][a-z0-9_]*, no word of the language */                \
    SHAPE(TEXT, "struct text", read_text)      /* variants, with {names} */                                  \
    SHAPE(TEXTS, "struct texts", read_texts)   /* a list of texts */                                         \
    SHAPE(CONDITION, "const struct expr *", read_condition)                                                  \
    SHAPE(NUMBER, "const struct expr *", read_number)                                                        \
    SHAPE(YES_NO, "bool", read_yes_no)                                                                       \
    SHAPE(DATE, "struct date", read_date)                                                                    \
    SHAPE(WEEK, "int", read_week)                                                                            \
    SHAPE(WEEKS, "struct weeks", read_weeks)                                                                 \
    SHAPE(TYPE, "enum sc_type", read_type)                                                                   \
    SHAPE(LEVEL, "enum level", read_level)                                                                   \
    SHAPE(KIND, "enum kind", read_kind)                                                                      \
    SHAPE(TRACK, "enum track", read_track)                                                                   \
    SHAPE(CLAIM_STATUS, "enum claim_status", read_claim_status)                                              \
    SHAPE(BESIDE, "unsigned", read_beside) /* kinds, or the journal */                                       \
    SHAPE(RULES, "struct rules", read_rules)                                                                 \
    SHAPE(SCHEDULES, "struct schedules", read_schedules)                                                     \
    SHAPE(CLAIMS, "struct numbers", read_claims) /* references */                                            \
    SHAPE(SOURCES, "struct numbers", read_sources)                                                           \
    SHAPE(QUESTIONS, "struct numbers", read_questions)                                                       \
    SHAPE(EVERY, "", read_every) /* the word `week` */

enum section {
#define SECTION(name, words) SECTION_##name,
    SECTIONS(SECTION)
#undef SECTION
        SECTION_COUNT
};

enum shape {
#define SHAPE(name, type, reader) SHAPE_##name,
    SHAPES(SHAPE)
#undef SHAPE
        SHAPE_COUNT
};

enum need { MAY, MUST };

struct key {
    enum section section;
    const char *name;
    enum shape shape;
    enum need need;
    size_t offset; /* of the field in the section's structure */
};

extern const struct key keys[];
extern const size_t key_count;
extern const char *const section_words[SECTION_COUNT];

/* The keys of one section: they stand together. */
struct section_keys {
    const struct key *list;
    size_t count;
};
struct section_keys keys_of(enum section section);
const struct key *key_named(struct section_keys of_section, const char *name); /* NULL: there is none */

#endif
