/// A report of a wrong source value as its owner sees it (eForm AF-3): masked in lists, whole where it is revealed.
public struct Mismatch: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var identityNumber: String
    public var field: String
    public var sourceValue: String
    public var correctValue: String
    public var note: String?
    public var source: String?
    public var formId: String?
    public var formVersion: Int?
    public var path: String?
    public var unit: UnitRef
    public var reportedBy: OfficerRef
    public var at: Instant
    /// Nil while nobody has handled it.
    public var resolution: MismatchResolution?

    public init(
        id: ID, identityNumber: String, field: String, sourceValue: String, correctValue: String,
        note: String? = nil, source: String? = nil, formId: String? = nil, formVersion: Int? = nil,
        path: String? = nil, unit: UnitRef, reportedBy: OfficerRef, at: Instant,
        resolution: MismatchResolution? = nil
    ) {
        self.id = id
        self.identityNumber = identityNumber
        self.field = field
        self.sourceValue = sourceValue
        self.correctValue = correctValue
        self.note = note
        self.source = source
        self.formId = formId
        self.formVersion = formVersion
        self.path = path
        self.unit = unit
        self.reportedBy = reportedBy
        self.at = at
        self.resolution = resolution
    }
}
