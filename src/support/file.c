/* Reading with a bound; writing beside the target and renaming. */
#include "support/file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_AT_FIRST = 16 * 1024, LINKS_FOLLOWED = 40 };

/* Everything up to the end of `file`, into memory that grows in the arena. */
static enum file_outcome read_all(struct arena *arena, int file, size_t expected, size_t limit,
                                  struct file_bytes *result)
{
    size_t capacity = expected > 0 ? expected + 1 : READ_AT_FIRST;
    char *bytes = arena_alloc(arena, capacity + 1);
    size_t length = 0;
    for (;;) {
        if (length == capacity) {
            char *larger = arena_alloc(arena, capacity * 2 + 1);
            memcpy(larger, bytes, length);
            bytes = larger;
            capacity *= 2;
        }
        ssize_t count = read(file, bytes + length, capacity - length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errno == EISDIR ? FILE_IS_FOLDER : FILE_FAILED;
        if (count == 0)
            break;
        length += (size_t)count;
        if (length > limit)
            return FILE_TOO_LARGE;
    }
    bytes[length] = '\0';
    *result = (struct file_bytes){bytes, length};
    return FILE_DONE;
}

enum regularity { ANY_FILE, REGULAR_ONLY };

/* Closes `file` (but standard input) in every case, also where memory ends in between. */
static enum file_outcome read_open(struct arena *arena, int file, enum regularity regularity, size_t limit,
                                   struct file_bytes *result)
{
    struct stat status;
    enum file_outcome outcome = FILE_DONE;
    if (fstat(file, &status) != 0)
        outcome = FILE_FAILED;
    else if (S_ISDIR(status.st_mode))
        outcome = FILE_IS_FOLDER;
    else if (regularity == REGULAR_ONLY && !S_ISREG(status.st_mode))
        outcome = FILE_IRREGULAR;
    else if (S_ISREG(status.st_mode) && status.st_size > 0 && (uintmax_t)status.st_size > limit)
        outcome = FILE_TOO_LARGE;
    if (outcome == FILE_DONE) {
        struct escape here;
        struct escape *outer = arena_rearm(arena, &here);
        if (setjmp(here.landing) != 0) {
            arena_rearm(arena, outer);
            if (file != STDIN_FILENO)
                close(file);
            arena_exhausted(arena);
        }
        outcome = read_all(arena, file, S_ISREG(status.st_mode) ? (size_t)status.st_size : 0, limit, result);
        arena_rearm(arena, outer);
    }
    int failure = errno;
    if (file != STDIN_FILENO)
        close(file);
    errno = failure;
    return outcome;
}

enum file_outcome file_read(struct arena *arena, const char *path, size_t limit, struct file_bytes *result)
{
    if (strcmp(path, "-") == 0)
        return read_open(arena, STDIN_FILENO, ANY_FILE, limit, result);
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return FILE_FAILED;
    return read_open(arena, file, ANY_FILE, limit, result);
}

/* Relative, and no part of it is `..`. */
static bool path_stays_inside(const char *path)
{
    if (path[0] == '/' || path[0] == '\0')
        return false;
    for (const char *part = path; part != NULL; part = strchr(part, '/')) {
        part += *part == '/';
        if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0'))
            return false;
    }
    return true;
}

enum file_outcome file_read_inside(struct arena *arena, const char *folder, const char *path, size_t limit,
                                   struct file_bytes *result)
{
    if (!path_stays_inside(path))
        return FILE_OUTSIDE;
    char *joined = arena_print(arena, "%s/%s", folder, path);
    char real_folder[PATH_MAX], real_path[PATH_MAX];
    if (realpath(folder, real_folder) == NULL || realpath(joined, real_path) == NULL)
        return FILE_FAILED;
    size_t length = strlen(real_folder);
    if (strcmp(real_folder, "/") != 0 &&
        (strncmp(real_path, real_folder, length) != 0 || real_path[length] != '/'))
        return FILE_OUTSIDE;
    /* Not blocking: a pipe in the place of a file must not hold the program up. */
    int file = open(real_path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK | O_NOFOLLOW);
    if (file < 0)
        return FILE_FAILED;
    return read_open(arena, file, REGULAR_ONLY, limit, result);
}

static bool write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t count = write(file, bytes, length);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        bytes += count;
        length -= (size_t)count;
    }
    return true;
}

/* The path that a chain of links ends at, there or not yet. */
static bool follow_links(const char *path, char target[PATH_MAX])
{
    if (strlen(path) >= PATH_MAX) {
        errno = ENAMETOOLONG;
        return false;
    }
    snprintf(target, PATH_MAX, "%s", path);
    for (int links = 0; links < LINKS_FOLLOWED; links++) {
        char link[PATH_MAX], joined[PATH_MAX * 2];
        ssize_t length = readlink(target, link, sizeof link - 1);
        if (length < 0)
            return true; /* no link: this is it */
        link[length] = '\0';
        const char *slash = strrchr(target, '/');
        int folder = link[0] == '/' || slash == NULL ? 0 : (int)(slash - target + 1);
        snprintf(joined, sizeof joined, "%.*s%s", folder, target, link);
        if (strlen(joined) >= PATH_MAX) {
            errno = ENAMETOOLONG;
            return false;
        }
        memcpy(target, joined, strlen(joined) + 1);
    }
    errno = ELOOP;
    return false;
}

static enum file_outcome write_in_place(const char *path, const char *bytes, size_t length)
{
    int file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (file < 0)
        return FILE_FAILED;
    bool written = write_all(file, bytes, length);
    int failure = errno;
    bool closed = close(file) == 0;
    if (!written)
        errno = failure;
    return written && closed ? FILE_DONE : FILE_FAILED;
}

static enum file_outcome write_beside(const char *target, mode_t mode, const char *bytes, size_t length)
{
    char beside[PATH_MAX + 32];
    const char *slash = strrchr(target, '/');
    int folder = slash == NULL ? 0 : (int)(slash - target + 1);
    snprintf(beside, sizeof beside, "%.*s.stepcare-XXXXXX", folder, target);
    int file = mkstemp(beside);
    if (file < 0)
        return FILE_FAILED;
    bool written = write_all(file, bytes, length) && fchmod(file, mode) == 0 && fsync(file) == 0;
    int failure = errno;
    if (close(file) != 0 && written) {
        written = false;
        failure = errno;
    }
    if (written && rename(beside, target) == 0)
        return FILE_DONE;
    if (written)
        failure = errno;
    unlink(beside);
    errno = failure;
    return FILE_FAILED;
}

enum file_outcome file_replace(const char *path, const char *bytes, size_t length)
{
    char target[PATH_MAX];
    if (!follow_links(path, target))
        return FILE_FAILED;
    struct stat status;
    if (stat(target, &status) != 0)
        return errno == ENOENT ? write_beside(target, S_IRUSR | S_IWUSR, bytes, length) : FILE_FAILED;
    if (!S_ISREG(status.st_mode))
        return write_in_place(target, bytes, length);
    return write_beside(target, status.st_mode & 07777, bytes, length);
}
