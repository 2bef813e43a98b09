/// What the linter finds in a version of a process; nothing where it may be activated.
public struct ProcessFindings: Codable, Hashable, Sendable {
    public var items: [InputProblem]

    public init(items: [InputProblem]) {
        self.items = items
    }
}
