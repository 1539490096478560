/* A pack, read and checked: everything that the engine decides from, as typed data in one arena.
 *
 * Things of one kind are numbered from 0 in the pack's order: the files as listed, in a phase its items
 * before its ladder's. Lists are a pointer and a count; what is not there is NULL or 0. */
#ifndef PACK_PACK_H
#define PACK_PACK_H

#include "expr/expr.h"
#include "pack/words.h"
#include "stepcare/stepcare.h"
#include "support/date.h"

enum level { LEVEL_EMERGENCY, LEVEL_URGENT, LEVEL_CLINICIAN, LEVEL_OUT_OF_SCOPE, LEVEL_NOTE, LEVEL_COUNT };
enum kind { KIND_EXERCISE, KIND_PRACTICE, KIND_MEDICINE, KIND_ADVICE, KIND_SUPPORT, KIND_COUNT };
enum track { TRACK_NOT, TRACK_TICK, TRACK_TEN, TRACK_TEXT };
enum claim_status {
    CLAIM_SUPPORTED,
    CLAIM_PARTLY,
    CLAIM_UNVERIFIED,
    CLAIM_OUTDATED,
    CLAIM_CONTRADICTED,
    CLAIM_STATUS_COUNT
};

/* The names that the format gives them, by number. */
extern const char *const level_names[LEVEL_COUNT];
extern const char *const kind_names[KIND_COUNT];
extern const char *const claim_status_names[CLAIM_STATUS_COUNT];

/* A node in one of the trees that a pack is read from; they live as long as the pack. */
struct spot {
    const struct tree *tree;
    node_id id;
};

/* ---- Texts: variants of pieces ---- */

enum piece_kind { PIECE_WORDS, PIECE_QUESTION, PIECE_FACT };
struct piece {
    enum piece_kind kind;
    const char *words; /* of PIECE_WORDS */
    size_t number;     /* of the question or the fact whose value is printed */
};
struct variant {
    const struct expr *when; /* NULL in the last one */
    const struct piece *pieces;
    size_t piece_count;
    struct place place;
};
struct text {
    const struct variant *variants;
    size_t count; /* 0: there is no such text */
};

struct texts {
    const struct text *list;
    size_t count;
};

struct numbers {        /* of claims, sources, questions */
    const size_t *list; /* NULL: the key is not there */
    size_t count;
};

struct weeks {
    int from, to; /* `to` is 0 where it is open */
};

/* ---- Questions and facts ---- */

struct question {
    const char *id, *ask, *help, *unit;
    enum sc_type type;
    bool has_range;
    struct rational low, high; /* integer, decimal: of the value; text: of its length in characters */
    /* Of choice and choices, in order. For choices `none` is not among them: it is the empty set, and
     * none_label its label where the pack gives one; none_position is where it stood among the options. */
    const char *const *options, *const *labels;
    size_t option_count;
    const char *none_label;
    size_t none_position;
    /* What follows "because you said": one phrase (yes-no: on yes; a number or a text: before its value), or
     * one an option (NULL where there is none), or for no. */
    const char *said, *said_no;
    const char *const *said_options;
    struct place place;
    struct spot spot; /* what it was read from */
};

struct fact {
    const char *name;
    const struct expr *rule;
    struct place place;
};

/* ---- Rules and what they stand in ---- */

struct rule {       /* an avoid, a caution, a note */
    const char *id; /* or NULL */
    const struct expr *when;
    struct text say;
    struct numbers evidence;
    struct place place;
};
struct rules {
    const struct rule *list;
    size_t count;
};

struct alert {
    const char *id, *sign;
    enum level level;
    const struct expr *when;
    struct text say; /* what to do, and what to tell them */
    struct text why; /* behind whom to call: the reason, and what speaks against the worst */
    struct numbers evidence;
    struct place place;
    struct spot spot;
};

struct warning {
    const char *id;
    struct text say;
    const struct expr *when; /* yes by default */
    unsigned beside;         /* bit k: kind k; bit KIND_COUNT: the journal; 0: every plan */
    struct numbers evidence;
    struct place place;
};

struct schedule {
    const struct expr *when; /* NULL in the last one */
    /* `add` and `until` together, or both NULL; `days` may be NULL. */
    const struct expr *start, *add, *until, *days;
    const char *unit;
};
struct schedules { /* variants; the first whose `when` and numbers are known and true is taken */
    const struct schedule *list;
    size_t count; /* 0: the item has none */
};

struct item {
    const char *id, *title;
    enum kind kind;
    size_t phase;  /* number of its phase */
    size_t ladder; /* number of its ladder, or SIZE_MAX */
    size_t step;   /* number of its step in the ladder */
    const struct expr *offer, *spent;
    bool offer_written, spent_written; /* written in the pack, not defaults */
    struct rules avoid, caution, notes;
    struct schedules schedule;
    struct weeks weeks;
    struct text say, why, smallest, good, bad_day, stop, ask, doubt;
    struct texts how;
    enum track track;
    struct numbers evidence;
    struct place place;
    struct spot spot;
};

struct step {
    const char *id, *title;
    struct text say;
    size_t first_item, item_count;
    struct place place;
    struct spot spot;
};

struct ladder {
    const char *id;
    const struct expr *when;
    bool when_written;
    struct text otherwise, exhausted;
    const struct step *steps;
    size_t step_count;
    size_t phase;
    struct place place;
};

struct phase {
    const char *id, *title;
    struct weeks weeks;
    struct text goal, say, next, each_week;
    size_t first_item, item_count; /* its own, then those of its ladder */
    size_t ladder;                 /* or SIZE_MAX */
    struct place place;
    struct spot spot;
};

struct review {
    int week;
    struct text say;
    struct numbers look_at;
    struct place place;
};

struct invariant {
    const char *id, *about;
    bool never; /* else always */
    const struct expr *rule;
    struct place place;
};

struct claim {
    const char *id, *says, *finding, *disputed, *note;
    enum claim_status status;
    bool checked, checked_written;
    bool corrects; /* its finding says that the claim is wrong, and what is right */
    struct numbers sources;
    struct place place;
};

struct claim_source {
    const char *id, *title, *year, *link, *note;
    struct place place;
};

/* A file of words in another language. It is made a tree only when that language is wanted, so that a mistake
 * in it takes no plan away in the others. */
struct translation {
    const char *language;
    const struct tree *tree;     /* NULL: from a folder */
    const struct source *source; /* NULL: built in */
    struct place place;          /* in pack.yaml */
};

struct sc_pack {
    struct arena *arena; /* owns all of it, this structure too */
    const char *folder;  /* NULL: built in */
    const char *name;    /* of the built-in pack, or the folder */
    const char *id, *title, *version, *language;
    const char *written_language; /* the pack's own, whatever it speaks now */
    struct date reviewed, review_by;
    char reviewed_text[11], review_by_text[11]; /* the same as YYYY-MM-DD */
    struct spot spot;                           /* pack.yaml */
    struct place review_by_place;
    struct text notice;
    struct text call[LEVEL_COUNT];
    char sha256[65];

    const struct question *questions;
    size_t question_count;
    const struct fact *facts;
    size_t fact_count;
    const size_t *fact_order;             /* numbers of facts, each after those that it reads */
    const struct expr *const *fact_rules; /* by number, for struct readings */
    const struct questions *fact_reads;   /* by number: every question that the fact reads */
    const struct alert *alerts;
    size_t alert_count;
    const struct phase *phases;
    size_t phase_count;
    const struct ladder *ladders;
    size_t ladder_count;
    const struct item *items;
    size_t item_count;
    const struct review *reviews;
    size_t review_count;
    const struct warning *warnings;
    size_t warning_count;
    const struct invariant *invariants;
    size_t invariant_count;
    const struct claim *claims;
    const struct claim
        *written_claims; /* the same in the pack's own language: these decide how far a figure holds */
    size_t claim_count;
    const struct claim_source *sources;
    size_t source_count;
    const char *const *phrases; /* by enum phrase; NULL, or NULL each: the program's own */
    const struct translation *translations;
    size_t translation_count;
    const struct builtin_pack *builtin; /* NULL: from a folder */
};

/* The number of the thing with this id, or SIZE_MAX. */
size_t pack_find_question(const struct sc_pack *pack, const char *id);
size_t pack_find_item(const struct sc_pack *pack, const char *id);
size_t pack_find_alert(const struct sc_pack *pack, const char *id);
size_t pack_find_ladder(const struct sc_pack *pack, const char *id);
/* The number of an option of a question, or SIZE_MAX (always for `none` of choices). */
size_t question_find_option(const struct question *question, const char *option);

/* ---- Built-in packs: trees as constant tables, made by stepcare-embed when the program is built ---- */

struct builtin_file {
    const char *path; /* in the pack's folder: "pack.yaml", "phases/1-therapy.yaml", "cases/01-ana.yaml" */
    struct tree tree; /* its source has a name and no text */
};
struct builtin_pack {
    const char *name;
    const char *sha256;
    const struct builtin_file *files; /* pack.yaml, then those that it lists */
    size_t file_count;
    const struct builtin_file *cases;
    size_t case_count;
    const char *const *languages; /* of the translations */
    const struct builtin_file *translations;
    size_t translation_count;
};
/* Defined in the generated file; ends with an entry whose name is NULL. */
extern const struct builtin_pack builtin_packs[];

/* ---- Cases ---- */

struct case_file {
    const char *path;
    const struct tree *tree; /* a mapping with case, answers, expect, about; keys checked */
    const char *name, *about;
    node_id answers, expect;
};
/* Reads all files of cases/ in the order of their names and checks their keys (not their answers). */
struct case_file *pack_read_cases(struct arena *arena, const struct sc_pack *pack, size_t *count,
                                  struct sc_diagnostics *diagnostics);

#endif
