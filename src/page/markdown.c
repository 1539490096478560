/* The plan as CommonMark, with the tables and boxes of GitHub's dialect. */
#include "page/page.h"

#include "support/text.h"

#include <assert.h>
#include <string.h>

struct markdown {
    struct buffer *out;
    struct arena *arena;
    const char *prefix; /* of every line: "> ", or the indent of a list */
    const char *entry;  /* the mark of an entry's heading: one deeper in a group */
};

typedef void writer(struct markdown *page, const struct document_node *node);

static void write_node(struct markdown *page, const struct document_node *node);

static void write_children(struct markdown *page, const struct document_node *node)
{
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        write_node(page, child);
}

enum end_of_line { AS_BREAK, AS_BLANK };

/* Whatever Markdown would read as a mark is written as a character. */
static const char *escaped(struct arena *arena, const char *text, enum end_of_line ends)
{
    struct buffer out = buffer_in(arena);
    bool line_start = true, number = false; /* so far nothing; so far digits alone */
    const char *visible = page_visible(arena, text);
    for (const char *at = visible; *at != '\0'; at++) {
        bool digits = (line_start || number) && *at >= '0' && *at <= '9';
        bool numbering = number && (*at == '.' || *at == ')');
        bool mark = strchr("\\`*_[]|~$>", *at) != NULL || (line_start && strchr("#+-=:", *at) != NULL);
        if (*at == '\n') {
            buffer_text(&out, ends == AS_BREAK ? "\\\n" : " ");
            line_start = ends == AS_BREAK;
            number = false;
            continue;
        }
        if (*at == '<' || *at == '&')
            buffer_text(&out, *at == '<' ? "&lt;" : "&amp;");
        else if (mark || numbering)
            buffer_print(&out, "\\%c", *at);
        else if (*at != ' ' || !line_start)
            buffer_char(&out, *at);
        line_start = line_start && *at == ' ';
        number = digits;
    }
    return buffer_string(&out);
}

/* Lines, each with the prefix. */
static void put(struct markdown *page, const char *lines)
{
    for (const char *line = lines;;) {
        const char *end = strchr(line, '\n');
        size_t length = end != NULL ? (size_t)(end - line) : strlen(line);
        size_t prefix = strlen(page->prefix);
        while (length == 0 && prefix > 0 && page->prefix[prefix - 1] == ' ')
            prefix--;
        buffer_bytes(page->out, page->prefix, prefix);
        buffer_bytes(page->out, line, length);
        buffer_char(page->out, '\n');
        if (end == NULL)
            return;
        line = end + 1;
    }
}

static const char *with_prefix(const struct markdown *page, const char *more)
{
    return arena_print(page->arena, "%s%s", page->prefix, more);
}

static void put_block(struct markdown *page, const char *lines)
{
    put(page, lines);
    put(page, "");
}

static const char *words(struct markdown *page, const char *text)
{
    return escaped(page->arena, text, AS_BREAK);
}

static const char *inline_words(struct markdown *page, const char *text)
{
    return escaped(page->arena, text, AS_BLANK);
}

static const char *with_detail(struct markdown *page, const struct document_node *node)
{
    const char *text = words(page, page_with_sources(page->arena, node));
    return node->detail == NULL ? text
                                : arena_print(page->arena, "%s %s", text, inline_words(page, node->detail));
}

static void write_document(struct markdown *page, const struct document_node *node)
{
    write_children(page, node);
}

static void write_title(struct markdown *page, const struct document_node *node)
{
    put_block(page, arena_print(page->arena, "# %s", inline_words(page, node->text)));
    put_block(page, node->detail == NULL ? inline_words(page, node->label)
                                         : arena_print(page->arena, "%s, %s", inline_words(page, node->label),
                                                       inline_words(page, node->detail)));
}

static void write_timeline(struct markdown *page, const struct document_node *node)
{
    struct buffer head = buffer_in(page->arena), rule = buffer_in(page->arena), row = buffer_in(page->arena);
    for (const struct document_node *span = node->first; span != NULL; span = span->next) {
        buffer_print(&head, "| %s ", inline_words(page, span->label));
        buffer_text(&rule, "|---");
        buffer_print(&row, "| **%s** ", inline_words(page, span->text));
        if (span->detail != NULL)
            buffer_print(&row, "(%s) ", inline_words(page, span->detail));
    }
    put_block(page, arena_print(page->arena, "%s|\n%s|\n%s|", buffer_string(&head), buffer_string(&rule),
                                buffer_string(&row)));
}

static void write_callout(struct markdown *page, const struct document_node *node)
{
    const char *before = page->prefix;
    page->prefix = with_prefix(page, "> ");
    if (node->text != NULL)
        put_block(page, arena_print(page->arena, "**%s**", inline_words(page, node->text)));
    write_children(page, node);
    page->prefix = before;
    put(page, "");
}

static void write_section(struct markdown *page, const struct document_node *node)
{
    const char *title = inline_words(page, node->text);
    put_block(page, node->label == NULL
                        ? arena_print(page->arena, "## %s", title)
                        : arena_print(page->arena, "## %s: %s", inline_words(page, node->label), title));
    if (node->detail != NULL)
        put_block(page, arena_print(page->arena, "*%s*", inline_words(page, node->detail)));
    write_children(page, node);
}

static void write_group(struct markdown *page, const struct document_node *node)
{
    put_block(page, arena_print(page->arena, "### %s", inline_words(page, node->text)));
    page->entry = "####";
    write_children(page, node);
    page->entry = "###";
}

static void write_entry(struct markdown *page, const struct document_node *node)
{
    put_block(page, arena_print(page->arena, "%s %s", page->entry, inline_words(page, node->text)));
    const char *label = node->label != NULL ? inline_words(page, node->label) : "";
    const char *detail = node->detail != NULL ? inline_words(page, node->detail) : "";
    if (label[0] != '\0' || detail[0] != '\0')
        put_block(page, arena_print(page->arena, "*%s%s%s*", label,
                                    label[0] != '\0' && detail[0] != '\0' ? " " : "", detail));
    write_children(page, node);
}

static void write_paragraph(struct markdown *page, const struct document_node *node)
{
    put_block(page, words(page, node->text));
}

static void write_labelled(struct markdown *page, const struct document_node *node)
{
    struct buffer lines = buffer_in(page->arena);
    for (const struct document_node *term = node->first; term != NULL; term = term->next) {
        buffer_text(&lines, lines.length > 0 ? "\\\n" : "");
        if (term->label != NULL)
            buffer_print(&lines, "**%s** ", inline_words(page, term->label));
        buffer_text(&lines, with_detail(page, term));
    }
    if (lines.length > 0)
        put_block(page, buffer_string(&lines));
}

/* One element of a list: `mark` before its first line, the rest indented as far. */
static void put_element(struct markdown *page, const char *mark, const char *text)
{
    const char *before = page->prefix;
    const char *end = strchr(text, '\n');
    put(page,
        arena_print(page->arena, "%s%.*s", mark, end != NULL ? (int)(end - text) : (int)strlen(text), text));
    if (end == NULL)
        return;
    page->prefix = with_prefix(page, arena_print(page->arena, "%*s", (int)strlen(mark), ""));
    put(page, end + 1);
    page->prefix = before;
}

static void write_signs(struct markdown *page, const struct document_node *node)
{
    put_block(page, arena_print(page->arena, "**%s**", inline_words(page, node->label)));
    for (const struct document_node *sign = node->first; sign != NULL; sign = sign->next)
        put_element(page, "- ", words(page, sign->text));
    put(page, "");
    if (node->detail != NULL)
        put_block(page, words(page, node->detail));
}

static void write_steps(struct markdown *page, const struct document_node *node)
{
    int number = 1;
    put_block(page, words(page, node->text));
    for (const struct document_node *step = node->first; step != NULL; step = step->next, number++)
        put_element(page, arena_print(page->arena, "%d. ", number), words(page, step->text));
    put(page, "");
}

/* What stands under an element of a list. */
static void put_under(struct markdown *page, const struct document_node *element)
{
    if (element->first == NULL || element->first->kind == DOC_SOURCE)
        return;
    const char *before = page->prefix;
    page->prefix = with_prefix(page, "  ");
    put(page, "");
    write_children(page, element);
    page->prefix = before;
}

static void write_boxes(struct markdown *page, const struct document_node *node)
{
    for (const struct document_node *box = node->first; box != NULL; box = box->next) {
        put_element(page, box->is_question ? "- " : "- [ ] ", with_detail(page, box));
        put_under(page, box);
    }
    if (node->first != NULL)
        put(page, "");
}

static void write_terms(struct markdown *page, const struct document_node *node)
{
    if (node->first == NULL)
        return;
    for (const struct document_node *term = node->first; term != NULL; term = term->next) {
        put_element(page, "- ",
                    term->label == NULL
                        ? with_detail(page, term)
                        : arena_print(page->arena, "**%s** %s", inline_words(page, term->label),
                                      with_detail(page, term)));
        put_under(page, term);
    }
    put(page, "");
}

static void write_rule(struct markdown *page, const struct document_node *node)
{
    put_block(page, arena_print(page->arena, "*%s*", inline_words(page, node->text)));
}

static void write_schedule(struct markdown *page, const struct document_node *node)
{
    struct buffer head = buffer_in(page->arena), rule = buffer_in(page->arena), row = buffer_in(page->arena);
    if (node->number_count == 1) {
        put_block(page, arena_print(page->arena, "%lld %s", (long long)node->numbers[0],
                                    inline_words(page, node->text)));
        return;
    }
    buffer_print(&head, "| %s ", inline_words(page, node->label));
    buffer_text(&rule, "|---");
    buffer_print(&row, "| %s ", inline_words(page, node->text));
    for (size_t i = 0; i < node->number_count; i++) {
        bool last = i + 1 == node->number_count && node->goes_on;
        buffer_print(&head, "| %d%s%s ", node->from + (int)i, last ? " " : "",
                     last ? inline_words(page, node->detail) : "");
        buffer_text(&rule, "|--:");
        buffer_print(&row, "| %lld ", (long long)node->numbers[i]);
    }
    put_block(page, arena_print(page->arena, "%s|\n%s|\n%s|", buffer_string(&head), buffer_string(&rule),
                                buffer_string(&row)));
}

static void write_journal(struct markdown *page, const struct document_node *node)
{
    static const char *const cells[] = {
        [TRACK_NOT] = "", [TRACK_TICK] = "☐", [TRACK_TEN] = "/10", [TRACK_TEXT] = ""};
    struct buffer head = buffer_in(page->arena);
    buffer_text(&head, "| ");
    for (size_t day = 0; day < 7; day++)
        buffer_print(&head, "| %s ", inline_words(page, node->columns[day]));
    put(page, arena_print(page->arena, "%s|\n|---|---|---|---|---|---|---|---|", buffer_string(&head)));
    for (const struct document_node *row = node->first; row != NULL; row = row->next) {
        struct buffer line = buffer_in(page->arena);
        buffer_print(&line, "| %s ", inline_words(page, row->text));
        for (size_t day = 0; day < 7; day++)
            buffer_print(&line, "| %s ", cells[row->track]);
        put(page, arena_print(page->arena, "%s|", buffer_string(&line)));
    }
    put(page, "");
}

static void write_footer(struct markdown *page, const struct document_node *node)
{
    put_block(page, "---");
    for (const struct document_node *child = node->first; child != NULL; child = child->next) {
        if (child->next != NULL)
            put_block(page, words(page, child->text));
        else
            put(page, words(page, child->text));
    }
}

/* The lines around a drawing say the same; and what is for paper, or what its parent writes. */
static void leave_out(struct markdown *page, const struct document_node *node)
{
    (void)page;
    (void)node;
}

static writer *const writers[] = {
    [DOC_DOCUMENT] = write_document, [DOC_TITLE] = write_title,         [DOC_TIMELINE] = write_timeline,
    [DOC_SPAN] = write_paragraph,    [DOC_CALLOUT] = write_callout,     [DOC_SECTION] = write_section,
    [DOC_GROUP] = write_group,       [DOC_LADDER] = leave_out,          [DOC_RUNG] = leave_out,
    [DOC_ENTRY] = write_entry,       [DOC_PARAGRAPH] = write_paragraph, [DOC_LABELLED] = write_labelled,
    [DOC_SIGNS] = write_signs,       [DOC_STEPS] = write_steps,         [DOC_BOXES] = write_boxes,
    [DOC_BOX] = write_paragraph,     [DOC_TERMS] = write_terms,         [DOC_TERM] = write_paragraph,
    [DOC_SCHEDULE] = write_schedule, [DOC_JOURNAL] = write_journal,     [DOC_ROW] = write_paragraph,
    [DOC_RULE] = write_rule,         [DOC_LINES] = leave_out,           [DOC_DAYS] = leave_out,
    [DOC_WEEK] = leave_out,          [DOC_SOURCE] = leave_out,          [DOC_SOURCES] = write_terms,
    [DOC_FOOTER] = write_footer,
};
static_assert(sizeof writers / sizeof writers[0] == DOC_COUNT, "a writer for each kind of node");

static void write_node(struct markdown *page, const struct document_node *node)
{
    writers[node->kind](page, node);
}

void page_write_markdown(const struct document_node *document, struct sc_page_options options,
                         struct buffer *out)
{
    (void)options; /* how wide it is shown is the reader's */
    struct markdown page = {.out = out, .arena = out->arena, .prefix = "", .entry = "###"};
    write_node(&page, document);
}
