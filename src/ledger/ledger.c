/* Which claims are asked for, and where each is used. */
#include "ledger/ledger.h"

#include "formats/formats.h"
#include "support/call.h"
#include "support/near.h"

#include <string.h>
#include <strings.h>

static bool cites(struct numbers evidence, size_t claim)
{
    for (size_t i = 0; i < evidence.count; i++)
        if (evidence.list[i] == claim)
            return true;
    return false;
}

static bool rules_cite(const struct rules *rules, size_t claim)
{
    for (size_t i = 0; i < rules->count; i++)
        if (cites(rules->list[i].evidence, claim))
            return true;
    return false;
}

size_t uses_of(struct arena *arena, const struct sc_pack *pack, size_t claim, struct use **uses)
{
    struct use *list =
        arena_array(arena, pack->item_count + pack->alert_count + pack->warning_count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < pack->alert_count; i++)
        if (cites(pack->alerts[i].evidence, claim))
            list[count++] = (struct use){"alert", pack->alerts[i].id, pack->alerts[i].sign};
    for (size_t i = 0; i < pack->item_count; i++) {
        const struct item *item = &pack->items[i];
        if (cites(item->evidence, claim) || rules_cite(&item->avoid, claim) ||
            rules_cite(&item->caution, claim) || rules_cite(&item->notes, claim))
            list[count++] = (struct use){"item", item->id, item->title};
    }
    for (size_t i = 0; i < pack->warning_count; i++)
        if (cites(pack->warnings[i].evidence, claim))
            list[count++] = (struct use){"warning", pack->warnings[i].id, NULL};
    *uses = list;
    return count;
}

/* An id, or the number of a claim as its note has it: "c54". */
static bool is_called(const struct claim *claim, const char *name)
{
    return strcmp(claim->id, name) == 0 || (claim->note != NULL && strcmp(claim->note, name) == 0);
}

const char *sc_claim_near(const struct sc_pack *pack, const char *id)
{
    struct near near = near_to(id);
    for (size_t i = 0; i < pack->claim_count; i++) {
        const struct claim *claim = &pack->claims[i];
        if (strcasecmp(claim->id, id) == 0)
            return claim->id;
        /* Notes are numbers: another one is near to each, but only the same is meant. */
        if (claim->note != NULL && strcasecmp(claim->note, id) == 0)
            return claim->note;
        near_offer(&near, claim->id);
    }
    return near.best;
}

const char *sc_claim_status(const struct sc_pack *pack, const char *id)
{
    for (size_t i = 0; i < pack->claim_count; i++)
        if (is_called(&pack->claims[i], id))
            return claim_status_names[pack->claims[i].status];
    return NULL;
}

const char *sc_claim_status_name(size_t number)
{
    return number < CLAIM_STATUS_COUNT ? claim_status_names[number] : NULL;
}

struct writing {
    const struct sc_pack *pack;
    const struct sc_ledger_request *request;
    char **text;
};

static void choose(const struct writing *writing, struct chosen *chosen, size_t *claims)
{
    const struct sc_ledger_request *request = writing->request;
    for (size_t status = CLAIM_STATUS_COUNT; status-- > 0;)
        for (size_t i = 0; i < writing->pack->claim_count; i++) {
            const struct claim *claim = &writing->pack->claims[i];
            if (claim->status != status ||
                (request->status != NULL && strcmp(claim_status_names[status], request->status) != 0) ||
                (request->id != NULL && !is_called(claim, request->id)))
                continue;
            claims[chosen->count++] = i;
        }
    chosen->claims = claims;
}

static bool has_expired(const struct sc_pack *pack, const char *today)
{
    return today != NULL && date_is_set(pack->review_by) && strcmp(today, pack->review_by_text) > 0;
}

static enum sc_status write_in(struct arena *arena, void *context)
{
    const struct writing *writing = context;
    size_t *claims = arena_array(arena, writing->pack->claim_count, sizeof *claims);
    struct chosen chosen = {.pack = writing->pack,
                            .expired = has_expired(writing->pack, writing->request->today)};
    struct buffer out = buffer_in(arena);
    choose(writing, &chosen, claims);
    if (chosen.count == 0 && (writing->request->id != NULL || writing->pack->claim_count == 0))
        return SC_NOT_FOUND;
    page_writer *page = format_page(writing->request->format);
    if (page != NULL)
        page(ledger_document(arena, &chosen), writing->request->page, &out);
    else
        ledger_write_json(&chosen, &out);
    *writing->text = call_result(buffer_string(&out), out.length);
    return *writing->text != NULL ? SC_OK : SC_NO_MEMORY;
}

enum sc_status sc_ledger_write(const struct sc_pack *pack, const struct sc_ledger_request *request,
                               struct sc_diagnostics *diagnostics, char **text)
{
    struct writing writing = {pack, request, text};
    return call_in_new(ARENA_GOES, diagnostics, write_in, &writing);
}
