/* Alerts, warnings and reviews: what prints beside the items. */
#include "pack/reading.h"

void read_all_alerts(struct reading *reading)
{
    struct arena *arena = reading->arena;
    struct sc_pack *pack = reading->pack;
    pack->alert_count = reading->alerts.count;
    pack->warning_count = reading->warnings.count;
    pack->review_count = reading->reviews.count;
    struct alert *alerts = arena_array(arena, pack->alert_count, sizeof *alerts);
    struct warning *warnings = arena_array(arena, pack->warning_count, sizeof *warnings);
    struct review *reviews = arena_array(arena, pack->review_count, sizeof *reviews);
    for (size_t i = 0; i < pack->alert_count; i++) {
        alerts[i].spot = reading->alerts.list[i].spot;
        alerts[i].place = spot_place(alerts[i].spot);
        read_section(reading, reading->alerts.list[i].spot, SECTION_ALERT, &alerts[i]);
    }
    for (size_t i = 0; i < pack->warning_count; i++) {
        warnings[i].place = spot_place(reading->warnings.list[i].spot);
        warnings[i].when = expr_truth(arena, true);
        read_section(reading, reading->warnings.list[i].spot, SECTION_WARNING, &warnings[i]);
    }
    for (size_t i = 0; i < pack->review_count; i++) {
        struct spot spot = reading->reviews.list[i].spot;
        reviews[i].place = spot_place(spot);
        read_section(reading, spot, SECTION_REVIEW, &reviews[i]);
        for (size_t j = 0; j < i; j++)
            if (reviews[i].week != 0 && reviews[j].week == reviews[i].week)
                complain(reading, spot, NULL, "a second review in week %d; the first stands on line %u",
                         reviews[i].week, reviews[j].place.line);
    }
    pack->alerts = alerts;
    pack->warnings = warnings;
    pack->reviews = reviews;
}
