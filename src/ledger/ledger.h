/* The claims behind a pack, laid out for a reader or as data. */
#ifndef LEDGER_LEDGER_H
#define LEDGER_LEDGER_H

#include "document/document.h"
#include "support/buffer.h"

/* The claims to show, in the order to show them: the worst status first, within one the pack's. */
struct chosen {
    const struct sc_pack *pack;
    const size_t *claims;
    size_t count;
    bool expired; /* the content was due for review */
};

/* Where a claim is cited. */
struct use {
    const char *kind;  /* "item", "alert", "warning" */
    const char *id;    /* NULL: it has none */
    const char *title; /* in the language of the pack: an item's title, an alert's sign; NULL: it has none */
};
size_t uses_of(struct arena *arena, const struct sc_pack *pack, size_t claim, struct use **uses);

const struct document_node *ledger_document(struct arena *arena, const struct chosen *chosen);
void ledger_write_json(const struct chosen *chosen, struct buffer *out);

#endif
