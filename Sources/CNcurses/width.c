#define _GNU_SOURCE
#include "cncurses.h"

#include <langinfo.h>
#include <locale.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

static locale_t utf8_locale;
static pthread_once_t utf8_once = PTHREAD_ONCE_INIT;

static void make_utf8_locale(void) { utf8_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int cn_width(uint32_t scalar) {
    pthread_once(&utf8_once, make_utf8_locale);
    if (!utf8_locale) return scalar < 0x20 || (scalar >= 0x7f && scalar < 0xa0) ? -1 : 1;
    locale_t before = uselocale(utf8_locale);
    int width = wcwidth((wchar_t)scalar);
    uselocale(before);
    return width;
}

static const char *named_locale(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && *value) return value;
    }
    return NULL;
}

int cn_set_locale(void) {
    const char *name = named_locale();
    if (!name) return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
    if (!setlocale(LC_CTYPE, "")) {
        /* Named but not installed; the name still says what the terminal understands. */
        const char *charset = strchr(name, '.');
        if (!charset || (strncasecmp(charset, ".utf-8", 6) && strncasecmp(charset, ".utf8", 5))) return 0;
        return setlocale(LC_CTYPE, "C.UTF-8") != NULL;
    }
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}
