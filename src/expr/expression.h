/* Inside this room: tokens, syntax as it was written, and expressions as they are evaluated. */
#ifndef EXPR_EXPRESSION_H
#define EXPR_EXPRESSION_H

#include "expr/expr.h"
#include "expr/operators.h"
#include "support/near.h"

/* ---- tokens (lexer.c) ---- */

enum token_kind {
    TOKEN_END,
    TOKEN_NAME,
    TOKEN_QUOTED, /* an option in single quotes */
    TOKEN_NUMBER,
    TOKEN_MARK, /* == != < <= > >= + - * / ( ) [ ] , */
#define WORD(name, spelled) TOKEN_##name,
    LANGUAGE_WORDS(WORD)
#undef WORD
};

struct token {
    enum token_kind kind;
    const char *text; /* a name or an option without its quotes, a mark, a word */
    struct rational number;
    size_t offset; /* into the scalar's text */
};

/* ---- syntax (parser.c): what was written, before anything is known of the names ---- */

enum syntax_kind {
    SYNTAX_NUMBER,
    SYNTAX_TRUTH,
    SYNTAX_NAME,
    SYNTAX_QUOTED,
    SYNTAX_OPERATOR,  /* with an operator_kind that says no more than the spelling: EQUAL, LESS, ADD ... */
    SYNTAX_IN,        /* parts: the left side, and a name or a list */
    SYNTAX_LIST,      /* parts: constants */
    SYNTAX_ANSWERED,  /* parts: a name */
    SYNTAX_PREDICATE, /* parts: names */
};

struct syntax {
    enum syntax_kind kind;
    enum operator_kind operator;
    enum predicate predicate;
    bool truth;
    struct rational number;
    const char *text; /* of a name, of an option, of the word yes or no */
    const struct syntax **parts;
    size_t part_count;
    size_t offset;
};

/* One expression while it is read. */
struct expression_reading {
    struct arena *arena;
    const struct tree *tree;
    node_id scalar;
    const struct scope *scope;
    struct sc_diagnostics *diagnostics;
    const char *text;
    size_t length, at;
    struct token token; /* the next one */
    size_t nodes, depth;
    bool failed; /* reported */
};

#define LEXER_BLANKS " \t\r\n"
void lexer_next(struct expression_reading *reading);
/* For places where an option or an id may stand: what to do if it is called like a word; else NULL. */
const char *word_hint(struct expression_reading *reading, const struct token *token);
const struct syntax *parse(struct expression_reading *reading); /* NULL: reported */
/* Reports at an offset, once an expression: what follows the first error is mostly its echo. */
void expression_error(struct expression_reading *reading, size_t offset, const char *hint, const char *format,
                      ...) __attribute__((format(printf, 4, 5)));

/* ---- expressions (types.c, choices.c, bounds.c) ---- */

struct expr {
    enum operator_kind operator;
    enum value_type type; /* VALUE_TRUTH or VALUE_NUMBER */
    bool constant;
    struct bounds bounds; /* of a number */
    const struct expr **parts;
    size_t part_count;
    struct value value; /* CONSTANT: itself; CHOSEN: the set of options; TICKED: the option */
    size_t first,
        second; /* the question, the fact; of a predicate its arguments; CHOSEN: of how many options */
    enum predicate predicate;
    const struct rational *numbers; /* LISTED */
    size_t number_count;
    const char *written; /* of the whole expression */
    struct place place;
};

/* NULL: an error that was reported, or a symbol that had failed. */
struct expr *typed(struct expression_reading *reading, const struct syntax *syntax);

/* What types.c and choices.c share. */
struct expr *new_expr(struct expression_reading *reading, enum operator_kind operator, enum value_type type);
const struct symbol *symbol_of(struct expression_reading *reading, const char *name);
/* The symbol that a bare name stands for; NULL for anything else. */
const struct symbol *named(struct expression_reading *reading, const struct syntax *syntax);
void unknown_name(struct expression_reading *reading, const struct syntax *syntax); /* reports it */
/* "did you mean ...?", or NULL */
const char *nearest(struct expression_reading *reading, const struct near *near);
/* false: it has another type (reported). */
bool wants(struct expression_reading *reading, const struct syntax *syntax, const struct expr *expr,
           enum value_type type);

/* `q == option` and `q != option`; false: no side is a choice or choices. */
bool typed_choice(struct expression_reading *reading, const struct syntax *syntax, struct expr **result);
struct expr *typed_in(struct expression_reading *reading, const struct syntax *syntax);
struct expr *typed_count(struct expression_reading *reading, const struct syntax *syntax);

/* Fills in the bounds of a number from those of its parts; false: they pass LIMIT_RATIONAL. */
bool bounds_of(struct expr *expr);

#endif
