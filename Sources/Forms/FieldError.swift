/// An issue and the field that it stands at.
public struct FieldError: Hashable, Sendable {
    public var path: FieldPath
    public var issue: FieldIssue

    public init(path: FieldPath, issue: FieldIssue) {
        self.path = path
        self.issue = issue
    }
}
