/* The one place where foreign text becomes HTML. */
#include "page/html.h"

#include <string.h>

enum where { IN_TEXT, IN_ATTRIBUTE };

static const char *escape_of(char byte, enum where where)
{
    switch (byte) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default: /* a newline */
        return where == IN_TEXT ? "<br>" : " ";
    }
}

static void put_escaped(struct html *page, const char *text, size_t length, enum where where)
{
    size_t done = 0;
    for (size_t i = 0; i < length; i++)
        if (strchr("&<>\"'\n", text[i]) != NULL) {
            buffer_bytes(page->out, text + done, i - done);
            buffer_text(page->out, escape_of(text[i], where));
            done = i + 1;
        }
    buffer_bytes(page->out, text + done, length - done);
}

/* How many bytes of the person's own words, read the other way, stand at the start of `text`. */
static size_t isolated_at(const struct html *page, const char *text)
{
    size_t longest = 0;
    for (size_t i = 0; i < page->isolated.count; i++) {
        size_t length = strlen(page->isolated.list[i]);
        if (length > longest && strncmp(text, page->isolated.list[i], length) == 0)
            longest = length;
    }
    return longest;
}

void html_text(struct html *page, const char *text)
{
    const char *visible = page_visible(page->arena, text), *done = visible;
    for (const char *at = visible; page->isolated.count > 0 && *at != '\0';) {
        size_t length = isolated_at(page, at);
        if (length == 0) {
            at++;
            continue;
        }
        put_escaped(page, done, (size_t)(at - done), IN_TEXT);
        buffer_text(page->out, "<bdi>");
        put_escaped(page, at, length, IN_TEXT);
        buffer_text(page->out, "</bdi>");
        done = at += length;
    }
    put_escaped(page, done, strlen(done), IN_TEXT);
}

void html_attribute(struct html *page, const char *name, const char *text)
{
    const char *visible = page_visible(page->arena, text);
    buffer_print(page->out, " %s=\"", name);
    put_escaped(page, visible, strlen(visible), IN_ATTRIBUTE);
    buffer_char(page->out, '"');
}
