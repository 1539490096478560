/* The fewest letters to change, drop, add or swap (optimal string alignment) between two names. */
#include "support/near.h"

#include "support/limits.h"

#include <string.h>

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* What both begin and end with costs nothing to compare: names of one family differ in a few letters. */
static size_t distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    for (; a_length > 0 && b_length > 0 && *a == *b; a++, b++, a_length--, b_length--)
        continue;
    for (; a_length > 0 && b_length > 0 && a[a_length - 1] == b[b_length - 1]; a_length--, b_length--)
        continue;
    size_t rows[3][LIMIT_NAME_BYTES + 1];
    size_t *before_last = rows[0], *last = rows[1], *row = rows[2];
    for (size_t j = 0; j <= b_length; j++)
        last[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t change = last[j - 1] + (a[i - 1] != b[j - 1]);
            row[j] = least(change, least(last[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = least(row[j], before_last[j - 2] + 1);
        }
        size_t *oldest = before_last;
        before_last = last;
        last = row;
        row = oldest;
    }
    return last[b_length];
}

struct near near_to(const char *word)
{
    return (struct near){.word = word};
}

void near_offer(struct near *near, const char *candidate)
{
    if (near->word[0] == '\0')
        return;
    size_t length = strlen(near->word), other = strlen(candidate);
    if (length > LIMIT_NAME_BYTES || other > LIMIT_NAME_BYTES)
        return;
    /* A third of the letters may be wrong; of a short name one. */
    size_t tolerated = length < 3 ? 0 : length / 3;
    bool starts = length >= 3 && strncmp(near->word, candidate, length) == 0;
    if (!starts && (length > other ? length - other : other - length) > tolerated)
        return;
    size_t found = distance(near->word, length, candidate, other);
    if (starts && found > tolerated)
        found = tolerated;
    if (found <= tolerated && (near->best == NULL || found < near->distance)) {
        near->best = candidate;
        near->distance = found;
    }
}
