#pragma once
#include <stddef.h>
#include <stdint.h>

/// Packs bytes with the help of a dictionary; the streams behind it are the thread's own.
/// Returns how many bytes were written; 0 where they don't fit into `capacity`.
size_t cdeflate_pack(const uint8_t *dictionary, size_t dictionary_count, const uint8_t *bytes, size_t count,
                     uint8_t *out, size_t capacity);

/// Unpacks what was packed with the same dictionary.
/// Returns how many bytes were written; 0 for anything else than a whole packed text, and where it doesn't fit.
size_t cdeflate_unpack(const uint8_t *dictionary, size_t dictionary_count, const uint8_t *bytes, size_t count,
                       uint8_t *out, size_t capacity);
