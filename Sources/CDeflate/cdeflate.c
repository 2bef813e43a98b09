#include "cdeflate.h"

#include <string.h>
#include <zlib.h>

// Raw deflate: what is packed is sealed, so a check sum of its own would tell nothing.
static const int window_bits = -13;

static _Thread_local z_stream packer, unpacker;
static _Thread_local int is_packer_ready, is_unpacker_ready;

size_t cdeflate_pack(const uint8_t *dictionary, size_t dictionary_count, const uint8_t *bytes, size_t count,
                     uint8_t *out, size_t capacity) {
    if (!is_packer_ready) {
        // Level 2 instead of 3: a document is 1% longer, and packed a tenth faster.
        memset(&packer, 0, sizeof packer);
        if (deflateInit2(&packer, 2, Z_DEFLATED, window_bits, 6, Z_DEFAULT_STRATEGY) != Z_OK)
            return 0;
        is_packer_ready = 1;
    } else if (deflateReset(&packer) != Z_OK) {
        return 0;
    }
    if (deflateSetDictionary(&packer, dictionary, (uInt)dictionary_count) != Z_OK)
        return 0;
    packer.next_in = (Bytef *)bytes;
    packer.avail_in = (uInt)count;
    packer.next_out = out;
    packer.avail_out = (uInt)capacity;
    return deflate(&packer, Z_FINISH) == Z_STREAM_END ? capacity - packer.avail_out : 0;
}

size_t cdeflate_unpack(const uint8_t *dictionary, size_t dictionary_count, const uint8_t *bytes, size_t count,
                       uint8_t *out, size_t capacity) {
    if (!is_unpacker_ready) {
        memset(&unpacker, 0, sizeof unpacker);
        if (inflateInit2(&unpacker, window_bits) != Z_OK)
            return 0;
        is_unpacker_ready = 1;
    } else if (inflateReset(&unpacker) != Z_OK) {
        return 0;
    }
    if (inflateSetDictionary(&unpacker, dictionary, (uInt)dictionary_count) != Z_OK)
        return 0;
    unpacker.next_in = (Bytef *)bytes;
    unpacker.avail_in = (uInt)count;
    unpacker.next_out = out;
    unpacker.avail_out = (uInt)capacity;
    if (inflate(&unpacker, Z_FINISH) != Z_STREAM_END || unpacker.avail_in != 0)
        return 0;
    return capacity - unpacker.avail_out;
}
