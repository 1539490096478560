/* Claims and their sources. */
#include "pack/reading.h"

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
        read_section(reading, spot, SECTION_CLAIM, &claims[i]);
    }
    for (size_t i = 0; i < pack->source_count; i++) {
        sources[i].place = spot_place(reading->sources.list[i].spot);
        read_section(reading, reading->sources.list[i].spot, SECTION_SOURCE, &sources[i]);
    }
    pack->claims = pack->written_claims = claims;
    pack->sources = sources;
}
