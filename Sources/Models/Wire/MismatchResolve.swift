/// What `POST /v1/persons/mismatches/{id}:resolve` takes: what was done about it.
public struct MismatchResolve: Codable, Hashable, Sendable {
    public var note: String

    public init(note: String) {
        self.note = note
    }
}
