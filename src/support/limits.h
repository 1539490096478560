/* Every bound on what hostile input can cost, by name. A limit that is passed is an error with a place,
 * never a crash; stepcare-pack(5) prints this list. */
#ifndef SUPPORT_LIMITS_H
#define SUPPORT_LIMITS_H

enum {
    LIMIT_FILE_BYTES = 10 * 1024 * 1024, /* one file of a pack, or one answer sheet */
    LIMIT_NODES = 400000,                /* nodes of one YAML or JSON file */
    LIMIT_DEPTH = 64,                    /* nesting of YAML and JSON */
    LIMIT_SCALAR_BYTES = 64 * 1024,      /* one text of a pack or of a sheet */
    LIMIT_PATH_BYTES = 1024,             /* a path in `files` */
    LIMIT_FILES = 64,                    /* files of one pack */
    LIMIT_CASES = 1000,                  /* files of cases/ */
    LIMIT_CASE_NAME = 256,               /* bytes of the name of one */
    LIMIT_NAME_BYTES = 64,               /* an id, the name of an option */
    LIMIT_QUESTIONS = 500,
    LIMIT_OPTIONS = 64, /* of one question: a set of options is one 64-bit word */
    LIMIT_FACTS = 2000,
    LIMIT_WEEK = 1000,
    LIMIT_SCHEDULE = 1000000000, /* size of the numbers of a schedule, and of their denominators */
    LIMIT_ITEMS = 10000,
    LIMIT_EXPRESSION_NODES = 2000, /* of one expression */
    LIMIT_EXPRESSION_DEPTH = 64,
    LIMIT_DECIDED = 1000000, /* facts, alerts, items..., over all answers that --one-answer tries */
    LIMIT_DIAGNOSTICS = 200, /* printed; the rest are counted */
    LIMIT_LINE_BYTES = 4096, /* one answer typed at a prompt */
    LIMIT_PAGE_WIDTH_MIN = 40,
    LIMIT_PAGE_WIDTH_MAX = 200,
    LIMIT_CALENDAR_WEEKS = 52,       /* with days of exercise and reminders */
    LIMIT_CALENDAR_TEXT = 8000,      /* bytes said of one entry: calendars cut what is longer */
    LIMIT_PAPER_BYTES = 1024 * 1024, /* of all texts on paper */
    LIMIT_PAPER_LINES = 50000,       /* and their lines: some 1000 pages */
};

/* Numerators and denominators stay below this in every value that a pack can reach. */
#define LIMIT_RATIONAL ((int64_t)1 << 62)

#endif
