import CCurl
import Glibc
import Synchronization

/// The thread that owns libcurl: takes requests from a queue, runs all of them through one multi handle, and is
/// woken by `curl_multi_wakeup`. All of libcurl is touched by this one thread, but for the wake-up.
final class CurlEngine: Sendable {
    let address: ServerAddress
    let authorities: String?

    private struct Mailbox {
        var new: [Exchange] = []
        var abandoned: [Exchange] = []
        var isStarted = false
        var isClosed = false
        /// Set while the multi handle lives.
        var wake: Wake?
    }

    private let mailbox = Mutex(Mailbox())

    init(address: ServerAddress, authorities: String?) {
        self.address = address
        self.authorities = authorities
    }

    // MARK: From any thread

    func submit(_ exchange: Exchange) {
        let isClosed = mailbox.withLock { box in
            guard !box.isClosed else { return true }
            box.new.append(exchange)
            if !box.isStarted {
                box.isStarted = true
                if !start() { box.isClosed = true }
            }
            box.wake?()
            return box.isClosed
        }
        if isClosed { exchange.finish(.failure(.cancelled)) }
    }

    /// Its waiter has been told; the transfer is to end.
    func abandon(_ exchange: Exchange) {
        mailbox.withLock { box in
            guard box.wake != nil else { return }
            box.abandoned.append(exchange)
            box.wake?()
        }
    }

    func close() {
        let left = mailbox.withLock { box in
            box.isClosed = true
            box.wake?()
            // With a thread running, the thread ends what waits.
            let left = box.isStarted ? [] : box.new
            if !box.isStarted { box.new = [] }
            return left
        }
        for exchange in left { exchange.finish(.failure(.cancelled)) }
    }

    private struct Wake: @unchecked Sendable {
        let multi: UnsafeMutableRawPointer
        // libcurl allows this one call from any thread.
        func callAsFunction() { _ = ccurl_multi_wakeup(multi) }
    }

    private func start() -> Bool {
        // Signals are the main thread's, which waits for them with its terminal; and a peer that hangs up must
        // not end the program with SIGPIPE. A new thread, and libcurl's resolver threads, inherit the mask.
        // Faults stay open: whoever catches them has a terminal to restore.
        var all = sigset_t()
        var before = sigset_t()
        sigfillset(&all)
        for fault in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS] { sigdelset(&all, fault) }
        pthread_sigmask(SIG_SETMASK, &all, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let failure = pthread_create(&thread, nil, CurlEngine.main, context.toOpaque())
        guard failure == 0 else {
            context.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
        context in
        guard let context else { return nil }
        Unmanaged<CurlEngine>.fromOpaque(context).takeRetainedValue().run()
        return nil
    }

    // MARK: On the thread

    private func run() {
        var problem: UnsafePointer<CChar>?
        guard ccurl_load(&problem) == 0, let multi = ccurl_multi_init() else {
            refuseAll(.unavailable(problem.map { String(cString: $0) } ?? "libcurl"))
            return
        }
        _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, 8)
        _ = ccurl_multi_set_long(multi, CURLMOPT_MAX_HOST_CONNECTIONS, 6)
        mailbox.withLock { $0.wake = Wake(multi: multi) }

        var active: [UnsafeMutableRawPointer: Exchange] = [:]
        while true {
            let (new, abandoned, isClosed) = takeMail()
            for exchange in abandoned {
                for (easy, other) in active where other === exchange { end(easy, of: multi, &active) }
            }
            for exchange in new where !exchange.isFinished {
                guard !isClosed else {
                    exchange.finish(.failure(.cancelled))
                    continue
                }
                begin(exchange, in: multi, &active)
            }
            if isClosed { break }
            var running: Int32 = 0
            _ = ccurl_multi_perform(multi, &running)
            var code = CURLE_OK
            while let easy = ccurl_multi_next_done(multi, &code) {
                let outcome = active[easy].map { self.outcome(of: easy, $0, code) }
                let exchange = end(easy, of: multi, &active)
                if let outcome { exchange?.finish(outcome) }
            }
            // A day: only a request, a cancelled one or the network ends the wait.
            _ = ccurl_multi_poll(multi, 86_400_000)
        }

        for (easy, exchange) in active {
            end(easy, of: multi, &active)
            exchange.finish(.failure(.cancelled))
        }
        mailbox.withLock { $0.wake = nil }
        _ = ccurl_multi_cleanup(multi)
        refuseAll(.cancelled)
    }

    private func takeMail() -> (new: [Exchange], abandoned: [Exchange], isClosed: Bool) {
        mailbox.withLock { box in
            let mail = (box.new, box.abandoned, box.isClosed)
            box.new = []
            box.abandoned = []
            return mail
        }
    }

    /// Ends what still waits in the queue; nothing runs any more.
    private func refuseAll(_ error: TransportError) {
        let left = mailbox.withLock { box in
            let left = box.new
            box.new = []
            // The next request tries again.
            box.isStarted = false
            return left
        }
        for exchange in left { exchange.finish(.failure(error)) }
    }

    private func begin(
        _ exchange: Exchange, in multi: UnsafeMutableRawPointer,
        _ active: inout [UnsafeMutableRawPointer: Exchange]
    ) {
        guard let easy = ccurl_easy_init() else {
            exchange.finish(.failure(.other(Int(CURLE_OUT_OF_MEMORY.rawValue))))
            return
        }
        guard set(up: easy, for: exchange), ccurl_multi_add(multi, easy) == CURLM_OK else {
            ccurl_easy_cleanup(easy)
            ccurl_list_free(exchange.lines)
            exchange.lines = nil
            exchange.finish(.failure(.badRequest))
            return
        }
        active[easy] = exchange
    }

    @discardableResult
    private func end(
        _ easy: UnsafeMutableRawPointer, of multi: UnsafeMutableRawPointer,
        _ active: inout [UnsafeMutableRawPointer: Exchange]
    ) -> Exchange? {
        let exchange = active.removeValue(forKey: easy)
        _ = ccurl_multi_remove(multi, easy)
        ccurl_easy_cleanup(easy)
        ccurl_list_free(exchange?.lines)
        exchange?.lines = nil
        return exchange
    }
}
