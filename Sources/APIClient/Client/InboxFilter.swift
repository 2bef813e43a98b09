import Forms
import Models

/// What of an inbox is wanted, and in which order; nil leaves a part out.
public struct InboxFilter: Hashable, Sendable {
    public enum Sort: String, Hashable, Sendable, CaseIterable {
        case due, submitted, name, code
    }

    /// National status.
    public var status: Int?
    /// A procedure's code.
    public var procedure: String?
    /// 1 direct, 2 online, 3 postal.
    public var channel: Int?
    /// Who works on it.
    public var assignee: ID?
    /// Received from this day on; of what is not received yet, handed in.
    public var from: LocalDate?
    /// Until this day, which belongs to it.
    public var to: LocalDate?
    /// Code, or name without accents.
    public var query: String?
    /// Only those for which something is still to be paid.
    public var isOwing = false
    /// Only those whose result nobody fetched for a week.
    public var isUncollected = false
    /// nil for the inbox's own order.
    public var sort: Sort?
    public var isDescending = false

    public init() {}

    func target(_ target: Target) -> Target {
        target.with("status", status).with("procedure", procedure).with("channel", channel)
            .with("assignee", assignee).with("from", from?.iso).with("to", to?.iso).with("q", query)
            .with("owing", isOwing ? "true" : nil).with("uncollected", isUncollected ? "true" : nil)
            .with("sort", sort?.rawValue).with("order", sort == nil ? nil : isDescending ? "desc" : "asc")
    }
}
