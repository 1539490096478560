/* The plan as text: for a terminal, a pipe, a printer. */
#include "page/flow.h"

#include "support/limits.h"
#include "support/text.h"

#include <assert.h>

typedef void writer(struct flow *flow, const struct document_node *node);

static void write_node(struct flow *flow, const struct document_node *node);

enum { STEP = 2, WIDEST_LABEL = 26, GAP = 2, BELOW_LABEL = 4 };

static void write_children(struct flow *flow, const struct document_node *node, size_t indent)
{
    flow->indent += indent;
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        write_node(flow, child);
    flow->indent -= indent;
}

static const char *with_detail(struct flow *flow, const struct document_node *node)
{
    if (node->detail == NULL)
        return node->text;
    return arena_print(flow->arena, "%s  %s", node->text, node->detail);
}

static void write_document(struct flow *flow, const struct document_node *node)
{
    write_children(flow, node, 0);
}

static void write_title(struct flow *flow, const struct document_node *node)
{
    flow_line(flow, flow_capitals(flow, node->text), node->label, LOOK_STRONG);
    if (node->detail != NULL)
        flow_line(flow, "", node->detail, LOOK_PLAIN);
    flow_blank(flow);
}

/* A bar of each phase's share: the one where the person starts is filled, and says so. */
static void write_bars(struct flow *flow, const struct document_node *node, size_t columns)
{
    struct buffer bars = buffer_in(flow->arena);
    const char *mark = NULL;
    for (const struct document_node *span = node->first; span != NULL; span = span->next) {
        buffer_repeat(&bars, span->detail != NULL ? "■" : "□", columns);
        buffer_repeat(&bars, " ", GAP);
        if (span->detail != NULL)
            mark = span->detail;
    }
    flow_paragraph(flow, "", buffer_string(&bars), LOOK_PLAIN);
    if (mark != NULL)
        flow_paragraph(flow, "", mark, LOOK_PLAIN);
}

static void write_spans(struct flow *flow, const struct document_node *node, size_t count, size_t columns)
{
    struct words *titles = arena_array(flow->arena, count, sizeof *titles);
    struct buffer labels = buffer_in(flow->arena);
    size_t i = 0, lines = 0;
    for (const struct document_node *span = node->first; span != NULL; span = span->next, i++) {
        buffer_text(&labels, flow_padded(flow, span->label, columns + GAP));
        titles[i] = flow_lines(flow, span->text, columns);
        lines = titles[i].count > lines ? titles[i].count : lines;
    }
    flow_paragraph(flow, "", buffer_string(&labels), LOOK_PLAIN);
    for (size_t line = 0; line < lines; line++) {
        struct buffer row = buffer_in(flow->arena);
        for (i = 0; i < count; i++)
            buffer_text(&row,
                        flow_padded(flow, line < titles[i].count ? titles[i].list[line] : "", columns + GAP));
        flow_paragraph(flow, "", buffer_string(&row), LOOK_STRONG);
    }
}

static void write_timeline(struct flow *flow, const struct document_node *node)
{
    size_t count = 0;
    for (const struct document_node *span = node->first; span != NULL; span = span->next)
        count++;
    if (count == 0)
        return;
    flow->indent += STEP;
    size_t columns = (flow->width - flow->indent) / count - GAP;
    if (columns >= 18 && count <= 6) {
        write_spans(flow, node, count, columns);
        write_bars(flow, node, columns);
    } else {
        for (const struct document_node *span = node->first; span != NULL; span = span->next)
            flow_paragraph(flow, span->detail != NULL ? "■ " : "□ ",
                           arena_print(flow->arena, "%s: %s%s%s", span->label, span->text,
                                       span->detail != NULL ? " - " : "",
                                       span->detail != NULL ? span->detail : ""),
                           LOOK_PLAIN);
    }
    flow->indent -= STEP;
    flow_blank(flow);
}

static void write_callout(struct flow *flow, const struct document_node *node)
{
    flow_blank(flow);
    if (node->text != NULL)
        flow_heading(flow, flow_capitals(flow, node->text), NULL);
    write_children(flow, node, STEP);
    flow_blank(flow);
}

static void write_section(struct flow *flow, const struct document_node *node)
{
    flow_blank(flow);
    const char *heading = node->label == NULL ? flow_capitals(flow, node->text)
                                              : arena_print(flow->arena, "%s  %s",
                                                            flow_capitals(flow, node->label), node->text);
    flow_heading(flow, heading, node->detail);
    write_children(flow, node, STEP);
    flow_blank(flow);
}

static void write_group(struct flow *flow, const struct document_node *node)
{
    flow_blank(flow);
    flow_heading(flow, node->text, NULL);
    write_children(flow, node, STEP);
    flow_blank(flow);
}

static void write_entry(struct flow *flow, const struct document_node *node)
{
    flow_blank(flow);
    const char *right = node->label;
    if (node->detail != NULL)
        right = right != NULL ? arena_print(flow->arena, "%s  %s", right, node->detail) : node->detail;
    flow_line(flow, node->text, right, LOOK_STRONG);
    write_children(flow, node, STEP);
    flow_blank(flow);
}

static void write_paragraph(struct flow *flow, const struct document_node *node)
{
    flow_paragraph(flow, "", node->text, LOOK_PLAIN);
}

static void write_labelled(struct flow *flow, const struct document_node *node)
{
    struct buffer line = buffer_in(flow->arena);
    for (const struct document_node *term = node->first; term != NULL; term = term->next)
        buffer_print(&line, "%s%s%s%s", line.length > 0 ? " " : "", term->label != NULL ? term->label : "",
                     term->label != NULL ? " " : "", with_detail(flow, term));
    if (line.length > 0)
        flow_paragraph(flow, "", buffer_string(&line), LOOK_PLAIN);
}

static void write_signs(struct flow *flow, const struct document_node *node)
{
    flow_paragraph(flow, "", node->label, LOOK_STRONG);
    for (const struct document_node *sign = node->first; sign != NULL; sign = sign->next)
        flow_paragraph(flow, "• ", sign->text, LOOK_PLAIN);
    if (node->detail != NULL)
        flow_paragraph(flow, "", node->detail, LOOK_STRONG);
    if (node->next != NULL)
        flow_blank(flow);
}

/* The steps run on behind what they do: a page holds more of them, and their numbers keep them apart. */
static void write_steps(struct flow *flow, const struct document_node *node)
{
    struct buffer line = buffer_in(flow->arena);
    int number = 1;
    buffer_text(&line, node->text);
    for (const struct document_node *step = node->first; step != NULL; step = step->next, number++)
        buffer_print(&line, " (%d) %s", number, step->text);
    flow_paragraph(flow, "", buffer_string(&line), LOOK_PLAIN);
}

static void write_box(struct flow *flow, const struct document_node *node)
{
    if (node->is_question)
        flow_blank(flow);
    flow_cited(flow, node->is_question ? "" : "□ ", node->text, node->detail);
    write_children(flow, node, STEP);
    if (node->is_question)
        flow_blank(flow);
}

/* Of the labels beside their texts; a wider one stands above its own. */
static size_t label_columns(struct flow *flow, const struct document_node *node)
{
    size_t columns = 0;
    for (const struct document_node *term = node->first; term != NULL; term = term->next) {
        size_t wide = term->label != NULL ? text_columns(page_visible(flow->arena, term->label)) : 0;
        if (wide > columns && wide <= WIDEST_LABEL)
            columns = wide;
    }
    return columns;
}

static void write_terms(struct flow *flow, const struct document_node *node)
{
    size_t columns = label_columns(flow, node);
    for (const struct document_node *term = node->first; term != NULL; term = term->next) {
        const char *label = term->label != NULL ? page_visible(flow->arena, term->label) : "";
        size_t before = columns + GAP;
        if (text_columns(label) > WIDEST_LABEL) {
            flow_paragraph(flow, "", label, LOOK_PLAIN);
            label = "";
            before = BELOW_LABEL;
        }
        flow_cited(flow, flow_padded(flow, label, before), page_with_sources(flow->arena, term),
                   term->detail);
        write_children(flow, term, before);
    }
}

static void write_rule(struct flow *flow, const struct document_node *node)
{
    flow_paragraph(flow, "", node->text, LOOK_FAINT);
}

/* Two rows: the week above, the number below; as many weeks as fit, then two rows more. */
static void write_schedule(struct flow *flow, const struct document_node *node)
{
    if (node->number_count == 1) {
        flow_paragraph(flow, "", arena_print(flow->arena, "%lld %s", (long long)node->numbers[0], node->text),
                       LOOK_PLAIN);
        return;
    }
    const char *unit = page_visible(flow->arena, node->text);
    size_t head =
        text_columns(unit) > text_columns(node->label) ? text_columns(unit) : text_columns(node->label);
    const size_t cell = 5;
    size_t room =
        flow->width > flow->indent + head + cell * 2 ? flow->width - flow->indent - head - cell : cell;
    size_t per_row = room / cell;
    for (size_t start = 0; start < node->number_count; start += per_row) {
        struct buffer weeks = buffer_in(flow->arena), numbers = buffer_in(flow->arena);
        for (size_t i = start; i < node->number_count && i < start + per_row; i++) {
            buffer_print(&weeks, "%*d", (int)cell, node->from + (int)i);
            buffer_print(&numbers, "%*lld", (int)cell, (long long)node->numbers[i]);
        }
        if (start + per_row >= node->number_count && node->goes_on)
            buffer_print(&weeks, " %s", node->detail);
        flow_paragraph(flow, flow_padded(flow, node->label, head), buffer_string(&weeks), LOOK_PLAIN);
        flow_paragraph(flow, flow_padded(flow, unit, head), buffer_string(&numbers), LOOK_PLAIN);
    }
}

static void write_journal(struct flow *flow, const struct document_node *node)
{
    static const char *const cells[] = {
        [TRACK_NOT] = "", [TRACK_TICK] = "□", [TRACK_TEN] = "_/10", [TRACK_TEXT] = "____"};
    size_t head = 0, cell = (flow->width - flow->indent) / 12;
    cell = cell < 5 ? 5 : cell;
    for (const struct document_node *row = node->first; row != NULL; row = row->next) {
        size_t wide = text_columns(page_visible(flow->arena, row->text));
        head = wide > head ? wide : head;
    }
    size_t most = flow->width - flow->indent - 7 * cell;
    head = head + GAP < most ? head + GAP : most;
    struct buffer days = buffer_in(flow->arena);
    buffer_repeat(&days, " ", head);
    for (size_t day = 0; day < 7; day++)
        buffer_text(&days, flow_padded(flow, node->columns[day], cell));
    flow_paragraph(flow, "", buffer_string(&days), LOOK_PLAIN);
    for (const struct document_node *row = node->first; row != NULL; row = row->next) {
        struct words lines = flow_lines(flow, row->text, head - GAP);
        for (size_t i = 0; i < lines.count; i++) {
            struct buffer line = buffer_in(flow->arena);
            buffer_text(&line, flow_padded(flow, lines.list[i], head));
            for (size_t day = 0; day < 7 && i == 0; day++)
                buffer_text(&line, flow_padded(flow, cells[row->track], cell));
            flow_paragraph(flow, "", buffer_string(&line), LOOK_PLAIN);
        }
    }
    flow_blank(flow);
}

static void write_footer(struct flow *flow, const struct document_node *node)
{
    flow_blank(flow);
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        flow_paragraph(flow, "", child->text, LOOK_FAINT);
}

/* The lines around a drawing say the same; and what is for paper, or what its parent writes. */
static void leave_out(struct flow *flow, const struct document_node *node)
{
    (void)flow;
    (void)node;
}

static writer *const writers[] = {
    [DOC_DOCUMENT] = write_document, [DOC_TITLE] = write_title,         [DOC_TIMELINE] = write_timeline,
    [DOC_SPAN] = write_paragraph,    [DOC_CALLOUT] = write_callout,     [DOC_SECTION] = write_section,
    [DOC_GROUP] = write_group,       [DOC_LADDER] = leave_out,          [DOC_RUNG] = leave_out,
    [DOC_ENTRY] = write_entry,       [DOC_PARAGRAPH] = write_paragraph, [DOC_LABELLED] = write_labelled,
    [DOC_SIGNS] = write_signs,       [DOC_STEPS] = write_steps,         [DOC_BOXES] = write_document,
    [DOC_BOX] = write_box,           [DOC_TERMS] = write_terms,         [DOC_TERM] = write_paragraph,
    [DOC_SCHEDULE] = write_schedule, [DOC_JOURNAL] = write_journal,     [DOC_ROW] = write_paragraph,
    [DOC_RULE] = write_rule,         [DOC_LINES] = leave_out,           [DOC_DAYS] = leave_out,
    [DOC_WEEK] = leave_out,          [DOC_SOURCE] = leave_out,          [DOC_SOURCES] = write_terms,
    [DOC_FOOTER] = write_footer,
};
static_assert(sizeof writers / sizeof writers[0] == DOC_COUNT, "a writer for each kind of node");

static void write_node(struct flow *flow, const struct document_node *node)
{
    writers[node->kind](flow, node);
}

static unsigned page_width(unsigned wanted)
{
    return wanted < LIMIT_PAGE_WIDTH_MIN   ? LIMIT_PAGE_WIDTH_MIN
           : wanted > LIMIT_PAGE_WIDTH_MAX ? LIMIT_PAGE_WIDTH_MAX
                                           : wanted;
}

void page_write_text(const struct document_node *document, struct sc_page_options options, struct buffer *out)
{
    struct flow flow = {.out = out,
                        .arena = out->arena,
                        .width = page_width(options.width),
                        .color = options.color,
                        .blank = true};
    write_node(&flow, document);
}
