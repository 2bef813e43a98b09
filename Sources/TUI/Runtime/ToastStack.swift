/// The messages on the message line. The newest is shown; one that it covers comes back for the rest of its
/// time, so that an error cannot be missed because something else happened.
struct ToastStack {
    struct Toast {
        var text: SafeText
        var role: Role
        /// Milliseconds that it still has to be seen.
        var left: Int64
    }

    /// Nothing vanishes faster than this.
    static let least: Int64 = 4_000
    static let error: Int64 = 10_000
    private static let limit = 4

    private var stack: [Toast] = []
    private var shownSince: Int64 = 0

    var current: Toast? { stack.last }

    mutating func add(_ text: SafeText, _ role: Role, at now: Int64) {
        pause(at: now)
        stack.removeAll { $0.text == text }
        let long = role == .error || role == .warning || role == .overdue
        stack.append(Toast(text: text, role: role, left: long ? Self.error : Self.least))
        if stack.count > Self.limit { stack.removeFirst() }
    }

    private mutating func pause(at now: Int64) {
        if let last = stack.indices.last { stack[last].left -= now - shownSince }
        shownSince = now
    }

    /// Removes what has been seen long enough; true where the shown one changed.
    mutating func expire(at now: Int64) -> Bool {
        guard let next = nextExpiry, next <= now else { return false }
        stack.removeLast()
        shownSince = now
        return true
    }

    var nextExpiry: Int64? { stack.last.map { shownSince + $0.left } }
}
