#define _GNU_SOURCE
#include "ckeyring.h"

#include <errno.h>
#include <linux/keyctl.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char key_type[] = "user";

// view, read, write, search and setattr for the owner too and not only for who "possesses" the key: whether a
// process does depends on its session (pam_keyinit, sudo, systemd), and another login of the officer must read it.
static const uint32_t owner_rights = 0x3f000000u | 0x002f0000u;

static long find(const char *name) {
    return syscall(SYS_keyctl, KEYCTL_SEARCH, KEY_SPEC_USER_KEYRING, key_type, name, 0L);
}

int ckeyring_store(const char *name, const void *bytes, size_t count, unsigned int seconds) {
    long key = syscall(SYS_add_key, key_type, name, bytes, count, (long)KEY_SPEC_USER_KEYRING);
    if (key < 0)
        return errno;
    if (syscall(SYS_keyctl, KEYCTL_SETPERM, key, (long)owner_rights) < 0
        || syscall(SYS_keyctl, KEYCTL_SET_TIMEOUT, key, (long)seconds) < 0) {
        int reason = errno;
        // A key that would outlive its time must not stay.
        syscall(SYS_keyctl, KEYCTL_UNLINK, key, (long)KEY_SPEC_USER_KEYRING);
        return reason;
    }
    return 0;
}

int ckeyring_load(const char *name, void *bytes, size_t capacity, size_t *count) {
    *count = 0;
    long key = find(name);
    if (key < 0)
        return errno;
    long size = syscall(SYS_keyctl, KEYCTL_READ, key, bytes, capacity);
    if (size < 0)
        return errno;
    if ((size_t)size > capacity)
        return ERANGE;
    *count = (size_t)size;
    return 0;
}

int ckeyring_forget(const char *name) {
    long key = find(name);
    if (key < 0)
        return errno;
    // Unlinking alone leaves the bytes until the kernel collects them; revoking ends reading at once.
    syscall(SYS_keyctl, KEYCTL_REVOKE, key);
    if (syscall(SYS_keyctl, KEYCTL_UNLINK, key, (long)KEY_SPEC_USER_KEYRING) < 0)
        return errno;
    return 0;
}
