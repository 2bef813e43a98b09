import Forms

/// What `POST /v1/forms/{id}:validate` takes.
public struct FormCheckRequest: Codable, Hashable, Sendable {
    public var version: Int
    public var answers: Answers

    public init(version: Int, answers: Answers) {
        self.version = version
        self.answers = answers
    }
}
