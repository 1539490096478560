/* Single answers as a page: under each question its answers, and under those what would change. */
#include "compare/single.h"

#include "compare/words.h"

#include <stdlib.h>

/* Answers of which the same lines are to be said. */
struct group {
    struct shared_lines lines;
    struct answer_range *ranges;
    size_t count, capacity;
};

static const char *plan_words(struct sides *sides)
{
    const struct laying *is = &sides->is;
    const struct sc_plan *after = is->plan;
    const char *words =
        was_now(is, plan_status_words(is, sides->was.plan->status), plan_status_words(is, after->status));
    if (after->status != SC_WITHHELD)
        return arena_print(is->arena, "%s.", words);
    return arena_print(is->arena, "%s: %s.", words, level_heading(is, after->alerts[0].alert->level));
}

static const char *alert_words(struct sides *sides, const struct plan_alert *alert)
{
    const char *sign = alert->alert->sign;
    return sign != NULL ? arena_print(sides->is.arena, "%s.", capital(&sides->is, sign))
                        : with_doubts(&sides->is, alert->text, alert->alert->evidence);
}

/* Where the plan comes or goes, its status says it all. */
static void add_alert_lines(struct sides *sides, struct shared_lines *lines)
{
    const struct plan_changes *changes = sides->changes;
    bool both_withheld = changes->before->status == SC_WITHHELD && changes->after->status == SC_WITHHELD;
    if (!both_withheld && !both_printed(changes))
        return;
    for (size_t i = 0; i < changes->alert_count; i++) {
        const struct plan_alert *now = changes->alerts[i].after, *was = changes->alerts[i].before;
        const struct plan_alert *one = now != NULL ? now : was;
        shared_add(lines, level_heading(&sides->is, one->alert->level),
                   now != NULL ? alert_words(sides, now) : alert_gone_words(sides, was));
    }
}

static void add_lines(struct sides *sides, struct shared_lines *lines)
{
    const struct plan_changes *changes = sides->changes;
    const struct laying *is = &sides->is;
    if (changes->status)
        shared_add(lines, phrase(is, PHRASE_one_plan), plan_words(sides));
    add_alert_lines(sides, lines);
    for (size_t i = 0; i < changes->ladder_count; i++) {
        const struct plan_ladder *was = changes->ladders[i].before, *now = changes->ladders[i].after;
        shared_add(lines, phrase(is, PHRASE_one_step),
                   arena_print(is->arena, "%s.",
                               was_now(is, ladder_words(is, was->state, was->ladder, was->step),
                                       ladder_words(is, now->state, now->ladder, now->step))));
    }
    for (size_t i = 0; i < changes->item_count; i++) {
        const struct item_change *change = &changes->items[i];
        if (change->status)
            shared_add(lines, change->after->item->title,
                       arena_print(is->arena, "%s.",
                                   was_now(is, status_in_words(is, change->before->status),
                                           status_in_words(is, change->after->status))));
    }
}

static const char *key_of(struct arena *arena, struct shared_lines *lines)
{
    struct buffer key = buffer_in(arena);
    for (size_t i = 0; i < lines->count; i++)
        buffer_print(&key, "%s\n%s\n", shared_titles(lines, &lines->list[i]), lines->list[i].words);
    return buffer_string(&key);
}

static int by_turn(const void *one, const void *other)
{
    const struct answer_range *left = one, *right = other;
    return (left->turn > right->turn) - (left->turn < right->turn);
}

static const char *number_words(const struct laying *laying, size_t question,
                                const struct answer_range *range)
{
    const struct question *asked = &laying->plan->pack->questions[question];
    const char *last = answer_words(laying, question, range->last);
    if (rational_compare(range->first.number, range->last.number) == 0)
        return last;
    if (rational_compare(range->first.number, asked->low) == 0)
        return phrase_with(laying, PHRASE_one_or_less, last);
    if (rational_compare(range->last.number, asked->high) == 0)
        return phrase_with(laying, PHRASE_one_or_more, answer_words(laying, question, range->first));
    return arena_print(laying->arena, "%s %s %s",
                       plan_answer_words(laying->arena, laying->plan->pack, asked, range->first),
                       phrase(laying, PHRASE_one_to), last);
}

/* The tick that makes the difference; of a question that was open the answer itself. */
static const char *tick_words(const struct laying *laying, size_t question, struct value value)
{
    const struct sc_pack *pack = laying->plan->pack;
    const struct value now = laying->plan->answers[question];
    struct value tick = {.known = true, .options = value.options ^ (now.known ? now.options : 0)};
    const char *words =
        plan_answer_words(laying->arena, pack, &pack->questions[question], now.known ? tick : value);
    if (value.options == 0)
        return plan_answer_words(laying->arena, pack, &pack->questions[question], value);
    if (!now.known || now.options == 0)
        return words;
    return phrase_with(laying, (value.options & tick.options) != 0 ? PHRASE_one_with : PHRASE_one_without,
                       words);
}

static const char *range_words(const struct laying *laying, size_t question, const struct answer_range *range)
{
    const struct question *asked = &laying->plan->pack->questions[question];
    if (asked->type == SC_INTEGER || asked->type == SC_DECIMAL)
        return number_words(laying, question, range);
    if (asked->type == SC_CHOICES)
        return tick_words(laying, question, range->first);
    return capital(laying, plan_answer_words(laying->arena, laying->plan->pack, asked, range->first));
}

static void keep_ranges(struct arena *arena, struct group *group, const struct single_change *change)
{
    for (size_t i = 0; i < change->range_count; i++) {
        group->ranges =
            arena_grow(arena, group->ranges, group->count, &group->capacity, sizeof *group->ranges);
        group->ranges[group->count++] = change->ranges[i];
    }
}

/* A box for each answer; what they change stands under the last one. */
static void add_group(struct laying *laying, struct document_node *boxes, size_t question,
                      struct group *group)
{
    struct document_node *box = NULL;
    if (group->count > 1)
        qsort(group->ranges, group->count, sizeof *group->ranges, by_turn);
    for (size_t i = 0; i < group->count; i++) {
        struct answer_range range = group->ranges[i];
        while (i + 1 < group->count &&
               ranges_meet(&laying->plan->pack->questions[question], &range, &group->ranges[i + 1]))
            range.last = group->ranges[++i].last;
        box = add(laying, boxes, DOC_BOX, range_words(laying, question, &range));
    }
    shared_put(&group->lines, laying, box);
}

static void add_question(struct laying *laying, struct document_node *document,
                         const struct single_question *single)
{
    struct names keys = names_in(laying->arena);
    struct group *groups = arena_array(laying->arena, single->count, sizeof *groups);
    size_t count = 0, number = single->question;
    for (size_t i = 0; i < single->count; i++) {
        struct sides sides = sides_of(laying->arena, single->changes[i].changes);
        struct shared_lines lines = shared_lines_in(laying->arena);
        add_lines(&sides, &lines);
        size_t known = names_put(&keys, key_of(laying->arena, &lines), count);
        if (known == SIZE_MAX)
            groups[known = count++] = (struct group){.lines = lines};
        keep_ranges(laying->arena, &groups[known], &single->changes[i]);
    }
    struct document_node *entry =
        add(laying, document, DOC_ENTRY,
            question_in_words(laying->arena, &laying->plan->pack->questions[number]));
    entry->label =
        phrase_with(laying, PHRASE_compare_now, answer_words(laying, number, laying->plan->answers[number]));
    struct document_node *boxes = add(laying, entry, DOC_BOXES, NULL);
    for (size_t i = 0; i < count; i++)
        add_group(laying, boxes, number, &groups[i]);
}

static bool names_medicine(const struct singles *singles)
{
    for (size_t i = 0; i < singles->count; i++)
        for (size_t k = 0; k < singles->questions[i].count; k++)
            if (changes_medicine(singles->questions[i].changes[k].changes))
                return true;
    return false;
}

const struct document_node *single_document(struct arena *arena, const struct singles *singles)
{
    struct laying laying = {.arena = arena, .plan = singles->plan};
    struct document_node *document = begin_document(&laying);
    add(&laying, document, DOC_TITLE, laying.plan->pack->title)->label = phrase(&laying, PHRASE_one_title);
    add(&laying, document, DOC_PARAGRAPH,
        phrase(&laying, singles->count > 0 ? PHRASE_one_lead : PHRASE_one_none));
    for (size_t i = 0; i < singles->count; i++)
        add_question(&laying, document, &singles->questions[i]);
    if (names_medicine(singles))
        add(&laying, document, DOC_PARAGRAPH, phrase(&laying, PHRASE_compare_medicine));
    add_footer(&laying, document);
    return document;
}
