/* The files of cases/: found and checked, for whoever runs them. */
#include "pack/files.h"
#include "support/limits.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static bool is_case_name(const char *name)
{
    size_t length = strlen(name);
    return name[0] != '.' && length > 5 && strcmp(name + length - 5, ".yaml") == 0;
}

/* The paths of the cases in a folder, by name. An open folder is not held where memory could end. */
static const char **list_folder(struct arena *arena, const char *folder, size_t *count,
                                struct sc_diagnostics *diagnostics)
{
    const char *path = arena_print(arena, "%s/cases", folder);
    size_t capacity = LIMIT_CASES;
    const char **paths = arena_array(arena, capacity, sizeof *paths);
    char *names = arena_array(arena, capacity, LIMIT_CASE_NAME);
    struct source *source = arena_alloc(arena, sizeof *source);
    source->name = path;
    DIR *open_folder = opendir(path);
    *count = 0;
    if (open_folder == NULL) {
        if (errno != ENOENT)
            diagnostics_error(diagnostics, (struct place){source, 0, 0}, NULL, "cannot be read: %s",
                              strerror(errno));
        return paths;
    }
    size_t too_long = 0, too_many = 0;
    for (const struct dirent *entry = readdir(open_folder); entry != NULL; entry = readdir(open_folder)) {
        size_t length = strlen(entry->d_name);
        if (!is_case_name(entry->d_name))
            continue;
        too_long += length >= LIMIT_CASE_NAME;
        too_many += *count == capacity;
        if (length >= LIMIT_CASE_NAME || *count == capacity)
            continue;
        memcpy(names + *count * LIMIT_CASE_NAME, entry->d_name, length + 1);
        (*count)++;
    }
    closedir(open_folder);
    if (too_long > 0)
        diagnostics_error(diagnostics, (struct place){source, 0, 0}, NULL,
                          "the name of a case is longer than %d bytes", LIMIT_CASE_NAME - 1);
    if (too_many > 0)
        diagnostics_error(diagnostics, (struct place){source, 0, 0}, NULL, "more than %d cases", LIMIT_CASES);
    for (size_t i = 0; i < *count; i++)
        paths[i] = arena_print(arena, "cases/%s", names + i * LIMIT_CASE_NAME);
    if (*count > 1)
        qsort(paths, *count, sizeof *paths, by_text);
    return paths;
}

static bool take_case(struct arena *arena, const struct tree *tree, const char *path, struct case_file *file,
                      struct sc_diagnostics *diagnostics)
{
    struct reading *reading = arena_alloc(arena, sizeof *reading);
    *reading = (struct reading){.arena = arena, .diagnostics = diagnostics};
    struct spot root = {tree, 1};
    *file = (struct case_file){.path = path, .tree = tree};
    if (!read_section(reading, root, SECTION_CASE, file))
        return false;
    file->answers = spot_of(root, "answers").id;
    file->expect = spot_of(root, "expect").id;
    if (file->expect == 0 || file->answers == 0)
        return false;
    if (tree_node(tree, file->answers)->kind != NODE_MAPPING) {
        complain(reading, spot_of(root, "answers"), NULL,
                 "a mapping from questions to answers is expected here");
        return false;
    }
    return check_keys(reading, (struct spot){tree, file->expect}, SECTION_EXPECT);
}

struct case_file *pack_read_cases(struct arena *arena, const struct sc_pack *pack, size_t *count,
                                  struct sc_diagnostics *diagnostics)
{
    size_t found = pack->builtin != NULL ? pack->builtin->case_count : 0;
    const char **paths = pack->builtin == NULL ? list_folder(arena, pack->folder, &found, diagnostics) : NULL;
    struct case_file *files = arena_array(arena, found, sizeof *files);
    *count = 0;
    for (size_t i = 0; i < found; i++) {
        const struct tree *tree;
        const char *path;
        if (pack->builtin != NULL) {
            tree = &pack->builtin->cases[i].tree;
            path = pack->builtin->cases[i].path;
        } else {
            struct source *source = arena_alloc(arena, sizeof *source);
            struct pack_file file = {0};
            source->name = pack->folder;
            path = paths[i];
            tree =
                read_file_tree(arena, diagnostics, pack->folder, path, (struct place){source, 0, 0}, &file);
        }
        if (tree != NULL && take_case(arena, tree, path, &files[*count], diagnostics))
            (*count)++;
    }
    return files;
}
