/* stepcare graph: the way through a pack on one slide; with answers, the person's own. */
#include "cli/cli.h"

#include <stdlib.h>
#include <string.h>

static const struct ending endings[] = {
    {".dot", "dot"}, {".gv", "dot"}, {".mmd", "mermaid"}, {".mermaid", "mermaid"}, {".svg", "svg"}};

static enum exit_status print_graph(const struct options *options, const struct sc_pack *pack,
                                    const struct sc_plan *plan, const char *format,
                                    struct sc_diagnostics *diagnostics)
{
    char *drawing = NULL, *svg = NULL;
    enum sc_graph_format kind = strcmp(format, "mermaid") == 0 ? SC_MERMAID : SC_DOT;
    enum sc_status status = sc_graph_write(pack, plan, kind, diagnostics, &drawing);
    if (status != SC_OK)
        return print_diagnostics(diagnostics, status);
    enum exit_status drawn = strcmp(format, "svg") == 0 ? draw_svg(drawing, &svg) : EXIT_DONE;
    if (drawn == EXIT_DONE) {
        const char *text = svg != NULL ? svg : drawing;
        drawn = write_output(options, text, strlen(text));
    }
    free(svg);
    free(drawing);
    return drawn;
}

/* The way does not depend on a day; any will do. */
static enum exit_status graph_of_answers(const struct options *options, const struct sc_pack *pack,
                                         const char *format, struct sc_diagnostics *diagnostics)
{
    enum exit_status status = EXIT_DONE;
    struct sc_plan *plan = NULL;
    struct sc_sheet *sheet = read_sheet(options, pack, diagnostics, &status);
    if (sheet == NULL)
        return status;
    const struct sc_dates dates = {"2000-01-01", NULL};
    enum sc_status made = sc_plan_make(pack, sheet, dates, diagnostics, &plan);
    status = made == SC_OK ? print_graph(options, pack, plan, format, diagnostics)
                           : print_diagnostics(diagnostics, made);
    sc_plan_free(plan);
    sc_sheet_free(sheet);
    return status;
}

enum exit_status run_graph(const struct command *command, const struct options *options)
{
    const char *format = choose_named_format(command, options, endings, sizeof endings / sizeof endings[0]);
    if (format == NULL)
        return EXIT_USAGE;
    struct sc_diagnostics *diagnostics = sc_diagnostics_new();
    if (diagnostics == NULL)
        return failure(EXIT_FILES, "no memory");
    enum exit_status status = EXIT_DONE;
    struct sc_pack *pack = open_speaking(pack_named(options), options, A_PERSON, diagnostics, &status);
    bool has_answers = options->given[OPTION_ANSWERS] || options->given[OPTION_SET];
    if (pack != NULL)
        status = has_answers ? graph_of_answers(options, pack, format, diagnostics)
                             : print_graph(options, pack, NULL, format, diagnostics);
    sc_pack_free(pack);
    sc_diagnostics_free(diagnostics);
    return status;
}
