/* What the public face asks of a pack. */
#include "pack/pack.h"
#include "support/buffer.h"
#include "support/limits.h"

#include <string.h>

const char *sc_version(void)
{
    return STEPCARE_VERSION;
}

const char *sc_pack_id(const struct sc_pack *pack)
{
    return pack->id;
}

const char *sc_pack_title(const struct sc_pack *pack)
{
    return pack->title;
}

int sc_pack_last_week(const struct sc_pack *pack)
{
    int last = pack->phase_count > 0 ? pack->phases[pack->phase_count - 1].weeks.to : 0;
    return last != 0 ? last : LIMIT_WEEK;
}

const char *sc_pack_version(const struct sc_pack *pack)
{
    return pack->version;
}

const char *sc_pack_language(const struct sc_pack *pack)
{
    return pack->language;
}

const char *sc_pack_reviewed(const struct sc_pack *pack)
{
    return date_is_set(pack->reviewed) ? pack->reviewed_text : NULL;
}

const char *sc_pack_review_by(const struct sc_pack *pack)
{
    return date_is_set(pack->review_by) ? pack->review_by_text : NULL;
}

const char *sc_pack_sha256(const struct sc_pack *pack)
{
    return pack->sha256;
}

static size_t count_rules(const struct sc_pack *pack)
{
    size_t count = pack->alert_count;
    for (size_t i = 0; i < pack->item_count; i++) {
        const struct item *item = &pack->items[i];
        count += item->avoid.count + item->caution.count + item->notes.count + item->offer_written +
                 item->spent_written;
    }
    for (size_t i = 0; i < pack->ladder_count; i++)
        count += pack->ladders[i].when_written;
    return count;
}

size_t sc_pack_count(const struct sc_pack *pack, enum sc_part part)
{
    switch (part) {
    case SC_QUESTIONS:
        return pack->question_count;
    case SC_ALERTS:
        return pack->alert_count;
    case SC_PHASES:
        return pack->phase_count;
    case SC_ITEMS:
        return pack->item_count;
    case SC_RULES:
        return count_rules(pack);
    case SC_INVARIANTS:
        return pack->invariant_count;
    case SC_CLAIMS:
        return pack->claim_count;
    }
    return 0;
}

const char *sc_question_id(const struct sc_pack *pack, size_t question)
{
    return pack->questions[question].id;
}

const char *sc_question_ask(const struct sc_pack *pack, size_t question)
{
    return pack->questions[question].ask;
}

const char *sc_question_help(const struct sc_pack *pack, size_t question)
{
    return pack->questions[question].help;
}

enum sc_type sc_question_type(const struct sc_pack *pack, size_t question)
{
    return pack->questions[question].type;
}

const char *sc_question_option(const struct sc_pack *pack, size_t question, size_t option)
{
    const struct question *asked = &pack->questions[question];
    return option < asked->option_count ? asked->options[option] : NULL;
}

const char *sc_question_label(const struct sc_pack *pack, size_t question, size_t option)
{
    const struct question *asked = &pack->questions[question];
    return option < asked->option_count ? asked->labels[option] : NULL;
}

static size_t find_by_id(const void *list, size_t count, size_t size, size_t id_offset, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        const char *const *candidate = (const char *const *)((const char *)list + i * size + id_offset);
        if (*candidate != NULL && strcmp(*candidate, id) == 0)
            return i;
    }
    return SIZE_MAX;
}

size_t pack_find_question(const struct sc_pack *pack, const char *id)
{
    return find_by_id(pack->questions, pack->question_count, sizeof(struct question),
                      offsetof(struct question, id), id);
}

size_t pack_find_item(const struct sc_pack *pack, const char *id)
{
    return find_by_id(pack->items, pack->item_count, sizeof(struct item), offsetof(struct item, id), id);
}

size_t pack_find_alert(const struct sc_pack *pack, const char *id)
{
    return find_by_id(pack->alerts, pack->alert_count, sizeof(struct alert), offsetof(struct alert, id), id);
}

size_t pack_find_ladder(const struct sc_pack *pack, const char *id)
{
    return find_by_id(pack->ladders, pack->ladder_count, sizeof(struct ladder), offsetof(struct ladder, id),
                      id);
}
