/* Questions: types, ranges, options, and what follows "because you said". */
#include "pack/reading.h"
#include "support/limits.h"

#include <string.h>

static bool is_number(enum sc_type type)
{
    return type == SC_INTEGER || type == SC_DECIMAL;
}

static bool has_options(enum sc_type type)
{
    return type == SC_CHOICE || type == SC_CHOICES;
}

static void read_range(struct reading *reading, struct spot spot, struct question *question)
{
    const char *text = scalar_text(reading, spot);
    if (text == NULL)
        return;
    if (has_options(question->type) || question->type == SC_YES_NO) {
        complain(reading, spot, NULL, "a question of this type has no range");
        return;
    }
    const char *dots = strstr(text, "..");
    bool good = dots != NULL && rational_read(text, (size_t)(dots - text), &question->low) == NUMBER_READ &&
                rational_read(dots + 2, strlen(dots + 2), &question->high) == NUMBER_READ;
    if (good && question->type != SC_DECIMAL)
        good = rational_is_whole(question->low) && rational_is_whole(question->high);
    if (!good) {
        complain(reading, spot, NULL, "'%s' is no range: two %snumbers with two points between, as in 0..10",
                 text, question->type == SC_DECIMAL ? "" : "whole ");
        return;
    }
    if (rational_compare(question->low, question->high) > 0)
        complain(reading, spot, NULL, "this range is empty: its end is below its start");
    if (question->type == SC_TEXT &&
        (question->low.numerator < 0 || question->high.numerator > LIMIT_SCALAR_BYTES))
        complain(reading, spot, NULL, "the length of a text lies between 0 and %d", LIMIT_SCALAR_BYTES);
    question->has_range = true;
}

static bool is_option_name(const char *name)
{
    size_t letters = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
    return letters > 0 && letters == strlen(name) && letters <= LIMIT_NAME_BYTES;
}

static void read_option(struct reading *reading, struct spot key, struct spot label,
                        struct question *question, const char **names, const char **labels)
{
    const char *name = tree_text(key.tree, key.id);
    const char *words = plain_words(reading, label);
    if (question->type == SC_CHOICES && strcmp(name, "none") == 0) {
        question->none_label = words;
        question->none_position = question->option_count;
        return;
    }
    if (!is_option_name(name))
        complain(reading, key, NULL, "'%s' is no option: letters, digits, '_' and '-', 64 at most", name);
    else if (strcmp(name, "unknown") == 0)
        complain(reading, key, NULL, "'unknown' is no option: it is what an unanswered question is");
    if (question->option_count == LIMIT_OPTIONS) {
        complain(reading, key, NULL, "more than %d options", LIMIT_OPTIONS);
        return;
    }
    names[question->option_count] = name;
    labels[question->option_count] = words;
    question->option_count++;
}

static void read_options(struct reading *reading, struct spot spot, struct question *question)
{
    if (!has_options(question->type)) {
        complain(reading, spot, NULL, "only a choice or choices have options");
        return;
    }
    const struct node *mapping = tree_node(spot.tree, spot.id);
    if (mapping->kind != NODE_MAPPING) {
        complain(reading, spot, NULL, "a mapping from options to labels is expected here");
        return;
    }
    const char **names = arena_array(reading->arena, LIMIT_OPTIONS, sizeof *names);
    const char **labels = arena_array(reading->arena, LIMIT_OPTIONS, sizeof *labels);
    for (node_id id = mapping->first; id != 0;) {
        node_id value = tree_node(spot.tree, id)->next;
        read_option(reading, (struct spot){spot.tree, id}, (struct spot){spot.tree, value}, question, names,
                    labels);
        id = tree_node(spot.tree, value)->next;
    }
    question->options = names;
    question->labels = labels;
    if (question->option_count == 0)
        complain(reading, spot, NULL, "there is no option to choose");
}

size_t question_find_option(const struct question *question, const char *option)
{
    for (size_t i = 0; i < question->option_count; i++)
        if (strcmp(question->options[i], option) == 0)
            return i;
    return SIZE_MAX;
}

/* One phrase of `said`; it is printed in the middle of a sentence. */
static void read_phrase(struct reading *reading, struct spot key, struct spot phrase,
                        struct question *question, const char **phrases)
{
    const char *name = tree_text(key.tree, key.id);
    const char *words = plain_words(reading, phrase);
    if (question->type == SC_YES_NO && strcmp(name, "yes") == 0) {
        question->said = words;
        return;
    }
    bool is_no = strcmp(name, question->type == SC_YES_NO ? "no" : "none") == 0;
    if (is_no && question->type != SC_CHOICE) {
        question->said_no = words;
        return;
    }
    size_t option = question_find_option(question, name);
    if (option != SIZE_MAX) {
        phrases[option] = words;
        return;
    }
    struct near near = near_in(reading, name);
    for (size_t i = 0; i < question->option_count; i++)
        near_offer(&near, question->options[i]);
    complain(reading, key, did_you_mean(reading->arena, &near), "the question '%s' has no option '%s'",
             question->id != NULL ? question->id : "", name);
}

static void read_said(struct reading *reading, struct spot spot, struct question *question)
{
    const struct node *node = tree_node(spot.tree, spot.id);
    if (node->kind != NODE_MAPPING) {
        question->said = plain_words(reading, spot);
        return;
    }
    if (!has_options(question->type) && question->type != SC_YES_NO) {
        complain(reading, spot, NULL, "one phrase is expected here: a question of this type has no options");
        return;
    }
    const char **phrases = arena_array(reading->arena, LIMIT_OPTIONS, sizeof *phrases);
    question->said_options = phrases;
    for (node_id id = node->first; id != 0;) {
        node_id value = tree_node(spot.tree, id)->next;
        read_phrase(reading, (struct spot){spot.tree, id}, (struct spot){spot.tree, value}, question,
                    phrases);
        id = tree_node(spot.tree, value)->next;
    }
}

/* The name and the bounds under which expressions know the question. */
static struct symbol symbol_of(const struct question *question, size_t number, bool failed)
{
    static const enum value_type types[] = {
        [SC_YES_NO] = VALUE_TRUTH,  [SC_INTEGER] = VALUE_NUMBER,  [SC_DECIMAL] = VALUE_NUMBER,
        [SC_CHOICE] = VALUE_CHOICE, [SC_CHOICES] = VALUE_CHOICES, [SC_TEXT] = VALUE_TEXT};
    return (struct symbol){
        .kind = SYMBOL_QUESTION,
        .name = question->id,
        .number = number,
        .type = types[question->type],
        .bounds = {question->low, question->high, question->type == SC_DECIMAL ? 1000000 : 1},
        .options = question->options,
        .option_count = question->option_count,
        .failed = failed,
    };
}

static void read_question(struct reading *reading, size_t number)
{
    struct spot spot = reading->questions.list[number].spot;
    struct question *question = &reading->question_list[number];
    size_t errors = diagnostics_errors(reading->diagnostics);
    question->place = spot_place(spot);
    question->spot = spot;
    question->low = question->high = rational_whole(0);
    if (read_section(reading, spot, SECTION_QUESTION, question) && spot_is_there(spot_of(spot, "type"))) {
        struct spot range = spot_of(spot, "range"), options = spot_of(spot, "options"),
                    said = spot_of(spot, "said");
        if (spot_is_there(range))
            read_range(reading, range, question);
        else if (is_number(question->type))
            complain(reading, spot, NULL, "the question '%s' needs the key 'range'",
                     question->id != NULL ? question->id : "");
        if (spot_is_there(options))
            read_options(reading, options, question);
        else if (has_options(question->type))
            complain(reading, spot, NULL, "the question '%s' needs the key 'options'",
                     question->id != NULL ? question->id : "");
        if (spot_is_there(said))
            read_said(reading, said, question);
    }
    reading->question_symbols[number] =
        symbol_of(question, number, diagnostics_errors(reading->diagnostics) > errors);
}

void read_all_questions(struct reading *reading)
{
    size_t count = reading->questions.count;
    reading->question_list = arena_array(reading->arena, count, sizeof *reading->question_list);
    reading->question_symbols = arena_array(reading->arena, count, sizeof *reading->question_symbols);
    for (size_t i = 0; i < count; i++)
        read_question(reading, i);
    reading->pack->questions = reading->question_list;
    reading->pack->question_count = count;
}
