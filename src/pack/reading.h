/* A pack while it is being read: what the files of this room share.
 *
 * The order: every file becomes a tree; `gather` walks the trees once and numbers whatever has an id, so that
 * a reference may stand before what it names; then the sections are read by the table of keys, questions
 * first, facts as they are needed, invariants last. Errors are reported and reading goes on: a field that
 * could not be read stays empty, and a pack with any error is never handed out. */
#ifndef PACK_READING_H
#define PACK_READING_H

#include "pack/keys.h"
#include "support/names.h"
#include "support/near.h"

struct pack_file {
    const char *path;            /* in the pack's folder */
    const struct tree *tree;     /* NULL: not YAML, or a translation, which is read when it is wanted */
    const struct source *source; /* NULL: built in, or not to be read */
};

/* A mapping (of a fact: its expression) that was found, its id, and what it stands in. */
struct found {
    struct spot spot;
    const char *id; /* NULL: it has none, or none that can be read */
    size_t phase, ladder, step;
};
struct founds {
    struct found *list;
    size_t count, capacity;
    struct names ids;
};

enum fact_state { FACT_UNREAD, FACT_BEING_READ, FACT_READ };

struct reading {
    struct arena *arena;
    struct sc_diagnostics *diagnostics;
    struct sc_pack *pack; /* being filled */
    const struct pack_file *files;
    size_t file_count;
    const struct translation *translations;
    size_t translation_count;
    bool trusted;       /* built in: its keys were checked when the program was built */
    bool names_missing; /* a listed file could not be read: what refers to its names is not reported */

    struct founds questions, facts, alerts, warnings, phases, ladders, steps, items, reviews, invariants,
        claims, sources;
    /* The tables that the pack will hand out, while they are still being written. */
    struct question *question_list;
    struct alert *alert_list;
    struct warning *warning_list;
    struct phase *phase_list;
    struct ladder *ladder_list;
    struct step *step_list;
    struct item *item_list;
    struct review *review_list;
    struct invariant *invariant_list;
    struct claim *claim_list;
    struct claim_source *source_list;
    struct fact *fact_list;

    struct symbol *question_symbols, *fact_symbols;
    enum fact_state *fact_states;
    const struct expr **fact_rules;
    struct questions *fact_reads;
    size_t *fact_order, fact_order_count;
    size_t *facts_open; /* those being read, the outermost first: a circle is a part of this list */
    size_t facts_open_count;

    struct scope scope, invariant_scope;
    bool translating; /* a name in a text has to stand in the original */
};

/* ---- complaints.c ---- */
void complain(struct reading *reading, struct spot spot, const char *hint, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Near nothing once no further error is kept: its hint would not be seen. */
struct near near_in(const struct reading *reading, const char *name);
const char *did_you_mean(struct arena *arena, const struct near *near);
/* The hint for a wrong name where these were possible; NULL among them are none. It compares letters with
 * every one of them: ask only where something is wrong. */
const char *did_you_mean_of(struct reading *reading, const char *name, const char *const *names,
                            size_t count);
struct spot spot_of(struct spot mapping, const char *key); /* id 0: it is not there */
bool spot_is_there(struct spot spot);
const char *scalar_text(struct reading *reading, struct spot spot); /* NULL: no scalar, reported */
bool expect_sequence(struct reading *reading, struct spot spot, const char *what);
struct place spot_place(struct spot spot);
/* Plain words: blanks folded; NULL and a complaint where there are none. */
const char *plain_words(struct reading *reading, struct spot spot);

/* ---- sections.c ---- */
/* Reports keys that stand in none of the sections, a bit each. */
void check_unknown(struct reading *reading, struct spot mapping, unsigned sections, const char *whose);
/* Reports the keys of a section that must be there and are not. */
void check_missing(struct reading *reading, struct spot mapping, enum section section, const char *whose);
/* Both, for a mapping of one section. false: the node is no mapping, which was reported. */
bool check_keys(struct reading *reading, struct spot spot, enum section section);
/* Reads each key of the section that is there into its field. */
void read_fields(struct reading *reading, struct spot mapping, enum section section, void *structure);
/* check_keys and read_fields. */
bool read_section(struct reading *reading, struct spot mapping, enum section section, void *structure);

/* ---- shapes (shapes.c, text.c, items.c) ---- */
void read_shape(struct reading *reading, enum shape shape, struct spot spot, void *field);
void read_text(struct reading *reading, struct spot spot, void *field);
void read_pieces(struct reading *reading, struct spot spot, struct variant *variant);
void read_texts(struct reading *reading, struct spot spot, void *field);
void read_rules(struct reading *reading, struct spot spot, void *field);
void read_schedules(struct reading *reading, struct spot spot, void *field);

/* ---- sections ---- */
void gather(struct reading *reading);         /* gather.c */
void read_pack_head(struct reading *reading); /* head.c */
void read_phrases(struct reading *reading, struct spot spot);
void read_all_questions(struct reading *reading);
void make_scopes(struct reading *reading); /* scope.c */
void read_all_facts(struct reading *reading);
void read_all_alerts(struct reading *reading);   /* alerts.c: warnings and reviews too */
void read_all_evidence(struct reading *reading); /* evidence.c */
void read_all_phases(struct reading *reading);   /* phases.c: ladders, steps, items */
void read_all_invariants(struct reading *reading);

/* The number of `name` among what was found; SIZE_MAX is reported with a hint, unless names are missing. */
size_t refer(struct reading *reading, struct place place, const struct founds *founds, const char *what,
             const char *name);

#endif
