/* Every operator of the language, once: the parser, the evaluator, the walks over dependencies and the
 * solver's view of a pack follow this table. */
#ifndef EXPR_OPERATORS_H
#define EXPR_OPERATORS_H

/* Name, evaluator, how an unknown operand counts, and the meaning. Kleene: an unknown operand may not matter.
 * Strict: one unknown operand makes the whole unknown. */
#define OPERATORS(OPERATOR)                                                                                  \
    OPERATOR(CONSTANT, constant, STRICT, "yes, no or a number")                                              \
    OPERATOR(QUESTION, question, STRICT, "the answer to a question, a yes-no or a number")                   \
    OPERATOR(FACT, fact, STRICT, "the value of a fact")                                                      \
    OPERATOR(OR, or, KLEENE, "truths: one of them")                                                          \
    OPERATOR(AND, and, KLEENE, "truths: all of them")                                                        \
    OPERATOR(NOT, not, STRICT, "a truth: the other one")                                                     \
    OPERATOR(EQUAL, equal, STRICT, "two numbers or two truths are the same")                                 \
    OPERATOR(UNEQUAL, unequal, STRICT, "two numbers or two truths differ")                                   \
    OPERATOR(LESS, less, STRICT, "numbers: the first is below the second")                                   \
    OPERATOR(AT_MOST, at_most, STRICT, "numbers: the first is not above the second")                         \
    OPERATOR(CHOSEN, chosen, STRICT, "a choice is one of a set of options")                                  \
    OPERATOR(TICKED, ticked, STRICT, "choices hold one option")                                              \
    OPERATOR(LISTED, listed, STRICT, "a number is one of a list of numbers")                                 \
    OPERATOR(ADD, add, STRICT, "numbers: their sum")                                                         \
    OPERATOR(SUBTRACT, subtract, STRICT, "numbers: their difference")                                        \
    OPERATOR(MULTIPLY, multiply, STRICT, "numbers, one of them constant: their product")                     \
    OPERATOR(DIVIDE, divide, STRICT, "numbers, the second constant and not 0: their quotient")               \
    OPERATOR(NEGATE, negate, STRICT, "a number: its negative")                                               \
    OPERATOR(MIN, min, STRICT, "numbers: the least")                                                         \
    OPERATOR(MAX, max, STRICT, "numbers: the greatest")                                                      \
    OPERATOR(COUNT, count, STRICT, "choices: how many options are ticked")                                   \
    OPERATOR(ANSWERED, answered, KLEENE, "a question is answered: always known, in invariants alone")        \
    OPERATOR(PREDICATE, predicate, KLEENE, "what the plan says: always known, in invariants alone")

enum operator_kind {
#define OPERATOR(name, evaluator, unknown, meaning) OP_##name,
    OPERATORS(OPERATOR)
#undef OPERATOR
        OP_COUNT_OF_OPERATORS
};

/* The words of the language: none of them can be a name. */
#define LANGUAGE_WORDS(WORD)                                                                                 \
    WORD(OR, "or")                                                                                           \
    WORD(AND, "and")                                                                                         \
    WORD(NOT, "not")                                                                                         \
    WORD(IN, "in")                                                                                           \
    WORD(IS, "is")                                                                                           \
    WORD(ANSWERED, "answered")                                                                               \
    WORD(MIN, "min")                                                                                         \
    WORD(MAX, "max")                                                                                         \
    WORD(COUNT, "count")                                                                                     \
    WORD(YES, "yes")                                                                                         \
    WORD(NO, "no")

/* The predicates of invariants: name, how many arguments. In the order of enum predicate. */
#define PREDICATES(PREDICATE)                                                                                \
    PREDICATE(OFFERED, "offered", 1)                                                                         \
    PREDICATE(WITHHELD, "withheld", 1)                                                                       \
    PREDICATE(NOT_NEEDED, "not_needed", 1)                                                                   \
    PREDICATE(SPENT, "spent", 1)                                                                             \
    PREDICATE(LATER, "later", 1)                                                                             \
    PREDICATE(NEEDS_ANSWER, "needs_answer", 1)                                                               \
    PREDICATE(CAUTION, "caution", 2)                                                                         \
    PREDICATE(ALERT, "alert", 1)                                                                             \
    PREDICATE(ON_STEP, "on_step", 2)                                                                         \
    PREDICATE(WITHHELD_PLAN, "withheld_plan", 0)                                                             \
    PREDICATE(PRINTED_PLAN, "printed_plan", 0)

#endif
