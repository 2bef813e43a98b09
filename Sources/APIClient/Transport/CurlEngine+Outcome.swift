import CCurl

extension CurlEngine {
    /// What a transfer that libcurl ended with `code` means.
    func outcome(of easy: UnsafeMutableRawPointer, _ exchange: Exchange, _ code: CURLcode) -> Exchange.Outcome
    {
        if let failure = exchange.failure { return .failure(failure) }
        // How libcurl says that one line of the head has no end.
        if code == CURLE_OUT_OF_MEMORY, !exchange.isHeadComplete { return .failure(.tooLarge) }
        guard code == CURLE_OK else { return .failure(error(of: easy, code)) }
        guard exchange.isHeadComplete else { return .failure(.cut) }
        var microseconds: Int64 = 0
        _ = ccurl_get_offset(easy, CURLINFO_TOTAL_TIME_T, &microseconds)
        return .success(
            Response(
                status: long(CURLINFO_RESPONSE_CODE, of: easy), headers: exchange.headers,
                body: exchange.body,
                elapsed: .microseconds(microseconds)))
    }

    private func long(_ info: CURLINFO, of easy: UnsafeMutableRawPointer) -> Int {
        var value = 0
        _ = ccurl_get_long(easy, info, &value)
        return value
    }

    private func error(of easy: UnsafeMutableRawPointer, _ code: CURLcode) -> TransportError {
        let isSent = long(CURLINFO_REQUEST_SIZE, of: easy) > 0
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return .unresolved
        case CURLE_COULDNT_CONNECT: return .refused
        case CURLE_OPERATION_TIMEDOUT: return isSent ? .timedOut : .connectTimedOut
        case CURLE_PEER_FAILED_VERIFICATION:
            // What OpenSSL says of the chain (X509_V_…). libcurl compares the name by itself, before it asks; until
            // then the result is 1, "unspecified".
            switch long(CURLINFO_SSL_VERIFYRESULT, of: easy) {
            case 0, 1, 62: return .untrusted(.otherName)
            case 9, 10: return .untrusted(.expired)
            default: return .untrusted(.unknownAuthority)
            }
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED: return .untrusted(.handshake)
        case CURLE_SSL_CACERT_BADFILE: return .badAuthorities
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge
        case CURLE_GOT_NOTHING, CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR:
            return isSent ? .cut : .refused
        case CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING: return .malformed
        // "HTTP/0.9 not allowed" comes under this number; the scheme itself was checked long before.
        case CURLE_UNSUPPORTED_PROTOCOL: return isSent ? .malformed : .badRequest
        case CURLE_URL_MALFORMAT: return .badRequest
        default: return .other(Int(code.rawValue))
        }
    }
}
