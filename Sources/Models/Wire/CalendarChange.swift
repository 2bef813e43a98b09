/// What a change of a calendar does, or did: the year as it is then, and the open dossiers and tickets whose due date
/// moves.
public struct CalendarChange: Codable, Hashable, Sendable {
    /// A dossier whose due date moves, or a ticket of the hotline.
    public struct Item: Codable, Hashable, Sendable {
        public var id: ID
        public var code: String
        /// Of a ticket what kind it is.
        public var procedureName: String
        /// Of a ticket how it stands.
        public var stepName: String
        /// The code of the unit whose dossier it is, or that has to answer.
        public var unit: String
        public var before: Instant?
        public var after: Instant?
        /// True for a ticket, absent for a dossier.
        public var isTicket: Bool?

        private enum CodingKeys: String, CodingKey {
            case id, code, procedureName, stepName, unit, before, after
            case isTicket = "ticket"
        }

        public init(
            id: ID, code: String, procedureName: String, stepName: String, unit: String, before: Instant?,
            after: Instant?, isTicket: Bool? = nil
        ) {
            self.id = id
            self.code = code
            self.procedureName = procedureName
            self.stepName = stepName
            self.unit = unit
            self.before = before
            self.after = after
            self.isTicket = isTicket
        }
    }

    public var calendar: WorkCalendar
    /// Whether nothing was changed yet.
    public var dryRun: Bool
    /// The dossiers whose due date moves; nil on the further pages of a list.
    public var changed: Int?
    /// And the tickets.
    public var tickets: Int?
    /// Units below that keep a calendar of their own, which the change does not reach.
    public var apart: [String]
    /// By unit, of each the dossiers and then the tickets, by due date.
    public var items: [Item]
    public var nextCursor: String?

    public init(
        calendar: WorkCalendar, dryRun: Bool, changed: Int?, tickets: Int? = nil, apart: [String] = [],
        items: [Item],
        nextCursor: String?
    ) {
        self.calendar = calendar
        self.dryRun = dryRun
        self.changed = changed
        self.tickets = tickets
        self.apart = apart
        self.items = items
        self.nextCursor = nextCursor
    }
}
