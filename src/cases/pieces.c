/* `prints` and `prints_not`: pieces of the page, any run of white space read as one space. */
#include "cases/cases.h"

#include "formats/formats.h"
#include "support/text.h"

#include <string.h>

/* Bytes of the page on each side of a piece that should not stand there. */
enum { AROUND = 24 };

static const char *page_of(struct comparing *comparing)
{
    if (comparing->page == NULL) {
        struct buffer page = buffer_in(comparing->arena);
        format_write(comparing->plan, SC_TEXT_PAGE, (struct sc_page_options){.width = 80}, &page);
        comparing->page = text_folded(comparing->arena, buffer_string(&page));
    }
    return comparing->page;
}

/* The page from `start` to `end`, made longer until no word of it is cut. */
static const char *whole_words(struct comparing *comparing, size_t start, size_t end)
{
    const char *page = comparing->page;
    while (start > 0 && page[start - 1] != ' ')
        start--;
    while (page[end] != '\0' && page[end] != ' ')
        end++;
    return arena_copy(comparing->arena, page + start, end - start);
}

enum end { AT_THE_START, AT_THE_END };

/* Where the page has the first `count` bytes of the piece, or the last ones; NULL: nowhere. */
static const char *find_part(struct comparing *comparing, const char *piece, size_t count, enum end end)
{
    size_t length = strlen(piece);
    return strstr(comparing->page,
                  arena_copy(comparing->arena, end == AT_THE_START ? piece : piece + length - count, count));
}

/* So much of one end of the piece stands on the page. What has a longer part has each shorter one, too. */
static size_t longest_part(struct comparing *comparing, const char *piece, enum end end)
{
    size_t there = 0, not_there = strlen(piece);
    while (there + 1 < not_there) {
        size_t middle = there + (not_there - there) / 2;
        if (find_part(comparing, piece, middle, end) != NULL)
            there = middle;
        else
            not_there = middle;
    }
    return there;
}

/* What the page has in place of the piece: as many words where a third of it, or more, stands at one end. */
static const char *nearest(struct comparing *comparing, const char *piece)
{
    size_t length = strlen(piece), start = longest_part(comparing, piece, AT_THE_START),
           end = longest_part(comparing, piece, AT_THE_END);
    bool from_start = start >= end;
    size_t part = from_start ? start : end;
    if (part == 0 || part < length / 3)
        return NULL;
    size_t from =
        (size_t)(find_part(comparing, piece, part, from_start ? AT_THE_START : AT_THE_END) - comparing->page);
    size_t rest = length - part, page_length = strlen(comparing->page);
    if (from_start)
        return whole_words(comparing, from, from + length < page_length ? from + length : page_length);
    return whole_words(comparing, from > rest ? from - rest : 0, from + part);
}

static const char *around(struct comparing *comparing, const char *found, size_t length)
{
    size_t at = (size_t)(found - comparing->page), end = at + length + AROUND,
           page_length = strlen(comparing->page);
    return whole_words(comparing, at > AROUND ? at - AROUND : 0, end < page_length ? end : page_length);
}

enum wanted { WANTED, NOT_WANTED };

static void compare_pieces(struct comparing *comparing, const char *key, node_id node, enum wanted wanted)
{
    if (!expected_kind(comparing, node, NODE_SEQUENCE))
        return;
    const char *page = page_of(comparing);
    for (node_id id = tree_node(comparing->tree, node)->first; id != 0;
         id = tree_node(comparing->tree, id)->next) {
        const char *piece = text_folded(comparing->arena, expected_word(comparing, id));
        const char *found = strstr(page, piece);
        if ((found != NULL) == (wanted == WANTED))
            continue;
        struct row row = found == NULL
                             ? (struct row){ROW_MISSING, piece, nearest(comparing, piece)}
                             : (struct row){ROW_TOO_MUCH, NULL, around(comparing, found, strlen(piece))};
        add_row(comparing, add_difference(comparing, key, tree_place(comparing->tree, id)), row);
    }
}

void compare_prints(struct comparing *comparing, const char *key, node_id node)
{
    compare_pieces(comparing, key, node, WANTED);
}

void compare_prints_not(struct comparing *comparing, const char *key, node_id node)
{
    compare_pieces(comparing, key, node, NOT_WANTED);
}
