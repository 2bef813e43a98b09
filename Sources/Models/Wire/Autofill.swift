/// Values known to the system or a connected database.
public struct Autofill: Codable, Hashable, Sendable {
    public var fields: [FilledField]

    public init(fields: [FilledField]) {
        self.fields = fields
    }
}
