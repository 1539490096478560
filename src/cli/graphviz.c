/* Graphviz as a filter: a drawing goes in through one pipe and comes back as SVG through another. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { MOST_BYTES = 64 * 1024 * 1024 }; /* of a drawing that comes back */

struct filter {
    pid_t process;
    int in, out; /* our ends; -1: closed */
};

static void close_end(int *end)
{
    if (*end >= 0)
        close(*end);
    *end = -1;
}

/* Its messages are about fonts and sizes: nothing that the user could do something about. */
static int spawn_dot(pid_t *process, const int in[2], const int out[2])
{
    static char name[] = "dot", format[] = "-Tsvg";
    static char *const arguments[] = {name, format, NULL};
    posix_spawn_file_actions_t actions;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0)
        return error;
    posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    error = posix_spawnp(process, arguments[0], &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* 0, or an errno. */
static int start_dot(struct filter *filter)
{
    int in[2], out[2];
    if (pipe(in) != 0)
        return errno;
    if (pipe(out) != 0) {
        int error = errno;
        close_end(&in[0]);
        close_end(&in[1]);
        return error;
    }
    /* Ours stay ours: dot must see the end of what it reads. */
    fcntl(in[1], F_SETFD, FD_CLOEXEC);
    fcntl(out[0], F_SETFD, FD_CLOEXEC);
    int error = spawn_dot(&filter->process, in, out);
    close_end(&in[0]);
    close_end(&out[1]);
    *filter = (struct filter){filter->process, in[1], out[0]};
    return error;
}

struct pumping {
    const char *left;
    size_t left_length;
    char *came;
    size_t length, capacity;
};

/* false: no memory, or too much of it. */
static bool take(struct filter *filter, struct pumping *pumping)
{
    if (pumping->capacity - pumping->length < 4096) {
        size_t wanted = pumping->capacity * 2 + 65536;
        char *larger = wanted <= MOST_BYTES ? realloc(pumping->came, wanted) : NULL;
        if (larger == NULL)
            return false;
        pumping->came = larger;
        pumping->capacity = wanted;
    }
    ssize_t count =
        read(filter->out, pumping->came + pumping->length, pumping->capacity - pumping->length - 1);
    if (count > 0)
        pumping->length += (size_t)count;
    else if (count == 0 || errno != EINTR)
        close_end(&filter->out);
    return true;
}

static void give(struct filter *filter, struct pumping *pumping)
{
    ssize_t count = write(filter->in, pumping->left, pumping->left_length);
    if (count > 0) {
        pumping->left += count;
        pumping->left_length -= (size_t)count;
    }
    if (pumping->left_length == 0 || (count < 0 && errno != EINTR && errno != EAGAIN))
        close_end(&filter->in);
}

/* Both pipes at once: neither side ever waits for the other. */
static bool pump(struct filter *filter, struct pumping *pumping)
{
    fcntl(filter->in, F_SETFL, O_NONBLOCK);
    while (filter->out >= 0) {
        struct pollfd ends[2] = {{filter->out, POLLIN, 0}, {filter->in, POLLOUT, 0}};
        if (poll(ends, 2, -1) < 0 && errno != EINTR)
            return false;
        if (ends[0].revents != 0 && !take(filter, pumping))
            return false;
        if (ends[1].revents != 0)
            give(filter, pumping);
    }
    return true;
}

static enum exit_status no_dot(int error)
{
    if (error != ENOENT)
        return failure(EXIT_FILES, "Graphviz cannot be run: %s", strerror(error));
    usage_error("on Debian, 'apt-get install graphviz'; '-f dot' and '-f mermaid' need nothing",
                "an SVG drawing needs Graphviz, and there is no program 'dot'");
    return EXIT_FILES;
}

enum exit_status draw_svg(const char *dot, char **svg)
{
    struct filter filter = {0, -1, -1};
    struct pumping pumping = {.left = dot, .left_length = strlen(dot)};
    int error = start_dot(&filter), ended = -1;
    if (error == 0) {
        /* If dot stops reading early, its exit status tells more than the signal would. */
        signal(SIGPIPE, SIG_IGN);
        bool pumped = pump(&filter, &pumping);
        close_end(&filter.in);
        close_end(&filter.out);
        signal(SIGPIPE, SIG_DFL);
        while (waitpid(filter.process, &ended, 0) < 0 && errno == EINTR)
            ;
        if (!pumped || ended != 0 || pumping.length == 0)
            ended = -1;
    }
    close_end(&filter.in);
    close_end(&filter.out);
    if (ended != 0) {
        free(pumping.came);
        return error != 0 ? no_dot(error) : failure(EXIT_FILES, "Graphviz could not draw this");
    }
    pumping.came[pumping.length] = '\0';
    *svg = pumping.came;
    return EXIT_DONE;
}
