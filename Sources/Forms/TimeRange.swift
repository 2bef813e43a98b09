/// Two times of one day of which the second is not before the first (eForm TP-1).
///
/// On the wire `08:00/11:30`, on screen `08:00 - 11:30`.
public struct TimeRange: Hashable, Sendable {
    public let from: LocalTime
    public let to: LocalTime

    /// Nil where it is turned round.
    public init?(from: LocalTime, to: LocalTime) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    /// Reads `HH:MM/HH:MM`, nothing else; nil where it is turned round.
    public init?(iso: String) {
        guard let (from, to) = Self.ends(iso: iso) else { return nil }
        self.init(from: from, to: to)
    }

    static func ends(iso: String) -> (LocalTime, LocalTime)? {
        guard iso.utf8.count == 11 else { return nil }
        let parts = iso.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = LocalTime(iso: String(parts[0])),
            let to = LocalTime(iso: String(parts[1]))
        else { return nil }
        return (from, to)
    }

    public var iso: String { from.iso + "/" + to.iso }

    public func display(clock: TimeClock) -> String {
        from.display(clock: clock) + " - " + to.display(clock: clock)
    }
}
