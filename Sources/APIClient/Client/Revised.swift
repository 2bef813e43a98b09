/// A thing of the server's together with the revision that a change of it must name (`ETag`, `If-Match`).
public struct Revised<Value: Sendable>: Sendable {
    public var value: Value
    /// As the server wrote it, quotes included; nil where it wrote none.
    public var revision: String?

    public init(_ value: Value, revision: String?) {
        self.value = value
        self.revision = revision
    }
}

extension Revised: Equatable where Value: Equatable {}
