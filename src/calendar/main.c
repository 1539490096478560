/* stepcare-ics: what `stepcare plan -f ics` runs. A program of its own, so that no other plan waits for
 * libical and the tables that it brings along. */
#include "calendar/calendar.h"
#include "cli/cli.h"
#include "support/call.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

struct writing {
    const struct sc_plan *plan;
    enum titles titles;
    char **text;
    size_t *length;
};

static enum sc_status write_calendar(struct arena *arena, void *context)
{
    struct writing *writing = context;
    const struct calendar calendar = calendar_of(arena, writing->plan, writing->titles);
    *writing->text = calendar_write(&calendar, writing->length);
    return *writing->text != NULL ? SC_OK : SC_NO_MEMORY;
}

/* A calendar cannot say what to do now. */
static enum sc_status say_why_empty(const struct sc_plan *plan, unsigned width,
                                    struct sc_diagnostics *diagnostics)
{
    const struct sc_page_options page = {.width = width};
    char *text = NULL;
    size_t length = 0;
    enum sc_status status = sc_plan_write(plan, SC_TEXT_PAGE, &page, diagnostics, &text, &length);
    if (status == SC_OK)
        fprintf(stderr, "stepcare: there is no plan now, so the calendar is empty:\n\n%s", text);
    free(text);
    return status;
}

static enum sc_status write_plan(const struct sc_plan *plan, enum sc_format format,
                                 const struct sc_page_options *options, struct sc_diagnostics *diagnostics,
                                 char **text, size_t *length)
{
    (void)format;
    struct writing writing = {plan, options->open_titles ? TITLES_OPEN : TITLES_DISCREET, text, length};
    enum sc_status status = plan_is_printed(plan) ? SC_OK : say_why_empty(plan, options->width, diagnostics);
    return status == SC_OK ? call_in_new(ARENA_GOES, diagnostics, write_calendar, &writing) : status;
}

int main(int argc, char **argv)
{
    static const struct part calendar = {SC_ICS, write_plan};
    signal(SIGPIPE, SIG_DFL);
    return (int)finish(run_command(find_command("plan"), &calendar, argc, argv));
}
