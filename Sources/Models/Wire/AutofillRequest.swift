/// For whom and for which form values are wanted.
public struct AutofillRequest: Codable, Hashable, Sendable {
    public var identityNumber: String
    public var procedure: String
    public var caseCode: String

    public init(identityNumber: String, procedure: String, caseCode: String) {
        self.identityNumber = identityNumber
        self.procedure = procedure
        self.caseCode = caseCode
    }

    private enum CodingKeys: String, CodingKey {
        case identityNumber, procedure
        case caseCode = "case"
    }
}
