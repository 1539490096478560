/* One answer, read by the type of its question. */
#include "answers/sheet.h"
#include "support/buffer.h"
#include "support/limits.h"
#include "support/near.h"
#include "support/text.h"

#include <string.h>

static const char *number_words(struct arena *arena, struct rational number)
{
    struct buffer buffer = buffer_in(arena);
    rational_print_exact(&buffer, number);
    return buffer_string(&buffer);
}

const char *answer_range(struct arena *arena, const struct question *question)
{
    return arena_print(arena, "%s - %s", number_words(arena, question->low),
                       number_words(arena, question->high));
}

const char *answer_expected(struct arena *arena, const struct question *question)
{
    struct buffer words = buffer_in(arena);
    switch (question->type) {
    case SC_YES_NO:
        return "yes or no";
    case SC_INTEGER:
    case SC_DECIMAL:
        return arena_print(arena, "a %s from %s to %s",
                           question->type == SC_INTEGER ? "whole number" : "number",
                           number_words(arena, question->low), number_words(arena, question->high));
    case SC_TEXT:
        return question->has_range
                   ? arena_print(arena, "a text of %s to %s characters", number_words(arena, question->low),
                                 number_words(arena, question->high))
                   : "a text";
    case SC_CHOICE:
    case SC_CHOICES:
        buffer_text(&words, question->type == SC_CHOICE ? "one of " : "some of ");
        for (size_t i = 0; i < question->option_count; i++)
            buffer_print(&words, "%s%s", i == 0 ? "" : ", ", question->options[i]);
        if (question->type == SC_CHOICES)
            buffer_text(&words, ", or none");
        return buffer_string(&words);
    }
    return "";
}

static enum answer_outcome refuse(struct arena *arena, const struct question *question, const char *words,
                                  struct refusal *refusal)
{
    refusal->why = arena_print(arena, "'%s' is no answer to '%s': %s is expected", words, question->id,
                               answer_expected(arena, question));
    return ANSWER_REFUSED;
}

static enum answer_outcome read_yes_no(struct arena *arena, const struct question *question,
                                       const char *words, struct value *value, struct refusal *refusal)
{
    bool yes = strcmp(words, "yes") == 0 || strcmp(words, "true") == 0;
    if (!yes && strcmp(words, "no") != 0 && strcmp(words, "false") != 0)
        return refuse(arena, question, words, refusal);
    *value = (struct value){.known = true, .truth = yes};
    return ANSWER_TAKEN;
}

static enum answer_outcome read_number(struct arena *arena, const struct question *question,
                                       const char *words, struct value *value, struct refusal *refusal)
{
    struct rational number = {0, 1};
    if (rational_read(words, strlen(words), &number) != NUMBER_READ ||
        (question->type == SC_INTEGER && !rational_is_whole(number)) ||
        rational_compare(number, question->low) < 0 || rational_compare(number, question->high) > 0)
        return refuse(arena, question, words, refusal);
    *value = (struct value){.known = true, .number = number};
    return ANSWER_TAKEN;
}

static size_t find_option(struct arena *arena, const struct question *question, const char *words,
                          struct refusal *refusal)
{
    size_t option = question_find_option(question, words);
    if (option != SIZE_MAX)
        return option;
    struct near near = near_to(words);
    for (size_t i = 0; i < question->option_count; i++)
        near_offer(&near, question->options[i]);
    refuse(arena, question, words, refusal);
    refusal->hint = near.best != NULL ? arena_print(arena, "did you mean '%s'?", near.best) : NULL;
    return SIZE_MAX;
}

static enum answer_outcome read_choice(struct arena *arena, const struct question *question,
                                       const char *words, struct value *value, struct refusal *refusal)
{
    size_t option = find_option(arena, question, words, refusal);
    if (option == SIZE_MAX)
        return ANSWER_REFUSED;
    *value = (struct value){.known = true, .option = option};
    return ANSWER_TAKEN;
}

/* Several options while they are read. */
struct ticked {
    uint64_t options;
    bool none;
};

static enum answer_outcome tick(struct arena *arena, const struct question *question, const char *words,
                                struct ticked *ticked, struct refusal *refusal)
{
    bool none = strcmp(words, "none") == 0;
    if (none ? ticked->options != 0 : ticked->none) {
        refusal->why = arena_print(arena, "'none' stands beside another option of '%s'", question->id);
        return ANSWER_REFUSED;
    }
    size_t option = none ? 0 : find_option(arena, question, words, refusal);
    if (option == SIZE_MAX)
        return ANSWER_REFUSED;
    bool twice = none ? ticked->none : (ticked->options >> option & 1) != 0;
    if (twice) {
        refusal->why = arena_print(arena, "'%s' stands twice in the answer to '%s'", words, question->id);
        return ANSWER_REFUSED;
    }
    ticked->none = none;
    ticked->options |= none ? 0 : (uint64_t)1 << option;
    return ANSWER_TAKEN;
}

static enum answer_outcome read_choices(struct arena *arena, const struct question *question,
                                        const char *words, struct value *value, struct refusal *refusal)
{
    struct ticked ticked = {0, false};
    for (const char *at = words; at != NULL;) {
        const char *comma = strchr(at, ',');
        size_t length = comma != NULL ? (size_t)(comma - at) : strlen(at);
        const char *one = text_folded(arena, arena_copy(arena, at, length));
        if (tick(arena, question, one, &ticked, refusal) == ANSWER_REFUSED)
            return ANSWER_REFUSED;
        at = comma != NULL ? comma + 1 : NULL;
    }
    *value = (struct value){.known = true, .options = ticked.options};
    return ANSWER_TAKEN;
}

static enum answer_outcome read_text(struct arena *arena, const struct question *question, const char *words,
                                     struct value *value, struct refusal *refusal)
{
    int64_t length = (int64_t)text_characters(words, strlen(words));
    if (text_is_blank(words))
        return ANSWER_ERASED; /* as an empty one: it says nothing */
    bool fits =
        !question->has_range || (length >= question->low.numerator && length <= question->high.numerator);
    if (!fits || length > LIMIT_SCALAR_BYTES) {
        refusal->why = arena_print(arena, "the answer to '%s' has %lld characters: %s is expected",
                                   question->id, (long long)length, answer_expected(arena, question));
        return ANSWER_REFUSED;
    }
    char *text = arena_text(arena, words);
    for (char *tab = strchr(text, '\t'); tab != NULL; tab = strchr(tab, '\t'))
        *tab = ' ';
    *value = (struct value){.known = true, .text = text};
    return ANSWER_TAKEN;
}

static enum answer_outcome (*const readers[])(struct arena *, const struct question *, const char *,
                                              struct value *, struct refusal *) = {
    [SC_YES_NO] = read_yes_no, [SC_INTEGER] = read_number,  [SC_DECIMAL] = read_number,
    [SC_CHOICE] = read_choice, [SC_CHOICES] = read_choices, [SC_TEXT] = read_text,
};

enum answer_outcome answer_from_words(struct arena *arena, const struct question *question, const char *words,
                                      struct value *value, struct refusal *refusal)
{
    *refusal = (struct refusal){NULL, NULL};
    *value = (struct value){.known = false};
    if (words[0] == '\0' || strcmp(words, "unknown") == 0)
        return ANSWER_ERASED;
    return readers[question->type](arena, question, words, value, refusal);
}

/* Does JSON's type fit the question's? Other scalars are read by what the question expects. */
static bool style_fits(const struct question *question, enum node_style style)
{
    bool number = question->type == SC_INTEGER || question->type == SC_DECIMAL;
    switch (style) {
    case STYLE_JSON_NUMBER:
        return number;
    case STYLE_JSON_BOOLEAN:
        return question->type == SC_YES_NO;
    case STYLE_JSON_STRING:
        return !number;
    default:
        return true;
    }
}

static enum answer_outcome answer_from_scalar(struct arena *arena, const struct question *question,
                                              const struct tree *tree, node_id id, struct value *value,
                                              struct refusal *refusal)
{
    enum node_style style = (enum node_style)tree_node(tree, id)->style;
    const char *text = tree_text(tree, id);
    if (style == STYLE_JSON_NULL ||
        (style == STYLE_PLAIN && (strcmp(text, "~") == 0 || strcmp(text, "null") == 0)))
        return ANSWER_ERASED;
    if (style == STYLE_JSON_STRING && (text[0] == '\0' || strcmp(text, "unknown") == 0))
        return ANSWER_ERASED;
    if (!style_fits(question, style)) {
        refuse(arena, question, text, refusal);
        refusal->hint = style == STYLE_JSON_STRING ? "in JSON a number stands without quotes" : NULL;
        return ANSWER_REFUSED;
    }
    if (question->type != SC_CHOICES || text[0] == '\0' || strcmp(text, "unknown") == 0)
        return answer_from_words(arena, question, text, value, refusal);
    struct ticked ticked = {0, false};
    if (tick(arena, question, text, &ticked, refusal) == ANSWER_REFUSED)
        return ANSWER_REFUSED;
    *value = (struct value){.known = true, .options = ticked.options};
    return ANSWER_TAKEN;
}

enum answer_outcome answer_from_node(struct arena *arena, const struct question *question,
                                     const struct tree *tree, node_id node, struct value *value,
                                     struct refusal *refusal, node_id *where)
{
    *refusal = (struct refusal){NULL, NULL};
    *value = (struct value){.known = false};
    *where = node;
    const struct node *found = tree_node(tree, node);
    if (found->kind == NODE_SCALAR)
        return answer_from_scalar(arena, question, tree, node, value, refusal);
    if (question->type != SC_CHOICES || found->kind == NODE_MAPPING) {
        refuse(arena, question, found->kind == NODE_MAPPING ? "a mapping" : "a list", refusal);
        return ANSWER_REFUSED;
    }
    struct ticked ticked = {0, false};
    for (node_id id = found->first; id != 0; id = tree_node(tree, id)->next) {
        const struct node *element = tree_node(tree, id);
        *where = id;
        bool word = element->kind == NODE_SCALAR && style_fits(question, (enum node_style)element->style) &&
                    element->style != STYLE_JSON_NULL;
        if (!word)
            return refuse(arena, question, element->kind == NODE_SCALAR ? tree_text(tree, id) : "a list",
                          refusal);
        if (tick(arena, question, tree_text(tree, id), &ticked, refusal) == ANSWER_REFUSED)
            return ANSWER_REFUSED;
    }
    *value = (struct value){.known = true, .options = ticked.options};
    return ANSWER_TAKEN;
}
