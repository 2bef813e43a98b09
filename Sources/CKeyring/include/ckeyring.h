// The Linux kernel's user keyring: memory of the kernel that outlives this process, is never written to disk or
// swap, and that no other user can read. glibc has no functions for these system calls.
#pragma once

#include <stddef.h>

/// Keeps `count` bytes under `name` for `seconds` (0 keeps them as long as the user has processes), in place of
/// what stood there. 0, or the errno: ENOSYS and EPERM where the kernel or a container refuses keyrings.
int ckeyring_store(const char *name, const void *bytes, size_t count, unsigned int seconds);

/// Copies what is kept under `name` and its size into `*count`; no more than `capacity` bytes. 0, or the errno:
/// ENOKEY where there is nothing, EKEYEXPIRED where its time is over, ERANGE where it does not fit.
int ckeyring_load(const char *name, void *bytes, size_t capacity, size_t *count);

/// Forgets what is kept under `name`. 0, or the errno; ENOKEY where there was nothing.
int ckeyring_forget(const char *name);
