/* What pages have in common. */
#include "page/page.h"

#include "support/text.h"

#include <string.h>

static const char *end_of_line(const char *line)
{
    const char *end = strchr(line, '\n');
    return end != NULL ? end : line + strlen(line);
}

/* Most texts hide nothing, and need no copy. */
static bool hides_nothing(const char *text)
{
    for (const char *line = text;; line++) {
        const char *end = end_of_line(line);
        if (!text_is_visible(line, (size_t)(end - line)))
            return false;
        line = end;
        if (*end == '\0')
            return true;
    }
}

const char *page_visible(struct arena *arena, const char *text)
{
    if (hides_nothing(text))
        return text;
    struct buffer out = buffer_in(arena);
    for (const char *line = text;; line++) {
        const char *end = end_of_line(line);
        text_visible(&out, line, (size_t)(end - line));
        line = end;
        if (*end == '\0')
            return buffer_string(&out);
        buffer_char(&out, '\n');
    }
}

const char *page_with_sources(struct arena *arena, const struct document_node *term)
{
    struct buffer out = buffer_in(arena);
    if (term->first == NULL || term->first->kind != DOC_SOURCE)
        return term->text;
    buffer_text(&out, term->text);
    for (const struct document_node *source = term->first; source != NULL; source = source->next) {
        buffer_text(&out, source == term->first ? " (" : "; ");
        buffer_text(&out, source->text);
    }
    buffer_char(&out, ')');
    return buffer_string(&out);
}

/* By the first subtag of the language. */
bool page_reads_from_right(const char *language)
{
    static const char *const languages[] = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"};
    size_t length = strcspn(language, "-_");
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (strlen(languages[i]) == length && strncmp(languages[i], language, length) == 0)
            return true;
    return false;
}

/* "annals.org": letters behind the last point. */
static bool is_host(const char *name, size_t length)
{
    static const char legal[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";
    size_t letters = 0;
    while (letters < length &&
           ((name[length - 1 - letters] | 0x20) >= 'a' && (name[length - 1 - letters] | 0x20) <= 'z'))
        letters++;
    return letters >= 2 && letters + 1 < length && name[length - 1 - letters] == '.' &&
           strspn(name, legal) >= length;
}

const char *page_web_address(struct arena *arena, const char *link)
{
    static const char *const schemes[] = {"https://", "http://"};
    static const char legal[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&()*+,;=%";
    const char *host = link;
    for (size_t i = 0; i < sizeof schemes / sizeof schemes[0] && host == link; i++)
        if (strncmp(link, schemes[i], strlen(schemes[i])) == 0)
            host = link + strlen(schemes[i]);
    if (link[strspn(link, legal)] != '\0' || !is_host(host, strcspn(host, "/?#")))
        return NULL;
    return host != link ? link : arena_print(arena, "https://%s", link);
}
