/* The table of commands. */
#include "cli/cli.h"

#include <string.h>

#define TAKES(id) (1u << OPTION_##id)

enum {
    EVERY = TAKES(HELP) | TAKES(VERSION),
    SHEET = TAKES(PACK) | TAKES(ANSWERS) | TAKES(SET) | TAKES(LANG),
    OUTPUT = TAKES(FORMAT) | TAKES(OUTPUT),
};

const struct command commands[] = {
    {"plan", run_plan, NULL, "make a plan",
     EVERY | SHEET | OUTPUT | TAKES(START) | TAKES(TODAY) | TAKES(WEEK) | TAKES(WHY) | TAKES(DISCREET) |
         TAKES(COMPLETE) | TAKES(NO_INPUT) | TAKES(PAPER) | TAKES(WIDTH) | TAKES(COLOR) | TAKES(QUIET),
     "text, markdown, html, pdf, json, brief, tsv, ics"},
    {"ask", run_ask, NULL, "ask the questions, write the answer sheet",
     EVERY | SHEET | OUTPUT | TAKES(COLOR) | TAKES(WIDTH), "yaml, json"},
    {"questions", run_questions, NULL, "print the questions, or a blank sheet to fill in",
     EVERY | TAKES(PACK) | TAKES(LANG) | OUTPUT | TAKES(WIDTH), "text, yaml, json"},
    {"why", run_why, "ID", "why an item, an alert, a step, a fact or a question came out as it did",
     EVERY | SHEET | OUTPUT | TAKES(TODAY) | TAKES(WIDTH) | TAKES(COLOR), "text, markdown, html, json"},
    {"compare", run_compare, "[A] [B]", "what changes in the plan between two answer sheets",
     EVERY | SHEET | OUTPUT | TAKES(TODAY) | TAKES(ONE_ANSWER) | TAKES(WIDTH) | TAKES(COLOR),
     "text, markdown, html, json"},
    {"check", run_check, "[PACK]", "read and type-check a pack",
     EVERY | TAKES(PACK) | TAKES(TODAY) | TAKES(STRICT) | TAKES(QUIET), NULL},
    {"test", run_test, "[PACK]", "run the pack's cases",
     EVERY | TAKES(PACK) | TAKES(FORMAT) | TAKES(COVERAGE) | TAKES(QUIET), "text, tap"},
    {"prove", run_prove, "[PACK]", "prove its invariants for every answer sheet",
     EVERY | TAKES(PACK) | OUTPUT | TAKES(TIMEOUT) | TAKES(QUIET), "text, json"},
    {"evidence", run_evidence, "[ID]", "the claims behind a pack, and their doubts",
     EVERY | TAKES(PACK) | TAKES(LANG) | TAKES(STATUS) | TAKES(TODAY) | OUTPUT | TAKES(WIDTH) | TAKES(COLOR),
     "text, markdown, html, json"},
    {"graph", run_graph, "[PACK]", "draw the pack's phases and ladders", EVERY | SHEET | OUTPUT,
     "dot, mermaid, svg"},
    {"packs", run_packs, NULL, "list the built-in packs", EVERY, NULL},
};
const size_t command_count = sizeof commands / sizeof commands[0];

const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < command_count; i++)
        if (strcmp(commands[i].name, name) == 0)
            return &commands[i];
    return NULL;
}
