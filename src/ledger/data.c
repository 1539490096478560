/* The ledger as JSON. */
#include "ledger/ledger.h"
#include "json/json.h"

static void text_of(struct json_writer *json, const char *key, const char *text)
{
    json_put_key(json, key);
    json_put_text(json, text);
}

static void write_source(struct json_writer *json, const struct claim_source *source)
{
    json_begin_object(json);
    text_of(json, "id", source->id);
    text_of(json, "title", source->title);
    text_of(json, "year", source->year);
    text_of(json, "link", source->link);
    text_of(json, "note", source->note);
    json_end_object(json);
}

static void write_claim(struct json_writer *json, struct arena *arena, const struct sc_pack *pack,
                        size_t number)
{
    const struct claim *claim = &pack->claims[number];
    json_begin_object(json);
    text_of(json, "id", claim->id);
    text_of(json, "says", claim->says);
    text_of(json, "finding", claim->finding);
    text_of(json, "status", claim_status_names[claim->status]);
    json_put_key(json, "checked");
    if (claim->checked_written)
        json_put_truth(json, claim->checked);
    else
        json_put_null(json);
    json_put_key(json, "corrects");
    json_put_truth(json, claim->corrects);
    text_of(json, "disputed", claim->disputed);
    text_of(json, "note", claim->note);
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
        text_of(json, "kind", uses[i].kind);
        text_of(json, "id", uses[i].id);
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
    text_of(json, "id", chosen->pack->id);
    text_of(json, "version", chosen->pack->version);
    text_of(json, "language", chosen->pack->language);
    text_of(json, "sha256", chosen->pack->sha256);
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
