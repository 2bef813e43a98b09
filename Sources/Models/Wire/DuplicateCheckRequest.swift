import Forms

/// What to compare with what is there.
public struct DuplicateCheckRequest: Codable, Hashable, Sendable {
    public var procedure: String
    public var caseCode: String
    public var identityNumber: String?
    public var taxCode: String?
    public var answers: Answers?

    public init(
        procedure: String, caseCode: String, identityNumber: String? = nil, taxCode: String? = nil,
        answers: Answers? = nil
    ) {
        self.procedure = procedure
        self.caseCode = caseCode
        self.identityNumber = identityNumber
        self.taxCode = taxCode
        self.answers = answers
    }

    private enum CodingKeys: String, CodingKey {
        case procedure, identityNumber, taxCode, answers
        case caseCode = "case"
    }
}
