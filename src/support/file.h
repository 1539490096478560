/* Files read whole, with a bound, and files replaced whole or not at all. */
#ifndef SUPPORT_FILE_H
#define SUPPORT_FILE_H

#include "support/arena.h"

#include <stdbool.h>

enum file_outcome {
    FILE_DONE,
    FILE_FAILED, /* errno says why */
    FILE_IS_FOLDER,
    FILE_TOO_LARGE, /* over the limit */
    FILE_OUTSIDE,   /* leads out of the folder */
    FILE_IRREGULAR, /* a device, a pipe, where a regular file is needed */
};

struct file_bytes {
    char *bytes; /* with a NUL behind them */
    size_t length;
};

/* Reads a file, or standard input for "-". */
enum file_outcome file_read(struct arena *arena, const char *path, size_t limit, struct file_bytes *result);
/* Reads a regular file under `folder`; `path` is relative, has no `..`, and no link on it leads out. */
enum file_outcome file_read_inside(struct arena *arena, const char *folder, const char *path, size_t limit,
                                   struct file_bytes *result);
/* Writes beside the target (mode 0600), syncs, and renames over it, keeping the target's mode; follows a
 * link; a target that is no regular file is written in place. On failure the target is as it was, nothing is
 * left beside it, and errno says why. */
enum file_outcome file_replace(const char *path, const char *bytes, size_t length);

#endif
