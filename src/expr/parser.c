/* Tokens become syntax. One function for each row of the table of precedence, the loosest first. */
#include "expr/expression.h"
#include "support/limits.h"
#include "support/text.h"

#include <string.h>

static const struct syntax *read_or(struct expression_reading *reading);

static void count_nodes(struct expression_reading *reading, size_t more, size_t offset)
{
    if ((reading->nodes += more) > LIMIT_EXPRESSION_NODES)
        expression_error(reading, offset, NULL, "an expression of more than %d parts",
                         LIMIT_EXPRESSION_NODES);
}

static struct syntax *new_syntax(struct expression_reading *reading, enum syntax_kind kind, size_t offset)
{
    count_nodes(reading, 1, offset);
    struct syntax *syntax = arena_alloc(reading->arena, sizeof *syntax);
    syntax->kind = kind;
    syntax->offset = offset;
    return syntax;
}

/* A list of parts that grows; they are at most LIMIT_EXPRESSION_NODES. */
struct parts {
    const struct syntax **list;
    size_t count, capacity;
};

static void add_part(struct expression_reading *reading, struct parts *parts, const struct syntax *part)
{
    parts->list =
        arena_grow(reading->arena, parts->list, parts->count, &parts->capacity, sizeof *parts->list);
    parts->list[parts->count++] = part;
}

static const struct syntax *with_parts(struct syntax *syntax, const struct parts *parts)
{
    syntax->parts = parts->list;
    syntax->part_count = parts->count;
    return syntax;
}

static const struct syntax *new_operator(struct expression_reading *reading, enum operator_kind operator,
                                         size_t offset, const struct syntax *left, const struct syntax *right)
{
    struct syntax *syntax = new_syntax(reading, SYNTAX_OPERATOR, offset);
    struct parts parts = {0};
    add_part(reading, &parts, left);
    if (right != NULL)
        add_part(reading, &parts, right);
    syntax->operator= operator;
    return with_parts(syntax, &parts);
}

static bool at_mark(const struct expression_reading *reading, const char *mark)
{
    return reading->token.kind == TOKEN_MARK && text_is(reading->token.text, mark);
}

static bool take_mark(struct expression_reading *reading, const char *mark)
{
    if (!at_mark(reading, mark))
        return false;
    lexer_next(reading);
    return true;
}

static void expect_mark(struct expression_reading *reading, const char *mark)
{
    if (!take_mark(reading, mark))
        expression_error(reading, reading->token.offset, NULL, "'%s' is expected here", mark);
}

static bool take_word(struct expression_reading *reading, enum token_kind word)
{
    if (reading->token.kind != word)
        return false;
    lexer_next(reading);
    return true;
}

/* Everything that nests passes here, once a level; the whole expression is level 0. */
static bool go_deeper(struct expression_reading *reading)
{
    if (reading->depth++ <= LIMIT_EXPRESSION_DEPTH)
        return true;
    expression_error(reading, reading->token.offset, NULL, "an expression nested more than %d deep",
                     LIMIT_EXPRESSION_DEPTH);
    return false;
}

static const struct syntax *read_name(struct expression_reading *reading, const char *what, const char *hint)
{
    enum syntax_kind kind = reading->token.kind == TOKEN_QUOTED ? SYNTAX_QUOTED : SYNTAX_NAME;
    struct syntax *syntax = new_syntax(reading, kind, reading->token.offset);
    syntax->text = reading->token.text != NULL ? reading->token.text : "";
    if (reading->token.kind != TOKEN_NAME && reading->token.kind != TOKEN_QUOTED)
        expression_error(reading, reading->token.offset, hint, "%s is expected here", what);
    lexer_next(reading);
    return syntax;
}

static const struct syntax *read_list(struct expression_reading *reading)
{
    struct syntax *syntax = new_syntax(reading, SYNTAX_LIST, reading->token.offset);
    struct parts parts = {0};
    expect_mark(reading, "[");
    do {
        size_t offset = reading->token.offset;
        bool negative = take_mark(reading, "-");
        if (reading->token.kind == TOKEN_NUMBER) {
            struct syntax *number = new_syntax(reading, SYNTAX_NUMBER, offset);
            number->number = negative ? rational_negate(reading->token.number) : reading->token.number;
            lexer_next(reading);
            add_part(reading, &parts, number);
        } else if (negative) {
            expression_error(reading, reading->token.offset, NULL, "a number is expected here");
        } else {
            const char *hint = word_hint(reading, &reading->token);
            if (hint != NULL)
                expression_error(reading, offset, hint, "'%s' is a word of the language",
                                 reading->token.text);
            add_part(reading, &parts, read_name(reading, "a constant", NULL));
        }
    } while (take_mark(reading, ",") && !reading->failed);
    expect_mark(reading, "]");
    return with_parts(syntax, &parts);
}

/* min(a, b), max(a, b), count(q) */
static const struct syntax *read_call(struct expression_reading *reading, enum operator_kind operator)
{
    struct syntax *syntax = new_syntax(reading, SYNTAX_OPERATOR, reading->token.offset);
    syntax->operator= operator;
    struct parts parts = {0};
    struct token word = reading->token;
    lexer_next(reading);
    if (!at_mark(reading, "("))
        expression_error(reading, word.offset, word_hint(reading, &word), "'(' is expected after '%s'",
                         word.text);
    lexer_next(reading);
    do {
        add_part(reading,
                 &parts, operator== OP_COUNT ? read_name(reading, "a question", NULL) : read_or(reading));
    } while (operator!= OP_COUNT && !reading->failed && take_mark(reading, ","));
    expect_mark(reading, ")");
    return with_parts(syntax, &parts);
}

static const struct {
    const char *name;
    size_t arguments;
} predicates[] = {
#define PREDICATE(symbol, spelled, count) {spelled, count},
    PREDICATES(PREDICATE)
#undef PREDICATE
};

static const struct syntax *read_name_or_predicate(struct expression_reading *reading)
{
    struct token name = reading->token;
    for (size_t i = 0; name.kind == TOKEN_NAME && i < sizeof predicates / sizeof predicates[0]; i++) {
        if (!text_is(predicates[i].name, name.text))
            continue;
        const char *rest = reading->text + reading->at;
        bool opens = rest[strspn(rest, LEXER_BLANKS)] == '(';
        /* Without arguments it is a name like others, except in an invariant. */
        if (opens != (predicates[i].arguments > 0) || (!opens && reading->scope->predicate == NULL))
            break;
        struct syntax *syntax = new_syntax(reading, SYNTAX_PREDICATE, name.offset);
        struct parts parts = {0};
        syntax->predicate = (enum predicate)i;
        syntax->text = name.text;
        lexer_next(reading);
        for (size_t k = 0; k < predicates[i].arguments; k++) {
            expect_mark(reading, k == 0 ? "(" : ",");
            add_part(reading, &parts, read_name(reading, "an id", word_hint(reading, &reading->token)));
        }
        if (opens)
            expect_mark(reading, ")");
        return with_parts(syntax, &parts);
    }
    return read_name(reading, "a value", word_hint(reading, &reading->token));
}

static const struct syntax *read_constant(struct expression_reading *reading, enum syntax_kind kind)
{
    struct syntax *syntax = new_syntax(reading, kind, reading->token.offset);
    syntax->number = reading->token.number;
    syntax->truth = reading->token.kind == TOKEN_YES;
    syntax->text = reading->token.kind == TOKEN_YES ? "yes" : "no";
    lexer_next(reading);
    return syntax;
}

static const struct syntax *read_primary(struct expression_reading *reading)
{
    switch (reading->token.kind) {
    case TOKEN_NUMBER:
        return read_constant(reading, SYNTAX_NUMBER);
    case TOKEN_YES:
    case TOKEN_NO:
        return read_constant(reading, SYNTAX_TRUTH);
    case TOKEN_MIN:
        return read_call(reading, OP_MIN);
    case TOKEN_MAX:
        return read_call(reading, OP_MAX);
    case TOKEN_COUNT:
        return read_call(reading, OP_COUNT);
    default:
        break;
    }
    if (!take_mark(reading, "("))
        return read_name_or_predicate(reading);
    const struct syntax *inner = read_or(reading);
    expect_mark(reading, ")");
    return inner;
}

static const struct syntax *read_unary(struct expression_reading *reading)
{
    size_t offset = reading->token.offset;
    if (!take_mark(reading, "-"))
        return read_primary(reading);
    if (!go_deeper(reading))
        return new_syntax(reading, SYNTAX_NUMBER, offset);
    const struct syntax *syntax = new_operator(reading, OP_NEGATE, offset, read_unary(reading), NULL);
    reading->depth--;
    return syntax;
}

/* Two operators of one row, from the left to the right. */
static const struct syntax *read_row(struct expression_reading *reading, const char *one,
                                     enum operator_kind if_one, const char *other,
                                     enum operator_kind if_other,
                                     const struct syntax *(*read_part)(struct expression_reading *))
{
    const struct syntax *left = read_part(reading);
    while (!reading->failed && (at_mark(reading, one) || at_mark(reading, other))) {
        enum operator_kind kind = at_mark(reading, one) ? if_one : if_other;
        size_t offset = reading->token.offset;
        lexer_next(reading);
        left = new_operator(reading, kind, offset, left, read_part(reading));
    }
    return left;
}

static const struct syntax *read_product(struct expression_reading *reading)
{
    return read_row(reading, "*", OP_MULTIPLY, "/", OP_DIVIDE, read_unary);
}

static const struct syntax *read_sum(struct expression_reading *reading)
{
    return read_row(reading, "+", OP_ADD, "-", OP_SUBTRACT, read_product);
}

/* `a > b` is `b < a`: the evaluator knows half of the comparisons. */
static const struct {
    const char *mark;
    enum operator_kind operator;
    bool swapped;
} comparisons[] = {
    {"==", OP_EQUAL, false},  {"!=", OP_UNEQUAL, false}, {"<=", OP_AT_MOST, false},
    {">=", OP_AT_MOST, true}, {"<", OP_LESS, false},     {">", OP_LESS, true},
};

static const struct syntax *read_one_comparison(struct expression_reading *reading, const struct syntax *left,
                                                const struct syntax **right)
{
    for (size_t i = 0; i < sizeof comparisons / sizeof comparisons[0]; i++) {
        size_t offset = reading->token.offset;
        if (!take_mark(reading, comparisons[i].mark))
            continue;
        *right = read_sum(reading);
        return comparisons[i].swapped ? new_operator(reading, comparisons[i].operator, offset, *right, left)
                                      : new_operator(reading, comparisons[i].operator, offset, left, *right);
    }
    return NULL;
}

static const struct syntax *read_in(struct expression_reading *reading, const struct syntax *left)
{
    struct syntax *syntax = new_syntax(reading, SYNTAX_IN, reading->token.offset);
    struct parts parts = {0};
    lexer_next(reading);
    add_part(reading, &parts, left);
    add_part(reading, &parts,
             at_mark(reading, "[") ? read_list(reading) : read_name(reading, "a question or a list", NULL));
    return with_parts(syntax, &parts);
}

static const struct syntax *read_is(struct expression_reading *reading, const struct syntax *left)
{
    struct syntax *syntax = new_syntax(reading, SYNTAX_ANSWERED, reading->token.offset);
    struct parts parts = {0};
    lexer_next(reading);
    bool negated = take_word(reading, TOKEN_NOT);
    if (!take_word(reading, TOKEN_ANSWERED))
        expression_error(reading, reading->token.offset, NULL, "'answered' is expected here");
    add_part(reading, &parts, left);
    with_parts(syntax, &parts);
    return negated ? new_operator(reading, OP_NOT, syntax->offset, syntax, NULL) : syntax;
}

static const struct syntax *read_comparison(struct expression_reading *reading)
{
    const struct syntax *left = read_sum(reading);
    size_t offset = reading->token.offset;
    if (reading->token.kind == TOKEN_IS)
        return read_is(reading, left);
    if (reading->token.kind == TOKEN_IN)
        return read_in(reading, left);
    if (take_word(reading, TOKEN_NOT)) {
        if (reading->token.kind != TOKEN_IN)
            expression_error(reading, reading->token.offset, NULL, "'in' is expected here");
        return new_operator(reading, OP_NOT, offset, read_in(reading, left), NULL);
    }
    size_t before = reading->nodes;
    const struct syntax *right = NULL;
    const struct syntax *first = read_one_comparison(reading, left, &right);
    if (first == NULL)
        return left;
    struct parts chain = {0};
    add_part(reading, &chain, first);
    /* A middle is evaluated by two comparisons: it counts twice, or chains in chains double the work. */
    while (!reading->failed) {
        size_t shared = reading->nodes - before;
        before = reading->nodes + shared;
        const struct syntax *link = read_one_comparison(reading, right, &right);
        if (link == NULL)
            break;
        add_part(reading, &chain, link);
        count_nodes(reading, shared, offset);
    }
    if (chain.count == 1)
        return first;
    struct syntax *all = new_syntax(reading, SYNTAX_OPERATOR, offset);
    all->operator= OP_AND;
    return with_parts(all, &chain);
}

static const struct syntax *read_not(struct expression_reading *reading)
{
    size_t offset = reading->token.offset;
    if (!take_word(reading, TOKEN_NOT))
        return read_comparison(reading);
    if (!go_deeper(reading))
        return new_syntax(reading, SYNTAX_NUMBER, offset);
    const struct syntax *syntax = new_operator(reading, OP_NOT, offset, read_not(reading), NULL);
    reading->depth--;
    return syntax;
}

/* `a and b and c` is one node with three parts, so that a long chain is not a deep one. */
static const struct syntax *read_chain(struct expression_reading *reading, enum token_kind word,
                                       enum operator_kind operator,
                                       const struct syntax * (*read_part)(struct expression_reading *))
{
    struct parts parts = {0};
    size_t offset = reading->token.offset;
    const struct syntax *first = read_part(reading);
    if (reading->token.kind != word)
        return first;
    add_part(reading, &parts, first);
    while (!reading->failed && take_word(reading, word))
        add_part(reading, &parts, read_part(reading));
    struct syntax *syntax = new_syntax(reading, SYNTAX_OPERATOR, offset);
    syntax->operator= operator;
    return with_parts(syntax, &parts);
}

static const struct syntax *read_and(struct expression_reading *reading)
{
    return read_chain(reading, TOKEN_AND, OP_AND, read_not);
}

static const struct syntax *read_or(struct expression_reading *reading)
{
    if (!go_deeper(reading))
        return new_syntax(reading, SYNTAX_NUMBER, reading->token.offset);
    const struct syntax *syntax = read_chain(reading, TOKEN_OR, OP_OR, read_and);
    reading->depth--;
    return syntax;
}

const struct syntax *parse(struct expression_reading *reading)
{
    lexer_next(reading);
    if (reading->token.kind == TOKEN_END && !reading->failed)
        expression_error(reading, 0, NULL, "an expression is expected here");
    const struct syntax *syntax = read_or(reading);
    if (!reading->failed && reading->token.kind != TOKEN_END)
        expression_error(reading, reading->token.offset,
                         reading->token.kind == TOKEN_MARK ? NULL : "'and' or 'or' may be missing",
                         "the expression ends before this");
    return reading->failed ? NULL : syntax;
}
