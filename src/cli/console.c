/* The interview on the terminal: prompts go to standard error, so that standard output holds the result
 * alone. */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/select.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

/* Ctrl-C is held back but while a line is waited for: it cannot slip in between a look and the waiting. */
static sigset_t while_waiting;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    interrupted = 1;
}

bool can_ask(const struct options *options)
{
    return !options->given[OPTION_NO_INPUT] && isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

/* false: interrupted, or no longer readable. */
static bool wait_for_input(void)
{
    fd_set input;
    FD_ZERO(&input);
    FD_SET(STDIN_FILENO, &input);
    while (pselect(STDIN_FILENO + 1, &input, NULL, NULL, NULL, &while_waiting) < 0)
        if (errno != EINTR || interrupted)
            return false;
    return true;
}

/* What does not fit into the line is read and dropped: nobody types that much by hand. */
static bool read_line(void *context, char *line, size_t size)
{
    (void)context;
    size_t length = 0;
    for (;;) {
        char byte;
        if (!wait_for_input())
            return false;
        ssize_t count = read(STDIN_FILENO, &byte, 1);
        if (count <= 0 && length == 0)
            return false;
        if (count <= 0 || byte == '\n')
            break;
        if (length + 1 < size && byte != '\0')
            line[length++] = byte;
    }
    line[length] = '\0';
    return true;
}

static bool write_text(void *context, const char *text)
{
    (void)context;
    size_t length = strlen(text);
    while (length > 0) {
        ssize_t written = write(STDERR_FILENO, text, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text += written;
        length -= (size_t)written;
    }
    return true;
}

static unsigned terminal_width(void)
{
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return 80;
    return size.ws_col < 100 ? size.ws_col : 100;
}

static bool terminal_color(const struct options *options)
{
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    if (options->given[OPTION_COLOR] && strcmp(options->arguments[OPTION_COLOR], "auto") != 0)
        return strcmp(options->arguments[OPTION_COLOR], "always") == 0;
    return (no_color == NULL || no_color[0] == '\0') && term != NULL && strcmp(term, "dumb") != 0;
}

bool ask_on_terminal(const struct options *options, const struct sc_pack *pack, struct sc_sheet *sheet,
                     struct sc_diagnostics *diagnostics, enum sc_status *status)
{
    bool given = options->answers.count > 0 || options->sets.count > 0;
    struct sc_interview *interview = sc_interview_new(pack, sheet, given ? SC_ASK_MISSING : SC_ASK_ALL);
    if (interview == NULL) {
        *status = SC_NO_MEMORY;
        return true;
    }
    struct sigaction action = {.sa_handler = on_interrupt}, before;
    sigset_t held;
    sigemptyset(&action.sa_mask);
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigprocmask(SIG_BLOCK, &held, &while_waiting);
    sigaction(SIGINT, &action, &before);
    const struct sc_console console = {.read_line = read_line,
                                       .write_text = write_text,
                                       .width = terminal_width(),
                                       .color = terminal_color(options)};
    enum sc_interview_end end = SC_INTERVIEW_DONE;
    *status = sc_interview_run(interview, &console, diagnostics, &end);
    if (end == SC_INTERVIEW_CLOSED || *status == SC_OK)
        write_text(NULL, "\n");
    sigprocmask(SIG_SETMASK, &while_waiting, NULL); /* one that waited still comes, and is remembered */
    sigaction(SIGINT, &before, NULL);
    sc_interview_free(interview);
    return !interrupted;
}

void end_by_interrupt(void)
{
    signal(SIGINT, SIG_DFL);
    raise(SIGINT);
    _exit(128 + SIGINT);
}
