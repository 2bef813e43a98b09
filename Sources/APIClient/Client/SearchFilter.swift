import Forms
import Models

/// What a search is narrowed to; all of it holds at once, nil leaves a part out.
public struct SearchFilter: Hashable, Sendable {
    /// National status.
    public var status: Int?
    /// A procedure's code.
    public var procedure: String?
    /// A unit's code, for it and all under it.
    public var unit: String?
    /// Handed in from this day on.
    public var from: LocalDate?
    /// Handed in until this day, which belongs to it.
    public var to: LocalDate?
    /// 1 direct, 2 online, 3 postal.
    public var channel: Int?
    /// Its day has passed.
    public var isOverdue = false

    public init() {}

    func target(_ target: Target) -> Target {
        target.with("status", status).with("procedure", procedure).with("unit", unit).with("from", from?.iso)
            .with("to", to?.iso).with("channel", channel).with("overdue", isOverdue ? "true" : nil)
    }
}
