/* All that changed about one item, in a sentence or more. */
#include "compare/words.h"

#include "engine/engine.h"

enum { NUMBERS_SHOWN = 16 };

/* "10 15 20 25 30 minutes, 5 days a week"; of a long row its beginning and its end. */
static const char *schedule_words(const struct laying *laying, const struct plan_schedule *schedule)
{
    if (!schedule->there)
        return phrase(laying, PHRASE_compare_not_there);
    struct buffer out = buffer_in(laying->arena);
    for (size_t i = 0; i < schedule->count; i++) {
        if (i == NUMBERS_SHOWN - 1 && schedule->count > NUMBERS_SHOWN) {
            buffer_text(&out, "... ");
            i = schedule->count - 1;
        }
        buffer_print(&out, "%lld ", (long long)schedule->weekly[i]);
    }
    buffer_text(&out, schedule->unit);
    const char *days = days_words(laying, schedule->days);
    if (days != NULL)
        buffer_print(&out, ", %s", days);
    return buffer_string(&out);
}

static const char *place_words(const struct laying *laying, const struct item *item)
{
    const struct sc_pack *pack = laying->plan->pack;
    const char *phase = pack->phases[item->phase].title, *weeks = weeks_words(laying, item->weeks);
    if (item->ladder == SIZE_MAX)
        return arena_print(laying->arena, "%s, %s", phase, weeks);
    return arena_print(laying->arena, "%s (%s), %s", phase,
                       pack->ladders[item->ladder].steps[item->step].title, weeks);
}

/* "one line" "another" */
static const char *lines_words(struct laying *laying, struct words lines, struct numbers evidence)
{
    const char *all = NULL;
    for (size_t i = 0; i < lines.count; i++)
        all = joined(laying, all, " ", quoted(laying, with_doubts(laying, lines.list[i], evidence)));
    return all;
}

static const char *add_sentence(const struct laying *laying, const char *words, enum phrase label,
                                const char *what)
{
    return what != NULL ? joined(laying, words, " ", phrase_with(laying, label, what)) : words;
}

/* How a line is printed: as it is, with "if that is so for you", or not at all. */
enum printing { NOT_PRINTED, PRINTED, PRINTED_OPEN };
static const enum printing printing_of_caution[] = {
    [TRUTH_FALSE] = NOT_PRINTED, [TRUTH_TRUE] = PRINTED, [TRUTH_UNKNOWN] = PRINTED_OPEN};
static const enum printing printing_of_note[] = {
    [TRUTH_FALSE] = NOT_PRINTED, [TRUTH_TRUE] = PRINTED, [TRUTH_UNKNOWN] = NOT_PRINTED};

/* Cautions or notes that are printed otherwise than before. */
static void put_lines(struct conditions *conditions, const struct sides *sides, const struct rules *rules,
                      const enum printing *printing)
{
    const struct readings was = engine_readings(sides->was.plan), is = engine_readings(sides->is.plan);
    for (size_t i = 0; i < rules->count; i++) {
        const struct expr *when = rules->list[i].when;
        if (printing[expr_is(when, &was)] != printing[expr_is(when, &is)])
            conditions_put(conditions, when);
    }
}

/* Those that chose the variant, and its numbers. */
static void put_schedule(struct conditions *conditions, const struct sides *sides,
                         const struct schedules *schedules)
{
    const struct readings readings = engine_readings(sides->is.plan);
    const size_t taken = engine_schedule(schedules, &readings);
    for (size_t i = 0; i < schedules->count && i <= taken; i++)
        conditions_put(conditions, schedules->list[i].when);
    if (taken == schedules->count)
        return;
    const struct schedule *schedule = &schedules->list[taken];
    const struct expr *const numbers[] = {schedule->start, schedule->add, schedule->until, schedule->days};
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        conditions_put(conditions, numbers[i]);
}

/* Which answers changed what is printed with it; between two packs it is the pack. */
static const char *why_lines(struct sides *sides, const struct item_change *change)
{
    const struct item *item = change->after->item;
    struct conditions conditions = conditions_in(sides->is.arena);
    if (sides->changes->packs_differ)
        return NULL;
    if (change->schedule)
        put_schedule(&conditions, sides, &item->schedule);
    put_lines(&conditions, sides, &item->caution, printing_of_caution);
    put_lines(&conditions, sides, &item->notes, printing_of_note);
    return decided_by(&sides->is, sides->changes, &conditions, CHANGED_ANSWERS);
}

static const char *both_offered_words(struct sides *sides, const struct item_change *change)
{
    struct laying *was = &sides->was, *is = &sides->is;
    const struct plan_item *before = change->before, *after = change->after;
    const char *words = NULL;
    if (change->schedule)
        words = arena_print(is->arena, "%s.",
                            phrase_with(is, PHRASE_compare_weeks,
                                        was_now(is, schedule_words(was, &before->schedule),
                                                schedule_words(is, &after->schedule))));
    const struct words_change *lines[] = {&change->cautions, &change->notes};
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
        words = add_sentence(is, words, PHRASE_compare_new, lines_words(is, lines[i]->come, after->evidence));
        words =
            add_sentence(is, words, PHRASE_compare_gone, lines_words(was, lines[i]->gone, before->evidence));
    }
    const char *why = words != NULL ? why_lines(sides, change) : NULL;
    return why != NULL ? joined(is, words, " ", why) : words;
}

const char *item_change_words(struct sides *sides, const struct item_change *change)
{
    struct laying *was = &sides->was, *is = &sides->is;
    if (change->before == NULL)
        return new_item_words(sides, change);
    if (change->after == NULL)
        return arena_print(
            is->arena, "%s.",
            phrase_with(is, PHRASE_compare_gone_here, status_in_words(was, change->before->status)));
    const char *words =
        change->status ? item_status_change_words(sides, change) : item_reasons_change_words(sides, change);
    const char *lines = both_offered_words(sides, change);
    words = lines != NULL ? joined(is, words, " ", lines) : words;
    if (change->moved)
        words = joined(is, words, " ",
                       arena_print(is->arena, "%s.",
                                   phrase_with(is, PHRASE_compare_moved,
                                               was_now(is, place_words(was, change->before->item),
                                                       place_words(is, change->after->item)))));
    return words;
}
