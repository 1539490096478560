/* Reading the files that pack.yaml lists. */
#include "pack/files.h"

#include "support/digest.h"
#include "support/file.h"
#include "support/limits.h"
#include "yaml/yaml.h"

#include <errno.h>
#include <string.h>

static void complain_outcome(struct sc_diagnostics *diagnostics, struct place place, const char *path,
                             enum file_outcome outcome, int failure)
{
    switch (outcome) {
    case FILE_OUTSIDE:
        diagnostics_error(diagnostics, place, NULL, "'%s' lies outside the pack's folder", path);
        break;
    case FILE_IS_FOLDER:
        diagnostics_error(diagnostics, place, NULL, "'%s' is a folder, not a file", path);
        break;
    case FILE_IRREGULAR:
        diagnostics_error(diagnostics, place, NULL, "'%s' is not a regular file", path);
        break;
    case FILE_TOO_LARGE:
        diagnostics_error(diagnostics, place, NULL, "'%s' is larger than %d MiB", path,
                          LIMIT_FILE_BYTES / 1024 / 1024);
        break;
    default:
        diagnostics_error(diagnostics, place, NULL, "'%s' cannot be read: %s", path, strerror(failure));
        break;
    }
}

/* The bytes of one file inside the folder. false: reported at `place`. */
static bool take_file(struct arena *arena, struct sc_diagnostics *diagnostics, const char *folder,
                      const char *path, struct place place, struct pack_file *file)
{
    struct file_bytes bytes = {0};
    if (strlen(path) > LIMIT_PATH_BYTES) {
        diagnostics_error(diagnostics, place, NULL, "a path longer than %d bytes", LIMIT_PATH_BYTES);
        return false;
    }
    enum file_outcome outcome = file_read_inside(arena, folder, path, LIMIT_FILE_BYTES, &bytes);
    if (outcome != FILE_DONE) {
        complain_outcome(diagnostics, place, path, outcome, errno);
        return false;
    }
    struct source *source = arena_alloc(arena, sizeof *source);
    *source = (struct source){arena_print(arena, "%s/%s", folder, path), bytes.bytes, bytes.length};
    *file = (struct pack_file){path, NULL, source};
    return true;
}

const struct tree *read_file_tree(struct arena *arena, struct sc_diagnostics *diagnostics, const char *folder,
                                  const char *path, struct place place, struct pack_file *file)
{
    if (!take_file(arena, diagnostics, folder, path, place, file))
        return NULL;
    file->tree = yaml_read(arena, file->source, diagnostics);
    return file->tree;
}

const struct tree *translation_tree(struct arena *arena, const struct translation *translation,
                                    struct sc_diagnostics *diagnostics)
{
    return translation->tree != NULL ? translation->tree : yaml_read(arena, translation->source, diagnostics);
}

/* Every list of files ends here: `files` in its order, and the values of `translations`. */
struct listed {
    struct pack_file files[LIMIT_FILES];
    size_t count;
    bool all_bytes; /* each was found and read */
};

/* The file that is listed here, its bytes taken. NULL: reported. */
static struct pack_file *take_listed(struct reading *reading, const char *folder, struct spot spot,
                                     struct listed *listed)
{
    const char *path = scalar_text(reading, spot);
    if (path == NULL)
        return NULL;
    for (size_t i = 0; i < listed->count; i++)
        if (strcmp(listed->files[i].path, path) == 0) {
            complain(reading, spot, NULL, "'%s' is listed twice", path);
            return NULL;
        }
    if (listed->count == LIMIT_FILES) {
        complain(reading, spot, NULL, "more than %d files", LIMIT_FILES);
        return NULL;
    }
    struct pack_file *file = &listed->files[listed->count++];
    file->path = path;
    return take_file(reading->arena, reading->diagnostics, folder, path, spot_place(spot), file) ? file
                                                                                                 : NULL;
}

static void read_list(struct reading *reading, const char *folder, struct spot list, struct listed *listed)
{
    if (!spot_is_there(list) || !expect_sequence(reading, list, "files"))
        return;
    for (node_id id = tree_node(list.tree, list.id)->first; id != 0; id = tree_node(list.tree, id)->next) {
        struct pack_file *file = take_listed(reading, folder, (struct spot){list.tree, id}, listed);
        if (file != NULL)
            file->tree = yaml_read(reading->arena, file->source, reading->diagnostics);
        else
            listed->all_bytes = false;
        if (file == NULL || file->tree == NULL)
            reading->names_missing = true;
    }
}

static void read_translations(struct reading *reading, const char *folder, struct spot mapping,
                              struct listed *listed)
{
    if (!spot_is_there(mapping))
        return;
    if (tree_node(mapping.tree, mapping.id)->kind != NODE_MAPPING) {
        complain(reading, mapping, NULL, "a mapping from languages to files is expected here");
        return;
    }
    struct translation *translations =
        arena_array(reading->arena, tree_node(mapping.tree, mapping.id)->length / 2, sizeof *translations);
    for (node_id id = tree_node(mapping.tree, mapping.id)->first; id != 0;) {
        struct spot value = {mapping.tree, tree_node(mapping.tree, id)->next};
        const struct pack_file *file = take_listed(reading, folder, value, listed);
        if (file != NULL)
            translations[reading->translation_count++] =
                (struct translation){tree_text(mapping.tree, id), NULL, file->source, spot_place(value)};
        else
            listed->all_bytes = false;
        id = tree_node(mapping.tree, value.id)->next;
    }
    reading->translations = translations;
}

static void digest_files(struct reading *reading, const struct listed *listed)
{
    struct digest *digest = arena_alloc(reading->arena, digest_size());
    digest_start(digest);
    for (size_t i = 0; i < listed->count; i++)
        digest_add_file(digest, listed->files[i].path, listed->files[i].source->bytes,
                        listed->files[i].source->length);
    digest_finish(digest, reading->pack->sha256);
}

/* A later format may mean something else by the same keys, so nothing else is said about it. */
static bool is_this_format(struct reading *reading, const struct tree *tree)
{
    struct spot version = spot_of((struct spot){tree, 1}, "stepcare");
    if (!spot_is_there(version))
        return true; /* the missing key is reported with the others */
    const char *text = scalar_text(reading, version);
    if (text != NULL && strcmp(text, "1") != 0)
        complain(reading, version, NULL, "this program reads pack format 1, not '%s'", text);
    return text != NULL && strcmp(text, "1") == 0;
}

enum files_outcome read_files(struct reading *reading, const char *folder)
{
    struct listed *listed = arena_alloc(reading->arena, sizeof *listed);
    listed->all_bytes = true;
    struct source *whole = arena_alloc(reading->arena, sizeof *whole);
    whole->name = folder;
    const struct tree *tree = read_file_tree(reading->arena, reading->diagnostics, folder, "pack.yaml",
                                             (struct place){whole, 0, 0}, &listed->files[0]);
    if (tree == NULL)
        return listed->files[0].source == NULL ? FILES_NO_PACK : FILES_NOT_A_PACK;
    if (!is_this_format(reading, tree))
        return FILES_NOT_A_PACK;
    listed->count = 1;
    struct spot root = {tree, 1};
    read_list(reading, folder, spot_of(root, "files"), listed);
    size_t own = listed->count;
    read_translations(reading, folder, spot_of(root, "translations"), listed);
    reading->files = listed->files;
    reading->file_count = own;
    if (listed->all_bytes)
        digest_files(reading, listed);
    return FILES_READ;
}
