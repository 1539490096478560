/* What was proved and what was not, for people, for programs, and as a case of the pack. */
#ifndef PROVE_REPORT_H
#define PROVE_REPORT_H

#include "prove/prove.h"

enum report_length {
    REPORT_ALL,
    REPORT_OPEN
}; /* all obligations; those that are not proved, and no summary */

const char *report_text(const struct proving *proving, enum report_length length);
const char *report_json(const struct proving *proving);
/* The first counterexample as a file that cases/ (YAML alone) and `plan -a` take; NULL: there is none. */
enum case_format { CASE_YAML, CASE_JSON };
const char *report_case(const struct proving *proving, enum case_format format);
/* A sheet in YAML, each line behind `indent`. */
const char *report_sheet(const struct proving *proving, const struct value *answers, const char *indent);
size_t report_count(const struct proving *proving, enum result result);

#endif
