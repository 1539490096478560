/* The files of a pack: found, read inside its folder, made into trees, and digested. */
#ifndef PACK_FILES_H
#define PACK_FILES_H

#include "pack/reading.h"

enum files_outcome { FILES_READ, FILES_NO_PACK, FILES_NOT_A_PACK };

/* Fills reading->files, the translations and the pack's digest; what cannot be read is reported, and where
 * names may be missing for that reading->names_missing is set. FILES_NO_PACK: there is no readable pack.yaml.
 * FILES_NOT_A_PACK: it is no pack of this format: reading on would only repeat that. */
enum files_outcome read_files(struct reading *reading, const char *folder);
/* One file inside the folder as a tree; `bytes` may be NULL. NULL: reported at `place`. */
const struct tree *read_file_tree(struct arena *arena, struct sc_diagnostics *diagnostics, const char *folder,
                                  const char *path, struct place place, struct pack_file *file);

/* A translation as a tree, made in `arena` where it is not built in. NULL: it is not YAML, which was
 * reported. */
const struct tree *translation_tree(struct arena *arena, const struct translation *translation,
                                    struct sc_diagnostics *diagnostics);

#endif
