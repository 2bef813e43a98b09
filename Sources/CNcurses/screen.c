#define _GNU_SOURCE
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include "internal.h"

#include <curses.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#undef columns
#include <unistd.h>

static SCREEN *screen;
static FILE *tty_in, *tty_out;
static int tty = -1;
static bool ansi, has_title, up, mouse, title_set;
static int cursor_shown = -1;
static struct {
    attr_t attributes;
    short pair;
} styles[CN_STYLES];

/* Colour pairs are made when a style first asks for them: terminals have few. */
static struct {
    short foreground, background;
} pairs[8192];
static int pair_count;
/* Those that styles use; the ones after them belong to the pictures on the screen. */
static int style_pairs;
static short ground_foreground = -1, ground_background = -1;

static void send(const char *bytes) { cn_write_all(tty, bytes, strlen(bytes)); }

static bool known_to_have_titles(const char *term) {
    static const char *const names[] = {"xterm",  "tmux", "screen", "rxvt",  "alacritty", "foot",    "kitty",
                                        "konsole", "gnome", "vte",   "st-",  "wezterm",   "contour", "putty"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strncmp(term, names[i], strlen(names[i]))) return true;
    return false;
}

/* Terminals of direct colour take a palette's number for a shade of blue. */
static bool has_direct_colour(void) {
    const char *text = tigetstr("RGB");
    return tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || (text && text != (char *)-1);
}

static SCREEN *try_term(const char *term) {
    SCREEN *made = newterm(term, tty_out, tty_in);
    if (made && has_direct_colour()) {
        endwin();
        delscreen(made);
        return NULL;
    }
    return made;
}

static enum cn_result take_descriptors(void) {
    tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    int out = -1;
    if (tty >= 0) {
        out = fcntl(tty, F_DUPFD_CLOEXEC, 3);
    } else if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
        tty = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
        out = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    }
    if (tty < 0 || out < 0) return CN_NO_TERMINAL;
    tty_out = fdopen(out, "w");
    int in = fcntl(tty, F_DUPFD_CLOEXEC, 3);
    tty_in = in < 0 ? NULL : fdopen(in, "r");
    return tty_in && tty_out ? CN_OK : CN_NO_TERMINAL;
}

static void drop_descriptors(void) {
    if (tty_in) fclose(tty_in);
    if (tty_out) fclose(tty_out);
    if (tty >= 0) close(tty);
    tty_in = tty_out = NULL;
    tty = -1;
}

/* A terminfo string without its padding, as a crash has to write it. */
static size_t append(char *to, size_t at, size_t size, const char *text) {
    for (; text && *text && at + 1 < size; text++) {
        if (text[0] == '$' && text[1] == '<') {
            const char *end = strchr(text, '>');
            if (!end) break;
            text = end;
            continue;
        }
        to[at++] = *text;
    }
    to[at] = 0;
    return at;
}

/* Everything that we have sent outside of ncurses, undone. */
static const char modes_on[] = "\033[?2004h";
static const char modes_off[] = "\033[?2004l";
static const char mouse_on[] = "\033[?1000h\033[?1002h\033[?1003h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1003l\033[?1002l\033[?1000l";

static void prepare_restore(void) {
    static char bytes[512];
    size_t at = 0;
    if (ansi) at = append(bytes, at, sizeof bytes, mouse_off);
    if (ansi) at = append(bytes, at, sizeof bytes, modes_off);
    at = append(bytes, at, sizeof bytes, exit_attribute_mode);
    at = append(bytes, at, sizeof bytes, orig_pair);
    at = append(bytes, at, sizeof bytes, cursor_normal);
    at = append(bytes, at, sizeof bytes, exit_ca_mode);
    if (has_title) at = append(bytes, at, sizeof bytes, "\033[23;2t");
    at = append(bytes, at, sizeof bytes, "\r\n");
    cn_set_restore(tty, bytes, at);
}

static void enter_modes(void) {
    if (ansi) send(modes_on);
    if (ansi && mouse) send(mouse_on);
    up = true;
    cn_arm_restore(1);
}

static void leave_modes(void) {
    if (ansi && mouse) send(mouse_off);
    if (ansi) send(modes_off);
    if (title_set) send("\033[23;2t");
    title_set = false;
    up = false;
}

enum cn_result cn_open(void) {
    if (screen) return CN_OK;
    enum cn_result result = take_descriptors();
    const char *term = getenv("TERM");
    if (result == CN_OK && (!term || !*term)) result = CN_UNKNOWN_TERMINAL;
    if (result != CN_OK) {
        drop_descriptors();
        return result;
    }
    cn_save_terminal(tty);
    /* The window's size comes from the system, never from stale LINES and COLUMNS. */
    use_env(FALSE);
    use_tioctl(TRUE);
    screen = try_term(term);
    /* A newer terminal than this machine knows; all that are in use today understand xterm. */
    if (!screen && known_to_have_titles(term)) screen = try_term("xterm-256color");
    if (!screen && known_to_have_titles(term)) screen = try_term("xterm");
    if (!screen) {
        cn_reset_terminal(tty);
        drop_descriptors();
        return CN_UNKNOWN_TERMINAL;
    }
    if (!cursor_address) {
        endwin();
        delscreen(screen);
        screen = NULL;
        drop_descriptors();
        return CN_TOO_SIMPLE;
    }
    /* Every frame takes and gives back the same memory; the system need not hear of it. */
    mallopt(M_TRIM_THRESHOLD, 1 << 20);
    mallopt(M_TOP_PAD, 256 << 10);
    ansi = !strncmp(cursor_address, "\033[", 2);
    has_title = ansi && known_to_have_titles(term);
    raw();
    noecho();
    nonl();
    typeahead(-1);
    leaveok(stdscr, FALSE);
    /* Lists scroll by the terminal's own scrolling. */
    idlok(stdscr, TRUE);
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    pair_count = style_pairs = 0;
    ground_foreground = ground_background = -1;
    memset(styles, 0, sizeof styles);
    cursor_shown = -1;
    prepare_restore();
    enter_modes();
    return CN_OK;
}

int cn_descriptor(void) { return tty; }

void cn_close(void) {
    if (!screen) return;
    /* Where it has been given back for a while, a second endwin would move what has been written since. */
    if (up) {
        leave_modes();
        /* The cursor comes back with endwin, which knows only that it was hidden by curs_set. */
        endwin();
    }
    cn_arm_restore(0);
    cn_reset_terminal(tty);
    delscreen(screen);
    screen = NULL;
    drop_descriptors();
}

void cn_suspend(void) {
    if (!screen || !up) return;
    leave_modes();
    def_prog_mode();
    endwin();
    cn_arm_restore(0);
    cn_reset_terminal(tty);
}

void cn_resume(void) {
    if (!screen) return;
    reset_prog_mode();
    clearok(curscr, TRUE);
    cursor_shown = -1;
    enter_modes();
}

void cn_refresh_size(int *columns, int *rows) {
    struct winsize window;
    if (screen && ioctl(tty, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 && window.ws_row > 0) {
        if (window.ws_col != COLS || window.ws_row != LINES) {
            resize_term(window.ws_row, window.ws_col);
            clearok(curscr, TRUE);
        }
    }
    *columns = screen ? COLS : 0;
    *rows = screen ? LINES : 0;
}

int cn_colours(void) { return screen && has_colors() ? COLORS : 0; }

static short pair_of(short foreground, short background) {
    if (foreground == ground_foreground && background == ground_background) return 0;
    for (int i = 0; i < pair_count; i++)
        if (pairs[i].foreground == foreground && pairs[i].background == background) return (short)(i + 1);
    if (pair_count + 1 >= COLOR_PAIRS || pair_count >= (int)(sizeof pairs / sizeof *pairs)) return 0;
    if (init_pair((short)(pair_count + 1), foreground, background) == ERR) return 0;
    pairs[pair_count].foreground = foreground;
    pairs[pair_count].background = background;
    return (short)++pair_count;
}

void cn_set_ground(int foreground, int background) {
    if (!screen || !has_colors()) return;
    if (foreground == ground_foreground && background == ground_background) return;
    if (assume_default_colors(foreground, background) == ERR) return;
    ground_foreground = (short)foreground;
    ground_background = (short)background;
}

void cn_set_style(int style, int foreground, int background, int attributes) {
    if (!screen || style < 0 || style >= CN_STYLES) return;
    attr_t result = A_NORMAL;
    if (attributes & CN_BOLD) result |= A_BOLD;
    if (attributes & CN_DIM) result |= A_DIM;
    if (attributes & CN_UNDERLINE) result |= A_UNDERLINE;
    if (attributes & CN_REVERSE) result |= A_REVERSE;
    if (attributes & CN_ITALIC) result |= A_ITALIC;
    if (attributes & CN_BLINK) result |= A_BLINK;
    styles[style].attributes = result;
    styles[style].pair = has_colors() ? pair_of((short)foreground, (short)background) : 0;
    if (styles[style].pair > style_pairs) style_pairs = styles[style].pair;
}

void cn_forget_pictures(void) {
    if (pair_count > style_pairs) pair_count = style_pairs;
}

void cn_put(int row, int column, const cn_cell *cells, int count) {
    static cchar_t *line;
    static int capacity;
    if (!screen || count <= 0) return;
    if (count > capacity) {
        cchar_t *larger = realloc(line, (size_t)count * sizeof *line);
        if (!larger) return;
        line = larger;
        capacity = count;
    }
    for (int i = 0; i < count; i++) {
        wchar_t text[CCHARW_MAX + 1];
        int length = 0;
        text[length++] = (wchar_t)cells[i].base;
        for (int mark = 0; mark < 4 && cells[i].marks[mark] && length < CCHARW_MAX; mark++)
            text[length++] = (wchar_t)cells[i].marks[mark];
        text[length] = 0;
        int style = cells[i].style < CN_STYLES ? cells[i].style : 0;
        attr_t attributes = styles[style].attributes;
        short pair = styles[style].pair;
        if (cells[i].colours) {
            attributes = A_NORMAL;
            pair = pair_of((short)(cells[i].colours >> 8 & 0xFF), (short)(cells[i].colours & 0xFF));
        }
        if (setcchar(&line[i], text, attributes, pair, NULL) == ERR)
            setcchar(&line[i], L" ", attributes, pair, NULL);
    }
    mvadd_wchnstr(row, column, line, count);
}

void cn_update(int cursor_column, int cursor_row) {
    if (!screen || !up) return;
    int shown = cursor_column >= 0;
    if (shown != cursor_shown) curs_set(shown);
    cursor_shown = shown;
    if (shown) move(cursor_row, cursor_column);
    wnoutrefresh(stdscr);
    doupdate();
}

void cn_invalidate(void) {
    if (screen) clearok(curscr, TRUE);
}

void cn_bell(void) {
    if (screen && up) beep();
}

void cn_set_title(const char *text) {
    if (!screen || !up || !has_title) return;
    char bytes[256];
    size_t count = strnlen(text, CN_TITLE + 1);
    if (count > CN_TITLE) {
        /* Not inside of a character. */
        count = CN_TITLE;
        while (count > 0 && (text[count] & 0xC0) == 0x80) count--;
    }
    /* The old title is kept on the terminal's own stack. */
    int length = snprintf(bytes, sizeof bytes, "%s\033]2;%.*s\007", title_set ? "" : "\033[22;2t", (int)count, text);
    if (length > 0 && length < (int)sizeof bytes) send(bytes);
    title_set = true;
}

void cn_copy(const char *base64) {
    /* Those with a title know such sequences; others might show them. */
    if (!screen || !up || !has_title) return;
    send("\033]52;c;");
    send(base64);
    send("\007");
}

void cn_set_mouse(int on) {
    if (screen && up && ansi && mouse != (on != 0)) send(on ? mouse_on : mouse_off);
    mouse = on != 0;
}
