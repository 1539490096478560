/* The public calls of this room. */
#include "compare/single.h"

#include "formats/formats.h"
#include "support/call.h"
#include "support/limits.h"

struct writing {
    const struct sc_plan *before, *after; /* after: NULL, single answers are looked for */
    const struct sc_compare_request *request;
    struct sc_diagnostics *diagnostics;
    char **text;
    bool *same;
};

static enum sc_status give_out(const struct writing *writing, struct buffer *out)
{
    *writing->text = call_result(buffer_string(out), out->length);
    return *writing->text != NULL ? SC_OK : SC_NO_MEMORY;
}

static enum sc_status write_changes(struct arena *arena, void *context)
{
    const struct writing *writing = context;
    struct buffer out = buffer_in(arena);
    const struct plan_changes *changes = changes_of(arena, writing->before, writing->after);
    page_writer *page = format_page(writing->request->format);
    if (page != NULL)
        page(compare_document(arena, changes), writing->request->page, &out);
    else
        compare_write_json(changes, &out);
    *writing->same = changes->same;
    return give_out(writing, &out);
}

static enum sc_status write_singles(struct arena *arena, void *context)
{
    const struct writing *writing = context;
    struct buffer out = buffer_in(arena);
    struct singles singles;
    if (find_singles(arena, writing->before, LIMIT_DECIDED, writing->diagnostics, &singles) != SC_OK)
        return SC_INVALID;
    page_writer *page = format_page(writing->request->format);
    if (page != NULL)
        page(single_document(arena, &singles), writing->request->page, &out);
    else
        single_write_json(&singles, &out);
    *writing->same = singles.count == 0;
    return give_out(writing, &out);
}

enum sc_status sc_compare_write(const struct sc_plan *before, const struct sc_plan *after,
                                const struct sc_compare_request *request, struct sc_diagnostics *diagnostics,
                                char **text, bool *same)
{
    struct writing writing = {before, after, request, diagnostics, text, same};
    return call_in_new(ARENA_GOES, diagnostics, write_changes, &writing);
}

enum sc_status sc_one_answer_write(const struct sc_plan *plan, const struct sc_compare_request *request,
                                   struct sc_diagnostics *diagnostics, char **text, bool *same)
{
    struct writing writing = {plan, NULL, request, diagnostics, text, same};
    return call_in_new(ARENA_GOES, diagnostics, write_singles, &writing);
}
