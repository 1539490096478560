/* Lines of a text page. Colour (ECMA-48) is laid over whole lines, and never says what the words do not. */
#include "page/flow.h"

#include "support/text.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>

enum { NARROWEST = 16 };

static const char *look_on(const struct flow *flow, enum look look)
{
    return !flow->color || look == LOOK_PLAIN ? "" : look == LOOK_STRONG ? "\033[1m" : "\033[2m";
}

static const char *look_off(const struct flow *flow, enum look look)
{
    return !flow->color || look == LOOK_PLAIN ? "" : "\033[0m";
}

void flow_blank(struct flow *flow)
{
    if (!flow->blank)
        buffer_char(flow->out, '\n');
    flow->blank = true;
}

struct words flow_lines(struct flow *flow, const char *text, size_t columns)
{
    return text_lines(flow->arena, page_visible(flow->arena, text),
                      columns < NARROWEST ? NARROWEST : columns);
}

const char *flow_padded(struct flow *flow, const char *text, size_t columns)
{
    size_t wide = text_columns(text);
    struct buffer padded = buffer_in(flow->arena);
    buffer_text(&padded, text);
    buffer_repeat(&padded, " ", wide < columns ? columns - wide : 0);
    return buffer_string(&padded);
}

static size_t columns_behind(const struct flow *flow, const char *mark)
{
    size_t before = flow->indent + text_columns(mark);
    return flow->width > before ? flow->width - before : 0;
}

static void put_lines(struct flow *flow, const char *mark, struct words lines, enum look look)
{
    size_t hanging = text_columns(mark);
    for (size_t i = 0; i < lines.count; i++) {
        if (lines.list[i][0] == '\0' && hanging == 0) {
            buffer_char(flow->out, '\n');
            continue;
        }
        buffer_repeat(flow->out, " ", flow->indent);
        if (i == 0)
            buffer_text(flow->out, mark);
        else
            buffer_repeat(flow->out, " ", hanging);
        buffer_text(flow->out, look_on(flow, look));
        buffer_text(flow->out, lines.list[i]);
        buffer_text(flow->out, look_off(flow, look));
        buffer_char(flow->out, '\n');
    }
    flow->blank = false;
}

void flow_paragraph(struct flow *flow, const char *mark, const char *text, enum look look)
{
    put_lines(flow, mark, flow_lines(flow, text, columns_behind(flow, mark)), look);
}

void flow_cited(struct flow *flow, const char *mark, const char *text, const char *references)
{
    enum { GAP = 2 };
    size_t columns = columns_behind(flow, mark);
    struct words lines = flow_lines(flow, text, columns);
    struct words more = flow_lines(flow, references != NULL ? references : "", columns);
    const char **list = arena_array(flow->arena, lines.count + more.count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < lines.count; i++)
        list[count++] = lines.list[i];
    for (size_t i = 0; references != NULL && i < more.count; i++)
        if (i == 0 && count > 0 &&
            text_columns(list[count - 1]) + GAP + text_columns(more.list[0]) <= columns)
            list[count - 1] =
                arena_print(flow->arena, "%s%*s%s", list[count - 1], (int)GAP, "", more.list[0]);
        else
            list[count++] = more.list[i];
    put_lines(flow, mark, (struct words){list, count}, LOOK_PLAIN);
}

void flow_line(struct flow *flow, const char *left, const char *right, enum look look)
{
    left = page_visible(flow->arena, left);
    right = right != NULL ? page_visible(flow->arena, right) : "";
    size_t columns = flow->indent + text_columns(left) + text_columns(right);
    if (right[0] == '\0' || columns + 2 > flow->width) {
        flow_paragraph(flow, "", left, look);
        if (right[0] != '\0')
            flow_paragraph(flow, "  ", right, LOOK_PLAIN);
        return;
    }
    buffer_repeat(flow->out, " ", flow->indent);
    buffer_text(flow->out, look_on(flow, look));
    buffer_text(flow->out, left);
    buffer_text(flow->out, look_off(flow, look));
    buffer_repeat(flow->out, " ", flow->width - columns);
    buffer_text(flow->out, right);
    buffer_char(flow->out, '\n');
    flow->blank = false;
}

void flow_heading(struct flow *flow, const char *left, const char *right)
{
    flow_line(flow, left, right, LOOK_STRONG);
    flow->blank = true;
}

const char *flow_capitals(struct flow *flow, const char *text)
{
    enum { LONGEST_HEADING = 512 };
    uint8_t room[LONGEST_HEADING]; /* what does not fit is no heading: it stands as it was written */
    size_t length = sizeof room;
    uint8_t *upper = u8_toupper((const uint8_t *)text, strlen(text), NULL, NULL, room, &length);
    if (upper == room)
        return arena_copy(flow->arena, (const char *)upper, length);
    free(upper);
    return text;
}
