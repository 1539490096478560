/* The plan as one file of HTML: no script, nothing from the network, for a screen, a printer, a screen
 * reader. */
#include "page/html.h"

#include "support/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

typedef void writer(struct html *page, const struct document_node *node);

static void write_node(struct html *page, const struct document_node *node);

static void put(struct html *page, const char *markup)
{
    buffer_text(page->out, markup);
}

/* <tag>text</tag> */
static void put_element(struct html *page, const char *tag, const char *kind, const char *text)
{
    if (kind == NULL)
        buffer_print(page->out, "<%s>", tag);
    else
        buffer_print(page->out, "<%s class=\"%s\">", tag, kind);
    html_text(page, text);
    buffer_print(page->out, "</%s>", tag);
}

static void write_children(struct html *page, const struct document_node *node)
{
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        write_node(page, child);
}

/* ---- The page ---- */

static struct words isolated_words(struct html *page, struct words own)
{
    const char **list = arena_array(page->arena, own.count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < own.count; i++)
        if (text_has_direction(own.list[i], page->from_right ? TEXT_FROM_LEFT : TEXT_FROM_RIGHT))
            list[count++] = page_visible(page->arena, own.list[i]);
    return (struct words){list, count};
}

static void put_head(struct html *page, const struct document_node *document)
{
    const struct document_node *title = document->first;
    put(page, "<!DOCTYPE html>\n<html");
    html_attribute(page, "lang", document->text);
    put(page, page->from_right ? " dir=\"rtl\"" : "");
    if (document->one_page)
        html_attribute(page, "style", arena_print(page->arena, "--sheet: %s", html_sheet_size(document)));
    put(page, ">\n");
    put(page, "<head>\n<meta charset=\"utf-8\">\n<title>");
    html_text(page, arena_print(page->arena, "%s - %s", title->text, title->label));
    put(page,
        "</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n"
        /* A browser would keep a script or a request out even if one had come in. */
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<style>\n");
    put(page, html_style);
    put(page, "</style>\n</head>\n<body");
    put(page, document->one_page ? " class=\"sheet\">\n" : ">\n");
}

/* What the table of contents lists. */
static bool is_part(const struct document_node *node)
{
    return (node->kind == DOC_SECTION || node->kind == DOC_CALLOUT) && node->text != NULL;
}

/* A page without sections is short, and needs no list of them. */
static void put_contents(struct html *page, const struct document_node *document)
{
    size_t parts = 0, sections = 0;
    for (const struct document_node *child = document->first; child != NULL; child = child->next)
        sections += child->kind == DOC_SECTION && is_part(child);
    if (sections < 2)
        return;
    put(page, "<nav aria-labelledby=\"contents\">\n");
    put(page, "<h2 id=\"contents\">");
    html_text(page, document->label);
    put(page, "</h2>\n<ul>\n");
    for (const struct document_node *child = document->first; child != NULL; child = child->next) {
        if (!is_part(child))
            continue;
        buffer_print(page->out, "<li><a href=\"#part-%zu\">", ++parts);
        if (child->label != NULL)
            html_text(page, arena_print(page->arena, "%s: %s", child->label, child->text));
        else
            html_text(page, child->text);
        put(page, "</a></li>\n");
    }
    put(page, "</ul>\n</nav>\n");
}

static void write_document(struct html *page, const struct document_node *node)
{
    const struct document_node *child = node->first;
    page->from_right = page_reads_from_right(node->text);
    page->isolated = isolated_words(page, node->own);
    put_head(page, node);
    for (; child != NULL && child->kind == DOC_TITLE; child = child->next)
        write_node(page, child);
    put_contents(page, node);
    put(page, "<main>\n");
    for (; child != NULL && child->kind != DOC_FOOTER; child = child->next)
        write_node(page, child);
    put(page, "</main>\n");
    for (; child != NULL; child = child->next)
        write_node(page, child);
    put(page, "</body>\n</html>\n");
}

static void write_title(struct html *page, const struct document_node *node)
{
    put(page, "<header>\n");
    put_element(page, "h1", NULL, node->text);
    put(page, "\n");
    put_element(page, "p", NULL, node->label);
    put(page, "\n");
    if (node->detail != NULL) {
        put_element(page, "p", NULL, node->detail);
        put(page, "\n");
    }
    put(page, "</header>\n");
}

static void write_footer(struct html *page, const struct document_node *node)
{
    put(page, "<footer>\n");
    write_children(page, node);
    put(page, "</footer>\n");
}

/* ---- Headings, and what stands under them ---- */

enum { OF_PARTS = 2, DEEPEST = 6 };

static const char *new_name(struct html *page)
{
    return arena_print(page->arena, "item-%zu", ++page->named);
}

/* A part's is the one that the table of contents gives it. */
static const char *heading_id(struct html *page)
{
    return page->level == OF_PARTS ? arena_print(page->arena, "part-%zu", ++page->parts) : new_name(page);
}

static void put_heading(struct html *page, const char *label, const char *text)
{
    int level = page->level < DEEPEST ? page->level : DEEPEST;
    page->heading = heading_id(page);
    buffer_print(page->out, "<h%d id=\"%s\">", level, page->heading);
    if (label != NULL) {
        put_element(page, "span", "label", label);
        put(page, " ");
    }
    html_text(page, text);
    buffer_print(page->out, "</h%d>\n", level);
}

static void write_under_heading(struct html *page, const struct document_node *node)
{
    page->level++;
    write_children(page, node);
    page->level--;
}

static void write_callout(struct html *page, const struct document_node *node)
{
    buffer_print(page->out, "<section class=\"callout %s\">\n", level_names[node->level]);
    if (node->text != NULL)
        put_heading(page, NULL, node->text);
    write_under_heading(page, node);
    put(page, "</section>\n");
}

static void write_section(struct html *page, const struct document_node *node)
{
    put(page, node->own_page ? "<section class=\"phase\">\n" : "<section>\n");
    put_heading(page, node->label, node->text);
    if (node->detail != NULL) {
        put_element(page, "p", "dates", node->detail);
        put(page, "\n");
    }
    write_under_heading(page, node);
    put(page, "</section>\n");
}

static void write_group(struct html *page, const struct document_node *node)
{
    put(page, "<section class=\"group\">\n");
    put_heading(page, NULL, node->text);
    write_under_heading(page, node);
    put(page, "</section>\n");
}

/* The line that first cites a source has an id: the source links back to it. */
static bool cites_first(struct html *page, size_t number)
{
    while (page->cited_count <= number) {
        page->cited = arena_grow(page->arena, page->cited, page->cited_count, &page->cited_capacity,
                                 sizeof *page->cited);
        page->cited[page->cited_count++] = false;
    }
    bool first = !page->cited[number];
    page->cited[number] = true;
    return first;
}

/* "[4,7, doubts]": the numbers are links, the rest stays as it is. */
static void put_references(struct html *page, const struct document_node *node)
{
    if (node->detail == NULL)
        return;
    const char *rest = node->detail;
    put(page, " <span class=\"references\">");
    for (size_t i = 0; i < node->cited.count; i++) {
        size_t number = node->cited.list[i];
        const char *digits = arena_print(page->arena, "%zu", number), *at = strstr(rest, digits);
        if (at == NULL)
            break;
        html_text(page, arena_copy(page->arena, rest, (size_t)(at - rest)));
        put(page, "<a");
        if (cites_first(page, number))
            buffer_print(page->out, " id=\"cited-%zu\"", number);
        buffer_print(page->out, " href=\"#source-%zu\">%s</a>", number, digits);
        rest = at + strlen(digits);
    }
    html_text(page, rest);
    put(page, "</span>");
}

static void write_entry(struct html *page, const struct document_node *node)
{
    put(page, "<article>\n");
    put_heading(page, NULL, node->text);
    if (node->label != NULL || node->detail != NULL) {
        put(page, "<p class=\"when\">");
        if (node->label != NULL)
            html_text(page, node->label);
        put_references(page, node);
        put(page, "</p>\n");
    }
    write_under_heading(page, node);
    put(page, "</article>\n");
}

/* ---- Words ---- */

static void write_paragraph(struct html *page, const struct document_node *node)
{
    put_element(page, "p", NULL, node->text);
    put(page, "\n");
}

static void write_labelled(struct html *page, const struct document_node *node)
{
    if (node->first == NULL)
        return;
    put(page, "<div class=\"lines\">\n");
    for (const struct document_node *term = node->first; term != NULL; term = term->next) {
        put(page, "<p>");
        if (term->label != NULL) {
            put_element(page, "strong", NULL, term->label);
            put(page, " ");
        }
        html_text(page, term->text);
        put_references(page, term);
        put(page, "</p>\n");
    }
    put(page, "</div>\n");
}

static void write_signs(struct html *page, const struct document_node *node)
{
    put_element(page, "p", "if", node->label);
    put(page, "\n<ul class=\"signs\">\n");
    for (const struct document_node *sign = node->first; sign != NULL; sign = sign->next) {
        put_element(page, "li", NULL, sign->text);
        put(page, "\n");
    }
    put(page, "</ul>\n");
    if (node->detail != NULL) {
        put_element(page, "p", "call", node->detail);
        put(page, "\n");
    }
}

static void write_steps(struct html *page, const struct document_node *node)
{
    write_paragraph(page, node);
    put(page, "<ol class=\"steps\">\n");
    for (const struct document_node *step = node->first; step != NULL; step = step->next) {
        put_element(page, "li", NULL, step->text);
        put(page, "\n");
    }
    put(page, "</ol>\n");
}

static void write_boxes(struct html *page, const struct document_node *node)
{
    if (node->first == NULL)
        return;
    put(page, "<ul class=\"boxes\">\n");
    write_children(page, node);
    put(page, "</ul>\n");
}

static void write_box(struct html *page, const struct document_node *node)
{
    const char *id = new_name(page);
    buffer_print(page->out, "<li%s><p id=\"%s\">", node->is_question ? " class=\"question\"" : "", id);
    html_text(page, node->text);
    put_references(page, node);
    put(page, "</p>\n");
    page->heading = id;
    write_children(page, node);
    put(page, "</li>\n");
}

static void write_terms(struct html *page, const struct document_node *node)
{
    if (node->first == NULL)
        return;
    put(page, "<dl>\n");
    for (const struct document_node *term = node->first; term != NULL; term = term->next) {
        put(page, "<div>");
        put_element(page, "dt", NULL, term->label);
        put(page, "<dd>");
        html_text(page, term->text);
        put_references(page, term);
        write_children(page, term);
        put(page, "</dd></div>\n");
    }
    put(page, "</dl>\n");
}

static void write_rule(struct html *page, const struct document_node *node)
{
    put_element(page, "p", "rule", node->text);
    put(page, "\n");
}

static void write_sources(struct html *page, const struct document_node *node)
{
    size_t number = 1;
    put(page, "<ul class=\"sources\">\n");
    for (const struct document_node *term = node->first; term != NULL; term = term->next, number++) {
        buffer_print(page->out, "<li id=\"source-%zu\">", number);
        if (cites_first(page, number))
            put_element(page, "span", NULL, term->label);
        else {
            buffer_print(page->out, "<a href=\"#cited-%zu\">", number);
            html_text(page, term->label);
            put(page, "</a>");
        }
        put(page, " ");
        put_element(page, "span", NULL, page_with_sources(page->arena, term));
        put(page, "</li>\n");
    }
    put(page, "</ul>\n");
}

/* ---- Drawings, each beside the words or the table that says the same ---- */

static void write_timeline(struct html *page, const struct document_node *node)
{
    if (node->first == NULL)
        return;
    put(page, "<figure class=\"timeline\">\n");
    html_draw_timeline(page, node);
    put(page, "\n<ol>\n");
    for (const struct document_node *span = node->first; span != NULL; span = span->next) {
        put(page, "<li>");
        put_element(page, "span", "label", span->label);
        put(page, " ");
        put_element(page, "strong", NULL, span->text);
        if (span->detail != NULL) {
            put(page, " ");
            put_element(page, "span", "here", span->detail);
        }
        put(page, "</li>\n");
    }
    put(page, "</ol>\n</figure>\n");
}

static void write_ladder(struct html *page, const struct document_node *node)
{
    if (node->first == NULL)
        return;
    put(page, "<figure class=\"ladder\">\n");
    html_draw_ladder(page, node);
    put(page, "\n<ol>\n");
    for (const struct document_node *rung = node->first; rung != NULL; rung = rung->next) {
        put(page, "<li>");
        put_element(page, rung->is_own ? "strong" : "span", NULL, rung->text);
        put(page, " ");
        put_element(page, "span", rung->is_own ? "here" : "label", rung->label);
        put(page, "</li>\n");
    }
    put(page, "</ol>\n</figure>\n");
}

/* Weeks below each other, so that the narrowest screen and a large print hold them; side by side where there
 * are many. */
static void put_weeks(struct html *page, const struct document_node *node, size_t from, size_t to)
{
    buffer_print(page->out, "<table aria-labelledby=\"%s\">\n<thead><tr><th scope=\"col\">", page->heading);
    html_text(page, node->label);
    put(page, "</th><th scope=\"col\">");
    html_text(page, node->text);
    put(page, "</th></tr></thead>\n<tbody>\n");
    for (size_t i = from; i < to; i++) {
        buffer_print(page->out, "<tr><th scope=\"row\">%d", node->from + (int)i);
        if (i + 1 == node->number_count && node->goes_on) {
            put(page, " ");
            html_text(page, node->detail);
        }
        buffer_print(page->out, "</th><td>%lld</td></tr>\n", (long long)node->numbers[i]);
    }
    put(page, "</tbody>\n</table>\n");
}

static void write_schedule(struct html *page, const struct document_node *node)
{
    enum { WEEKS_A_TABLE = 8 };
    if (node->number_count == 1) {
        put_element(page, "p", "amount",
                    arena_print(page->arena, "%lld %s", (long long)node->numbers[0], node->text));
        put(page, "\n");
        return;
    }
    put(page, "<figure class=\"schedule\">\n");
    for (size_t from = 0; from < node->number_count; from += WEEKS_A_TABLE) {
        size_t left = node->number_count - from;
        put_weeks(page, node, from, from + (left < WEEKS_A_TABLE ? left : WEEKS_A_TABLE));
    }
    html_draw_schedule(page, node);
    put(page, "\n</figure>\n");
}

/* ---- The journal: a grid to fill in by hand ---- */

static void write_journal(struct html *page, const struct document_node *node)
{
    static const char *const cells[] = {
        [TRACK_NOT] = "<td></td>",
        [TRACK_TICK] = "<td><span class=\"tick\"></span></td>",
        [TRACK_TEN] = "<td class=\"ten\">/10</td>",
        [TRACK_TEXT] = "<td class=\"line\"></td>",
    };
    buffer_print(page->out, "<table class=\"journal\" aria-labelledby=\"%s\">\n<thead><tr><td></td>",
                 page->heading);
    for (size_t day = 0; day < 7; day++) {
        put(page, "<th scope=\"col\">");
        html_text(page, node->columns[day]);
        put(page, "</th>");
    }
    put(page, "</tr></thead>\n<tbody>\n");
    for (const struct document_node *row = node->first; row != NULL; row = row->next) {
        put(page, "<tr><th scope=\"row\">");
        html_text(page, row->text);
        put(page, "</th>");
        for (size_t day = 0; day < 7; day++)
            put(page, cells[row->track]);
        put(page, "</tr>\n");
    }
    put(page, "</tbody>\n</table>\n");
}

/* What is for paper alone, or what its parent writes. */
static void leave_out(struct html *page, const struct document_node *node)
{
    (void)page;
    (void)node;
}

static writer *const writers[] = {
    [DOC_DOCUMENT] = write_document, [DOC_TITLE] = write_title,         [DOC_TIMELINE] = write_timeline,
    [DOC_SPAN] = write_paragraph,    [DOC_CALLOUT] = write_callout,     [DOC_SECTION] = write_section,
    [DOC_GROUP] = write_group,       [DOC_LADDER] = write_ladder,       [DOC_RUNG] = write_paragraph,
    [DOC_ENTRY] = write_entry,       [DOC_PARAGRAPH] = write_paragraph, [DOC_LABELLED] = write_labelled,
    [DOC_SIGNS] = write_signs,       [DOC_STEPS] = write_steps,         [DOC_BOXES] = write_boxes,
    [DOC_BOX] = write_box,           [DOC_TERMS] = write_terms,         [DOC_TERM] = write_paragraph,
    [DOC_SCHEDULE] = write_schedule, [DOC_JOURNAL] = write_journal,     [DOC_ROW] = write_paragraph,
    [DOC_RULE] = write_rule,         [DOC_LINES] = leave_out,           [DOC_DAYS] = leave_out,
    [DOC_WEEK] = leave_out,          [DOC_SOURCE] = leave_out,          [DOC_SOURCES] = write_sources,
    [DOC_FOOTER] = write_footer,
};
static_assert(sizeof writers / sizeof writers[0] == DOC_COUNT, "a writer for each kind of node");

static void write_node(struct html *page, const struct document_node *node)
{
    writers[node->kind](page, node);
}

void page_write_html(const struct document_node *document, struct sc_page_options options, struct buffer *out)
{
    (void)options; /* how wide it is shown is the reader's */
    struct html page = {.out = out, .arena = out->arena, .level = OF_PARTS};
    write_node(&page, document);
}
