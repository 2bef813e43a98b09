/// A slip that was refused as a whole: what is wrong with it, at least one thing.
public struct SlipError: Error, Hashable, Sendable {
    public var issues: [SlipIssue]

    public init(issues: [SlipIssue]) {
        self.issues = issues
    }
}
