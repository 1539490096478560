/* One reader for each shape of value that is no text, no list of rules and no schedule. */
#include "pack/reading.h"
#include "support/limits.h"
#include "support/text.h"

#include <assert.h>
#include <string.h>

const char *const level_names[LEVEL_COUNT] = {"emergency", "urgent", "clinician", "out-of-scope", "note"};
const char *const kind_names[KIND_COUNT] = {"exercise", "practice", "medicine", "advice", "support"};
const char *const claim_status_names[CLAIM_STATUS_COUNT] = {"supported", "partly", "unverified", "outdated",
                                                            "contradicted"};
static const char *const type_names[] = {"yes-no", "integer", "decimal", "choice", "choices", "text"};
static const char *const track_names[] = {"tick", "0-10", "text"};

static void read_apart(struct reading *reading, struct spot spot, void *field)
{
    (void)reading, (void)spot, (void)field;
}

static void read_words(struct reading *reading, struct spot spot, void *field)
{
    *(const char **)field = plain_words(reading, spot);
}

enum letters { LETTERS_OF_ID, LETTERS_OF_NAME };

/* A letter, then letters, digits and `_`; in an id that stands in no expression `-` too. */
static bool is_name(const char *text, enum letters letters)
{
    if (text[0] < 'a' || text[0] > 'z' || strlen(text) > LIMIT_NAME_BYTES)
        return false;
    for (const char *at = text; *at != '\0'; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') || *at == '_';
        if (!letter && (letters == LETTERS_OF_NAME || *at != '-'))
            return false;
    }
    return true;
}

static void read_id(struct reading *reading, struct spot spot, void *field)
{
    const char *text = scalar_text(reading, spot);
    if (text == NULL)
        return;
    if (!is_name(text, LETTERS_OF_ID))
        complain(reading, spot, NULL,
                 "'%s' is no id: a small letter, then small letters, digits, '_' and '-', 64 at most", text);
    *(const char **)field = text;
}

static void read_name(struct reading *reading, struct spot spot, void *field)
{
    const char *text = scalar_text(reading, spot);
    if (text == NULL)
        return;
    if (!is_name(text, LETTERS_OF_NAME))
        complain(reading, spot, strchr(text, '-') != NULL ? "write '_' in place of '-'" : NULL,
                 "'%s' is no name for an expression: a small letter, then small letters, digits and '_', 64 "
                 "at most",
                 text);
    else if (expr_is_word(text) || strcmp(text, "id") == 0 || strcmp(text, "answers") == 0)
        complain(reading, spot, NULL, "'%s' means something else and cannot be a name", text);
    *(const char **)field = text;
}

static void read_expression(struct reading *reading, struct spot spot, enum expr_want want, void *field)
{
    if (scalar_text(reading, spot) != NULL)
        *(const struct expr **)field =
            expr_read(reading->arena, spot.tree, spot.id, &reading->scope, want, reading->diagnostics);
}

static void read_condition(struct reading *reading, struct spot spot, void *field)
{
    read_expression(reading, spot, WANT_TRUTH, field);
}

static void read_number(struct reading *reading, struct spot spot, void *field)
{
    read_expression(reading, spot, WANT_NUMBER, field);
}

/* The number of a word among `names`; SIZE_MAX is reported. */
static size_t read_one_of(struct reading *reading, struct spot spot, const char *const *names, size_t count)
{
    const char *text = scalar_text(reading, spot);
    if (text == NULL)
        return SIZE_MAX;
    for (size_t i = 0; i < count; i++)
        if (strcmp(names[i], text) == 0)
            return i;
    struct near near = near_in(reading, text);
    struct buffer list = buffer_in(reading->arena);
    for (size_t i = 0; i < count; i++) {
        near_offer(&near, names[i]);
        buffer_print(&list, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", names[i]);
    }
    complain(reading, spot, did_you_mean(reading->arena, &near), "'%s' is not one of %s", text,
             buffer_string(&list));
    return SIZE_MAX;
}

static void read_yes_no(struct reading *reading, struct spot spot, void *field)
{
    static const char *const names[] = {"no", "yes"};
    *(bool *)field = read_one_of(reading, spot, names, 2) == 1;
}

#define READ_ENUM(function, type, names)                                                                     \
    static void function(struct reading *reading, struct spot spot, void *field)                             \
    {                                                                                                        \
        size_t number = read_one_of(reading, spot, names, sizeof(names) / sizeof((names)[0]));               \
        if (number != SIZE_MAX)                                                                              \
            *(type *)field = (type)number;                                                                   \
    }
READ_ENUM(read_type, enum sc_type, type_names)
READ_ENUM(read_level, enum level, level_names)
READ_ENUM(read_kind, enum kind, kind_names)
READ_ENUM(read_claim_status, enum claim_status, claim_status_names)

static void read_track(struct reading *reading, struct spot spot, void *field)
{
    size_t number = read_one_of(reading, spot, track_names, 3);
    *(enum track *)field = number == SIZE_MAX ? TRACK_NOT : (enum track)(number + 1);
}

static void read_date(struct reading *reading, struct spot spot, void *field)
{
    const char *text = scalar_text(reading, spot);
    if (text != NULL && !date_read(text, field))
        complain(reading, spot, NULL, "'%s' is no day: YYYY-MM-DD, years 1900 to 2999", text);
}

/* Digits, at most LIMIT_WEEK; *rest is what follows them. 0: no week. */
static int week_of(const char *text, const char **rest)
{
    int week = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9' && week <= LIMIT_WEEK; at++)
        week = week * 10 + (*at - '0');
    *rest = at;
    return at == text || text[0] == '0' || week > LIMIT_WEEK ? 0 : week;
}

static void read_week(struct reading *reading, struct spot spot, void *field)
{
    const char *text = scalar_text(reading, spot);
    if (text == NULL)
        return;
    const char *rest = text;
    *(int *)field = week_of(text, &rest);
    if (*(int *)field == 0 || *rest != '\0')
        complain(reading, spot, NULL, "'%s' is no week: a number from 1 to %d", text, LIMIT_WEEK);
}

static void read_weeks(struct reading *reading, struct spot spot, void *field)
{
    const char *text = scalar_text(reading, spot);
    if (text == NULL)
        return;
    struct weeks weeks = {0, 0};
    const char *rest = text;
    weeks.from = week_of(text, &rest);
    bool good = weeks.from > 0;
    if (good && strcmp(rest, "+") != 0) {
        weeks.to = weeks.from;
        if (*rest == '-') {
            weeks.to = week_of(rest + 1, &rest);
            good = weeks.to >= weeks.from;
        }
        good = good && *rest == '\0';
    }
    if (!good)
        complain(reading, spot, NULL, "'%s' are no weeks: 4, 1-4 or 9+, from 1 to %d", text, LIMIT_WEEK);
    else
        *(struct weeks *)field = weeks;
}

/* `list` of names, each put as a bit or a number by `take`. */
static void read_references(struct reading *reading, struct spot spot, const struct founds *founds,
                            const char *what, void *field)
{
    if (!expect_sequence(reading, spot, what))
        return;
    const struct node *list = tree_node(spot.tree, spot.id);
    /* One more than is needed: an empty list that was written is told from none. */
    size_t *numbers = arena_array(reading->arena, list->length + 1, sizeof *numbers);
    size_t count = 0;
    for (node_id id = list->first; id != 0; id = tree_node(spot.tree, id)->next) {
        struct spot element = {spot.tree, id};
        const char *name = scalar_text(reading, element);
        size_t number = name != NULL ? refer(reading, spot_place(element), founds, what, name) : SIZE_MAX;
        bool twice = false;
        for (size_t i = 0; i < count; i++)
            twice = twice || numbers[i] == number;
        if (twice && number != SIZE_MAX)
            complain(reading, element, NULL, "'%s' stands twice in this list", name);
        else if (number != SIZE_MAX)
            numbers[count++] = number;
    }
    *(struct numbers *)field = (struct numbers){numbers, count};
}

static void read_claims(struct reading *reading, struct spot spot, void *field)
{
    read_references(reading, spot, &reading->claims, "claim", field);
}

static void read_sources(struct reading *reading, struct spot spot, void *field)
{
    read_references(reading, spot, &reading->sources, "source", field);
}

static void read_questions(struct reading *reading, struct spot spot, void *field)
{
    read_references(reading, spot, &reading->questions, "question", field);
}

static void read_beside(struct reading *reading, struct spot spot, void *field)
{
    const char *names[KIND_COUNT + 1];
    for (size_t i = 0; i < KIND_COUNT; i++)
        names[i] = kind_names[i];
    names[KIND_COUNT] = "journal";
    if (!expect_sequence(reading, spot, "kinds"))
        return;
    for (node_id id = tree_node(spot.tree, spot.id)->first; id != 0; id = tree_node(spot.tree, id)->next) {
        size_t number = read_one_of(reading, (struct spot){spot.tree, id}, names, KIND_COUNT + 1);
        if (number != SIZE_MAX)
            *(unsigned *)field |= 1u << number;
    }
    if (tree_node(spot.tree, spot.id)->length == 0)
        complain(reading, spot, NULL, "a list of kinds is empty");
}

static void read_every(struct reading *reading, struct spot spot, void *field)
{
    static const char *const names[] = {"week"};
    (void)field;
    read_one_of(reading, spot, names, 1);
}

static void (*const shape_readers[])(struct reading *, struct spot, void *) = {
#define SHAPE(name, type, reader) reader,
    SHAPES(SHAPE)
#undef SHAPE
};
static_assert(sizeof shape_readers / sizeof shape_readers[0] == SHAPE_COUNT, "a reader for each shape");

void read_shape(struct reading *reading, enum shape shape, struct spot spot, void *field)
{
    shape_readers[shape](reading, spot, field);
}
