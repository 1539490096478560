/* Sheets from files, from memory and from flags. */
#include "answers/sheet.h"

#include "support/call.h"
#include "support/clean.h"
#include "support/file.h"
#include "support/limits.h"
#include "support/near.h"
#include "yaml/yaml.h"
#include "json/json.h"

#include <errno.h>
#include <string.h>

struct sc_sheet *sheet_in(struct arena *arena, const struct sc_pack *pack)
{
    struct sc_sheet *sheet = arena_alloc(arena, sizeof *sheet);
    sheet->arena = arena;
    sheet->pack = pack;
    sheet->answers = arena_array(arena, pack->question_count, sizeof *sheet->answers);
    return sheet;
}

struct sheet_making {
    const struct sc_pack *pack;
    struct sc_sheet *sheet;
};

static enum sc_status make_sheet(struct arena *arena, void *context)
{
    struct sheet_making *making = context;
    making->sheet = sheet_in(arena, making->pack);
    return SC_OK;
}

struct sc_sheet *sc_sheet_new(const struct sc_pack *pack)
{
    struct sheet_making making = {pack, NULL};
    return call_in_new(ARENA_STAYS, NULL, make_sheet, &making) == SC_OK ? making.sheet : NULL;
}

void sc_sheet_free(struct sc_sheet *sheet)
{
    if (sheet != NULL)
        arena_free(sheet->arena);
}

bool sc_sheet_is_answered(const struct sc_sheet *sheet, size_t question)
{
    return sheet->answers[question].known;
}

static void report_unknown(const struct sc_sheet *sheet, struct place place, const char *name,
                           struct sc_diagnostics *diagnostics)
{
    struct near near = near_to(name);
    for (size_t i = 0; i < sheet->pack->question_count; i++)
        near_offer(&near, sheet->pack->questions[i].id);
    const char *hint = near.best != NULL ? arena_print(sheet->arena, "did you mean '%s'?", near.best) : NULL;
    diagnostics_error(diagnostics, place, hint, "the pack '%s' has no question '%s'", sheet->pack->id, name);
}

static const char *text_of_id(struct sc_sheet *sheet, const struct tree *tree, node_id id,
                              struct sc_diagnostics *diagnostics)
{
    const struct node *node = tree_node(tree, id);
    if (node->kind != NODE_SCALAR || node->length > LIMIT_SCALAR_BYTES) {
        diagnostics_error(diagnostics, tree_place(tree, id), NULL, "the id of a sheet is a word or a text");
        return NULL;
    }
    return node->length > 0 ? arena_text(sheet->arena, tree_text(tree, id)) : NULL;
}

static void take_one(struct sc_sheet *sheet, const struct tree *tree, node_id key, node_id value,
                     struct value *answers, struct sc_diagnostics *diagnostics)
{
    size_t number = pack_find_question(sheet->pack, tree_text(tree, key));
    if (number == SIZE_MAX) {
        report_unknown(sheet, tree_place(tree, key), tree_text(tree, key), diagnostics);
        return;
    }
    struct refusal refusal;
    struct value answer;
    node_id where;
    if (answer_from_node(sheet->arena, &sheet->pack->questions[number], tree, value, &answer, &refusal,
                         &where) == ANSWER_REFUSED)
        diagnostics_error(diagnostics, tree_place(tree, where), refusal.hint, "%s", refusal.why);
    else
        answers[number] = answer;
}

bool sheet_take(struct sc_sheet *sheet, const struct tree *tree, node_id mapping,
                struct sc_diagnostics *diagnostics)
{
    size_t errors = diagnostics_errors(diagnostics), count = sheet->pack->question_count;
    struct value *answers = arena_array(sheet->arena, count, sizeof *answers);
    if (count > 0)
        memcpy(answers, sheet->answers, count * sizeof *answers);
    const char *id = sheet->id;
    node_id inner = tree_find(tree, mapping, "answers", NULL);
    if (inner != 0) {
        node_id beside = tree_find(tree, mapping, "id", NULL);
        if (beside != 0)
            id = text_of_id(sheet, tree, beside, diagnostics);
        mapping = inner;
    }
    if (tree_node(tree, mapping)->kind != NODE_MAPPING) {
        diagnostics_error(diagnostics, tree_place(tree, mapping), NULL,
                          "a mapping from questions to answers is expected here");
        return false;
    }
    for (node_id key = tree_node(tree, mapping)->first; key != 0;) {
        node_id value = tree_node(tree, key)->next;
        if (inner == 0 && strcmp(tree_text(tree, key), "id") == 0)
            id = text_of_id(sheet, tree, value, diagnostics);
        else
            take_one(sheet, tree, key, value, answers, diagnostics);
        if (diagnostics_errors(diagnostics) - errors >= LIMIT_DIAGNOSTICS)
            return false; /* a sheet for something else: what follows would only repeat that */
        key = tree_node(tree, value)->next;
    }
    if (diagnostics_errors(diagnostics) > errors)
        return false;
    sheet->answers = answers;
    sheet->id = id;
    return true;
}

static bool ends_in(const char *name, const char *ending)
{
    size_t length = strlen(name), tail = strlen(ending);
    return length >= tail && strcmp(name + length - tail, ending) == 0;
}

/* By the ending of the name; else by the first character after blanks. */
static bool is_json(const struct source *source)
{
    if (ends_in(source->name, ".json"))
        return true;
    if (ends_in(source->name, ".yaml") || ends_in(source->name, ".yml"))
        return false;
    for (size_t i = 0; i < source->length; i++)
        if (strchr(" \t\r\n", source->bytes[i]) == NULL || source->bytes[i] == '\0')
            return source->bytes[i] == '{' || source->bytes[i] == '[';
    return false;
}

static enum sc_status take_source(struct sc_sheet *sheet, const struct source *source,
                                  struct sc_diagnostics *diagnostics)
{
    const struct tree *tree = is_json(source) ? json_read(sheet->arena, source, diagnostics)
                                              : yaml_read(sheet->arena, source, diagnostics);
    size_t errors = diagnostics_errors(diagnostics);
    if (tree == NULL || !sheet_take(sheet, tree, 1, diagnostics))
        return SC_INVALID;
    return diagnostics_errors(diagnostics) > errors ? SC_INVALID : SC_OK;
}

/* One source of answers, for all three ways to give them. */
struct taking {
    struct sc_sheet *sheet;
    struct sc_diagnostics *diagnostics;
    const char *name, *bytes; /* of a file its path alone; of a flag the assignment alone */
    size_t length;
};

/* What went well is kept, so that it can be read again. */
static void keep_part(struct sc_sheet *sheet, const struct source *source, enum sheet_origin origin)
{
    sheet->parts = arena_grow(sheet->arena, sheet->parts, sheet->part_count, &sheet->part_capacity,
                              sizeof *sheet->parts);
    sheet->parts[sheet->part_count++] = (struct sheet_part){source, origin};
}

static enum sc_status take_bytes(struct arena *arena, void *context)
{
    const struct taking *taking = context;
    struct sc_sheet *sheet = taking->sheet;
    size_t errors = diagnostics_errors(taking->diagnostics);
    struct value *before = sheet->answers;
    const char *id = sheet->id;
    struct source *source = arena_alloc(arena, sizeof *source);
    *source = (struct source){arena_text(arena, taking->name),
                              arena_copy(arena, taking->bytes, taking->length), taking->length};
    enum sc_status status = take_source(sheet, source, taking->diagnostics);
    /* What only YAML refuses (a tag, a key that stands twice) is found before the answers are looked at. */
    if (status == SC_OK && diagnostics_errors(taking->diagnostics) == errors) {
        keep_part(sheet, source, FROM_FILE);
        return SC_OK;
    }
    sheet->answers = before;
    sheet->id = id;
    return SC_INVALID;
}

enum sc_status sc_sheet_read_bytes(struct sc_sheet *sheet, const char *name, const char *bytes, size_t length,
                                   struct sc_diagnostics *diagnostics)
{
    struct taking taking = {sheet, diagnostics, name, bytes, length};
    return call_in(sheet->arena, diagnostics, take_bytes, &taking);
}

static void report_unreadable(struct sc_sheet *sheet, const char *path, enum file_outcome outcome,
                              struct sc_diagnostics *diagnostics)
{
    int failure = errno;
    struct source *source = arena_alloc(sheet->arena, sizeof *source);
    source->name = arena_text(sheet->arena, path);
    const char *why = outcome == FILE_IS_FOLDER   ? "it is a folder"
                      : outcome == FILE_TOO_LARGE ? "it is larger than 10 MiB"
                                                  : strerror(failure);
    diagnostics_error(diagnostics, (struct place){source, 0, 0}, NULL, "cannot be read: %s", why);
}

static enum sc_status take_file(struct arena *arena, void *context)
{
    struct taking *taking = context;
    struct file_bytes file = {0};
    enum file_outcome outcome = file_read(arena, taking->name, LIMIT_FILE_BYTES, &file);
    if (outcome != FILE_DONE) {
        report_unreadable(taking->sheet, taking->name, outcome, taking->diagnostics);
        return outcome == FILE_TOO_LARGE ? SC_INVALID : SC_IO;
    }
    if (strcmp(taking->name, "-") == 0)
        taking->name = "standard input";
    taking->bytes = file.bytes;
    taking->length = file.length;
    return take_bytes(arena, taking);
}

enum sc_status sc_sheet_read(struct sc_sheet *sheet, const char *path, struct sc_diagnostics *diagnostics)
{
    struct taking taking = {.sheet = sheet, .diagnostics = diagnostics, .name = path};
    return call_in(sheet->arena, diagnostics, take_file, &taking);
}

static void set_answer(struct sc_sheet *sheet, const struct source *source,
                       struct sc_diagnostics *diagnostics)
{
    const char *equals = strchr(source->bytes, '=');
    struct place place = {source, 1, 1};
    if (equals == NULL) {
        diagnostics_error(diagnostics, place, "write -s question=answer", "'%s' has no '='", source->bytes);
        return;
    }
    const char *id = arena_copy(sheet->arena, source->bytes, (size_t)(equals - source->bytes));
    if (strcmp(id, "id") == 0) {
        sheet->id = equals[1] != '\0' ? equals + 1 : NULL;
        return;
    }
    size_t number = pack_find_question(sheet->pack, id);
    if (number == SIZE_MAX) {
        report_unknown(sheet, place, id, diagnostics);
        return;
    }
    struct refusal refusal;
    struct value value;
    if (answer_from_words(sheet->arena, &sheet->pack->questions[number], equals + 1, &value, &refusal) ==
        ANSWER_REFUSED) {
        place.column = (uint32_t)strlen(id) + 2;
        diagnostics_error(diagnostics, place, refusal.hint, "%s", refusal.why);
        return;
    }
    sheet->answers[number] = value;
}

static enum sc_status take_flag(struct arena *arena, void *context)
{
    const struct taking *taking = context;
    size_t errors = diagnostics_errors(taking->diagnostics);
    struct source *source = arena_alloc(arena, sizeof *source);
    *source = (struct source){"-s", arena_copy(arena, taking->bytes, taking->length), taking->length};
    if (source_is_clean(source, taking->diagnostics))
        set_answer(taking->sheet, source, taking->diagnostics);
    if (diagnostics_errors(taking->diagnostics) > errors)
        return SC_INVALID;
    keep_part(taking->sheet, source, FROM_FLAG);
    return SC_OK;
}

enum sc_status sc_sheet_set(struct sc_sheet *sheet, const char *assignment,
                            struct sc_diagnostics *diagnostics)
{
    struct taking taking = {
        .sheet = sheet, .diagnostics = diagnostics, .bytes = assignment, .length = strlen(assignment)};
    return call_in(sheet->arena, diagnostics, take_flag, &taking);
}

enum sc_status sc_sheet_reread(const struct sc_sheet *from, const struct sc_pack *pack,
                               struct sc_diagnostics *diagnostics, struct sc_sheet **sheet)
{
    struct sc_sheet *made = sc_sheet_new(pack);
    enum sc_status worst = made != NULL ? SC_OK : SC_NO_MEMORY;
    /* What is wrong in one does not hide what is wrong in the next. */
    for (size_t i = 0; i < from->part_count && worst != SC_NO_MEMORY; i++) {
        const struct source *source = from->parts[i].source;
        enum sc_status read =
            from->parts[i].origin == FROM_FLAG
                ? sc_sheet_set(made, source->bytes, diagnostics)
                : sc_sheet_read_bytes(made, source->name, source->bytes, source->length, diagnostics);
        worst = read != SC_OK ? read : worst;
    }
    if (worst == SC_OK)
        *sheet = made;
    else
        sc_sheet_free(made);
    return worst;
}
