/* SHA-256 (libmd). */
#include "support/digest.h"

#include <sha2.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct digest {
    SHA2_CTX context;
};

size_t digest_size(void)
{
    return sizeof(struct digest);
}

void digest_start(struct digest *digest)
{
    SHA256Init(&digest->context);
}

void digest_add(struct digest *digest, const char *bytes, size_t length)
{
    SHA256Update(&digest->context, (const uint8_t *)bytes, length);
}

void digest_add_file(struct digest *digest, const char *path, const char *bytes, size_t length)
{
    char decimal[32];
    int digits = snprintf(decimal, sizeof decimal, "\n%zu\n", length);
    digest_add(digest, path, strlen(path));
    digest_add(digest, decimal, (size_t)digits);
    digest_add(digest, bytes, length);
}

void digest_finish(struct digest *digest, char out[DIGEST_TEXT])
{
    uint8_t bytes[SHA256_DIGEST_LENGTH];
    SHA256Final(bytes, &digest->context);
    for (size_t i = 0; i < sizeof bytes; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}
