/* stepcare-pdf: what `stepcare plan -f pdf` runs. A program of its own, so that no other plan waits for Pango
 * and Cairo to load. */
#include "cli/cli.h"
#include "pdf/pdf.h"

#include <pango/pangocairo.h>
#include <signal.h>

/* What the libraries would say on standard error; what matters of it is said by pdf_write(). */
static void say_nothing(const gchar *domain, GLogLevelFlags level, const gchar *message, gpointer data)
{
    (void)domain, (void)level, (void)message, (void)data;
}

int main(int argc, char **argv)
{
    static const struct part part = {SC_PDF, pdf_write};
    signal(SIGPIPE, SIG_DFL);
    g_log_set_default_handler(say_nothing, NULL);
    pango_cairo_font_map_get_default(); /* a thread begins to look for fonts while the plan is made */
    return (int)finish(run_command(find_command("plan"), &part, argc, argv));
}
