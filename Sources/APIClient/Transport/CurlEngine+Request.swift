import CCurl

extension CurlEngine {
    /// Sets everything that one request asks for. False where libcurl or the rules for a head refuse it.
    func set(up easy: UnsafeMutableRawPointer, for exchange: Exchange) -> Bool {
        var setup = Setup(easy: easy)
        connect(&setup, exchange.request)
        write(&setup, exchange)
        receive(&setup, exchange)
        return setup.isComplete
    }

    private struct Setup {
        let easy: UnsafeMutableRawPointer
        var isComplete = true

        mutating func set(_ option: CURLoption, _ value: Int) {
            note(ccurl_set_long(easy, option, value))
        }

        mutating func set(_ option: CURLoption, _ value: String) {
            note(ccurl_set_string(easy, option, value))
        }

        mutating func note(_ code: CURLcode) {
            if code != CURLE_OK { isComplete = false }
        }
    }

    private func connect(_ setup: inout Setup, _ request: Request) {
        guard request.target.hasPrefix("/"), CurlEngine.isOneLine(request.target) else {
            setup.isComplete = false
            return
        }
        setup.set(CURLOPT_NOSIGNAL, 1)
        setup.set(CURLOPT_URL, address.base + request.target)
        setup.set(CURLOPT_PATH_AS_IS, 1)
        setup.set(CURLOPT_PROTOCOLS_STR, address.isSecure ? "https" : "http")
        setup.set(CURLOPT_FOLLOWLOCATION, 0)
        setup.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        setup.set(CURLOPT_HTTP09_ALLOWED, 0)
        // An empty proxy also turns off those of the environment.
        setup.set(CURLOPT_PROXY, "")
        setup.set(CURLOPT_NETRC, 0)
        if let path = address.socketPath { setup.set(CURLOPT_UNIX_SOCKET_PATH, path) }
        setup.note(ccurl_close_on_exec(setup.easy))
        // libcurl sends a request again where a kept connection turns out to be dead, whatever its method.
        if !request.isRepeatable { setup.set(CURLOPT_FRESH_CONNECT, 1) }

        setup.set(CURLOPT_SSL_VERIFYPEER, 1)
        setup.set(CURLOPT_SSL_VERIFYHOST, 2)
        setup.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let authorities { setup.set(CURLOPT_CAINFO, authorities) }
        // Over a socket of this machine, compressing costs more than it saves.
        if address.isSecure { setup.set(CURLOPT_ACCEPT_ENCODING, "gzip") }

        let limits = request.limits
        setup.set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect)
        setup.set(CURLOPT_TIMEOUT_MS, limits.total)
        if limits.stall > 0 {
            setup.set(CURLOPT_LOW_SPEED_LIMIT, 1)
            setup.set(CURLOPT_LOW_SPEED_TIME, limits.stall)
        }
        // Ends an answer that announces too much before it is fetched; the receiver holds where none announces.
        setup.note(ccurl_set_offset(setup.easy, CURLOPT_MAXFILESIZE_LARGE, Int64(limits.body)))
    }

    private func write(_ setup: inout Setup, _ exchange: Exchange) {
        let request = exchange.request
        if request.method == .head {
            setup.set(CURLOPT_NOBODY, 1)
        } else if let body = request.body {
            setup.set(CURLOPT_POST, 1)
            body.withUnsafeBytes { setup.note(ccurl_set_body(setup.easy, $0.baseAddress, $0.count)) }
        } else if request.method == .post {
            setup.set(CURLOPT_POST, 1)
            setup.note(ccurl_set_body(setup.easy, nil, 0))
        }
        setup.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)

        // Without a value, libcurl leaves out what it would add of its own.
        var lines = ["Expect:"]
        if request.headers.first("Content-Type") == nil { lines.append("Content-Type:") }
        for header in request.headers {
            guard CurlEngine.isName(header.name), CurlEngine.isOneLine(header.value) else {
                setup.isComplete = false
                return
            }
            lines.append(header.value.isEmpty ? header.name + ";" : header.name + ": " + header.value)
        }
        for line in lines {
            guard let longer = ccurl_list_adding(exchange.lines, line) else {
                setup.isComplete = false
                return
            }
            exchange.lines = longer
        }
        setup.note(ccurl_set_list(setup.easy, CURLOPT_HTTPHEADER, exchange.lines))
    }

    private func receive(_ setup: inout Setup, _ exchange: Exchange) {
        // `active` keeps the exchange alive as long as the handle that holds this pointer.
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        setup.note(
            ccurl_set_header_receiver(
                setup.easy,
                { bytes, size, count, context in
                    guard let bytes, let context else { return 0 }
                    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
                    return exchange.receive(headLine: line) ? line.count : 0
                }, context))
        setup.note(
            ccurl_set_body_receiver(
                setup.easy,
                { bytes, size, count, context in
                    guard let context else { return 0 }
                    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    let exchange = Unmanaged<Exchange>.fromOpaque(context).takeUnretainedValue()
                    // An empty piece is normal for libcurl, and taking 0 of 0 bytes goes on.
                    return exchange.receive(body: piece) ? piece.count : piece.count &+ 1
                }, context))
    }

    private static func isOneLine(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }

    /// RFC 9110 §5.1: a token.
    private static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
