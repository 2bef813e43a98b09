import Forms

/// What the hotline says on a procedure, or on its own work: questions with their answers, as data in versions.
public struct HotlineScript: Codable, Hashable, Sendable {
    public struct Item: Codable, Hashable, Sendable {
        public var code: String
        public var question: String
        /// To be read out. Places in braces are filled from the procedure as it is in force: `{papers:CASE}`,
        /// `{fees:CASE}`, `{exemptions}`, `{time:CASE}`, `{agency}`, `{result}`, `{channels:CASE}`, `{cases}`,
        /// `{name}`, `{law}`.
        public var answer: String
        /// Other words that callers use for it.
        public var words: [String]?

        public init(code: String, question: String, answer: String, words: [String]? = nil) {
            self.code = code
            self.question = question
            self.answer = answer
            self.words = words
        }
    }

    public var id: String
    public var version: Int
    public var title: String
    /// The procedure's code; nil where it is about the hotline's own work.
    public var procedure: String?
    public var effectiveFrom: LocalDate
    /// Where the words come from, and how far they can be trusted.
    public var source: String
    public var items: [Item]

    public init(
        id: String, version: Int, title: String, procedure: String? = nil, effectiveFrom: LocalDate,
        source: String, items: [Item]
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.procedure = procedure
        self.effectiveFrom = effectiveFrom
        self.source = source
        self.items = items
    }
}
