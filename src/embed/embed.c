/* Run when the program is built: checks the packs in a folder and writes them as one C file of constant
 * tables, so that no YAML is read for them when the program starts.
 *
 * stepcare-embed OUTPUT.c FOLDER */
#include "pack/files.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void write_tree(FILE *out, const struct tree *tree, const char *name, const char *path, int number)
{
    size_t bytes = 0;
    fprintf(out, "static const struct source source_%d = {\"%s/%s\", NULL, 0};\n", number, name, path);
    fprintf(out, "static const struct node nodes_%d[] = {\n", number);
    for (size_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        fprintf(out, "{%u,%u,%u,%u,%u,%u,%u,%u},\n", node->text, node->length, node->first, node->next,
                node->line, node->column, (unsigned)node->kind, (unsigned)node->style);
        if (node->kind == NODE_SCALAR && node->text + node->length + 1 > bytes)
            bytes = node->text + node->length + 1;
    }
    fprintf(out, "};\nstatic const char bytes_%d[] = {", number);
    for (size_t i = 0; i < bytes; i++)
        fprintf(out, "%d,%s", tree->bytes[i], i % 40 == 39 ? "\n" : "");
    fprintf(out, "0};\n");
}

static void write_files(FILE *out, const char *list, int pack, const char *const *paths,
                        const struct tree *const *trees, size_t count, int first)
{
    fprintf(out, "static const struct builtin_file %s_%d[] = {\n", list, pack);
    for (size_t i = 0; i < count; i++) {
        int number = first + (int)i;
        fprintf(out, "{\"%s\", {nodes_%d, %zu, bytes_%d, &source_%d}},\n", paths[i], number, trees[i]->count,
                number, number);
    }
    fprintf(out, "{0}};\n");
}

/* "translations/es.yaml" of "plans/name/translations/es.yaml". */
static const char *path_in(const struct tree *tree, const char *folder)
{
    return tree->source->name + strlen(folder) + 1;
}

/* The files, the cases and the translations of one pack; *number goes on from pack to pack. */
static void write_pack(FILE *out, struct arena *arena, struct sc_diagnostics *diagnostics,
                       const struct sc_pack *pack, const char *name, int which, int *number,
                       struct buffer *rows)
{
    struct sc_pack *digested = arena_alloc(arena, sizeof *digested);
    struct reading reading = {.arena = arena, .diagnostics = diagnostics, .pack = digested};
    if (read_files(&reading, pack->folder) != FILES_READ)
        return; /* it was read a moment ago; what has changed since was reported */
    size_t case_count = 0;
    const struct case_file *cases = pack_read_cases(arena, pack, &case_count, diagnostics);
    size_t others = reading.file_count + case_count, all = others + reading.translation_count;
    const char **paths = arena_array(arena, all, sizeof *paths);
    const struct tree **trees = arena_array(arena, all, sizeof *trees);
    for (size_t i = 0; i < all; i++) {
        bool is_file = i < reading.file_count, is_case = !is_file && i < others;
        const struct tree *translation =
            i >= others ? translation_tree(arena, &reading.translations[i - others], diagnostics) : NULL;
        paths[i] = is_file   ? reading.files[i].path
                   : is_case ? cases[i - reading.file_count].path
                             : path_in(translation, pack->folder);
        trees[i] = is_file   ? reading.files[i].tree
                   : is_case ? cases[i - reading.file_count].tree
                             : translation;
        write_tree(out, trees[i], name, paths[i], *number + (int)i);
    }
    write_files(out, "files", which, paths, trees, reading.file_count, *number);
    write_files(out, "cases", which, paths + reading.file_count, trees + reading.file_count, case_count,
                *number + (int)reading.file_count);
    write_files(out, "translations", which, paths + others, trees + others, reading.translation_count,
                *number + (int)others);
    fprintf(out, "static const char *const languages_%d[] = {", which);
    for (size_t i = 0; i < reading.translation_count; i++)
        fprintf(out, "\"%s\", ", reading.translations[i].language);
    fprintf(out, "0};\n");
    *number += (int)all;
    buffer_print(rows,
                 "{\"%s\", \"%s\", files_%d, %zu, cases_%d, %zu, languages_%d, translations_%d, %zu},\n",
                 name, digested->sha256, which, reading.file_count, which, case_count, which, which,
                 reading.translation_count);
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The names of the folders in `folder`, in order. */
static size_t list_packs(struct arena *arena, const char *folder, const char **names, size_t most)
{
    size_t count = 0;
    DIR *packs = opendir(folder);
    if (packs == NULL)
        return 0;
    for (const struct dirent *entry = readdir(packs); entry != NULL && count < most; entry = readdir(packs))
        if (entry->d_name[0] != '.')
            names[count++] = arena_text(arena, entry->d_name);
    closedir(packs);
    qsort(names, count, sizeof *names, by_text);
    return count;
}

static void embed(FILE *out, struct arena *arena, struct escape *escape, struct sc_diagnostics *diagnostics,
                  const char *folder)
{
    const char *names[64];
    size_t count = list_packs(arena, folder, names, 64);
    struct buffer rows = buffer_in(arena);
    int number = 0;
    fputs("/* Made from the packs by stepcare-embed. */\n#include \"pack/pack.h\"\n", out);
    for (size_t i = 0; i < count; i++) {
        struct sc_pack *pack = NULL;
        if (sc_pack_open_folder(arena_print(arena, "%s/%s", folder, names[i]), diagnostics, &pack) != SC_OK)
            continue;
        sc_ledger_check(pack, NULL, diagnostics);
        sc_translations_check(pack, diagnostics);
        arena_rearm(diagnostics_arena(diagnostics), escape);
        write_pack(out, arena, diagnostics, pack, names[i], (int)i, &number, &rows);
        sc_pack_free(pack);
    }
    fprintf(out, "const struct builtin_pack builtin_packs[] = {\n%s{0}};\n", buffer_string(&rows));
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: stepcare-embed OUTPUT.c FOLDER\n", stderr);
        return 2;
    }
    struct escape escape;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct arena *arena = arena_new(&escape);
    FILE *out = fopen(argv[1], "w");
    if (out == NULL || diagnostics == NULL || arena == NULL || setjmp(escape.landing) != 0) {
        fputs("stepcare-embed: cannot write, or no memory\n", stderr);
        return 4;
    }
    embed(out, arena, &escape, diagnostics, argv[2]);
    bool written = fclose(out) == 0;
    fputs(sc_diagnostics_text(diagnostics), stderr);
    bool good = written && sc_diagnostics_count(diagnostics, SC_ERROR) == 0;
    if (!good)
        unlink(argv[1]);
    arena_free(arena);
    sc_diagnostics_free(diagnostics);
    return good ? 0 : 1;
}
