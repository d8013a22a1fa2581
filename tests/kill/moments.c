/* Ends the process, as kill -9 does, right after the n-th call that makes something durable or replaces a file.

   Loaded before all other libraries (LD_PRELOAD), so that SQLite's calls pass here as well as Python's. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static long met, last = -1;

void kill_after(long n) { met = 0; last = n; }
long moments_met(void) { return met; }

static void moment(void) {
    if (++met == last) kill(getpid(), SIGKILL);
}

#define PASSED(name, parameters, arguments)                        \
    int name parameters {                                          \
        static int (*next) parameters;                             \
        if (!next) next = (int (*) parameters) dlsym(RTLD_NEXT, #name); \
        int result = next arguments;                               \
        moment();                                                  \
        return result;                                             \
    }

PASSED(fsync, (int file), (file))
PASSED(fdatasync, (int file), (file))
PASSED(rename, (const char *from, const char *to), (from, to))
PASSED(unlink, (const char *path), (path))
PASSED(ftruncate, (int file, off_t size), (file, size))
PASSED(ftruncate64, (int file, off_t size), (file, size))
