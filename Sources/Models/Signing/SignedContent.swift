import Forms

/// What is signed: whose answers to which form of which procedure. Both sides make the same bytes of it.
///
/// The answers are the settled ones (`FormValidator.settled`): those that are kept and passed on, so that the signature
/// holds for them for good.
public struct SignedContent: Encodable, Hashable, Sendable {
    /// Identity number or tax code.
    public var applicant: String
    public var procedure: String
    public var caseCode: String
    public var formId: String
    public var formVersion: Int
    public var answers: Answers

    public init(
        applicant: String, procedure: String, caseCode: String, formId: String, formVersion: Int,
        answers: Answers
    ) {
        self.applicant = applicant
        self.procedure = procedure
        self.caseCode = caseCode
        self.formId = formId
        self.formVersion = formVersion
        self.answers = answers
    }

    /// A line that says what it is, so that a signature of something else never fits, then canonical JSON: members
    /// sorted, no blanks, NFC.
    public func bytes() throws -> [UInt8] {
        Array("central form answers, version 1\n".utf8) + (try StrictJSON.encode(self))
    }
}
