/// A wrong value in a source, for its owner (eForm AF-3).
public struct MismatchReport: Codable, Hashable, Sendable {
    public var identityNumber: String
    public var field: String
    public var sourceValue: String
    public var correctValue: String
    public var note: String?
    /// Where the value came from, as it is named beside the field: "thẻ", "hồ sơ trước" …
    public var source: String?
    /// The form that it was filled into.
    public var formId: String?
    public var formVersion: Int?
    /// JSON pointer of the field, row and all: `/answers/con/1/ngay_sinh`.
    public var path: String?

    public init(
        identityNumber: String, field: String, sourceValue: String, correctValue: String, note: String? = nil,
        source: String? = nil, formId: String? = nil, formVersion: Int? = nil, path: String? = nil
    ) {
        self.identityNumber = identityNumber
        self.field = field
        self.sourceValue = sourceValue
        self.correctValue = correctValue
        self.note = note
        self.source = source
        self.formId = formId
        self.formVersion = formVersion
        self.path = path
    }
}
