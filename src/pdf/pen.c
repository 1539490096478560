/* Rules and boxes, and the places that are filled in by hand. */
#include "pdf/setting.h"

static const double tick_size = 8.5, row_height = 20, thin = 0.4;

void draw_rule(struct galley *galley, double x, double y, double width, double height)
{
    galley_box(galley, (struct mark){.x = x, .y = y, .width = width, .height = height, .tone = TONE_GREY});
}

void draw_tick_box(struct galley *galley, double x, double y)
{
    const double size = tick_size * galley->type->scale;
    galley_box(galley, (struct mark){.x = x - size / 2,
                                     .y = y - size / 2,
                                     .width = size,
                                     .height = size,
                                     .border = TONE_BLACK,
                                     .thick = 0.7});
}

void draw_centred(struct galley *galley, const char *tag, const struct passage *text, double x, double y,
                  double width, enum tone tone)
{
    galley_text(galley, tag, text, x + (width - text->width) / 2, y, text->width, tone);
}

void draw_cell(struct galley *galley, enum track track, const struct passage *ten, double x, double width,
               double middle)
{
    if (track == TRACK_TICK)
        draw_tick_box(galley, x + width / 2, middle);
    if (track == TRACK_TEN)
        galley_text(galley, NULL, ten, x + width - ten->width - 3, middle - ten->height / 2, ten->width,
                    TONE_GREY);
}

void set_lines(struct galley *galley, const struct document_node *node)
{
    const double height = row_height * galley->type->scale;
    for (int i = 0; i < node->from; i++) {
        galley_band(galley, height, KEEP_LOOSE);
        draw_rule(galley, galley->indent, height - 1, galley_room(galley), thin);
    }
}
