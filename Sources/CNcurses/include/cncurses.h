#pragma once
/* What Swift cannot import of ncursesw, behind plain typed functions. No type of curses is seen here. */
#include <stdint.h>

/* Columns of one scalar by glibc's tables for C.UTF-8; 0 for a combining mark, -1 for what cannot be shown.
   Needs no locale to be set and no terminal, and is safe on any thread. */
int cn_width(uint32_t scalar);
