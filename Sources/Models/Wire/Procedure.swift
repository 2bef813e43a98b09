import Forms

/// A procedure in the version in force.
public struct Procedure: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    public var version: Int
    public var field: CodeName
    public var level: String
    public var agency: String
    public var effectiveFrom: LocalDate
    public var legalBasis: [String]
    /// What the paper is called that it ends with: "Giấy chứng nhận kết hôn".
    public var result: String?
    /// At least one, but for a bundle as it is published.
    public var cases: [ProcedureCase]
    /// All that its cases refer to.
    public var fees: [FeeRule]
    public var process: ProcessRef
    /// The procedures that are taken in together under this one's name; nil where it is none of several. A bundle is
    /// published without cases and fees: they are those of its members as they are in force.
    public var bundle: [BundleMember]?

    public init(
        code: String, name: String, version: Int, field: CodeName, level: String, agency: String,
        effectiveFrom: LocalDate, legalBasis: [String], cases: [ProcedureCase], fees: [FeeRule],
        process: ProcessRef, result: String? = nil, bundle: [BundleMember]? = nil
    ) {
        self.code = code
        self.name = name
        self.version = version
        self.field = field
        self.level = level
        self.agency = agency
        self.effectiveFrom = effectiveFrom
        self.legalBasis = legalBasis
        self.result = result
        self.cases = cases
        self.fees = fees
        self.process = process
        self.bundle = bundle
    }
}
