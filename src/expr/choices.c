/* Choices: an option is looked for only in the question beside it. */
#include "expr/expression.h"

#include <string.h>

static void no_such_option(struct expression_reading *reading, const struct symbol *question,
                           const struct syntax *syntax)
{
    struct near near = near_to(diagnostics_keep_errors(reading->diagnostics) ? syntax->text : "");
    for (size_t i = 0; i < question->option_count; i++)
        near_offer(&near, question->options[i]);
    bool none = question->type == VALUE_CHOICES && strcmp(syntax->text, "none") == 0;
    expression_error(reading, syntax->offset,
                     none ? arena_print(reading->arena, "write 'count(%s) == 0'", question->name)
                          : nearest(reading, &near),
                     "the question '%s' has no option '%s'", question->name, syntax->text);
}

/* The number of the option that `syntax` names, SIZE_MAX if it is none (reported). */
static size_t option_of(struct expression_reading *reading, const struct symbol *question,
                        const struct syntax *syntax)
{
    if (syntax->kind == SYNTAX_TRUTH) {
        expression_error(reading, syntax->offset,
                         arena_print(reading->arena, "write the option in single quotes: '%s'", syntax->text),
                         "'%s' is a word of the language", syntax->text);
        return SIZE_MAX;
    }
    if (syntax->kind != SYNTAX_NAME && syntax->kind != SYNTAX_QUOTED) {
        expression_error(reading, syntax->offset, NULL, "an option of '%s' is expected here", question->name);
        return SIZE_MAX;
    }
    size_t option = 0;
    while (option < question->option_count && strcmp(question->options[option], syntax->text) != 0)
        option++;
    if (option == question->option_count) {
        no_such_option(reading, question, syntax);
        return SIZE_MAX;
    }
    const struct symbol *namesake = syntax->kind == SYNTAX_NAME ? symbol_of(reading, syntax->text) : NULL;
    /* A nameless one only stands for what an unreadable file may have named. */
    if (namesake != NULL && namesake->name != NULL) {
        expression_error(reading, syntax->offset,
                         arena_print(reading->arena, "write the option in single quotes: '%s'", syntax->text),
                         "'%s' is an option of '%s' and also the name of a question or a fact", syntax->text,
                         question->name);
        option = SIZE_MAX;
    }
    return option;
}

static struct expr *chosen(struct expression_reading *reading, const struct symbol *question,
                           uint64_t options)
{
    struct expr *expr = new_expr(reading, OP_CHOSEN, VALUE_TRUTH);
    expr->first = question->number;
    expr->second = question->option_count;
    expr->value = (struct value){.known = true, .options = options};
    return expr;
}

static struct expr *not_of(struct expression_reading *reading, const struct expr *part)
{
    struct expr *expr = new_expr(reading, OP_NOT, VALUE_TRUTH);
    const struct expr **parts = arena_alloc(reading->arena, sizeof *parts);
    parts[0] = part;
    expr->parts = parts;
    expr->part_count = 1;
    expr->constant = part->constant;
    return expr;
}

bool typed_choice(struct expression_reading *reading, const struct syntax *syntax, struct expr **result)
{
    *result = NULL;
    for (size_t i = 0; i < 2; i++) {
        const struct syntax *side = syntax->parts[i], *other = syntax->parts[1 - i];
        const struct symbol *symbol = named(reading, side);
        if (symbol == NULL)
            continue;
        if (symbol->failed) /* the other side may be its option: nothing can be said of it */
            return true;
        if (symbol->type == VALUE_TEXT) {
            typed(reading, side);
            return true;
        }
        if (symbol->type == VALUE_CHOICES) {
            bool none = (other->kind == SYNTAX_NAME || other->kind == SYNTAX_QUOTED) &&
                        strcmp(other->text, "none") == 0;
            expression_error(reading, syntax->offset,
                             none ? arena_print(reading->arena, "write 'count(%s) == 0'", symbol->name)
                                  : arena_print(reading->arena, "write 'OPTION in %s'", symbol->name),
                             "'%s' has several answers and cannot be compared", symbol->name);
            return true;
        }
        if (symbol->type != VALUE_CHOICE)
            continue;
        const struct symbol *second = named(reading, other);
        if (second != NULL && !second->failed && second->type == VALUE_CHOICE && i == 0) {
            bool is_option = false;
            for (size_t k = 0; k < symbol->option_count; k++)
                is_option = is_option || strcmp(symbol->options[k], other->text) == 0;
            if (!is_option) {
                expression_error(reading, other->offset, NULL,
                                 "two choices cannot be compared with each other");
                return true;
            }
        }
        size_t option = option_of(reading, symbol, other);
        if (option == SIZE_MAX)
            return true;
        *result = chosen(reading, symbol, (uint64_t)1 << option);
        if (syntax->operator== OP_UNEQUAL)
            *result = not_of(reading, *result);
        return true;
    }
    return false;
}

static struct expr *typed_list(struct expression_reading *reading, const struct syntax *syntax)
{
    const struct syntax *left = syntax->parts[0], *list = syntax->parts[1];
    const struct symbol *symbol = named(reading, left);
    if (symbol != NULL && !symbol->failed && symbol->type == VALUE_CHOICE) {
        uint64_t options = 0;
        for (size_t i = 0; i < list->part_count; i++) {
            size_t option = option_of(reading, symbol, list->parts[i]);
            if (option == SIZE_MAX)
                return NULL;
            options |= (uint64_t)1 << option;
        }
        return chosen(reading, symbol, options);
    }
    const struct expr *number = typed(reading, left);
    if (number == NULL || !wants(reading, left, number, VALUE_NUMBER))
        return NULL;
    struct expr *expr = new_expr(reading, OP_LISTED, VALUE_TRUTH);
    const struct expr **parts = arena_alloc(reading->arena, sizeof *parts);
    struct rational *numbers = arena_array(reading->arena, list->part_count, sizeof *numbers);
    for (size_t i = 0; i < list->part_count; i++) {
        if (list->parts[i]->kind != SYNTAX_NUMBER) {
            expression_error(reading, list->parts[i]->offset, NULL, "a number is expected in this list");
            return NULL;
        }
        numbers[i] = list->parts[i]->number;
    }
    parts[0] = number;
    expr->parts = parts;
    expr->part_count = 1;
    expr->numbers = numbers;
    expr->number_count = list->part_count;
    expr->constant = number->constant;
    return expr;
}

struct expr *typed_in(struct expression_reading *reading, const struct syntax *syntax)
{
    const struct syntax *left = syntax->parts[0], *right = syntax->parts[1];
    if (right->kind == SYNTAX_LIST)
        return typed_list(reading, syntax);
    const struct symbol *symbol = named(reading, right);
    if (symbol == NULL) {
        unknown_name(reading, right);
        return NULL;
    }
    if (symbol->failed)
        return NULL;
    if (symbol->type != VALUE_CHOICES) {
        expression_error(reading, right->offset,
                         symbol->type == VALUE_CHOICE
                             ? arena_print(reading->arena, "write '%s == OPTION'", symbol->name)
                             : NULL,
                         "'%s' is no question with several answers", symbol->name);
        return NULL;
    }
    size_t option = option_of(reading, symbol, left);
    if (option == SIZE_MAX)
        return NULL;
    struct expr *expr = new_expr(reading, OP_TICKED, VALUE_TRUTH);
    expr->first = symbol->number;
    expr->value = (struct value){.known = true, .option = option};
    return expr;
}

struct expr *typed_count(struct expression_reading *reading, const struct syntax *syntax)
{
    const struct syntax *part = syntax->parts[0];
    const struct symbol *symbol = named(reading, part);
    if (symbol == NULL) {
        unknown_name(reading, part);
        return NULL;
    }
    if (symbol->failed)
        return NULL;
    if (symbol->type != VALUE_CHOICES) {
        expression_error(reading, part->offset, NULL, "'%s' is no question with several answers",
                         symbol->name);
        return NULL;
    }
    struct expr *expr = new_expr(reading, OP_COUNT, VALUE_NUMBER);
    expr->first = symbol->number;
    expr->bounds = (struct bounds){rational_whole(0), rational_whole((int64_t)symbol->option_count), 1};
    return expr;
}
