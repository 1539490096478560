/* The files of a pack: found, read inside its folder, made into trees, and digested. */
#ifndef PACK_FILES_H
#define PACK_FILES_H

#include "pack/reading.h"

enum files_outcome { FILES_READ, FILES_INCOMPLETE, FILES_NO_PACK, FILES_NOT_A_PACK };

/* Fills reading->files and the pack's digest. FILES_INCOMPLETE: some cannot be read (reported).
 * FILES_NO_PACK: there is no readable pack.yaml. FILES_NOT_A_PACK: it is no pack of this format: reading
 * on would only repeat that. */
enum files_outcome read_files(struct reading *reading, const char *folder);
/* One file inside the folder as a tree; `bytes` may be NULL. NULL: reported at `place`. */
const struct tree *read_file_tree(struct arena *arena, struct sc_diagnostics *diagnostics, const char *folder,
                                  const char *path, struct place place, struct pack_file *file);

#endif
