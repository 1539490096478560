/* The ledger as JSON. */
#include "ledger/ledger.h"

#include "data/data.h"

static void write_source(struct json_writer *json, const struct claim_source *source)
{
    json_begin_object(json);
    json_put_member(json, "id", source->id);
    json_put_member(json, "title", source->title);
    json_put_member(json, "year", source->year);
    json_put_member(json, "link", source->link);
    json_put_member(json, "note", source->note);
    json_end_object(json);
}

static void write_claim(struct json_writer *json, struct arena *arena, const struct sc_pack *pack,
                        size_t number)
{
    const struct claim *claim = &pack->claims[number];
    json_begin_object(json);
    data_put_claim(json, claim);
    json_put_key(json, "corrects");
    json_put_truth(json, claim->corrects);
    json_put_member(json, "disputed", claim->disputed);
    json_put_member(json, "note", claim->note);
    json_put_key(json, "sources");
    json_begin_array(json);
    for (size_t i = 0; i < claim->sources.count; i++)
        write_source(json, &pack->sources[claim->sources.list[i]]);
    json_end_array(json);
    json_put_key(json, "used");
    json_begin_array(json);
    struct use *uses;
    size_t count = uses_of(arena, pack, number, &uses);
    for (size_t i = 0; i < count; i++) {
        json_begin_object(json);
        json_put_member(json, "kind", uses[i].kind);
        json_put_member(json, "id", uses[i].id);
        json_end_object(json);
    }
    json_end_array(json);
    json_end_object(json);
}

void ledger_write_json(const struct chosen *chosen, struct buffer *out)
{
    struct json_writer writer = json_writer_to(out), *json = &writer;
    json_begin_object(json);
    json_put_key(json, "stepcare");
    json_put_whole(json, 1);
    json_put_key(json, "pack");
    json_begin_object(json);
    json_put_member(json, "id", chosen->pack->id);
    json_put_member(json, "version", chosen->pack->version);
    json_put_member(json, "language", chosen->pack->language);
    json_put_member(json, "sha256", chosen->pack->sha256);
    json_end_object(json);
    json_put_key(json, "claims");
    json_begin_array(json);
    for (size_t i = 0; i < chosen->count; i++)
        write_claim(json, out->arena, chosen->pack, chosen->claims[i]);
    json_end_array(json);
    json_put_key(json, "expired");
    json_put_truth(json, chosen->expired);
    json_end_object(json);
    buffer_char(out, '\n');
}
