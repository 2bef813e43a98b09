// What APIClient uses of libcurl, with types Swift can call: curl_easy_setopt and curl_easy_getinfo are
// variadic in C, so there is one function here per kind of argument.
//
// libcurl is opened when the first request is made and not linked: with the 30 libraries behind it, it would
// cost every start of the program 4 ms and some MiB, also where the login screen is still to be drawn.
// No function but ccurl_load may be called before ccurl_load has answered 0.
#pragma once

#include <curl/curl.h>
#include <stddef.h>
#include <stdint.h>

/// Opens libcurl and initialises it; does nothing where that has been done. Safe from any thread. 0, or -1 with
/// the reason in `*problem`: text that holds until the next call.
int ccurl_load(const char **problem);

/// Called with a piece of the body or with one header line of `size` (always 1) × `count` bytes. Answers the
/// number of bytes taken; any other number ends the transfer with CURLE_WRITE_ERROR.
typedef size_t (*ccurl_receive)(char *bytes, size_t size, size_t count, void *context);

CURL *ccurl_easy_init(void);
void ccurl_easy_cleanup(CURL *easy);
CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value);
CURLcode ccurl_set_offset(CURL *easy, CURLoption option, int64_t value);
CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value);
CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
/// The body to send. libcurl copies it.
CURLcode ccurl_set_body(CURL *easy, const void *bytes, size_t count);
CURLcode ccurl_set_body_receiver(CURL *easy, ccurl_receive receive, void *context);
CURLcode ccurl_set_header_receiver(CURL *easy, ccurl_receive receive, void *context);
/// Sockets opened for this transfer do not live on in programs that this process starts.
CURLcode ccurl_close_on_exec(CURL *easy);

CURLcode ccurl_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode ccurl_get_offset(CURL *easy, CURLINFO info, int64_t *value);
const char *ccurl_reason(CURLcode code);

/// Adds a copy of `line`. NULL where memory ran out; `list` is then unchanged.
struct curl_slist *ccurl_list_adding(struct curl_slist *list, const char *line);
void ccurl_list_free(struct curl_slist *list);

CURLM *ccurl_multi_init(void);
CURLMcode ccurl_multi_cleanup(CURLM *multi);
CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode ccurl_multi_add(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_remove(CURLM *multi, CURL *easy);
CURLMcode ccurl_multi_perform(CURLM *multi, int *running);
/// Waits for the network, for a wake-up or for `milliseconds`.
CURLMcode ccurl_multi_poll(CURLM *multi, int milliseconds);
/// Ends a ccurl_multi_poll, or the next one. Safe from any thread while `multi` lives.
CURLMcode ccurl_multi_wakeup(CURLM *multi);
/// The next transfer that ended, with its result, or NULL where there is none.
CURL *ccurl_multi_next_done(CURLM *multi, CURLcode *result);
