/// Requests over libcurl, on a thread of their own.
///
/// The thread, libcurl and its TLS start with the first request, not with the value. Connections are kept and
/// used again. Only HTTPS, Unix sockets and plain HTTP to this machine (see `ServerAddress`); certificates are
/// always checked; no redirects, no proxy or netrc of the environment, no cookies.
///
/// Between requests the thread sleeps without waking. It takes no signals.
public final class CurlTransport: Transport {
    private let engine: CurlEngine

    /// - Parameter authorities: a PEM file of certificate authorities to trust in place of the system's.
    public init(address: ServerAddress, authorities: String? = nil) {
        engine = CurlEngine(address: address, authorities: authorities)
    }

    deinit {
        engine.close()
    }

    /// Ends what is under way with `.cancelled`, and the thread. Later requests end at once the same way.
    public func close() {
        engine.close()
    }

    public func send(_ request: Request) async throws(TransportError) -> Response {
        let exchange = Exchange(request)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if exchange.wait(with: continuation) { engine.submit(exchange) }
            }
        } onCancel: {
            if exchange.finish(.failure(.cancelled)) { engine.abandon(exchange) }
        }
        return try result.get()
    }
}
