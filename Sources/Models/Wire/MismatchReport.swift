/// A wrong value in a source, for its owner (eForm AF-3).
public struct MismatchReport: Codable, Hashable, Sendable {
    public var identityNumber: String
    public var field: String
    public var sourceValue: String
    public var correctValue: String
    public var note: String?

    public init(
        identityNumber: String, field: String, sourceValue: String, correctValue: String, note: String? = nil
    ) {
        self.identityNumber = identityNumber
        self.field = field
        self.sourceValue = sourceValue
        self.correctValue = correctValue
        self.note = note
    }
}
