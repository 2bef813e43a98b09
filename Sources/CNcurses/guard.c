#define _GNU_SOURCE
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

/* ---- The terminal as it was found ---- */

static struct termios found;
static bool has_found;
static char restore_bytes[512];
static size_t restore_count;
static int restore_descriptor = -1;
static volatile sig_atomic_t armed;
static pid_t owner;

void cn_write_all(int descriptor, const char *bytes, size_t count) {
    while (count > 0) {
        ssize_t written = write(descriptor, bytes, count);
        if (written > 0) {
            bytes += written;
            count -= (size_t)written;
        } else if (written < 0 && errno == EAGAIN) {
            struct pollfd waiting = {descriptor, POLLOUT, 0};
            if (poll(&waiting, 1, 200) <= 0) return;
        } else if (!(written < 0 && errno == EINTR)) {
            return;
        }
    }
}

void cn_save_terminal(int descriptor) {
    has_found = tcgetattr(descriptor, &found) == 0;
    owner = getpid();
}

void cn_reset_terminal(int descriptor) {
    if (has_found && descriptor >= 0) tcsetattr(descriptor, TCSADRAIN, &found);
}

void cn_set_restore(int descriptor, const char *bytes, size_t count) {
    static bool at_exit;
    if (count > sizeof restore_bytes) count = sizeof restore_bytes;
    memcpy(restore_bytes, bytes, count);
    restore_count = count;
    restore_descriptor = descriptor;
    if (!at_exit) at_exit = atexit(cn_restore) == 0;
}

void cn_arm_restore(int is_armed) { armed = is_armed; }

void cn_restore(void) {
    /* A forked child shares the terminal, not the duty. */
    if (!armed || getpid() != owner) return;
    armed = 0;
    int kept = errno;
    cn_write_all(restore_descriptor, restore_bytes, restore_count);
    if (has_found) tcsetattr(restore_descriptor, TCSANOW, &found);
    errno = kept;
}

/* ---- Signals that end the process by an error ---- */

static const int fatal[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS, SIGQUIT};
#define FATAL_COUNT (sizeof fatal / sizeof *fatal)
static char last_words[256];
static bool guarded;

static void on_fatal(int number) {
    if (armed && getpid() == owner) {
        int descriptor = restore_descriptor;
        cn_restore();
        cn_write_all(descriptor, last_words, strlen(last_words));
    }
    /* Not the handler found at start: that is Swift's backtracer, which asks for a key on the terminal and
       prints what stands in memory, a citizen's data with it. */
    signal(number, SIG_DFL);
    /* Blocked while this runs; comes when it returns, also where no faulting instruction repeats it. */
    raise(number);
}

void cn_guard(const char *message) {
    strncpy(last_words, message ? message : "", sizeof last_words - 1);
    if (guarded) return;
    guarded = true;
    /* A stack that has overflown has no room for a handler. */
    size_t size = 64 * 1024;
    void *memory = malloc(size);
    if (memory) {
        stack_t stack = {.ss_sp = memory, .ss_size = size};
        sigaltstack(&stack, NULL);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_fatal;
    action.sa_flags = SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < FATAL_COUNT; i++) sigaction(fatal[i], &action, NULL);
}

/* ---- Core files ---- */

void cn_keep_memory_private(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    /* A core that is piped to a collector heeds no limit, but this. */
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* ---- stderr ---- */

static int kept_errors = -1;

void cn_redirect_errors(const char *path) {
    if (kept_errors >= 0 || !isatty(STDERR_FILENO)) return;
    int log = open(path ? path : "/dev/null", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (log < 0) log = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (log < 0) return;
    kept_errors = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    dup2(log, STDERR_FILENO);
    close(log);
}

void cn_return_errors(void) {
    if (kept_errors < 0) return;
    dup2(kept_errors, STDERR_FILENO);
    close(kept_errors);
    kept_errors = -1;
}

/* ---- Signals that the loop handles ---- */

static const int caught[] = {SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT};
#define CAUGHT_COUNT (sizeof caught / sizeof *caught)
static struct sigaction before_caught[CAUGHT_COUNT];
static struct sigaction before_pipe;
static int signal_pipe[2] = {-1, -1};

static void on_caught(int number) {
    int kept = errno;
    unsigned char byte = (unsigned char)number;
    /* A full pipe already holds more than enough to wake the loop. */
    if (write(signal_pipe[1], &byte, 1) < 0) errno = kept;
    errno = kept;
}

static void catch_one(int number, struct sigaction *before) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_caught;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, before);
}

int cn_catch_signals(void) {
    if (signal_pipe[0] >= 0) return signal_pipe[0];
    if (pipe2(signal_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
    /* A parent that blocks signals leaves them blocked in us; then neither a resize nor a hangup would arrive. */
    sigset_t wanted;
    sigemptyset(&wanted);
    for (size_t i = 0; i < CAUGHT_COUNT; i++) {
        catch_one(caught[i], &before_caught[i]);
        sigaddset(&wanted, caught[i]);
    }
    sigprocmask(SIG_UNBLOCK, &wanted, NULL);
    struct sigaction ignore;
    memset(&ignore, 0, sizeof ignore);
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &ignore, &before_pipe);
    return signal_pipe[0];
}

void cn_release_signals(void) {
    if (signal_pipe[0] < 0) return;
    for (size_t i = 0; i < CAUGHT_COUNT; i++) sigaction(caught[i], &before_caught[i], NULL);
    sigaction(SIGPIPE, &before_pipe, NULL);
    close(signal_pipe[0]);
    close(signal_pipe[1]);
    signal_pipe[0] = signal_pipe[1] = -1;
}

void cn_stop(void) {
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &standard, NULL);
    kill(0, SIGTSTP);
    catch_one(SIGTSTP, NULL);
}

/* ---- Waking the loop ---- */

int cn_open_wakeup(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void cn_wake(int descriptor) {
    if (descriptor >= 0) eventfd_write(descriptor, 1);
}

void cn_clear_wakeups(int descriptor) {
    eventfd_t count;
    if (descriptor >= 0) eventfd_read(descriptor, &count);
}
