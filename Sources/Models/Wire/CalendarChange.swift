/// What a change of a calendar does, or did: the year as it is then, and the open dossiers whose due date moves.
public struct CalendarChange: Codable, Hashable, Sendable {
    /// A dossier whose due date moves.
    public struct Item: Codable, Hashable, Sendable {
        public var id: ID
        public var code: String
        public var procedureName: String
        public var stepName: String
        /// The code of the unit whose dossier it is.
        public var unit: String
        public var before: Instant?
        public var after: Instant?

        public init(
            id: ID, code: String, procedureName: String, stepName: String, unit: String, before: Instant?,
            after: Instant?
        ) {
            self.id = id
            self.code = code
            self.procedureName = procedureName
            self.stepName = stepName
            self.unit = unit
            self.before = before
            self.after = after
        }
    }

    public var calendar: WorkCalendar
    /// Whether nothing was changed yet.
    public var dryRun: Bool
    /// The dossiers whose due date moves; nil on the further pages of a list.
    public var changed: Int?
    /// Units below that keep a calendar of their own, which the change does not reach.
    public var apart: [String]
    /// By unit and due date.
    public var items: [Item]
    public var nextCursor: String?

    public init(
        calendar: WorkCalendar, dryRun: Bool, changed: Int?, apart: [String] = [], items: [Item],
        nextCursor: String?
    ) {
        self.calendar = calendar
        self.dryRun = dryRun
        self.changed = changed
        self.apart = apart
        self.items = items
        self.nextCursor = nextCursor
    }
}
