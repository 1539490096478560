/* Why: an ID is looked for among everything that it can name, and what is found is explained. */
#include "why/why.h"

#include "formats/formats.h"
#include "support/call.h"
#include "support/limits.h"
#include "support/near.h"

#include <string.h>
#include <strings.h>

const char *const subject_kind_names[SUBJECT_KIND_COUNT] = {
    [SUBJECT_ITEM] = "item", [SUBJECT_ALERT] = "alert", [SUBJECT_LADDER] = "ladder",
    [SUBJECT_STEP] = "step", [SUBJECT_FACT] = "fact",   [SUBJECT_QUESTION] = "question",
};

/* Calls `each` for everything that has an ID, in the order in which a page explains it. */
static void each_subject(const struct sc_pack *pack,
                         void (*each)(void *context, struct subject subject, const char *id), void *context)
{
    for (size_t i = 0; i < pack->item_count; i++)
        each(context, (struct subject){SUBJECT_ITEM, i, 0}, pack->items[i].id);
    for (size_t i = 0; i < pack->alert_count; i++)
        each(context, (struct subject){SUBJECT_ALERT, i, 0}, pack->alerts[i].id);
    for (size_t i = 0; i < pack->ladder_count; i++) {
        each(context, (struct subject){SUBJECT_LADDER, i, 0}, pack->ladders[i].id);
        for (size_t k = 0; k < pack->ladders[i].step_count; k++)
            each(context, (struct subject){SUBJECT_STEP, i, k}, pack->ladders[i].steps[k].id);
    }
    for (size_t i = 0; i < pack->fact_count; i++)
        each(context, (struct subject){SUBJECT_FACT, i, 0}, pack->facts[i].name);
    for (size_t i = 0; i < pack->question_count; i++)
        each(context, (struct subject){SUBJECT_QUESTION, i, 0}, pack->questions[i].id);
}

/* A mistyped id, or the title that a page prints. */
struct guessing {
    const struct sc_pack *pack;
    const char *typed, *titled;
    struct near near;
};

static const char *title_of(const struct sc_pack *pack, struct subject subject)
{
    switch (subject.kind) {
    case SUBJECT_ITEM:
        return pack->items[subject.number].title;
    case SUBJECT_STEP:
        return pack->ladders[subject.number].steps[subject.step].title;
    default:
        return NULL;
    }
}

static void guess(void *context, struct subject subject, const char *id)
{
    struct guessing *guessing = context;
    const char *title = title_of(guessing->pack, subject);
    const bool named =
        strcasecmp(guessing->typed, id) == 0 || (title != NULL && strcasecmp(guessing->typed, title) == 0);
    if (named && guessing->titled == NULL)
        guessing->titled = id;
    near_offer(&guessing->near, id);
}

const char *sc_why_near(const struct sc_pack *pack, const char *id)
{
    struct guessing guessing = {.pack = pack, .typed = id, .near = near_to(id)};
    each_subject(pack, guess, &guessing);
    return guessing.titled != NULL ? guessing.titled : guessing.near.best;
}

static void take_called(void *context, struct subject subject, const char *id)
{
    struct explaining *explaining = context;
    struct subjects *subjects = &explaining->subjects;
    if (strcmp(id, explaining->id) != 0)
        return;
    subjects->list = arena_grow(explaining->arena, subjects->list, subjects->count, &subjects->capacity,
                                sizeof *subjects->list);
    subjects->list[subjects->count++] = subject;
}

struct why_writing {
    const struct sc_plan *plan;
    const struct sc_why_request *request;
    char **text;
};

static enum sc_status write_why(struct arena *arena, void *context)
{
    const struct why_writing *writing = context;
    struct explaining explaining = {
        .arena = arena,
        .plan = writing->plan,
        .readings = engine_readings(writing->plan),
        .id = writing->request->id,
    };
    struct buffer out = buffer_in(arena);
    each_subject(writing->plan->pack, take_called, &explaining);
    if (explaining.subjects.count == 0)
        return SC_NOT_FOUND;
    page_writer *page = format_page(writing->request->format);
    if (page != NULL)
        page(why_document(&explaining), writing->request->page, &out);
    else
        why_write_json(&explaining, &out);
    *writing->text = call_result(buffer_string(&out), out.length);
    return *writing->text != NULL ? SC_OK : SC_NO_MEMORY;
}

enum sc_status sc_why_write(const struct sc_plan *plan, const struct sc_why_request *request,
                            struct sc_diagnostics *diagnostics, char **text)
{
    struct why_writing writing = {plan, request, text};
    return call_in_new(ARENA_GOES, diagnostics, write_why, &writing);
}
