#pragma once
#include "include/cncurses.h"

#include <stdbool.h>

/* Writes all of it, also where the terminal takes it in parts. Async-signal-safe. */
void cn_write_all(int descriptor, const char *bytes, size_t count);

/* Keeps the terminal's settings, and puts them back. */
void cn_save_terminal(int descriptor);
void cn_reset_terminal(int descriptor);

/* What cn_restore sends, and whether it has anything to do. */
void cn_set_restore(int descriptor, const char *bytes, size_t count);
void cn_arm_restore(int armed);
