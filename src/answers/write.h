/* Answers, sheets and lists of questions as JSON, YAML and text. */
#ifndef ANSWERS_WRITE_H
#define ANSWERS_WRITE_H

#include "answers/sheet.h"
#include "json/json.h"

/* The value as JSON; null for one that is unknown. */
void answer_write_json(struct json_writer *json, const struct question *question, struct value value);
/* The same as a sheet in YAML has it; of a known value alone. */
void answer_write_yaml(struct buffer *out, const struct question *question, struct value value);
/* What names a pack, under a key. */
void pack_write_json(struct json_writer *json, const char *key, const struct sc_pack *pack);

#endif
