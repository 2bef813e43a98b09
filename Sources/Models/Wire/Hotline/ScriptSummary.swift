import Forms

/// A script in a list.
public struct ScriptSummary: Codable, Hashable, Sendable {
    public var id: String
    public var version: Int
    public var title: String
    public var procedure: CodeName?
    public var effectiveFrom: LocalDate
    public var questions: Int

    public init(
        id: String, version: Int, title: String, procedure: CodeName? = nil, effectiveFrom: LocalDate,
        questions: Int
    ) {
        self.id = id
        self.version = version
        self.title = title
        self.procedure = procedure
        self.effectiveFrom = effectiveFrom
        self.questions = questions
    }
}
