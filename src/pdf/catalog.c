/* An update at the end of the file (ISO 32000-1, 7.5.6): some objects again, each with more keys, and a table
 * of where they lie. In PDF 1.4 every object stands openly in the file; Cairo numbers its elements in the
 * order in which they were begun. Whatever is found otherwise is an error: nothing is guessed.
 *
 * libqpdf could do the same, but it would read and write all of the thousand objects, which takes a third as
 * long as it takes to make them; qpdf checks the outcome in the tests. */
#include "pdf/catalog.h"

#include "support/text.h"

#include <md5.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRY_BYTES = 20, TAIL_BYTES = 64 };

/* A piece of the file. */
struct extent {
    const char *bytes;
    size_t length;
};

struct table {
    size_t at, count; /* where it lies in the file; objects in it, with the one that is never used */
    const char *entries;
    size_t root, info; /* numbers of objects */
};

/* ---- What is there ---- */

static bool begins_with(struct extent piece, const char *words)
{
    size_t length = strlen(words);
    return piece.length >= length && memcmp(piece.bytes, words, length) == 0;
}

/* From the words on; empty where they are not found. */
static struct extent from(struct extent piece, const char *words)
{
    for (; piece.length > 0 && !begins_with(piece, words); piece.bytes++)
        piece.length--;
    return piece;
}

static struct extent behind_blanks(struct extent piece)
{
    for (; piece.length > 0 && (piece.bytes[0] == ' ' || piece.bytes[0] == '\n'); piece.bytes++)
        piece.length--;
    return piece;
}

/* What stands behind a key of this piece. */
static struct extent value_of(struct extent piece, const char *key)
{
    struct extent found = from(piece, key);
    size_t length = found.length > 0 ? strlen(key) : 0;
    return behind_blanks((struct extent){found.bytes + length, found.length - length});
}

/* 0: there is none. */
static size_t number_of(struct extent piece, const char *key)
{
    struct extent digits = value_of(piece, key);
    size_t number = 0;
    for (size_t i = 0; i < digits.length && digits.bytes[i] >= '0' && digits.bytes[i] <= '9'; i++)
        number = number < SIZE_MAX / 20 ? number * 10 + (size_t)(digits.bytes[i] - '0') : number;
    return number;
}

static bool find_table(const struct buffer *pdf, struct table *table)
{
    if (pdf->length < TAIL_BYTES)
        return false;
    table->at = number_of((struct extent){pdf->bytes + pdf->length - TAIL_BYTES, TAIL_BYTES}, "startxref");
    if (table->at == 0 || table->at >= pdf->length)
        return false;
    struct extent rest = {pdf->bytes + table->at, pdf->length - table->at}, trailer = from(rest, "trailer");
    table->count = number_of(rest, "xref\n0 ");
    table->root = number_of(trailer, "/Root");
    table->info = number_of(trailer, "/Info");
    if (!begins_with(rest, "xref\n0 ") || trailer.length == 0 || table->count >= rest.length / ENTRY_BYTES)
        return false;
    table->entries = trailer.bytes - table->count * ENTRY_BYTES;
    return table->entries > rest.bytes && table->root > 0 && table->root < table->count && table->info > 0;
}

/* The dictionary of an object, from "<<" to before its last ">>"; empty where it has none. */
static struct extent dictionary_of(const struct buffer *pdf, const struct table *table, size_t number)
{
    const struct extent nothing = {pdf->bytes, 0};
    size_t offset = strtoul(table->entries + number * ENTRY_BYTES, NULL, 10);
    if (offset == 0 || offset >= table->at)
        return nothing;
    struct extent object = {pdf->bytes + offset, table->at - offset};
    struct extent dictionary = value_of(object, " obj");
    size_t end = dictionary.length - from(dictionary, "\nendobj").length;
    while (end > 0 && dictionary.bytes[end - 1] != '>')
        end--;
    return begins_with(dictionary, "<<") && end > 4 ? (struct extent){dictionary.bytes, end - 2} : nothing;
}

/* ---- What is added ---- */

struct update {
    struct buffer *pdf;
    const struct catalog *catalog;
    struct table table;
    struct buffer objects, places; /* the objects again; the table of where they lie */
    size_t figures, rows;          /* met so far; the rows, of this table */
};

/* A text as UTF-16. */
static void add_string(struct buffer *out, const char *words)
{
    size_t length = strlen(words);
    buffer_text(out, "<FEFF");
    for (size_t i = 0, size = 0; i < length; i += size) {
        uint32_t character = text_character(words + i, length - i, &size);
        if (character < 0x10000)
            buffer_print(out, "%04X", (unsigned)character);
        else
            buffer_print(out, "%04X%04X", (unsigned)(0xD7C0 + (character >> 10)),
                         (unsigned)(0xDC00 + (character & 0x3FF)));
    }
    buffer_char(out, '>');
}

static void add_language(struct update *update, struct buffer *keys)
{
    buffer_text(keys, "   /ViewerPreferences << /DisplayDocTitle true >>\n   /Lang ");
    add_string(keys, update->catalog->language);
    buffer_char(keys, '\n');
}

static void add_alternative(struct update *update, struct buffer *keys)
{
    size_t number = update->figures++;
    if (number >= update->catalog->figure_count || update->catalog->alternatives[number] == NULL)
        return;
    buffer_text(keys, "   /Alt ");
    add_string(keys, update->catalog->alternatives[number]);
    buffer_char(keys, '\n');
}

static void begin_table(struct update *update, struct buffer *keys)
{
    (void)keys;
    update->rows = 0;
}

static void begin_row(struct update *update, struct buffer *keys)
{
    (void)keys;
    update->rows++;
}

/* The first row holds the headers of the columns. */
static void add_scope(struct update *update, struct buffer *keys)
{
    buffer_print(keys, "   /A << /O /Table /Scope /%s >>\n", update->rows == 1 ? "Column" : "Row");
}

static const struct {
    const char *type;
    void (*add)(struct update *update, struct buffer *keys);
} kinds[] = {
    {"/Catalog\n", add_language}, {"/Figure\n", add_alternative}, {"/Table\n", begin_table},
    {"/TR\n", begin_row},         {"/TH\n", add_scope},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static void add_object(struct update *update, size_t number, struct extent dictionary, const char *keys)
{
    buffer_print(&update->places, "%zu 1\n%010zu 00000 n \n", number,
                 update->pdf->length + update->objects.length);
    buffer_print(&update->objects, "%zu 0 obj\n", number);
    buffer_bytes(&update->objects, dictionary.bytes, dictionary.length);
    buffer_print(&update->objects, "%s>>\nendobj\n", keys);
}

/* An element is told by its /S, any other object by its /Type. */
static void add_to(struct update *update, size_t number, struct extent dictionary)
{
    struct extent type = value_of(dictionary, "/Type");
    struct buffer keys = buffer_in(update->pdf->arena);
    if (begins_with(type, "/StructElem"))
        type = value_of(dictionary, "/S ");
    for (size_t i = 0; i < KINDS; i++)
        if (begins_with(type, kinds[i].type))
            kinds[i].add(update, &keys);
    if (keys.length > 0)
        add_object(update, number, dictionary, buffer_string(&keys));
}

/* The identifier need not be safe against anyone: the standard advises this digest (14.4), the quickest. */
static void add_trailer(struct update *update)
{
    struct buffer *pdf = update->pdf;
    char id[MD5_DIGEST_STRING_LENGTH];
    buffer_bytes(pdf, update->objects.bytes, update->objects.length);
    MD5Data((const uint8_t *)pdf->bytes, pdf->length, id);
    size_t at = pdf->length;
    buffer_print(pdf, "xref\n%strailer\n<< /Size %zu\n   /Root %zu 0 R\n   /Info %zu 0 R\n   /Prev %zu\n",
                 buffer_string(&update->places), update->table.count, update->table.root, update->table.info,
                 update->table.at);
    buffer_print(pdf, "   /ID [<%s> <%s>]\n>>\nstartxref\n%zu\n%%%%EOF\n", id, id, at);
}

bool catalog_add(struct buffer *pdf, const struct catalog *catalog)
{
    struct update update = {
        .pdf = pdf, .catalog = catalog, .objects = buffer_in(pdf->arena), .places = buffer_in(pdf->arena)};
    if (!find_table(pdf, &update.table))
        return false;
    bool has_root =
        begins_with(value_of(dictionary_of(pdf, &update.table, update.table.root), "/Type"), "/Catalog");
    for (size_t number = 1; number < update.table.count; number++)
        add_to(&update, number, dictionary_of(pdf, &update.table, number));
    if (!has_root || update.figures != catalog->figure_count)
        return false;
    add_trailer(&update);
    return true;
}
