/// A file of officers as it would be, or was, taken in: a verdict for each line. Either all lines are taken or none.
public struct OfficerImport: Codable, Hashable, Sendable {
    public struct Row: Codable, Hashable, Sendable {
        /// The line of the file, from 1, the head counted.
        public var line: Int
        /// The login name that is made; nil where the line is wrong.
        public var account: String?
        /// What is wrong with it; nil where nothing is. Pointers name the columns: `/identity_number`.
        public var errors: [InputProblem]?

        public init(line: Int, account: String? = nil, errors: [InputProblem]? = nil) {
            self.line = line
            self.account = account
            self.errors = errors
        }
    }

    /// Whether it was only tried.
    public var dryRun: Bool
    public var right: Int
    public var wrong: Int
    public var items: [Row]

    public init(dryRun: Bool, right: Int, wrong: Int, items: [Row]) {
        self.dryRun = dryRun
        self.right = right
        self.wrong = wrong
        self.items = items
    }
}
