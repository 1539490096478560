/* "Did you mean ...?": the nearest of many names, if one is near. */
#ifndef SUPPORT_NEAR_H
#define SUPPORT_NEAR_H

#include <stdbool.h>
#include <stddef.h>

struct near {
    const char *word; /* empty: nothing is near it */
    const char *best; /* NULL: none is near */
    size_t distance;
};

struct near near_to(const char *word);
void near_offer(struct near *near,
                const char *candidate); /* the first of equals wins; the candidate must live on */

#endif
