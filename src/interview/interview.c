/* Which question next (design section 5): after each answer the engine decides anew what is missing. */
#include "interview/interview.h"

#include "engine/engine.h"
#include "support/text.h"

#include <string.h>

static void reads_of_text(const struct sc_pack *pack, const struct text *text, struct questions *set)
{
    for (size_t i = 0; i < text->count; i++) {
        const struct variant *variant = &text->variants[i];
        if (variant->when != NULL)
            expr_reads(variant->when, pack->fact_reads, set);
        for (size_t k = 0; k < variant->piece_count; k++) {
            if (variant->pieces[k].kind == PIECE_QUESTION)
                questions_put(set, variant->pieces[k].number);
            if (variant->pieces[k].kind == PIECE_FACT)
                questions_join(set, &pack->fact_reads[variant->pieces[k].number]);
        }
    }
}

struct sc_interview *sc_interview_new(const struct sc_pack *pack, struct sc_sheet *sheet,
                                      enum sc_interview_goal goal)
{
    struct escape escape;
    struct arena *arena = arena_new(&escape);
    if (arena == NULL)
        return NULL;
    if (setjmp(escape.landing) != 0) {
        arena_free(arena);
        return NULL;
    }
    struct sc_interview *interview = arena_alloc(arena, sizeof *interview);
    *interview = (struct sc_interview){
        .arena = arena, .pack = pack, .sheet = sheet, .goal = goal, .current = SIZE_MAX};
    interview->history = arena_array(arena, pack->question_count + 1, sizeof *interview->history);
    for (size_t i = 0; i < pack->alert_count; i++)
        if (pack->alerts[i].level != LEVEL_NOTE)
            reads_of_text(pack, &pack->alerts[i].say, &interview->for_help);
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        reads_of_text(pack, &pack->call[i], &interview->for_help);
    return interview;
}

void sc_interview_free(struct sc_interview *interview)
{
    if (interview != NULL)
        arena_free(interview->arena);
}

static bool may_ask(const struct sc_interview *interview, size_t question)
{
    return !questions_has(&interview->asked, question) && !interview->sheet->answers[question].known;
}

static size_t first_of(const struct sc_interview *interview, struct numbers questions)
{
    for (size_t i = 0; i < questions.count; i++)
        if (may_ask(interview, questions.list[i]))
            return questions.list[i];
    return SIZE_MAX;
}

static size_t choose(const struct sc_interview *interview, const struct sc_plan *plan)
{
    bool screening =
        plan->status == SC_UNSCREENED || (plan->status == SC_WITHHELD && plan->missing.count > 0);
    for (size_t i = 0; screening && interview->goal == SC_ASK_ALL && i < interview->pack->question_count; i++)
        if (questions_has(&interview->for_help, i) && may_ask(interview, i))
            return i;
    size_t question = first_of(interview, plan->missing);
    if (question == SIZE_MAX && interview->goal == SC_ASK_ALL)
        question = first_of(interview, plan->refine);
    return question;
}

enum sc_status sc_interview_next(struct sc_interview *interview, struct sc_diagnostics *diagnostics,
                                 size_t *question)
{
    (void)diagnostics; /* nothing here can be wrong */
    if (interview->current == SIZE_MAX) {
        struct escape escape;
        struct arena *arena = arena_new(&escape);
        if (arena == NULL)
            return SC_NO_MEMORY;
        if (setjmp(escape.landing) != 0) {
            arena_free(arena);
            return SC_NO_MEMORY;
        }
        const struct sc_plan *plan = engine_plan(arena, interview->pack, interview->sheet->answers, NULL,
                                                 (struct date){2000, 1, 1}, (struct date){0, 0, 0});
        interview->current = choose(interview, plan);
        arena_free(arena);
    }
    *question = interview->current;
    return SC_OK;
}

size_t sc_interview_left(const struct sc_interview *interview)
{
    struct escape escape;
    struct arena *arena = arena_new(&escape);
    size_t left = 0;
    if (arena == NULL)
        return interview->pack->question_count;
    if (setjmp(escape.landing) != 0) {
        arena_free(arena);
        return interview->pack->question_count;
    }
    const struct questions open = interview_open(arena, interview->pack, interview->sheet->answers);
    for (size_t i = 0; i < interview->pack->question_count; i++)
        left += i == interview->current || (questions_has(&open, i) && may_ask(interview, i));
    arena_free(arena);
    return left;
}

static bool same_letters(const char *a, const char *b)
{
    for (; *a != '\0' && *b != '\0'; a++, b++) {
        char left = *a >= 'A' && *a <= 'Z' ? (char)(*a - 'A' + 'a') : *a;
        char right = *b >= 'A' && *b <= 'Z' ? (char)(*b - 'A' + 'a') : *b;
        if (left != right)
            return false;
    }
    return *a == *b;
}

/* The number on the list of a prompt, from 1; for choices 0 or the last one is `none`. */
static size_t number_typed(const char *typed, size_t most)
{
    size_t number = 0;
    for (const char *at = typed; *at != '\0'; at++) {
        if (*at < '0' || *at > '9' || number > most)
            return SIZE_MAX;
        number = number * 10 + (size_t)(*at - '0');
    }
    return typed[0] == '\0' ? SIZE_MAX : number;
}

/* An option's name for what was typed: its name, its number or its label. What is none stays as it is. */
static const char *option_typed(const struct question *question, const char *typed)
{
    for (size_t i = 0; i < question->option_count; i++)
        if (same_letters(question->options[i], typed))
            return question->options[i];
    size_t number = number_typed(typed, question->option_count + 1);
    bool several = question->type == SC_CHOICES;
    if (several && (number == 0 || number == question->option_count + 1))
        return "none";
    if (number >= 1 && number <= question->option_count)
        return question->options[number - 1];
    for (size_t i = 0; i < question->option_count; i++)
        if (same_letters(question->labels[i], typed))
            return question->options[i];
    if (several && (same_letters(typed, "none") || same_letters(typed, "no") ||
                    (question->none_label != NULL && same_letters(question->none_label, typed))))
        return "none";
    return typed;
}

/* What a person types, in the words that a sheet knows. */
static const char *in_sheet_words(struct arena *arena, const struct question *question, const char *typed)
{
    if (question->type == SC_YES_NO)
        return same_letters(typed, "y") || same_letters(typed, "yes")  ? "yes"
               : same_letters(typed, "n") || same_letters(typed, "no") ? "no"
                                                                       : typed;
    if (question->type == SC_CHOICE)
        return option_typed(question, typed);
    if (question->type != SC_CHOICES)
        return typed;
    const char *whole = option_typed(question, typed);
    if (whole != typed)
        return whole;
    bool commas = strchr(typed, ',') != NULL;
    struct buffer words = buffer_in(arena);
    for (const char *at = typed; at != NULL;) {
        const char *end = strchr(at, commas ? ',' : ' ');
        const char *one =
            text_folded(arena, arena_copy(arena, at, end != NULL ? (size_t)(end - at) : strlen(at)));
        if (one[0] != '\0')
            buffer_print(&words, "%s%s", words.length > 0 ? "," : "", option_typed(question, one));
        at = end != NULL ? end + 1 : NULL;
    }
    return buffer_string(&words);
}

static enum sc_status take(struct sc_interview *interview, const char *typed)
{
    const struct question *question = &interview->pack->questions[interview->current];
    size_t length = strlen(typed);
    const char *words =
        text_is_utf8(typed, length, NULL) ? text_folded(interview->sheet->arena, typed) : NULL;
    for (size_t i = 0, size = 0; words != NULL && i < strlen(words); i += size)
        if (text_is_control(text_character(words + i, strlen(words) - i, &size)))
            words = NULL;
    if (words == NULL) {
        interview->why = "This holds characters that cannot be printed.";
        return SC_INVALID;
    }
    if (words[0] != '\0') {
        struct value value;
        struct refusal refusal;
        words = in_sheet_words(interview->sheet->arena, question, words);
        if (answer_from_words(interview->sheet->arena, question, words, &value, &refusal) == ANSWER_REFUSED) {
            interview->why = arena_print(interview->arena, "Please answer with %s.",
                                         answer_expected(interview->arena, question));
            return SC_INVALID;
        }
        interview->sheet->answers[interview->current] = value;
    }
    questions_put(&interview->asked, interview->current);
    interview->history[interview->history_count++] = interview->current;
    interview->current = SIZE_MAX;
    return SC_OK;
}

enum sc_status sc_interview_answer(struct sc_interview *interview, const char *typed, const char **why)
{
    struct escape escape;
    if (setjmp(escape.landing) != 0)
        return SC_NO_MEMORY;
    arena_rearm(interview->arena, &escape);
    arena_rearm(interview->sheet->arena, &escape);
    enum sc_status status = take(interview, typed);
    *why = status == SC_OK ? NULL : interview->why;
    return status;
}

bool sc_interview_back(struct sc_interview *interview)
{
    if (interview->history_count == 0)
        return false;
    interview->current = interview->history[--interview->history_count];
    interview->asked.words[interview->current / 64] &= ~((uint64_t)1 << interview->current % 64);
    return true;
}
