/* Data formats: each reads the plan, none looks at the document. */
#ifndef DATA_DATA_H
#define DATA_DATA_H

#include "plan/plan.h"
#include "support/buffer.h"
#include "json/json.h"

void data_write_json(const struct sc_plan *plan, struct buffer *out);
void data_write_brief(const struct sc_plan *plan, struct buffer *out);
void data_write_tsv(const struct sc_plan *plan, struct buffer *out);

/* Parts of a plan as members of an object, for whatever else writes plans as JSON. */
void data_put_words(struct json_writer *json, const char *key, struct words words);
void data_put_questions(struct json_writer *json, const char *key, const struct sc_pack *pack,
                        struct numbers questions);
/* What it says, what was found, and how far it holds. */
void data_put_claim(struct json_writer *json, const struct claim *claim);
void data_put_schedule(struct json_writer *json, const char *key, const struct plan_schedule *schedule);

#endif
