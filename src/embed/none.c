/* No built-in packs: for the tool that makes them. */
#include "pack/pack.h"

const struct builtin_pack builtin_packs[] = {{.name = NULL}};
