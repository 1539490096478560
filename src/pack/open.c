/* Opening a pack: from a folder or from the tables that are built in. */
#include "pack/files.h"
#include "support/call.h"
#include "support/near.h"

#include <string.h>

enum reach { WHOLE, FOR_PLANS };

static void read_sections(struct reading *reading, enum reach reach)
{
    reading->pack->translations = reading->translations;
    reading->pack->translation_count = reading->translation_count;
    gather(reading);
    read_all_questions(reading);
    make_scopes(reading);
    read_pack_head(reading);
    read_all_facts(reading);
    read_all_evidence(reading);
    read_all_alerts(reading);
    read_all_phases(reading);
    if (reach == WHOLE)
        read_all_invariants(reading);
}

static struct reading *reading_new(struct arena *arena, struct sc_diagnostics *diagnostics)
{
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    reading->arena = arena;
    reading->diagnostics = diagnostics;
    reading->pack = arena_alloc(arena, sizeof *reading->pack);
    reading->pack->arena = arena;
    return reading;
}

static enum sc_status read_folder(struct reading *reading, const char *folder)
{
    char *name = arena_text(reading->arena, folder);
    for (size_t length = strlen(name); length > 1 && name[length - 1] == '/'; length--)
        name[length - 1] = '\0';
    reading->pack->folder = reading->pack->name = name;
    size_t errors = diagnostics_errors(reading->diagnostics);
    switch (read_files(reading, name)) {
    case FILES_NO_PACK:
        return SC_IO;
    case FILES_NOT_A_PACK:
        return SC_INVALID;
    case FILES_READ:
        break;
    }
    read_sections(reading, WHOLE);
    if (diagnostics_errors(reading->diagnostics) == errors)
        return SC_OK;
    /* No plan comes of it in any language: now all that is wrong is said. */
    for (size_t i = 0; i < reading->translation_count; i++)
        translation_tree(reading->arena, &reading->translations[i], reading->diagnostics);
    return SC_INVALID;
}

static const struct builtin_pack *find_builtin(const char *name)
{
    for (const struct builtin_pack *builtin = builtin_packs; builtin->name != NULL; builtin++)
        if (strcmp(builtin->name, name) == 0)
            return builtin;
    return NULL;
}

static enum sc_status read_builtin(struct reading *reading, const struct builtin_pack *builtin,
                                   enum reach reach)
{
    struct pack_file *files = arena_array(reading->arena, builtin->file_count, sizeof *files);
    for (size_t i = 0; i < builtin->file_count; i++)
        files[i] = (struct pack_file){.path = builtin->files[i].path, .tree = &builtin->files[i].tree};
    struct translation *translations =
        arena_array(reading->arena, builtin->translation_count, sizeof *translations);
    for (size_t i = 0; i < builtin->translation_count; i++)
        translations[i] =
            (struct translation){builtin->languages[i], &builtin->translations[i].tree, NULL, {NULL, 0, 0}};
    reading->translations = translations;
    reading->translation_count = builtin->translation_count;
    reading->files = files;
    reading->file_count = builtin->file_count;
    reading->pack->builtin = builtin;
    reading->pack->name = builtin->name;
    memcpy(reading->pack->sha256, builtin->sha256, sizeof reading->pack->sha256);
    size_t errors = diagnostics_errors(reading->diagnostics);
    reading->trusted = true;
    read_sections(reading, reach);
    return diagnostics_errors(reading->diagnostics) > errors ? SC_INVALID : SC_OK;
}

/* Either a folder or a built-in pack. */
struct opening {
    const char *folder;
    const struct builtin_pack *builtin;
    enum reach reach;
    struct sc_diagnostics *diagnostics;
    struct sc_pack **pack;
};

static enum sc_status open_in(struct arena *arena, void *context)
{
    const struct opening *opening = context;
    struct reading *reading = reading_new(arena, opening->diagnostics);
    enum sc_status status = opening->builtin != NULL ? read_builtin(reading, opening->builtin, opening->reach)
                                                     : read_folder(reading, opening->folder);
    if (status == SC_OK)
        *opening->pack = reading->pack;
    return status;
}

enum sc_status sc_pack_open_folder(const char *folder, struct sc_diagnostics *diagnostics,
                                   struct sc_pack **pack)
{
    struct opening opening = {folder, NULL, WHOLE, diagnostics, pack};
    return call_in_new(ARENA_STAYS, diagnostics, open_in, &opening);
}

static enum sc_status open_builtin(const char *name, enum reach reach, struct sc_diagnostics *diagnostics,
                                   struct sc_pack **pack)
{
    struct opening opening = {NULL, find_builtin(name), reach, diagnostics, pack};
    if (opening.builtin == NULL)
        return SC_NOT_FOUND;
    return call_in_new(ARENA_STAYS, diagnostics, open_in, &opening);
}

enum sc_status sc_pack_open_builtin(const char *name, struct sc_diagnostics *diagnostics,
                                    struct sc_pack **pack)
{
    return open_builtin(name, WHOLE, diagnostics, pack);
}

enum sc_status sc_pack_open_builtin_for_plans(const char *name, struct sc_diagnostics *diagnostics,
                                              struct sc_pack **pack)
{
    return open_builtin(name, FOR_PLANS, diagnostics, pack);
}

void sc_pack_free(struct sc_pack *pack)
{
    if (pack != NULL)
        arena_free(pack->arena);
}

const char *sc_builtin_name(size_t number)
{
    for (size_t i = 0; builtin_packs[i].name != NULL; i++)
        if (i == number)
            return builtin_packs[i].name;
    return NULL;
}

const char *sc_builtin_near(const char *name)
{
    struct near near = near_to(name);
    for (const struct builtin_pack *builtin = builtin_packs; builtin->name != NULL; builtin++)
        near_offer(&near, builtin->name);
    return near.best;
}
