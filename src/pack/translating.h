/* A translation while it is read: what the files that read it share. */
#ifndef PACK_TRANSLATING_H
#define PACK_TRANSLATING_H

#include "pack/reading.h"

/* LISTED: every word of the pack that has no translation is a warning, and so is a changed number. */
enum missing { MISSING_IS_SILENT, MISSING_IS_LISTED };

struct translating {
    struct reading reading;      /* what the readers of texts need: arena, diagnostics, a scope */
    struct sc_pack *pack;        /* a copy, that is given the words */
    struct spot root;            /* of the translation */
    const struct text *original; /* of the text that is being read: its names are the scope */
    enum missing missing;
};

/* Things of one kind, to be found by id. */
struct spoken {
    enum section section;
    void **things;          /* copies, to be written to */
    const char *const *ids; /* NULL in it: this one cannot be translated */
    size_t count;
};

/* ---- translate_texts.c: words in place of words ---- */
struct scope scope_of_original(struct translating *translating);
void translate_words(struct translating *translating, struct spot spot, const char **words);
/* Variants by position, in place of those in *text. */
void translate_text(struct translating *translating, struct spot spot, struct text *text);
void translate_texts(struct translating *translating, struct spot spot, struct texts *texts);
void list_missing(const struct translating *translating, struct spot spot, const char *what);
bool expect_mapping(struct translating *translating, struct spot spot, const char *from);

/* ---- translate_fields.c: mappings, by the table of keys ---- */
/* `id` is of the thing whose words these are; NULL: it has none. */
void translate_fields(struct translating *translating, struct spot mapping, enum section section,
                      const char *id, void *structure);
void translate_by_id(struct translating *translating, struct spot mapping, const struct spoken *spoken);

#endif
