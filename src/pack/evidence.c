/* Claims and their sources. */
#include "pack/reading.h"

/* What the evidence denies, or has left behind, is corrected by its finding; of other claims the pack says
 * it. */
static void read_corrects(struct reading *reading, struct spot spot, struct claim *claim)
{
    struct spot corrects = spot_of(spot, "corrects");
    if (!spot_is_there(corrects))
        claim->corrects = claim->status == CLAIM_CONTRADICTED || claim->status == CLAIM_OUTDATED;
    else if (claim->corrects && claim->finding == NULL)
        complain(reading, corrects, NULL, "a claim that 'corrects' needs the key 'finding'");
}

void read_all_evidence(struct reading *reading)
{
    struct sc_pack *pack = reading->pack;
    pack->claim_count = reading->claims.count;
    pack->source_count = reading->sources.count;
    struct claim *claims = arena_array(reading->arena, pack->claim_count, sizeof *claims);
    struct claim_source *sources = arena_array(reading->arena, pack->source_count, sizeof *sources);
    for (size_t i = 0; i < pack->claim_count; i++) {
        struct spot spot = reading->claims.list[i].spot;
        claims[i].place = spot_place(spot);
        claims[i].checked_written = spot_is_there(spot_of(spot, "checked"));
        if (read_section(reading, spot, SECTION_CLAIM, &claims[i]))
            read_corrects(reading, spot, &claims[i]);
    }
    for (size_t i = 0; i < pack->source_count; i++) {
        sources[i].place = spot_place(reading->sources.list[i].spot);
        read_section(reading, reading->sources.list[i].spot, SECTION_SOURCE, &sources[i]);
    }
    pack->claims = pack->written_claims = claims;
    pack->sources = sources;
}
