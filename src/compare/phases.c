/* What changes phase by phase: the step of its ladder, its items, and its words. */
#include "compare/words.h"

#include <string.h>

/* By the id of an item: its first text among those that change, and its own place where more than texts does.
 */
struct places {
    struct names first_texts, items;
};

/* One phase of either plan; `laying` is that of the side that has it. */
struct span {
    const struct laying *laying;
    const struct phase *phase;
    const struct places *places;
    struct document_node *section;
};

static bool is_in(const struct span *span, const struct laying *laying, size_t phase)
{
    return strcmp(laying->plan->pack->phases[phase].id, span->phase->id) == 0;
}

static bool item_is_in(const struct sides *sides, const struct span *span, const struct item_change *change)
{
    return change->after != NULL ? is_in(span, &sides->is, change->after->item->phase)
                                 : is_in(span, &sides->was, change->before->item->phase);
}

static bool ladder_is_in(const struct sides *sides, const struct span *span,
                         const struct ladder_change *change)
{
    return change->after != NULL ? is_in(span, &sides->is, change->after->ladder->phase)
                                 : is_in(span, &sides->was, change->before->ladder->phase);
}

static struct document_node *section_of(struct sides *sides, struct document_node *document,
                                        struct span *span)
{
    if (span->section == NULL) {
        span->section = add(&sides->is, document, DOC_SECTION, span->phase->title);
        span->section->label = capital(&sides->is, weeks_words(span->laying, span->phase->weeks));
    }
    return span->section;
}

static bool text_is_in(const struct sides *sides, const struct span *span, const struct text_change *change)
{
    const struct printed_text *one = one_of(change);
    return one->phase != SIZE_MAX &&
           is_in(span, change->after != NULL ? &sides->is : &sides->was, one->phase);
}

/* The texts of one item stand together, in the order of the pack. */
static bool is_text_of(const struct plan_changes *changes, size_t text, const struct item *item)
{
    return text < changes->text_count && one_of(&changes->texts[text])->of == OF_ITEM &&
           strcmp(one_of(&changes->texts[text])->id, item->id) == 0;
}

static const struct item *item_of(const struct item_change *change)
{
    return (change->after != NULL ? change->after : change->before)->item;
}

static struct places places_in(struct sides *sides)
{
    const struct plan_changes *changes = sides->changes;
    struct places places = {names_in(sides->is.arena), names_in(sides->is.arena)};
    for (size_t i = 0; i < changes->text_count; i++)
        if (one_of(&changes->texts[i])->of == OF_ITEM)
            names_put(&places.first_texts, one_of(&changes->texts[i])->id, i);
    for (size_t i = 0; i < changes->item_count; i++)
        names_put(&places.items, item_of(&changes->items[i])->id, i);
    return places;
}

/* What changed about it, and behind that its texts. */
static const char *item_words(struct sides *sides, const struct places *places,
                              const struct item_change *change)
{
    const char *words = item_change_words(sides, change);
    for (size_t i = names_find(&places->first_texts, item_of(change)->id);
         is_text_of(sides->changes, i, item_of(change)); i++)
        words = joined(&sides->is, words, " ", text_change_words(sides, &sides->changes->texts[i]));
    return words;
}

static void add_items(struct sides *sides, struct shared_lines *lines, const struct span *span)
{
    for (size_t i = 0; i < sides->changes->item_count; i++) {
        const struct item_change *change = &sides->changes->items[i];
        if (item_is_in(sides, span, change))
            shared_add(lines, item_of(change)->title, item_words(sides, span->places, change));
    }
}

static void add_other_texts(struct sides *sides, struct shared_lines *lines, const struct span *span)
{
    for (size_t i = 0; i < sides->changes->text_count; i++) {
        const struct text_change *change = &sides->changes->texts[i];
        const struct printed_text *one = one_of(change);
        bool told = one->of == OF_ITEM && names_find(&span->places->items, one->id) != SIZE_MAX;
        if (!told && text_is_in(sides, span, change))
            shared_add(lines, one->title, text_change_words(sides, change));
    }
}

static void add_phase(struct sides *sides, struct document_node *document, struct span span)
{
    for (size_t i = 0; i < sides->changes->ladder_count; i++) {
        const struct ladder_change *change = &sides->changes->ladders[i];
        if (ladder_is_in(sides, &span, change))
            add_term(&sides->is, add(&sides->is, section_of(sides, document, &span), DOC_LABELLED, NULL),
                     phrase(&sides->is, PHRASE_your_step), ladder_change_words(sides, change));
    }
    struct shared_lines lines = shared_lines_in(sides->is.arena);
    add_items(sides, &lines, &span);
    add_other_texts(sides, &lines, &span);
    if (lines.count > 0)
        shared_put(&lines, &sides->is, section_of(sides, document, &span));
}

static bool has_phase(const struct sc_plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->phase_count; i++)
        if (strcmp(plan->phases[i].phase->id, id) == 0)
            return true;
    return false;
}

void add_phases(struct sides *sides, struct document_node *document)
{
    const struct sc_plan *was = sides->was.plan, *is = sides->is.plan;
    const struct places places = places_in(sides);
    for (size_t i = 0; i < is->phase_count; i++)
        add_phase(sides, document, (struct span){&sides->is, is->phases[i].phase, &places, NULL});
    for (size_t i = 0; i < was->phase_count; i++)
        if (!has_phase(is, was->phases[i].phase->id))
            add_phase(sides, document, (struct span){&sides->was, was->phases[i].phase, &places, NULL});
}
