/* Names of decisions; answers and places in words. */
#include "plan/plan.h"

#include "support/buffer.h"

#include <string.h>

const char *const item_status_names[ITEM_STATUS_COUNT] = {"withheld", "not-needed",   "spent",
                                                          "later",    "needs-answer", "offered"};
const char *const ladder_state_names[LADDER_STATE_COUNT] = {"not-needed", "needs-answer", "on-step",
                                                            "exhausted"};
const char *const plan_status_names[4] = {"ready", "incomplete", "unscreened", "withheld"};
const char *const because_rule_names[6] = {"avoid", "gate", "offer", "spent", "ladder", "alert"};

bool plan_is_printed(const struct sc_plan *plan)
{
    return plan->status == SC_READY || plan->status == SC_INCOMPLETE;
}

const char *words_separator(struct words words)
{
    for (size_t i = 0; i < words.count; i++)
        if (strchr(words.list[i], ',') != NULL)
            return "; ";
    return ", ";
}

static const char *choices_words(struct arena *arena, const struct sc_pack *pack,
                                 const struct question *question, uint64_t options)
{
    const char **labels = arena_array(arena, question->option_count, sizeof *labels);
    struct words chosen = {labels, 0};
    struct buffer words = buffer_in(arena);
    if (options == 0)
        return question->none_label != NULL ? question->none_label : pack_phrase(pack, PHRASE_nothing);
    for (size_t i = 0; i < question->option_count; i++)
        if ((options >> i & 1) != 0)
            labels[chosen.count++] = question->labels[i];
    for (size_t i = 0; i < chosen.count; i++)
        buffer_print(&words, "%s%s", i > 0 ? words_separator(chosen) : "", labels[i]);
    return buffer_string(&words);
}

const char *plan_blank(void)
{
    return "____";
}

const char *plan_answer_words(struct arena *arena, const struct sc_pack *pack,
                              const struct question *question, struct value value)
{
    struct buffer words = buffer_in(arena);
    if (!value.known)
        return plan_blank();
    switch (question->type) {
    case SC_YES_NO:
        return pack_phrase(pack, value.truth ? PHRASE_yes : PHRASE_no);
    case SC_INTEGER:
    case SC_DECIMAL:
        rational_print_exact(&words, value.number);
        return buffer_string(&words);
    case SC_CHOICE:
        return question->labels[value.option];
    case SC_CHOICES:
        return choices_words(arena, pack, question, value.options);
    case SC_TEXT:
        return value.text;
    }
    return "";
}

const char *plan_fact_words(struct arena *arena, const struct sc_pack *pack, const struct expr *rule,
                            struct value value)
{
    struct buffer words = buffer_in(arena);
    if (!value.known)
        return plan_blank();
    if (expr_type(rule) == VALUE_TRUTH)
        return pack_phrase(pack, value.truth ? PHRASE_yes : PHRASE_no);
    rational_print_rounded(&words, value.number);
    return buffer_string(&words);
}

const char *plan_place_words(struct arena *arena, const struct sc_pack *pack, struct place place)
{
    const char *file = place.source->name;
    size_t folder = strlen(pack->name);
    if (strncmp(file, pack->name, folder) == 0 && file[folder] == '/')
        file += folder + 1;
    return arena_print(arena, "%s:%u", file, place.line);
}

enum sc_plan_status sc_plan_get_status(const struct sc_plan *plan)
{
    return plan->status;
}

size_t sc_plan_missing(const struct sc_plan *plan, size_t number)
{
    return number < plan->missing.count ? plan->missing.list[number] : SIZE_MAX;
}

void sc_plan_free(struct sc_plan *plan)
{
    if (plan != NULL)
        arena_free(plan->arena);
}
