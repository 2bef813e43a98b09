import CCurl
import Synchronization

/// One request on its way through `CurlEngine`, and what has come back so far.
///
/// Who waits for it is behind a lock and is told exactly once, by whoever is first: the engine with an answer, or
/// the waiting task when it is cancelled. Everything else belongs to the engine's thread alone, which is why the
/// class may call itself Sendable.
final class Exchange: @unchecked Sendable {
    typealias Outcome = Result<Response, TransportError>

    let request: Request

    private enum Waiter {
        case nobodyYet
        case waiting(CheckedContinuation<Outcome, Never>)
        case told
    }

    private let waiter = Mutex(Waiter.nobodyYet)

    // The engine's thread only.
    private(set) var headers: [Header] = []
    private(set) var body: [UInt8] = []
    /// Why a receiver ended the transfer; libcurl itself only says that one did.
    private(set) var failure: TransportError?
    /// Whether the blank line behind the head has come. libcurl takes an answer that was cut before it for whole.
    private(set) var isHeadComplete = false
    private var headSize = 0
    private var bodySize = 0
    private var status = 0
    var lines: UnsafeMutablePointer<curl_slist>?

    init(_ request: Request) {
        self.request = request
    }

    /// False where the exchange was already cancelled: the continuation has then been resumed.
    func wait(with continuation: CheckedContinuation<Outcome, Never>) -> Bool {
        let isWaiting = waiter.withLock { state in
            guard case .nobodyYet = state else { return false }
            state = .waiting(continuation)
            return true
        }
        if !isWaiting { continuation.resume(returning: .failure(.cancelled)) }
        return isWaiting
    }

    /// Tells the waiter. False where it had been told before.
    @discardableResult
    func finish(_ outcome: Outcome) -> Bool {
        let before = waiter.withLock { state in
            let before = state
            state = .told
            return before
        }
        switch before {
        case .nobodyYet: return true
        case .waiting(let continuation):
            continuation.resume(returning: outcome)
            return true
        case .told: return false
        }
    }

    var isFinished: Bool {
        waiter.withLock { state in
            if case .told = state { true } else { false }
        }
    }

    /// Takes one line of the head. False ends the transfer.
    func receive(headLine line: UnsafeRawBufferPointer) -> Bool {
        headSize += line.count
        guard headSize <= request.limits.head else {
            failure = .tooLarge
            return false
        }
        // Trailers come the same way; nothing in the contract uses them.
        guard bodySize == 0 else { return true }
        var text = String(decoding: line, as: UTF8.self)
        while let last = text.unicodeScalars.last, last == "\r" || last == "\n" {
            text.unicodeScalars.removeLast()
        }
        if text.hasPrefix("HTTP/") {
            // An interim answer (100, 103) has a head of its own; the last one counts.
            headers = []
            isHeadComplete = false
            status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0) } ?? 0
        } else if text.isEmpty {
            isHeadComplete = true
            if let sink, !sink.begin() {
                failure = .cancelled
                return false
            }
        } else if let colon = text.firstIndex(of: ":") {
            headers.append(
                Header(
                    String(text[..<colon]),
                    String(text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" })))
        }
        return true
    }

    /// Takes a piece of the body. False ends the transfer.
    func receive(body piece: UnsafeRawBufferPointer) -> Bool {
        guard piece.count <= request.limits.body - bodySize else {
            failure = .tooLarge
            return false
        }
        bodySize += piece.count
        guard let sink else {
            body.append(contentsOf: piece)
            return true
        }
        guard sink.take(piece) else {
            failure = .cancelled
            return false
        }
        return true
    }

    /// Where the body goes; an answer that says no is for `Response.body`, whatever was asked for.
    private var sink: (any BodySink)? { (200..<300).contains(status) ? request.sink?.sink : nil }
}
