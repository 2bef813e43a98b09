/// The messages on the message line. The newest is shown; an error or a warning that it covers comes back for the
/// rest of its time, so that it cannot be missed because something else happened. Other words that were seen for a
/// moment are over then: what was true when they came need not be so any more.
///
/// A message belongs to the screen that gave it: it is seen only while that screen is on top, its time stands
/// still meanwhile, and it goes with the screen. Those of the chrome are about the whole program and are seen
/// everywhere.
struct ToastStack {
    struct Toast {
        var text: SafeText
        var role: Role
        /// The id of the screen, or of the chrome.
        var owner: Int
        /// Milliseconds that it still has to be seen.
        var left: Int64
    }

    /// Nothing vanishes faster than this.
    static let least: Int64 = 4_000
    static let error: Int64 = 10_000
    /// Who had a message before his eyes for so long has seen it.
    static let glance: Int64 = 1_000
    private static let limit = 4

    private var stack: [Toast] = []
    private var shownSince: Int64 = 0
    private var top = Stage.chromeOwner

    private var shown: Int? {
        stack.lastIndex { $0.owner == top || $0.owner == Stage.chromeOwner }
    }

    var current: Toast? { shown.map { stack[$0] } }

    mutating func add(_ text: SafeText, _ role: Role, owner: Int, at now: Int64) {
        pause(at: now)
        stack.removeAll { $0.text == text && $0.owner == owner }
        if let shown, !Self.isLong(stack[shown].role), stack[shown].left <= Self.least - Self.glance {
            stack.remove(at: shown)
        }
        let left = Self.isLong(role) ? Self.error : Self.least
        stack.append(Toast(text: text, role: role, owner: owner, left: left))
        if stack.count > Self.limit { stack.removeFirst() }
    }

    private static func isLong(_ role: Role) -> Bool {
        role == .error || role == .warning || role == .overdue
    }

    /// Another screen is on top now.
    mutating func turn(to top: Int, at now: Int64) {
        guard top != self.top else { return }
        pause(at: now)
        self.top = top
    }

    /// Takes the messages of one screen back; of all where none is named.
    mutating func drop(owner: Int?, at now: Int64) {
        pause(at: now)
        stack.removeAll { owner == nil || $0.owner == owner }
    }

    /// Takes these messages back, whoever gave them.
    mutating func drop(texts: [SafeText], at now: Int64) {
        pause(at: now)
        stack.removeAll { texts.contains($0.text) }
    }

    private mutating func pause(at now: Int64) {
        if let shown { stack[shown].left -= now - shownSince }
        shownSince = now
    }

    /// Removes what has been seen long enough; true where the shown one changed.
    mutating func expire(at now: Int64) -> Bool {
        guard let shown, let next = nextExpiry, next <= now else { return false }
        stack.remove(at: shown)
        shownSince = now
        return true
    }

    var nextExpiry: Int64? { current.map { shownSince + $0.left } }
}
