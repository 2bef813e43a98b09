/// A question with its answer as it is read out: nothing in it is left to be filled.
public struct ScriptAnswer: Codable, Hashable, Sendable {
    public var script: String
    public var version: Int
    public var code: String
    public var procedure: CodeName?
    public var question: String
    public var answer: String

    public init(
        script: String, version: Int, code: String, procedure: CodeName? = nil, question: String,
        answer: String
    ) {
        self.script = script
        self.version = version
        self.code = code
        self.procedure = procedure
        self.question = question
        self.answer = answer
    }
}
