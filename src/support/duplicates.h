/* Keys that stand twice in one mapping, in YAML as in JSON. */
#ifndef SUPPORT_DUPLICATES_H
#define SUPPORT_DUPLICATES_H

#include "support/diagnostics.h"
#include "support/tree.h"

/* Reports each key that stood before. */
void report_duplicates(struct arena *arena, const struct tree *tree, node_id mapping,
                       struct sc_diagnostics *diagnostics);

#endif
