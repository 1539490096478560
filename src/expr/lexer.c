/* The text of an expression, token by token. */
#include "expr/expression.h"

#include "support/text.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *spelled;
    enum token_kind kind;
} words[] = {
#define WORD(name, spelled) {spelled, TOKEN_##name},
    LANGUAGE_WORDS(WORD)
#undef WORD
};

static const char *const marks[] = {"==", "!=", "<=", ">=", "<", ">", "+", "-",
                                    "*",  "/",  "(",  ")",  "[", "]", ","};

bool expr_is_word(const char *name)
{
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text_is(words[i].spelled, name))
            return true;
    return false;
}

void expression_error(struct expression_reading *reading, size_t offset, const char *hint, const char *format,
                      ...)
{
    if (reading->failed)
        return;
    reading->failed = true;
    va_list arguments;
    va_start(arguments, format);
    const char *message = arena_vprint(reading->arena, format, arguments);
    va_end(arguments);
    diagnostics_error(reading->diagnostics, tree_place_in(reading->tree, reading->scalar, offset), hint, "%s",
                      message);
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

/* As long as it goes, hyphens included. */
static size_t name_length(const char *text)
{
    size_t length = 0;
    while (is_letter(text[length]) || is_digit(text[length]) || text[length] == '-')
        length++;
    return length;
}

static void take_name(struct expression_reading *reading)
{
    const char *start = reading->text + reading->at;
    size_t length = name_length(start);
    reading->token.kind = TOKEN_NAME;
    reading->token.text = arena_copy(reading->arena, start, length);
    reading->at += length;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (text_is(words[i].spelled, reading->token.text))
            reading->token.kind = words[i].kind;
}

static void take_number(struct expression_reading *reading)
{
    const char *start = reading->text + reading->at;
    size_t length = 0;
    while (is_digit(start[length]) || (start[length] == '.' && is_digit(start[length + 1])))
        length++;
    if (is_letter(start[length])) {
        size_t whole = length + name_length(start + length);
        expression_error(reading, reading->at, "an option that is no name stands in single quotes",
                         "'%.*s' is no number and no name", (int)whole, start);
        return;
    }
    switch (rational_read(start, length, &reading->token.number)) {
    case NUMBER_READ:
        break;
    case NUMBER_MALFORMED:
        expression_error(reading, reading->at, NULL, "'%.*s' is no number", (int)length, start);
        break;
    case NUMBER_TOO_LONG:
        expression_error(reading, reading->at, NULL,
                         "a number has at most 6 digits after the point, and 18 before it");
        break;
    }
    reading->token.kind = TOKEN_NUMBER;
    reading->at += length;
}

static void take_quoted(struct expression_reading *reading)
{
    const char *start = reading->text + reading->at + 1;
    const char *end = strchr(start, '\'');
    if (end == NULL) {
        expression_error(reading, reading->at, NULL, "this quote is not closed");
        return;
    }
    reading->token.kind = TOKEN_QUOTED;
    reading->token.text = arena_copy(reading->arena, start, (size_t)(end - start));
    reading->at += (size_t)(end - start) + 2;
}

static void take_mark(struct expression_reading *reading)
{
    const char *start = reading->text + reading->at;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        if (start[0] != marks[i][0] || strncmp(start, marks[i], strlen(marks[i])) != 0)
            continue;
        reading->token.kind = TOKEN_MARK;
        reading->token.text = marks[i];
        reading->at += strlen(marks[i]);
        return;
    }
    const char *hint = *start == '=' ? "two of them compare: =="
                       : *start == '&' || *start == '|' || *start == '!'
                           ? "the words are 'and', 'or' and 'not'"
                           : NULL;
    size_t bytes = 1; /* a character of several bytes is shown whole */
    while (((unsigned char)start[bytes] & 0xC0) == 0x80)
        bytes++;
    expression_error(reading, reading->at, hint, "'%.*s' is not expected here", (int)bytes, start);
}

void lexer_next(struct expression_reading *reading)
{
    while (reading->at < reading->length && strchr(LEXER_BLANKS, reading->text[reading->at]) != NULL)
        reading->at++;
    reading->token = (struct token){.kind = TOKEN_END, .offset = reading->at};
    if (reading->at >= reading->length || reading->failed)
        return;
    char first = reading->text[reading->at];
    if (is_letter(first))
        take_name(reading);
    else if (is_digit(first))
        take_number(reading);
    else if (first == '\'')
        take_quoted(reading);
    else
        take_mark(reading);
}

const char *word_hint(struct expression_reading *reading, const struct token *token)
{
    return token->kind > TOKEN_MARK
               ? arena_print(reading->arena,
                             "a name that is a word of the language stands in single quotes: '%s'",
                             token->text)
               : NULL;
}
