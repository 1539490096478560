/* Lines are whole or left out: half a warning is none. */
#include "calendar/making.h"

#include "support/limits.h"
#include "support/text.h"

#include <string.h>

struct description description_of(const struct making *making)
{
    return (struct description){
        .making = making, .out = buffer_in(making->arena), .room = LIMIT_CALENDAR_TEXT};
}

const char *one_line(struct arena *arena, const char *text)
{
    struct buffer out = buffer_in(arena);
    const char *line = text_folded(arena, text);
    text_visible(&out, line, strlen(line));
    return buffer_string(&out);
}

void describe(struct description *description, const char *label, const char *text)
{
    struct buffer *out = &description->out;
    if (text == NULL)
        return;
    size_t length = strlen(text) + (label != NULL ? strlen(label) + 1 : 0) + 1;
    if (out->length + length > description->room) {
        description->more = true;
        return;
    }
    if (label != NULL)
        buffer_print(out, "%s ", label);
    buffer_print(out, "%s\n", one_line(out->arena, text));
}

void describe_if_allowed(struct description *description, const char *label, const char *text)
{
    if (text != NULL && medicines_allow(&description->making->medicines, text))
        describe(description, label, text);
    else
        description->more = description->more || text != NULL;
}

void describe_lines(struct description *description, const char *lines)
{
    buffer_print(&description->out, "%s\n", lines);
}

void describe_gap(struct description *description)
{
    if (description->out.length > 0)
        buffer_char(&description->out, '\n');
}

const char *described(struct description *description)
{
    if (description->more) {
        description->room = SIZE_MAX;
        describe(description, NULL, pack_phrase(description->making->plan->pack, PHRASE_calendar_rest));
    }
    struct buffer *out = &description->out;
    while (out->length > 0 && out->bytes[out->length - 1] == '\n')
        out->length--;
    return buffer_string(out);
}
