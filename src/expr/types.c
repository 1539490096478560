/* Names get their meaning, every part its type. Options: choices.c. */
#include "expr/expression.h"
#include "support/text.h"

#include <string.h>

static void offer_to_near(void *near, const char *name)
{
    near_offer(near, name);
}

const char *nearest(struct expression_reading *reading, const struct near *near)
{
    return near->best != NULL ? arena_print(reading->arena, "did you mean '%s'?", near->best) : NULL;
}

const struct symbol *symbol_of(struct expression_reading *reading, const char *name)
{
    return reading->scope->find(reading->scope->context, name);
}

const struct symbol *named(struct expression_reading *reading, const struct syntax *syntax)
{
    return syntax->kind == SYNTAX_NAME ? symbol_of(reading, syntax->text) : NULL;
}

void unknown_name(struct expression_reading *reading, const struct syntax *syntax)
{
    struct near near = near_to(syntax->text);
    if (diagnostics_keep_errors(reading->diagnostics))
        reading->scope->offer(reading->scope->context, offer_to_near, &near);
    const char *hint = nearest(reading, &near);
    const char *hyphen = strchr(syntax->text, '-');
    if (hyphen != NULL) {
        const char *left = arena_copy(reading->arena, syntax->text, (size_t)(hyphen - syntax->text));
        if (symbol_of(reading, left) != NULL)
            hint = arena_print(reading->arena, "minus needs spaces: '%s - %s'", left, hyphen + 1);
    }
    expression_error(reading, syntax->offset, hint, "there is no question or fact '%s'", syntax->text);
}

struct expr *new_expr(struct expression_reading *reading, enum operator_kind operator, enum value_type type)
{
    struct expr *expr = arena_alloc(reading->arena, sizeof *expr);
    expr->operator= operator;
    expr->type = type;
    return expr;
}

/* The types of all parts, or NULL. */
static const struct expr **typed_parts(struct expression_reading *reading, const struct syntax *syntax)
{
    const struct expr **parts = arena_array(reading->arena, syntax->part_count, sizeof *parts);
    for (size_t i = 0; i < syntax->part_count; i++) {
        parts[i] = typed(reading, syntax->parts[i]);
        if (parts[i] == NULL)
            return NULL;
    }
    return parts;
}

static bool all_constant(const struct expr *expr)
{
    for (size_t i = 0; i < expr->part_count; i++)
        if (!expr->parts[i]->constant)
            return false;
    return true;
}

bool wants(struct expression_reading *reading, const struct syntax *syntax, const struct expr *expr,
           enum value_type type)
{
    if (expr->type == type)
        return true;
    expression_error(reading, syntax->offset, NULL,
                     type == VALUE_NUMBER ? "a number is expected here, not a yes-no"
                                          : "a yes-no is expected here, not a number");
    return false;
}

static struct expr *typed_name(struct expression_reading *reading, const struct syntax *syntax)
{
    const struct symbol *symbol = named(reading, syntax);
    const char *name = syntax->text;
    if (symbol == NULL) {
        unknown_name(reading, syntax);
        return NULL;
    }
    if (symbol->failed)
        return NULL;
    if (symbol->type == VALUE_CHOICE)
        expression_error(reading, syntax->offset, NULL,
                         "'%s' is a choice: compare it with one of its options", name);
    if (symbol->type == VALUE_CHOICES)
        expression_error(reading, syntax->offset, NULL,
                         "'%s' has several answers: ask 'OPTION in %s' or 'count(%s)'", name, name, name);
    if (symbol->type == VALUE_TEXT)
        expression_error(reading, syntax->offset, NULL,
                         "'%s' is a text: it can be printed, as {%s}, but not read", name, name);
    if (reading->failed)
        return NULL;
    struct expr *expr =
        new_expr(reading, symbol->kind == SYMBOL_QUESTION ? OP_QUESTION : OP_FACT, symbol->type);
    expr->first = symbol->number;
    expr->bounds = symbol->bounds;
    expr->constant = symbol->constant;
    return expr;
}

static struct expr *typed_equality(struct expression_reading *reading, const struct syntax *syntax)
{
    struct expr *choice = NULL;
    if (typed_choice(reading, syntax, &choice))
        return choice;
    struct expr *expr = new_expr(reading, syntax->operator, VALUE_TRUTH);
    expr->parts = typed_parts(reading, syntax);
    expr->part_count = 2;
    if (expr->parts == NULL)
        return NULL;
    if (expr->parts[0]->type != expr->parts[1]->type) {
        expression_error(reading, syntax->offset, NULL, "a number and a yes-no cannot be compared");
        return NULL;
    }
    expr->constant = all_constant(expr);
    return expr;
}

/* `is answered` and predicates are known even where an answer is not: in a rule, learning one more answer
 * could then take something back. So they stand in invariants alone. */
static bool in_invariant(struct expression_reading *reading, const struct syntax *syntax, const char *what)
{
    if (reading->scope->predicate != NULL)
        return true;
    expression_error(reading, syntax->offset, NULL, "%s stands in invariants alone", what);
    return false;
}

static struct expr *typed_answered(struct expression_reading *reading, const struct syntax *syntax)
{
    if (!in_invariant(reading, syntax, "'is answered'"))
        return NULL;
    const struct symbol *symbol = named(reading, syntax->parts[0]);
    if (symbol != NULL && symbol->failed)
        return NULL;
    if (symbol == NULL || symbol->kind != SYMBOL_QUESTION) {
        expression_error(reading, syntax->parts[0]->offset, NULL,
                         "a question is expected before 'is answered'");
        return NULL;
    }
    struct expr *expr = new_expr(reading, OP_ANSWERED, VALUE_TRUTH);
    expr->first = symbol->number;
    return expr;
}

static struct expr *typed_predicate(struct expression_reading *reading, const struct syntax *syntax)
{
    if (!in_invariant(reading, syntax, arena_print(reading->arena, "'%s'", syntax->text)))
        return NULL;
    const char *arguments[2] = {NULL, NULL};
    struct place places[2];
    for (size_t i = 0; i < syntax->part_count; i++) {
        arguments[i] = syntax->parts[i]->text;
        places[i] = tree_place_in(reading->tree, reading->scalar, syntax->parts[i]->offset);
    }
    struct expr *expr = new_expr(reading, OP_PREDICATE, VALUE_TRUTH);
    expr->predicate = syntax->predicate;
    return reading->scope->predicate(reading->scope->context, syntax->predicate, arguments,
                                     syntax->part_count, places, &expr->first, &expr->second)
               ? expr
               : NULL;
}

static struct expr *typed_number(struct expression_reading *reading, const struct syntax *syntax,
                                 struct expr *expr)
{
    bool product = expr->operator== OP_MULTIPLY && !expr->parts[0]->constant && !expr->parts[1]->constant;
    bool divided = expr->operator== OP_DIVIDE && !expr->parts[1]->constant;
    if (product || divided) {
        expression_error(reading, syntax->offset, NULL,
                         product ? "a product of two answers: one side must be a constant"
                                 : "a division by an answer: the right side must be a constant");
        return NULL;
    }
    if (expr->operator== OP_DIVIDE && expr->parts[1]->bounds.low.numerator == 0) {
        expression_error(reading, syntax->offset, NULL, "a division by zero");
        return NULL;
    }
    if (!bounds_of(expr)) {
        expression_error(reading, syntax->offset, "narrow the range of a question, or use rounder numbers",
                         "this number could grow past what can be held exactly (62 bits)");
        return NULL;
    }
    return expr;
}

static struct expr *typed_operator(struct expression_reading *reading, const struct syntax *syntax)
{
    if (syntax->operator== OP_EQUAL || syntax->operator== OP_UNEQUAL)
        return typed_equality(reading, syntax);
    if (syntax->operator== OP_COUNT)
        return typed_count(reading, syntax);
    bool of_truths = syntax->operator== OP_OR || syntax->operator== OP_AND || syntax->operator== OP_NOT;
    bool gives_truth = of_truths || syntax->operator== OP_LESS || syntax->operator== OP_AT_MOST;
    struct expr *expr = new_expr(reading, syntax->operator, gives_truth ? VALUE_TRUTH : VALUE_NUMBER);
    expr->parts = typed_parts(reading, syntax);
    expr->part_count = syntax->part_count;
    if (expr->parts == NULL)
        return NULL;
    for (size_t i = 0; i < expr->part_count; i++)
        if (!wants(reading, syntax->parts[i], expr->parts[i], of_truths ? VALUE_TRUTH : VALUE_NUMBER))
            return NULL;
    expr->constant = all_constant(expr);
    return gives_truth ? expr : typed_number(reading, syntax, expr);
}

static struct expr *typed_constant(struct expression_reading *reading, const struct syntax *syntax)
{
    bool truth = syntax->kind == SYNTAX_TRUTH;
    struct expr *expr = new_expr(reading, OP_CONSTANT, truth ? VALUE_TRUTH : VALUE_NUMBER);
    expr->constant = true;
    expr->value.known = true;
    if (truth) {
        expr->value.truth = syntax->truth;
    } else {
        expr->value.number = syntax->number;
        expr->bounds = (struct bounds){syntax->number, syntax->number, syntax->number.denominator};
    }
    return expr;
}

struct expr *typed(struct expression_reading *reading, const struct syntax *syntax)
{
    switch (syntax->kind) {
    case SYNTAX_NUMBER:
    case SYNTAX_TRUTH:
        return typed_constant(reading, syntax);
    case SYNTAX_NAME:
        return typed_name(reading, syntax);
    case SYNTAX_OPERATOR:
        return typed_operator(reading, syntax);
    case SYNTAX_IN:
        return typed_in(reading, syntax);
    case SYNTAX_ANSWERED:
        return typed_answered(reading, syntax);
    case SYNTAX_PREDICATE:
        return typed_predicate(reading, syntax);
    case SYNTAX_QUOTED:
    case SYNTAX_LIST:
        break;
    }
    expression_error(reading, syntax->offset, NULL, "an option stands only beside its question");
    return NULL;
}

static bool is_wanted(struct expression_reading *reading, const struct expr *expr, enum expr_want want)
{
    if (want == WANT_EITHER || (want == WANT_TRUTH) == (expr->type == VALUE_TRUTH))
        return true;
    expression_error(reading, 0, NULL,
                     want == WANT_TRUTH ? "a condition, yes or no, is expected here, not a number"
                                        : "a number is expected here, not a condition");
    return false;
}

const struct expr *expr_read(struct arena *arena, const struct tree *tree, node_id scalar,
                             const struct scope *scope, enum expr_want want,
                             struct sc_diagnostics *diagnostics)
{
    struct expression_reading reading = {
        .arena = arena,
        .tree = tree,
        .scalar = scalar,
        .scope = scope,
        .diagnostics = diagnostics,
        .text = tree_text(tree, scalar),
        .length = tree_node(tree, scalar)->length,
    };
    const struct syntax *syntax = parse(&reading);
    struct expr *expr = syntax != NULL ? typed(&reading, syntax) : NULL;
    if (expr == NULL || !is_wanted(&reading, expr, want))
        return NULL;
    expr->written = text_folded(arena, reading.text);
    expr->place = tree_place(tree, scalar);
    return expr;
}

const struct expr *expr_truth(struct arena *arena, bool truth)
{
    struct expr *expr = arena_alloc(arena, sizeof *expr);
    *expr = (struct expr){.operator= OP_CONSTANT, .type = VALUE_TRUTH, .constant = true};
    expr->value = (struct value){.known = true, .truth = truth};
    expr->written = truth ? "yes" : "no";
    return expr;
}

enum value_type expr_type(const struct expr *expr)
{
    return expr->type;
}

struct bounds expr_bounds(const struct expr *expr)
{
    return expr->bounds;
}

bool expr_is_constant(const struct expr *expr)
{
    return expr->constant;
}

const char *expr_written(const struct expr *expr)
{
    return expr->written;
}

struct place expr_place(const struct expr *expr)
{
    return expr->place;
}
