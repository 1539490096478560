/* Words in the order of the document: headings and paragraphs. */
#include "pdf/setting.h"

#include <assert.h>

/* White above what it is named for, and columns, in points. */
static const double line_space = 2.5, entry_space = 9, group_space = 11, section_space = 16;
static const double column_space = 9;
static const double frame_inset = 11, frame_bar = 5, frame_space = 10, frame_padding = 7;

void set_children(struct galley *galley, const struct document_node *node)
{
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        set_node(galley, child);
}

void set_words(struct galley *galley, const char *tag, enum face face, const char *words, enum tone tone)
{
    galley_paragraph(galley, tag, type_set_words(galley->type, face, galley_room(galley), 0, words), tone);
}

void wording_add_cited(struct wording *wording, const struct document_node *node)
{
    if (node->detail == NULL)
        return;
    wording_add(wording, " ");
    wording_add_link(wording, node->detail, node->cited.count > 0 ? node->cited.list[0] : 0, NULL);
}

/* ---- Headings ---- */

/* A heading, and at the other edge what belongs to it: one row. */
static void set_headline(struct galley *galley, const char *tag, const struct passage *left,
                         const struct passage *right, const char *right_tag)
{
    double room = galley_room(galley), baseline = left->line_count > 0 ? left->lines[0].ascent : 0;
    double height = left->height;
    if (right != NULL && right->line_count > 0 && right->height > height)
        height = right->height;
    galley_band(galley, height, KEEP_CLOSE);
    galley_text(galley, tag, left, galley->indent, 0, room, TONE_BLACK);
    if (right == NULL || right->line_count == 0)
        return;
    double down = baseline - right->lines[0].ascent;
    galley_text(galley, right_tag, right, galley->indent + room - right->width,
                down > 0 && right->line_count == 1 ? down : 0, right->width, TONE_GREY);
}

static void set_title(struct galley *galley, const struct document_node *node)
{
    double room = galley_room(galley);
    galley_paragraph(galley, "H1", type_set_words(galley->type, FACE_TITLE, room, 4, node->text),
                     TONE_ACCENT);
    galley_keep(galley, 0, KEEP_CLOSE);
    struct wording wording = wording_in(galley->type->arena);
    wording_add(&wording, node->label);
    if (node->detail != NULL) {
        wording_add(&wording, ", ");
        wording_add(&wording, node->detail);
    }
    galley_paragraph(galley, "P", type_set(galley->type, FACE_BODY, room, 0, &wording), TONE_GREY);
    galley_space(galley, section_space);
}

void begin_section(struct galley *galley, const struct document_node *node)
{
    const double room = galley_room(galley);
    if (node->own_page)
        galley_new_page(galley);
    galley_space(galley, section_space);
    galley_begin(galley, "Sect");
    galley_heading(galley, 1, node->text);
    if (node->label != NULL || node->detail != NULL) {
        struct passage *weeks =
            type_set_words(galley->type, FACE_STRONG, room * 0.4, 2, node->label != NULL ? node->label : "");
        struct passage *dates =
            type_set_words(galley->type, FACE_BODY, room * 0.6, 2, node->detail != NULL ? node->detail : "");
        set_headline(galley, "P", weeks, dates, "P");
    }
    galley_paragraph(galley, "H2", type_set_words(galley->type, FACE_SECTION, room, 6, node->text),
                     TONE_ACCENT);
    galley->bands[galley->band_count - 1].keep = KEEP_CLOSE;
    galley_space(galley, 4);
}

/* A page of the journal has nothing else on it. */
static bool is_journal_page(const struct document_node *section)
{
    return section->first != NULL && section->first->kind == DOC_DAYS;
}

static void set_section(struct galley *galley, const struct document_node *node)
{
    begin_section(galley, node);
    set_children(galley, node);
    galley_end(galley, "Sect");
    if (is_journal_page(node))
        galley_new_page(galley);
    galley_space(galley, section_space);
}

static void set_group(struct galley *galley, const struct document_node *node)
{
    galley_space(galley, group_space);
    galley_begin(galley, "Sect");
    galley_heading(galley, 2, node->text);
    struct passage *text = type_set_words(galley->type, FACE_ENTRY, galley_room(galley), 6, node->text);
    galley_paragraph(galley, "H3", text, TONE_ACCENT);
    galley->bands[galley->band_count - 1].keep = KEEP_CLOSE;
    galley_space(galley, 2);
    set_children(galley, node);
    galley_end(galley, "Sect");
    galley_space(galley, 8);
}

/* Steps, and how little is enough and when to stop, are short: they stand side by side. */
static void set_in_entry(struct galley *galley, const struct document_node *entry)
{
    for (const struct document_node *child = entry->first; child != NULL; child = child->next) {
        bool beside = child->kind == DOC_STEPS && child->next != NULL && child->next->kind == DOC_TERMS;
        if (beside) {
            set_beside(galley, child, child->next);
            child = child->next;
        } else {
            set_node(galley, child);
        }
    }
}

static void set_entry(struct galley *galley, const struct document_node *node)
{
    const double room = galley_room(galley);
    struct wording beside = wording_in(galley->type->arena);
    if (node->label != NULL)
        wording_add(&beside, node->label);
    wording_add_cited(&beside, node);
    struct passage *right = type_set(galley->type, FACE_SMALL, room * 0.65, 3, &beside);
    struct passage *title =
        type_set_words(galley->type, FACE_ENTRY, room - right->width - column_space, 6, node->text);
    size_t first = galley->band_count;
    galley_space(galley, entry_space);
    galley_heading(galley, 2, node->text);
    set_headline(galley, "H3", title, right, "P");
    set_in_entry(galley, node);
    galley_keep(galley, first, KEEP_LOOSE);
    galley_space(galley, entry_space);
}

/* ---- Paragraphs ---- */

static void set_paragraph(struct galley *galley, const struct document_node *node)
{
    galley_space(galley, line_space);
    set_words(galley, "P", FACE_BODY, node->text, TONE_BLACK);
}

/* Why what stands above it is so. */
static void set_rule(struct galley *galley, const struct document_node *node)
{
    galley_space(galley, line_space);
    set_words(galley, "P", FACE_SMALL, node->text, TONE_GREY);
}

static void add_term(struct wording *wording, const struct document_node *term)
{
    if (term->label != NULL) {
        wording_add_strong(wording, term->label);
        wording_add(wording, " ");
    }
    wording_add(wording, term->text);
    wording_add_cited(wording, term);
}

static void set_labelled(struct galley *galley, const struct document_node *node)
{
    struct wording wording = wording_in(galley->type->arena);
    for (const struct document_node *term = node->first; term != NULL; term = term->next) {
        if (wording.text.length > 0)
            wording_add(&wording, " ");
        add_term(&wording, term);
    }
    if (wording.text.length == 0)
        return;
    galley_space(galley, line_space);
    galley_paragraph(galley, "P", type_set(galley->type, FACE_BODY, galley_room(galley), 0, &wording),
                     TONE_BLACK);
}

static void set_callout(struct galley *galley, const struct document_node *node)
{
    struct frame *frame = arena_alloc(galley->type->arena, sizeof *frame);
    bool heavy = node->level == LEVEL_EMERGENCY || node->level == LEVEL_URGENT;
    *frame = (struct frame){.x = galley->indent, .width = galley_room(galley), .heavy = heavy};
    frame->thick = heavy ? 1.2 : 0.6;
    size_t first = galley->band_count;
    galley_space(galley, frame_space);
    galley->frame = frame;
    galley->indent += frame_inset + (heavy ? frame_bar : 0);
    galley->right += frame_inset;
    galley_band(galley, frame_padding * galley->type->scale, KEEP_CLOSE);
    galley_begin(galley, "Sect");
    if (node->text != NULL) {
        galley_heading(galley, 1, node->text);
        set_words(galley, "H2", FACE_ENTRY, node->text, TONE_BLACK);
        galley->bands[galley->band_count - 1].keep = KEEP_CLOSE;
    }
    set_children(galley, node);
    galley_end(galley, "Sect");
    galley->bands[galley->band_count - 1].keep = KEEP_CLOSE;
    galley_band(galley, frame_padding * galley->type->scale, KEEP_FREE);
    galley->indent -= frame_inset + (heavy ? frame_bar : 0);
    galley->right -= frame_inset;
    galley->frame = NULL;
    galley_keep(galley, first, KEEP_LOOSE);
    galley_space(galley, frame_space);
}

/* ---- The table ---- */

/* What its parent sets, or nobody does on paper. */
static void set_nothing(struct galley *galley, const struct document_node *node)
{
    (void)galley;
    (void)node;
}

static setter *const setters[] = {
    [DOC_DOCUMENT] = set_children, [DOC_TITLE] = set_title,         [DOC_TIMELINE] = set_timeline,
    [DOC_SPAN] = set_nothing,      [DOC_CALLOUT] = set_callout,     [DOC_SECTION] = set_section,
    [DOC_GROUP] = set_group,       [DOC_LADDER] = set_ladder,       [DOC_RUNG] = set_nothing,
    [DOC_ENTRY] = set_entry,       [DOC_PARAGRAPH] = set_paragraph, [DOC_LABELLED] = set_labelled,
    [DOC_SIGNS] = set_signs,       [DOC_STEPS] = set_steps,         [DOC_BOXES] = set_boxes,
    [DOC_BOX] = set_nothing,       [DOC_TERMS] = set_terms,         [DOC_TERM] = set_nothing,
    [DOC_RULE] = set_rule,         [DOC_LINES] = set_lines,         [DOC_SCHEDULE] = set_schedule,
    [DOC_JOURNAL] = set_journal,   [DOC_ROW] = set_nothing,         [DOC_DAYS] = set_days,
    [DOC_WEEK] = set_nothing,      [DOC_SOURCES] = set_sources,     [DOC_SOURCE] = set_nothing,
    [DOC_FOOTER] = set_nothing,
};
static_assert(sizeof setters / sizeof setters[0] == DOC_COUNT, "a setter for each kind of node");

void set_node(struct galley *galley, const struct document_node *node)
{
    if (!galley->type->too_long)
        setters[node->kind](galley, node);
}
