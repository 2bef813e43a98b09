/// What `PUT /v1/calendars/{unit}/{year}` takes: all days off and make-up days of the year, and why they change.
public struct CalendarPut: Codable, Hashable, Sendable {
    public var daysOff: [CalendarDay]
    public var makeupDays: [CalendarDay]
    /// Whether the year's days are proposed but not decided; nil leaves that as it is.
    public var provisional: Bool?
    /// Stands in the history of every dossier whose due date moves.
    public var reason: String

    public init(
        daysOff: [CalendarDay], makeupDays: [CalendarDay], provisional: Bool? = nil, reason: String
    ) {
        self.daysOff = daysOff
        self.makeupDays = makeupDays
        self.provisional = provisional
        self.reason = reason
    }
}
