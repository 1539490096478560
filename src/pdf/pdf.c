/* From a plan to the bytes of a PDF: document, galley, pages, ink, and what Cairo leaves out. */
#include "pdf/pdf.h"

#include "formats/formats.h"
#include "pdf/catalog.h"
#include "pdf/ink.h"
#include "pdf/setting.h"
#include "support/call.h"

static const struct sheet sheets[] = {
    [SC_A4] = {.width = 595.28, .height = 841.89, .margin = 56, .head = 48, .foot = 58},
    [SC_LETTER] = {.width = 612, .height = 792, .margin = 58, .head = 44, .foot = 54},
};

/* On a week's sheet words are worth more than white. */
static struct sheet sheet_for(const struct sc_page_options *options)
{
    static const double narrower = 0.65;
    struct sheet sheet = sheets[options->paper];
    if (options->week == 0)
        return sheet;
    sheet.margin *= narrower;
    sheet.head *= narrower;
    sheet.foot *= narrower;
    return sheet;
}

struct writing {
    const struct sc_plan *plan;
    const struct sc_page_options *options;
    struct sc_diagnostics *diagnostics;
    struct type type;
    char **bytes;
    size_t *length;
};

static struct galley galley_for(struct type *type, const struct sheet *sheet)
{
    return (struct galley){.type = type,
                           .width = sheet->width - 2 * sheet->margin,
                           .page_height = sheet->height - sheet->head - sheet->foot};
}

/* The foot of each page: which pack, and which page. */
static void set_feet(struct printing *printing, const struct document_node *footer)
{
    struct type *type = printing->galley->type;
    const double width = printing->galley->width;
    printing->footer = type_set_words(type, FACE_FOOT, width * 0.8, 2, footer->last->text);
    printing->numbers = arena_array(type->arena, printing->page_count, sizeof(struct passage *));
    for (size_t i = 0; i < printing->page_count; i++)
        printing->numbers[i] = type_set_words(
            type, FACE_FOOT, width * 0.2, 1,
            arena_print(type->arena, "%s %zu/%zu", footer->label, i + 1, printing->page_count));
}

static enum sc_status no_font(struct writing *writing)
{
    diagnostics_error(writing->diagnostics, (struct place){0},
                      "on Debian, 'apt-get install fonts-dejavu-core'", "there is no font to print with");
    return SC_IO;
}

static enum sc_status no_letter(struct writing *writing, uint32_t character)
{
    gchar bytes[8] = "";
    bytes[g_unichar_to_utf8(character, bytes)] = '\0';
    diagnostics_error(writing->diagnostics, (struct place){0},
                      "fonts for all scripts are in Debian's fonts-noto-core and fonts-noto-cjk",
                      "no font has the character '%s' (U+%04X)", bytes, (unsigned)character);
    return SC_IO;
}

static enum sc_status too_long(struct writing *writing)
{
    diagnostics_error(writing->diagnostics, (struct place){0}, "as text or as HTML it has no such bound",
                      "the plan is too long for paper");
    return SC_INVALID;
}

static enum sc_status failed(struct writing *writing, const char *why)
{
    diagnostics_error(writing->diagnostics, (struct place){0}, NULL, "the PDF cannot be written: %s", why);
    return SC_IO;
}

static enum sc_status print(struct writing *writing, struct galley *galley,
                            const struct document_node *document)
{
    struct type *type = galley->type;
    struct buffer pdf = buffer_in(type->arena);
    struct printing printing = {.galley = galley,
                                .page_count = galley->bands[galley->band_count - 1].page + 1,
                                .sheet = sheet_for(writing->options),
                                .title = document->first->text,
                                .made = document->detail};
    set_feet(&printing, document->last);
    if (type->too_long)
        return too_long(writing);
    if (type->missing != 0)
        return no_letter(writing, type->missing);
    cairo_status_t status = ink_pages(&printing, &pdf);
    if (status == CAIRO_STATUS_NO_MEMORY)
        return SC_NO_MEMORY;
    if (status != CAIRO_STATUS_SUCCESS)
        return failed(writing, cairo_status_to_string(status));
    const struct catalog catalog = {document->text, printing.alternatives, printing.figure_count};
    if (!catalog_add(&pdf, &catalog))
        return failed(writing, "this version of Cairo writes it in another way");
    *writing->bytes = call_result(pdf.bytes, pdf.length);
    *writing->length = pdf.length;
    return *writing->bytes != NULL ? SC_OK : SC_NO_MEMORY;
}

static enum sc_status write_pdf(struct arena *arena, void *context)
{
    struct writing *writing = context;
    writing->type.arena = arena;
    const struct document_node *document =
        format_document(arena, writing->plan, *writing->options, FOR_PAPER);
    if (!type_open(&writing->type, document->text))
        return no_font(writing);
    const struct sheet sheet = sheet_for(writing->options);
    struct galley galley = galley_for(&writing->type, &sheet);
    set_document(&galley, document);
    return print(writing, &galley, document);
}

enum sc_status pdf_write(const struct sc_plan *plan, enum sc_format format,
                         const struct sc_page_options *options, struct sc_diagnostics *diagnostics,
                         char **bytes, size_t *length)
{
    (void)format;
    struct writing writing = {
        .plan = plan, .options = options, .diagnostics = diagnostics, .bytes = bytes, .length = length};
    enum sc_status status = call_in_new(ARENA_GOES, diagnostics, write_pdf, &writing);
    type_close(&writing.type);
    return status;
}
