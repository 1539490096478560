/* The pages of the journal: a line a day, and a column for each thing to note. */
#include "pdf/setting.h"

enum { DAYS_A_WEEK = 7, MOST_ROWS = 16 };

static const double week_column = 64, day_column = 40, number_column = 44, most_column = 50,
                    least_remarks = 100;
static const double most_height = 22, above_days = 135, thin = 0.4, thick = 1.1;

struct days_grid {
    const struct document_node *rows[MOST_ROWS];
    double x[MOST_ROWS + 1]; /* where each column begins; where the last one ends */
    size_t count;
    double height;             /* of a day */
    const struct passage *ten; /* "/10" */
};

/* Columns for ticks are alike; remarks take what is left. */
static struct days_grid grid_of(const struct galley *galley, const struct document_node *node)
{
    struct days_grid grid = {.ten = type_set_words(galley->type, FACE_SMALL, number_column, 1, "/10")};
    double left = galley_room(galley) - week_column - day_column - least_remarks, weeks = 0;
    size_t ticks = 0;
    for (const struct document_node *child = node->first; child != NULL; child = child->next) {
        weeks += child->kind == DOC_WEEK;
        if (child->kind != DOC_ROW || grid.count == MOST_ROWS)
            continue;
        grid.rows[grid.count++] = child;
        ticks += child->track == TRACK_TICK;
        left -= child->track == TRACK_TEN ? number_column : 0;
    }
    double tick = ticks > 0 ? left / (double)ticks : 0, x = galley->indent + week_column + day_column;
    tick = tick < most_column ? tick : most_column;
    for (size_t i = 0; i < grid.count; i++) {
        grid.x[i] = x;
        x += grid.rows[i]->track == TRACK_TEN ? number_column : tick;
    }
    grid.x[grid.count] = galley->indent + galley_room(galley);
    grid.height = (galley->page_height - above_days) / (weeks * DAYS_A_WEEK);
    grid.height = grid.height < most_height ? grid.height : most_height;
    return grid;
}

static void draw_upright_rules(struct galley *galley, const struct days_grid *grid, double height)
{
    for (size_t i = 0; i < grid->count; i++)
        draw_rule(galley, grid->x[i], 0, thin, height);
}

/* The titles of the columns stand on the first day. */
static void set_head(struct galley *galley, const struct days_grid *grid)
{
    const struct passage *titles[MOST_ROWS];
    double height = 0;
    for (size_t i = 0; i < grid->count; i++) {
        titles[i] =
            type_set_words(galley->type, FACE_SMALL, grid->x[i + 1] - grid->x[i] - 5, 6, grid->rows[i]->text);
        height = titles[i]->height > height ? titles[i]->height : height;
    }
    height += 3;
    galley_band(galley, height, KEEP_CLOSE);
    for (size_t i = 0; i < grid->count; i++)
        galley_text(galley, NULL, titles[i], grid->x[i] + 3, height - 3 - titles[i]->height,
                    grid->x[i + 1] - grid->x[i] - 5, TONE_BLACK);
    draw_upright_rules(galley, grid, height);
}

static double middle_of(const struct days_grid *grid, int day)
{
    return grid->height * (day + 0.5);
}

/* A place for a pen in each of the seven rows of this column. */
static void draw_column(struct galley *galley, const struct days_grid *grid, size_t column)
{
    const double x = grid->x[column], width = grid->x[column + 1] - x;
    for (int day = 0; day < DAYS_A_WEEK; day++)
        draw_cell(galley, grid->rows[column]->track, grid->ten, x, width, middle_of(grid, day));
}

static void draw_day_names(struct galley *galley, const struct days_grid *grid,
                           const struct document_node *week)
{
    for (int day = 0; day < DAYS_A_WEEK; day++) {
        const struct passage *name =
            type_set_words(galley->type, FACE_SMALL, day_column, 1, week->columns[day]);
        galley_text(galley, NULL, name, galley->indent + week_column, middle_of(grid, day) - name->height / 2,
                    day_column, TONE_BLACK);
    }
}

static void set_week(struct galley *galley, const struct days_grid *grid, const struct document_node *week)
{
    struct wording wording = wording_in(galley->type->arena);
    double room = galley_room(galley), height = grid->height * DAYS_A_WEEK;
    wording_add_strong(&wording, week->text);
    if (week->detail != NULL) {
        wording_add(&wording, "\n");
        wording_add(&wording, week->detail);
    }
    galley_band(galley, height, KEEP_LOOSE);
    draw_rule(galley, galley->indent, 0, room, thick);
    for (int day = 1; day < DAYS_A_WEEK; day++)
        draw_rule(galley, galley->indent + week_column, grid->height * day, room - week_column, thin);
    draw_upright_rules(galley, grid, height);
    for (size_t i = 0; i < grid->count; i++)
        draw_column(galley, grid, i);
    galley_text(galley, NULL, type_set(galley->type, FACE_SMALL, week_column - 6, 8, &wording),
                galley->indent, 5, week_column - 6, TONE_BLACK);
    draw_day_names(galley, grid, week);
}

void set_days(struct galley *galley, const struct document_node *node)
{
    const struct days_grid grid = grid_of(galley, node);
    galley_begin_figure(galley, node->drawn);
    set_head(galley, &grid);
    for (const struct document_node *child = node->first; child != NULL; child = child->next)
        if (child->kind == DOC_WEEK)
            set_week(galley, &grid, child);
    galley_end(galley, "Figure");
}
