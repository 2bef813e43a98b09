/// Two days of which the second is not before the first (eForm DP-1). Both belong to it.
///
/// On the wire `2026-01-01/2026-02-01`, on screen `01/01/2026 - 01/02/2026`.
public struct DateRange: Hashable, Sendable {
    public let from: LocalDate
    public let to: LocalDate

    /// Nil where it is turned round.
    public init?(from: LocalDate, to: LocalDate) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    /// Reads `YYYY-MM-DD/YYYY-MM-DD`, nothing else; nil where it is turned round.
    public init?(iso: String) {
        guard let (from, to) = Self.ends(iso: iso) else { return nil }
        self.init(from: from, to: to)
    }

    static func ends(iso: String) -> (LocalDate, LocalDate)? {
        guard iso.utf8.count == 21 else { return nil }
        let parts = iso.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = LocalDate(iso: String(parts[0])),
            let to = LocalDate(iso: String(parts[1]))
        else { return nil }
        return (from, to)
    }

    public var iso: String { from.iso + "/" + to.iso }

    /// `DD/MM/YYYY - DD/MM/YYYY`
    public var display: String { from.display + " - " + to.display }

    /// How many days it has, both ends counted.
    public var days: Int { from.days(to: to) + 1 }
}
