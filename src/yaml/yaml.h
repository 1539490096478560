/* YAML to a tree of nodes with places: the strict part of YAML that packs and answer sheets are written in.
 *
 * Refused, each at its place: anchors, aliases, tags, directives, merge keys, a second document, control
 * characters written or escaped (but newline, tab and the CR of a CRLF), bytes that are not UTF-8, nesting
 * over LIMIT_DEPTH, scalars over LIMIT_SCALAR_BYTES, more than LIMIT_NODES nodes, keys that are no scalars,
 * keys that stand twice. Depth is checked as events come: libyaml reads ahead by at most a line or 1024
 * characters, so that its own cost, quadratic in depth, stays bounded too. */
#ifndef YAML_YAML_H
#define YAML_YAML_H

#include "support/diagnostics.h"
#include "support/tree.h"

/* `source` must outlive the tree; the tree lives in `arena`. NULL: it cannot be read as YAML at all (a syntax
 * error, an encoding error, a limit): reported. Where only a forbidden thing stands in it (a tag, a key that
 * stands twice), that is reported and the tree is given all the same, so that the rest of the file is checked
 * too. An empty file is an error. */
const struct tree *yaml_read(struct arena *arena, const struct source *source,
                             struct sc_diagnostics *diagnostics);

#endif
