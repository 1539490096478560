/* Data formats: each reads the plan, none looks at the document. */
#ifndef DATA_DATA_H
#define DATA_DATA_H

#include "plan/plan.h"
#include "support/buffer.h"

void data_write_json(const struct sc_plan *plan, struct buffer *out);
void data_write_brief(const struct sc_plan *plan, struct buffer *out);
void data_write_tsv(const struct sc_plan *plan, struct buffer *out);

#endif
