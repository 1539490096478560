/* What unit tests share: an arena that stops the test where memory ends, and packs from text. */
#ifndef TESTS_HOUSE_H
#define TESTS_HOUSE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "stepcare/stepcare.h"

/* Fails, and shows both texts. */
static inline void assert_holds(const char *text, const char *piece)
{
    if (strstr(text, piece) == NULL)
        fail_msg("expected a text with\n  %s\ncame\n  %s", piece, text);
}

static inline void assert_holds_not(const char *text, const char *piece)
{
    if (strstr(text, piece) != NULL)
        fail_msg("expected a text without\n  %s\ncame\n  %s", piece, text);
}

/* A folder that goes with remove_folder(). */
static inline char *new_folder(void)
{
    static char folder[64];
    snprintf(folder, sizeof folder, "/tmp/stepcare-test-XXXXXX");
    assert_non_null(mkdtemp(folder));
    return folder;
}

static inline void put_file(const char *folder, const char *name, const char *text, size_t length)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static inline void remove_folder(const char *folder)
{
    char command[160];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    assert_int_equal(system(command), 0);
}

/* The head of a pack.yaml in one file; a test adds what it is about. */
#define PACK_HEAD "stepcare: 1\nid: test-pack\ntitle: Test\nversion: 1\nlanguage: en\nfiles: []\n"

/* A pack from the text of its pack.yaml. NULL: it has errors, and `diagnostics` tells them. */
static inline struct sc_pack *pack_of(const char *text, struct sc_diagnostics *diagnostics)
{
    char *folder = new_folder();
    struct sc_pack *pack = NULL;
    put_file(folder, "pack.yaml", text, strlen(text));
    sc_pack_open_folder(folder, diagnostics, &pack);
    remove_folder(folder);
    return pack;
}

/* A pack that must be good. */
static inline struct sc_pack *good_pack(const char *text)
{
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct sc_pack *pack = pack_of(text, diagnostics);
    if (pack == NULL)
        fail_msg("%s", sc_diagnostics_text(diagnostics));
    sc_diagnostics_free(diagnostics);
    return pack;
}

/* The pack that this program has built in. */
static inline struct sc_pack *builtin_pack(void)
{
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    struct sc_pack *pack = NULL;
    assert_int_equal(sc_pack_open_builtin("chronic-back-pain", diagnostics, &pack), SC_OK);
    sc_diagnostics_free(diagnostics);
    return pack;
}

/* Answers with which it makes a plan. */
#define SCREENED                                                                                             \
    "age=40", "flags_now=none", "flags_today=none", "flags_check=none", "onset_age=30", "safety_now=no",     \
        "pain_duration=over_12_weeks", "inflammatory=none"

#endif
