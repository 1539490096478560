/* Random packs as text, and random answers: what the properties of the engine are tried on. */
#ifndef TESTS_RANDOM_PACK_H
#define TESTS_RANDOM_PACK_H

#include "../house.h"

#include "engine/engine.h"
#include "support/buffer.h"

struct dice {
    uint64_t state;
};

static inline uint32_t roll(struct dice *dice, uint32_t sides)
{
    dice->state = dice->state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(dice->state >> 33) % sides;
}

/* Two numbers compared: over n0, n1, the decimal d0 and m0, with fractions. */
static inline void random_comparison(struct dice *dice, struct buffer *out)
{
    static const char *const numbers[] = {
        "n0 / 3",      "min(n0, d0 * 2, 4)", "max(n1 - n0, -d0 / 7)", "1.5 * d0",
        "d0 - n1 / 6", "count(m0) * 0.5",    "-(n1 - 2.25)",          "d0 + d0"};
    static const char *const order[] = {"<", "<=", ">", ">=", "==", "!="};
    switch (roll(dice, 4)) {
    case 0:
        buffer_print(out, "%s in [0.5, 1, 2, 2.25]", numbers[roll(dice, 8)]);
        break;
    case 1:
        buffer_print(out, "%u < %s <= %u.5", roll(dice, 3), numbers[roll(dice, 8)], roll(dice, 4));
        break;
    default:
        buffer_print(out, "%s %s %s", numbers[roll(dice, 8)], order[roll(dice, 6)], numbers[roll(dice, 8)]);
    }
}

/* A condition over the questions b0-b3 (yes-no), n0-n1 (0..10), d0 (a decimal, -1.5..3), c0 (choice x y z),
 * m0 (choices x y z), and facts. */
static inline void random_condition(struct dice *dice, struct buffer *out, unsigned depth, unsigned facts)
{
    static const char *const order[] = {"<", "<=", ">", ">=", "==", "!="};
    switch (roll(dice, depth == 0 ? 8 : 12)) {
    case 0:
    case 1:
        buffer_print(out, "b%u", roll(dice, 4));
        break;
    case 2:
        buffer_print(out, "n%u + %u %s %u", roll(dice, 2), roll(dice, 3), order[roll(dice, 6)],
                     roll(dice, 12));
        break;
    case 3:
        buffer_print(out, "c0 %s %c", roll(dice, 2) ? "==" : "!=", "xyz"[roll(dice, 3)]);
        break;
    case 4:
        buffer_print(out, "%c %s m0", "xyz"[roll(dice, 3)], roll(dice, 2) ? "in" : "not in");
        break;
    case 5:
        if (facts > 0)
            buffer_print(out, "f%u", roll(dice, facts));
        else
            buffer_text(out, "count(m0) > 1");
        break;
    case 6:
        random_comparison(dice, out);
        break;
    case 7:
        buffer_print(out, "%s", roll(dice, 2) ? "c0 in [x, z]" : "b0 != b1");
        break;
    case 8:
        buffer_text(out, "not (");
        random_condition(dice, out, depth - 1, facts);
        buffer_text(out, ")");
        break;
    default: {
        const char *word = roll(dice, 2) ? "and" : "or";
        buffer_text(out, "(");
        random_condition(dice, out, depth - 1, facts);
        buffer_print(out, " %s ", word);
        random_condition(dice, out, depth - 1, facts);
        buffer_text(out, ")");
    }
    }
}

static inline void random_rules(struct dice *dice, struct buffer *out, const char *name)
{
    uint32_t count = roll(dice, 3);
    if (count == 0)
        return;
    buffer_print(out, ", %s: [", name);
    for (uint32_t i = 0; i < count; i++) {
        buffer_text(out, i > 0 ? ", {when: \"" : "{when: \"");
        random_condition(dice, out, 2, 2);
        buffer_print(out, "\", say: \"%s %u\"}", name, i);
    }
    buffer_text(out, "]");
}

static inline void random_item(struct dice *dice, struct buffer *out, const char *indent, unsigned number)
{
    static const char *const keys[] = {"offer", "spent"};
    buffer_print(out, "%s- {id: i%u, kind: medicine, title: ITEM-%u, say: SAY-%u", indent, number, number,
                 number);
    for (unsigned i = 0; i < 2; i++) {
        if (roll(dice, 2) == 0)
            continue;
        buffer_print(out, ", %s: \"", keys[i]);
        random_condition(dice, out, 1, 2);
        buffer_text(out, "\"");
    }
    random_rules(dice, out, "avoid");
    random_rules(dice, out, "caution");
    random_rules(dice, out, "notes");
    if (roll(dice, 3) == 0)
        buffer_print(out,
                     ", schedule: [{when: b0, start: n0, add: 1, until: 9, unit: u}, {start: 2, unit: u}]");
    buffer_text(out, "}\n");
}

static inline const char *random_pack_text(struct dice *dice, struct buffer *out)
{
    static const char *const levels[] = {"emergency", "urgent", "clinician", "out-of-scope", "note"};
    buffer_text(out, PACK_HEAD "questions:\n");
    for (unsigned i = 0; i < 4; i++)
        buffer_print(out, "  - {id: b%u, ask: b, type: yes-no}\n", i);
    for (unsigned i = 0; i < 2; i++)
        buffer_print(out, "  - {id: n%u, ask: n, type: integer, range: 0..10}\n", i);
    buffer_text(out,
                "  - {id: d0, ask: d, type: decimal, range: -1.5..3}\n"
                "  - {id: c0, ask: c, type: choice, options: {x: X, y: Y, z: Z}}\n"
                "  - {id: m0, ask: m, type: choices, options: {x: X, y: Y, z: Z}}\nfacts:\n");
    for (unsigned i = 0; i < 2; i++) {
        buffer_print(out, "  f%u: \"", i);
        random_condition(dice, out, 2, i);
        buffer_text(out, "\"\n");
    }
    buffer_text(out, "alerts:\n");
    for (unsigned i = 0; i < 3; i++) {
        buffer_print(out, "  - {id: a%u, level: %s, say: ALERT, when: \"b%u and ", i, levels[roll(dice, 5)],
                     i);
        random_condition(dice, out, 1, 2);
        buffer_text(out, "\"}\n");
    }
    buffer_text(out, "phase: p\nweeks: 1+\ngoal: Go.\nitems:\n");
    random_item(dice, out, "  ", 0);
    random_item(dice, out, "  ", 1);
    buffer_text(out, "ladder:\n  id: l\n  otherwise: o\n  exhausted: e\n  when: \"");
    random_condition(dice, out, 1, 2);
    buffer_text(out, "\"\n  steps:\n");
    for (unsigned step = 0; step < 3; step++) {
        buffer_print(out, "    - id: s%u\n      title: S\n      items:\n", step);
        random_item(dice, out, "        ", 2 + step * 2);
        random_item(dice, out, "        ", 3 + step * 2);
    }
    return buffer_string(out);
}

static inline struct value random_answer(struct dice *dice, const struct question *question)
{
    struct value value = {.known = true};
    if (question->type == SC_YES_NO)
        value.truth = roll(dice, 2) == 1;
    else if (question->type == SC_INTEGER)
        value.number = rational_whole(roll(dice, 11));
    else if (question->type == SC_DECIMAL)
        rational_make((int)roll(dice, 19) - 6, 4, &value.number);
    else if (question->type == SC_CHOICE)
        value.option = roll(dice, 3);
    else
        value.options = roll(dice, 8);
    return value;
}

#endif
