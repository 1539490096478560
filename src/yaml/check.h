/* What is looked for beside libyaml. */
#ifndef YAML_CHECK_H
#define YAML_CHECK_H

#include "support/diagnostics.h"
#include "support/tree.h"

/* The source without a byte order mark: the same one, or a copy of its head in the arena. */
const struct source *yaml_without_mark(struct arena *arena, const struct source *source);
/* Control characters that came from escapes. */
void yaml_check_controls(const struct tree *tree, node_id scalar, struct sc_diagnostics *diagnostics);

#endif
