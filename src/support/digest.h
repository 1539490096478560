/* SHA-256 over the parts of a pack (libmd). */
#ifndef SUPPORT_DIGEST_H
#define SUPPORT_DIGEST_H

#include <stddef.h>

enum { DIGEST_TEXT = 65 }; /* 64 hexadecimal digits and a NUL */

struct digest;
size_t digest_size(void); /* bytes of a struct digest, for the caller's arena */
void digest_start(struct digest *digest);
void digest_add(struct digest *digest, const char *bytes, size_t length);
/* What a pack's digest is made of: the path, a newline, the length in decimal, a newline, the bytes. */
void digest_add_file(struct digest *digest, const char *path, const char *bytes, size_t length);
void digest_finish(struct digest *digest, char out[DIGEST_TEXT]);

#endif
