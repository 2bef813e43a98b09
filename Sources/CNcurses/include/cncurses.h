#pragma once
/* What Swift cannot import of ncursesw, behind plain typed functions. No type of curses is seen here, and
   ncurses is the output engine only: keys are read elsewhere, and getch is never called.

   One screen per process. All functions but cn_width and cn_restore belong to the thread of the loop. */
#include <stddef.h>
#include <stdint.h>

/* ---- Text ---- */

/* Columns of one scalar by glibc's tables for C.UTF-8; 0 for a combining mark, -1 for what cannot be shown.
   Needs no locale to be set and no terminal, and is safe on any thread. */
int cn_width(uint32_t scalar);

/* Takes LC_CTYPE from the environment: C.UTF-8 where none is named, or where the named one is a UTF-8 locale
   that is not installed. Nothing else of the locale is touched, so numbers keep their point.
   Returns 1 where text is UTF-8, 0 where only ASCII may be sent. */
int cn_set_locale(void);

/* ---- Screen ---- */

enum cn_result { CN_OK = 0, CN_NO_TERMINAL, CN_UNKNOWN_TERMINAL, CN_TOO_SIMPLE };

/* Takes the controlling terminal, or stdin and stdout where there is none, and shows an empty screen. */
enum cn_result cn_open(void);

/* The descriptor to read keys from; -1 while no screen is open. */
int cn_descriptor(void);

/* Gives the terminal back for good. */
void cn_close(void);

/* Gives the terminal back for a while, and takes it again. */
void cn_suspend(void);
void cn_resume(void);

/* Asks the system for the window's size and makes ncurses follow. */
void cn_refresh_size(int *columns, int *rows);

/* Colours of the terminal: 0, 8, 16, 88, 256. */
int cn_colours(void);

/* The colours that ncurses takes for normal and returns to after every update, -1 for the terminal's own. Text in
   these colours costs one byte a character, so they are those of the field that is typed in. Styles are to be
   set anew afterwards; with anything but -1, all of them need two colours. */
void cn_set_ground(int foreground, int background);

/* The look of cells with this style number: colours of the palette or -1 for the terminal's own. */
enum { CN_BOLD = 1, CN_DIM = 2, CN_UNDERLINE = 4, CN_REVERSE = 8, CN_ITALIC = 16, CN_BLINK = 32 };
#define CN_STYLES 64
void cn_set_style(int style, int foreground, int background, int attributes);

typedef struct {
    uint32_t base;
    uint32_t marks[4];
    uint8_t style;
    /* 0, or 1 << 16 | glyph << 8 | ground: two colours of the palette that take the place of the style's. There is
       room for 8,000 pairs of them at once; what comes after those looks like the ground. */
    uint32_t colours;
} cn_cell;

/* Puts a part of one row of the next frame; a wide glyph is one cell, and nothing stands for its right half. */
void cn_put(int row, int column, const cn_cell *cells, int count);

/* To be called when a picture comes and none is on the screen: the colour pairs of earlier ones are free again. */
void cn_forget_pictures(void);

/* Sends what has changed, and leaves the cursor at the place, or hidden where the column is negative. */
void cn_update(int cursor_column, int cursor_row);

/* Makes the next cn_update send everything. */
void cn_invalidate(void);

void cn_bell(void);

/* Sets the window's title where the terminal is known to have one. The text must hold no control bytes; of
   more than CN_TITLE bytes, the characters that fit are sent. */
#define CN_TITLE 180
void cn_set_title(const char *text);

/* Offers a text, which is Base64 already, to the terminal's clipboard, where the terminal is known to take such a
   sequence for one or to pass over it. */
void cn_copy(const char *base64);

/* Mouse reports, off at the beginning: terminals then keep their own selection. */
void cn_set_mouse(int on);

/* ---- Lifetime ---- */

/* Puts the terminal back to how it was found. Async-signal-safe; does nothing where no screen is up. */
void cn_restore(void);

/* Calls cn_restore on every signal that ends the process by an error, writes `message` to the terminal, and
   lets the signal go on to whoever had it before. Gives the calling thread a stack for it. */
void cn_guard(const char *message);

/* Keeps the memory of the process, which holds what people typed and keys, out of core files and out of the
   reach of other processes of the same user; to be called first of all. Programs that are started inherit the
   limit on core files, not the rest. */
void cn_keep_memory_private(void);

/* Sends stderr to a file (or nowhere, for a null path) while a screen is up, if it is a terminal. */
void cn_redirect_errors(const char *path);
void cn_return_errors(void);

/* Catches SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGINT and ignores SIGPIPE; to be called before
   cn_open, because ncurses takes what is still free. Each caught signal is one byte, its number, at the
   returned descriptor, which never blocks; -1 on failure. */
int cn_catch_signals(void);

/* Puts the signals back. */
void cn_release_signals(void);

/* Stops the process group, as the terminal's own Ctrl-Z does, and returns when it goes on. */
void cn_stop(void);

/* ---- The loop ---- */

/* A descriptor that becomes readable by cn_wake, on any thread, and is not by cn_clear_wakeups; -1 on failure. */
int cn_open_wakeup(void);
void cn_wake(int descriptor);
void cn_clear_wakeups(int descriptor);
