/* Tables: a schedule with its bars, and the journal of one week. */
#include "pdf/setting.h"

enum { DAYS_A_WEEK = 7 };

static const double week_cell = 33, most_bar = 20, thin = 0.4;

/* ---- A schedule ---- */

static const char *number_words(struct galley *galley, int64_t number)
{
    return arena_print(galley->type->arena, "%lld", (long long)number);
}

/* Some weeks of a schedule, side by side. */
struct weeks_row {
    const struct document_node *node;
    size_t first, end;
    double head, x; /* the column of the labels; where the first week begins */
};

static void draw_bars(struct galley *galley, const struct weeks_row *row, double height)
{
    int64_t most = 1;
    for (size_t i = 0; i < row->node->number_count; i++)
        most = row->node->numbers[i] > most ? row->node->numbers[i] : most;
    for (size_t i = row->first; i < row->end; i++) {
        int64_t number = row->node->numbers[i] > 0 ? row->node->numbers[i] : 0;
        double its = height * (double)number / (double)most;
        galley_box(galley, (struct mark){.x = row->x + week_cell * (double)(i - row->first) + 5,
                                         .y = height - its,
                                         .width = week_cell - 10,
                                         .height = its,
                                         .tone = TONE_ACCENT});
    }
}

static void draw_weeks(struct galley *galley, const struct weeks_row *row, double y)
{
    const struct document_node *node = row->node;
    struct type *type = galley->type;
    galley_open(galley, "TR");
    galley_text(galley, "TH", type_set_words(type, FACE_SMALL, row->head, 1, node->label), galley->indent, y,
                row->head, TONE_GREY);
    for (size_t i = row->first; i < row->end; i++) {
        bool on = i + 1 == node->number_count && node->goes_on;
        const char *week =
            arena_print(type->arena, "%d%s%s", node->from + (int)i, on ? " " : "", on ? node->detail : "");
        double width = on ? week_cell * 2 : week_cell;
        const struct passage *text = type_set_words(type, FACE_SMALL, width, 1, week);
        galley_text(galley, "TH", text,
                    row->x + week_cell * (double)(i - row->first) +
                        (on && text->width > week_cell ? 5 : (week_cell - text->width) / 2),
                    y, width, TONE_GREY);
    }
    galley_end(galley, "TR");
}

static void draw_numbers(struct galley *galley, const struct weeks_row *row, double y)
{
    struct type *type = galley->type;
    galley_open(galley, "TR");
    galley_text(galley, "TH", type_set_words(type, FACE_SMALL, row->head, 1, row->node->text), galley->indent,
                y + 1.5, row->head, TONE_GREY);
    for (size_t i = row->first; i < row->end; i++)
        draw_centred(
            galley, "TD",
            type_set_words(type, FACE_STRONG, week_cell, 1, number_words(galley, row->node->numbers[i])),
            row->x + week_cell * (double)(i - row->first), y, week_cell, TONE_BLACK);
    galley_end(galley, "TR");
}

static void set_weeks_row(struct galley *galley, const struct weeks_row *row)
{
    const struct type *type = galley->type;
    const double bars = most_bar * type->scale;
    galley_begin_figure(galley, row->node->drawn);
    galley_band(galley, bars + 1 + type_leading(type, FACE_SMALL) + type_leading(type, FACE_STRONG),
                KEEP_FREE);
    draw_bars(galley, row, bars);
    galley_end(galley, "Figure");
    draw_rule(galley, row->x, bars, week_cell * (double)(row->end - row->first), thin);
    galley_open(galley, "Table");
    draw_weeks(galley, row, bars + 1);
    draw_numbers(galley, row, bars + 1 + type_leading(type, FACE_SMALL));
    galley_end(galley, "Table");
}

/* As many weeks as fit, then a row more. */
void set_schedule(struct galley *galley, const struct document_node *node)
{
    struct type *type = galley->type;
    galley_space(galley, 4);
    if (node->number_count == 1) {
        set_words(galley, "P", FACE_STRONG,
                  arena_print(type->arena, "%s %s", number_words(galley, node->numbers[0]), node->text),
                  TONE_BLACK);
        return;
    }
    const double room = galley_room(galley);
    const struct passage *unit = type_set_words(type, FACE_SMALL, room / 4, 1, node->text);
    const struct passage *label = type_set_words(type, FACE_SMALL, room / 4, 1, node->label);
    struct weeks_row row = {.node = node, .head = unit->width > label->width ? unit->width : label->width};
    row.head += 4;
    row.x = galley->indent + row.head;
    size_t fit = (size_t)((room - row.head) / week_cell);
    for (row.first = 0; row.first < node->number_count && !type->too_long; row.first = row.end) {
        row.end = row.first + fit < node->number_count ? row.first + fit : node->number_count;
        set_weeks_row(galley, &row);
        galley_space(galley, 4);
    }
}

/* ---- The journal of one week ---- */

static void set_journal_row(struct galley *galley, const struct document_node *row, const struct passage *ten,
                            double head, double cell)
{
    const struct passage *title = type_set_words(galley->type, FACE_BODY, head - 6, 4, row->text);
    double height = title->height + 8 * galley->type->scale;
    galley_begin(galley, "TR");
    galley_band(galley, height, KEEP_LOOSE);
    draw_rule(galley, galley->indent, 0, galley_room(galley), thin);
    galley_text(galley, "TH", title, galley->indent, 4 * galley->type->scale, head, TONE_BLACK);
    for (int day = 0; day < DAYS_A_WEEK; day++) {
        galley_open(galley, "TD");
        draw_cell(galley, row->track, ten, galley->indent + head + cell * day, cell, height / 2);
        galley_end(galley, "TD");
    }
    galley_end(galley, "TR");
}

void set_journal(struct galley *galley, const struct document_node *node)
{
    const double room = galley_room(galley), head = room * 0.4, cell = (room - head) / DAYS_A_WEEK;
    const struct passage *ten = type_set_words(galley->type, FACE_SMALL, cell, 1, "/10");
    galley_begin(galley, "Table");
    galley_begin(galley, "TR");
    galley_band(galley, type_leading(galley->type, FACE_SMALL) + 3, KEEP_CLOSE);
    galley_open(galley, "TD");
    galley_end(galley, "TD");
    for (int day = 0; day < DAYS_A_WEEK; day++)
        draw_centred(galley, "TH", type_set_words(galley->type, FACE_SMALL, cell, 1, node->columns[day]),
                     galley->indent + head + cell * day, 0, cell, TONE_BLACK);
    galley_end(galley, "TR");
    for (const struct document_node *row = node->first; row != NULL; row = row->next)
        set_journal_row(galley, row, ten, head, cell);
    galley_end(galley, "Table");
    galley_space(galley, 10);
}
