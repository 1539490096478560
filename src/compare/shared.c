/* Lines of a list: things of which the same is to be said share one. */
#include "compare/words.h"

#include <string.h>

struct shared_lines shared_lines_in(struct arena *arena)
{
    return (struct shared_lines){.arena = arena, .by_words = names_in(arena)};
}

void shared_add(struct shared_lines *lines, const char *title, const char *words)
{
    size_t number = names_put(&lines->by_words, words, lines->count);
    if (number == SIZE_MAX) {
        number = lines->count;
        lines->list =
            arena_grow(lines->arena, lines->list, lines->count, &lines->capacity, sizeof *lines->list);
        lines->list[lines->count++] = (struct shared_line){.words = words};
    }
    struct shared_line *line = &lines->list[number];
    if (title == NULL || (line->count > 0 && strcmp(line->titles[line->count - 1], title) == 0))
        return;
    line->titles = arena_grow(lines->arena, line->titles, line->count, &line->capacity, sizeof *line->titles);
    line->titles[line->count++] = title;
}

/* "Ibuprofen, Naproxen"; where a title has a comma of its own, "Medicines, before week 9; Ibuprofen". */
const char *shared_titles(const struct shared_lines *lines, const struct shared_line *line)
{
    struct buffer all = buffer_in(lines->arena);
    const char *separator = words_separator((struct words){line->titles, line->count});
    for (size_t i = 0; i < line->count; i++)
        buffer_print(&all, "%s%s", i > 0 ? separator : "", line->titles[i]);
    return line->count > 0 ? buffer_string(&all) : NULL;
}

void shared_put(const struct shared_lines *lines, struct laying *laying, struct document_node *parent)
{
    if (lines->count == 0)
        return;
    struct document_node *terms = add(laying, parent, DOC_TERMS, NULL);
    for (size_t i = 0; i < lines->count; i++)
        add_term(laying, terms, shared_titles(lines, &lines->list[i]), lines->list[i].words);
}
