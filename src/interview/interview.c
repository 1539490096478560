/* Which question next (design section 5): after each answer the engine decides anew what is missing. */
#include "interview/interview.h"

#include "engine/engine.h"
#include "support/call.h"
#include "support/text.h"

#include <ctype.h>
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

struct starting {
    const struct sc_pack *pack;
    struct sc_sheet *sheet;
    enum sc_interview_goal goal;
    struct sc_interview *interview;
};

static enum sc_status start(struct arena *arena, void *context)
{
    struct starting *starting = context;
    const struct sc_pack *pack = starting->pack;
    struct sc_interview *interview = arena_alloc(arena, sizeof *interview);
    *interview = (struct sc_interview){
        .arena = arena, .pack = pack, .sheet = starting->sheet, .goal = starting->goal, .current = SIZE_MAX};
    interview->history = arena_array(arena, pack->question_count + 1, sizeof *interview->history);
    for (size_t i = 0; i < pack->alert_count; i++)
        if (pack->alerts[i].level != LEVEL_NOTE)
            reads_of_text(pack, &pack->alerts[i].say, &interview->for_help);
    for (size_t i = 0; i < LEVEL_COUNT; i++)
        reads_of_text(pack, &pack->call[i], &interview->for_help);
    starting->interview = interview;
    return SC_OK;
}

struct sc_interview *sc_interview_new(const struct sc_pack *pack, struct sc_sheet *sheet,
                                      enum sc_interview_goal goal)
{
    struct starting starting = {pack, sheet, goal, NULL};
    return call_in_new(ARENA_STAYS, NULL, start, &starting) == SC_OK ? starting.interview : NULL;
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

/* Everything is decided anew, and forgotten but for the one question. */
static enum sc_status choose_next(struct arena *arena, void *context)
{
    struct sc_interview *interview = context;
    const struct sc_plan *plan = engine_plan(arena, interview->pack, interview->sheet->answers, NULL,
                                             (struct date){2000, 1, 1}, (struct date){0, 0, 0});
    interview->current = choose(interview, plan);
    return SC_OK;
}

enum sc_status sc_interview_next(struct sc_interview *interview, struct sc_diagnostics *diagnostics,
                                 size_t *question)
{
    enum sc_status status = SC_OK;
    if (interview->current == SIZE_MAX)
        status = call_in_new(ARENA_GOES, diagnostics, choose_next, interview);
    *question = interview->current;
    return status;
}

struct counting {
    const struct sc_interview *interview;
    size_t left;
};

static enum sc_status count_left(struct arena *arena, void *context)
{
    struct counting *counting = context;
    const struct sc_interview *interview = counting->interview;
    const struct questions open = interview_open(arena, interview->pack, interview->sheet->answers);
    counting->left = 0;
    for (size_t i = 0; i < interview->pack->question_count; i++)
        counting->left += i == interview->current || (questions_has(&open, i) && may_ask(interview, i));
    return SC_OK;
}

size_t sc_interview_left(const struct sc_interview *interview)
{
    struct counting counting = {interview, 0};
    if (call_in_new(ARENA_GOES, NULL, count_left, &counting) != SC_OK)
        return interview->pack->question_count;
    return counting.left;
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

/* The pack's word or the sheet's, or the first letter of either. */
static bool is_word(const struct sc_pack *pack, enum phrase phrase, const char *word, const char *typed)
{
    const char *own = pack_phrase(pack, phrase);
    return same_letters(typed, word) || same_letters(typed, own) ||
           (typed[0] != '\0' && typed[1] == '\0' &&
            (tolower((unsigned char)typed[0]) == word[0] || typed[0] == own[0]));
}

/* What a person types, in the words that a sheet knows. */
static const char *in_sheet_words(struct arena *arena, const struct sc_pack *pack,
                                  const struct question *question, const char *typed)
{
    if (question->type == SC_YES_NO)
        return is_word(pack, PHRASE_yes, "yes", typed) ? "yes"
               : is_word(pack, PHRASE_no, "no", typed) ? "no"
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

const char *interview_expected(struct arena *arena, const struct sc_pack *pack,
                               const struct question *question)
{
    static const enum phrase phrases[] = {
        [SC_YES_NO] = PHRASE_prompt_yes_no,  [SC_INTEGER] = PHRASE_prompt_whole,
        [SC_DECIMAL] = PHRASE_prompt_number, [SC_CHOICE] = PHRASE_prompt_one,
        [SC_CHOICES] = PHRASE_prompt_some,   [SC_TEXT] = PHRASE_prompt_text,
    };
    if (question->type == SC_TEXT && !question->has_range)
        return pack_phrase(pack, PHRASE_prompt_free);
    size_t boxes = question->option_count + (question->type == SC_CHOICES);
    const char *range =
        question->has_range ? answer_range(arena, question) : arena_print(arena, "%zu", boxes);
    return pack_phrase_with(arena, pack, phrases[question->type], range);
}

static enum sc_status take(struct sc_interview *interview, const char *typed)
{
    const struct question *question = &interview->pack->questions[interview->current];
    size_t length = strlen(typed);
    const char *words = text_is_utf8(typed, length, NULL)
                            ? text_folded(interview->sheet->arena, arena_text(interview->sheet->arena, typed))
                            : NULL;
    for (size_t i = 0, size = 0; words != NULL && i < strlen(words); i += size)
        if (text_is_control(text_character(words + i, strlen(words) - i, &size)))
            words = NULL;
    if (words == NULL) {
        interview->why = pack_phrase(interview->pack, PHRASE_prompt_control);
        return SC_INVALID;
    }
    if (words[0] != '\0') {
        struct value value;
        struct refusal refusal;
        words = in_sheet_words(interview->sheet->arena, interview->pack, question, words);
        if (answer_from_words(interview->sheet->arena, question, words, &value, &refusal) == ANSWER_REFUSED) {
            interview->why =
                pack_phrase_with(interview->arena, interview->pack, PHRASE_prompt_please,
                                 interview_expected(interview->arena, interview->pack, question));
            return SC_INVALID;
        }
        interview->sheet->answers[interview->current] = value;
    }
    questions_put(&interview->asked, interview->current);
    interview->history[interview->history_count++] = interview->current;
    interview->current = SIZE_MAX;
    return SC_OK;
}

struct answering {
    struct sc_interview *interview;
    const char *typed;
};

static enum sc_status take_typed(struct arena *arena, void *context)
{
    const struct answering *answering = context;
    (void)arena; /* the interview's: its sheet has one of its own, with the same landing */
    return take(answering->interview, answering->typed);
}

static enum sc_status answer_sheet(struct arena *arena, void *context)
{
    struct answering *answering = context;
    (void)arena;
    return call_in(answering->interview->arena, NULL, take_typed, answering);
}

enum sc_status sc_interview_answer(struct sc_interview *interview, const char *typed, const char **why)
{
    struct answering answering = {interview, typed};
    enum sc_status status = call_in(interview->sheet->arena, NULL, answer_sheet, &answering);
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
