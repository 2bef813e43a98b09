/// When a tooltip is seen (eForm TT-2): no sooner than 300 ms after its element got the focus; at once where the
/// focus moves on from one tooltip to the next; and only after the 300 ms again once there was none for 1,000 ms.
///
/// A value on a clock that it is told; it starts no timer.
public struct TooltipTimer: Hashable, Sendable {
    /// In milliseconds.
    public static let delay: Int64 = 300
    public static let memory: Int64 = 1_000

    /// When the one of the element in focus is due; nil where it has none.
    public private(set) var due: Int64?
    /// When the last one that was seen went away.
    private var lastSeen: Int64?

    public init() {}

    /// The focus has moved.
    ///
    /// - Parameters:
    ///   - hasTooltip: Whether the element that has it now has a tooltip.
    ///   - wasShown: Whether the last one was seen until now; by the clock where nothing is said.
    public mutating func focusMoved(hasTooltip: Bool, wasShown: Bool? = nil, at now: Int64) {
        if wasShown ?? isVisible(at: now) { lastSeen = now }
        guard hasTooltip else {
            due = nil
            return
        }
        let isWarm = lastSeen.map { now - $0 < Self.memory } ?? false
        due = isWarm ? now : now + Self.delay
    }

    /// It goes away, as when its button is pressed; it comes back with the next focus.
    public mutating func hide(at now: Int64) {
        focusMoved(hasTooltip: false, at: now)
    }

    public func isVisible(at now: Int64) -> Bool {
        due.map { now >= $0 } ?? false
    }

    /// When something has to be drawn; nil where nothing is to come.
    public func deadline(after now: Int64) -> Int64? {
        due.flatMap { $0 > now ? $0 : nil }
    }
}
