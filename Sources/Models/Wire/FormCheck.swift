/// What a check of a form's answers found.
public struct FormCheck: Codable, Hashable, Sendable {
    public var errors: [InputProblem]
    public var warnings: [InputProblem]

    public init(errors: [InputProblem], warnings: [InputProblem]) {
        self.errors = errors
        self.warnings = warnings
    }
}
