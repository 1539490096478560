/* The least that a PDF through Pango costs: three pages of a plain text, without tags. Takes the names of the
 * text and of the PDF. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <stdio.h>

enum { PAGES = 3, LINES = 55, MOST_BYTES = 100000 };

static const double width = 595, height = 842, margin = 56, leading = 13;

int main(int argc, char **argv)
{
    static char text[MOST_BYTES];
    size_t length = 0, lines = 0;
    FILE *file = argc == 3 ? fopen(argv[1], "r") : NULL;
    if (file == NULL)
        return 1;
    for (int byte = getc(file); byte != EOF && length < MOST_BYTES && lines < PAGES * LINES;
         byte = getc(file)) {
        text[length++] = (char)byte;
        lines += byte == '\n';
    }
    fclose(file);
    cairo_surface_t *surface = cairo_pdf_surface_create(argv[2], width, height);
    cairo_t *cairo = cairo_create(surface);
    PangoLayout *layout = pango_cairo_create_layout(cairo);
    PangoFontDescription *font = pango_font_description_from_string("Sans 8");
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, (int)length);
    int line = 0;
    for (GSList *at = pango_layout_get_lines_readonly(layout); at != NULL && line < PAGES * LINES;
         at = at->next) {
        cairo_move_to(cairo, margin, margin + leading * (line % LINES));
        pango_cairo_show_layout_line(cairo, at->data);
        if (++line % LINES == 0)
            cairo_show_page(cairo);
    }
    pango_font_description_free(font);
    g_object_unref(layout);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_status_t status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    return status != CAIRO_STATUS_SUCCESS;
}
