/* Pictures in SVG. Places are shares of the whole, so that a drawing is as wide as its page and its letters
 * stay as large as those around it. Shapes never tell by colour alone: a person's own is filled, the others
 * are outlines. */
#include "page/html.h"

#include <stdio.h>

enum { WHOLE = 10000 }; /* of a drawing's width or height, in shares */

static void begin_drawing(struct html *page, const char *kind, const char *in_words)
{
    buffer_print(page->out, "<svg class=\"%s\" role=\"img\"", kind);
    html_attribute(page, "aria-label", in_words);
    buffer_text(page->out, ">");
}

static void put_share(struct html *page, const char *name, int shares)
{
    buffer_print(page->out, " %s=\"%d.%02d%%\"", name, shares / 100, shares % 100);
}

/* What is a `wide` share of the width and begins at `from`, where reading begins. */
static int left_edge(const struct html *page, int from, int wide)
{
    return page->from_right ? WHOLE - from - wide : from;
}

/* The share at which the part `number` of `count` begins. */
static int part_edge(size_t number, size_t count)
{
    return (int)(number * WHOLE / count);
}

struct bar {
    int from, wide, top, high;
    const char *kind;
};

static void put_bar(struct html *page, struct bar bar)
{
    buffer_print(page->out, "<rect class=\"%s\"", bar.kind);
    put_share(page, "x", left_edge(page, bar.from, bar.wide));
    put_share(page, "y", bar.top);
    put_share(page, "width", bar.wide);
    put_share(page, "height", bar.high);
    buffer_text(page->out, "/>");
}

/* A number in the middle of a bar's width, with its foot at a share of the height. */
static void put_number(struct html *page, struct bar bar, int foot, const char *kind, long long number)
{
    buffer_print(page->out, "<text class=\"%s\"", kind);
    put_share(page, "x", left_edge(page, bar.from, bar.wide) + bar.wide / 2);
    put_share(page, "y", foot);
    buffer_print(page->out, ">%lld</text>", number);
}

/* The part `number` of `count`, with a gap behind it. */
static struct bar bar_of(size_t number, size_t count, int gap)
{
    int from = part_edge(number, count), wide = part_edge(number + 1, count) - from;
    return (struct bar){.from = from, .wide = wide > 2 * gap ? wide - gap : wide};
}

static size_t count_children(const struct document_node *node)
{
    size_t count = 0;
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        count++;
    return count;
}

void html_draw_timeline(struct html *page, const struct document_node *timeline)
{
    size_t count = count_children(timeline), i = 0;
    begin_drawing(page, "weeks", timeline->drawn);
    for (const struct document_node *span = timeline->first; span != NULL; span = span->next, i++) {
        struct bar bar = bar_of(i, count, 150);
        bar.top = 1000;
        bar.high = 8000;
        bar.kind = span->detail != NULL ? "own" : "other";
        put_bar(page, bar);
    }
    buffer_text(page->out, "</svg>");
}

void html_draw_ladder(struct html *page, const struct document_node *ladder)
{
    enum { MOST_NUMBERED = 12, NUMBER_BELOW_EDGE = 1700 };
    size_t count = count_children(ladder), i = 0;
    begin_drawing(page, "stairs", ladder->drawn);
    for (const struct document_node *rung = ladder->first; rung != NULL; rung = rung->next, i++) {
        struct bar bar = bar_of(i, count, 150);
        bar.high = 3000 + part_edge(i + 1, count) * 65 / 100;
        bar.top = WHOLE - bar.high - 100;
        bar.kind = rung->is_own ? "own" : "other";
        put_bar(page, bar);
        if (count <= MOST_NUMBERED)
            put_number(page, bar, bar.top + NUMBER_BELOW_EDGE, rung->is_own ? "on-own" : "number",
                       (long long)i + 1);
    }
    buffer_text(page->out, "</svg>");
}

struct scale {
    double lowest, span; /* of the numbers of a schedule, 0 among them */
};

static struct scale scale_of(const struct document_node *schedule)
{
    int64_t lowest = 0, highest = 0;
    for (size_t i = 0; i < schedule->number_count; i++) {
        lowest = schedule->numbers[i] < lowest ? schedule->numbers[i] : lowest;
        highest = schedule->numbers[i] > highest ? schedule->numbers[i] : highest;
    }
    double span = (double)highest - (double)lowest;
    return (struct scale){(double)lowest, span > 0 ? span : 1};
}

/* Numbers stand on the bars while they have room on the narrowest screen. */
static bool has_room_for_numbers(const struct document_node *schedule)
{
    enum { ROOM = 36 }; /* characters in a line */
    size_t longest = 0;
    for (size_t i = 0; i < schedule->number_count; i++) {
        size_t length = (size_t)snprintf(NULL, 0, "%lld ", (long long)schedule->numbers[i]);
        longest = length > longest ? length : longest;
    }
    return longest * schedule->number_count <= ROOM;
}

void html_draw_schedule(struct html *page, const struct document_node *schedule)
{
    enum { TOP = 1800, FOOT = 8300, ABOVE_BAR = 400, WEEKS = 9800 };
    const struct scale scale = scale_of(schedule);
    bool numbered = has_room_for_numbers(schedule);
    begin_drawing(page, "bars", schedule->drawn);
    for (size_t i = 0; i < schedule->number_count; i++) {
        struct bar bar = bar_of(i, schedule->number_count, 200);
        double share = ((double)schedule->numbers[i] - scale.lowest) / scale.span;
        bar.high = (int)(share * (FOOT - TOP));
        bar.top = FOOT - bar.high;
        bar.kind = "bar";
        put_bar(page, bar);
        if (!numbered)
            continue;
        put_number(page, bar, bar.top - ABOVE_BAR, "number", (long long)schedule->numbers[i]);
        put_number(page, bar, WEEKS, "week", schedule->from + (long long)i);
    }
    buffer_text(page->out, "</svg>");
}
