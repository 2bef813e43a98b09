import Forms

/// What `PATCH /v1/dossiers/{id}` takes: what is corrected of a dossier that was received, and why.
///
/// What is left out stays as it is. A person, the papers and the way of delivery are given whole.
public struct DossierAmendment: Codable, Hashable, Sendable {
    /// Why; it stands in the history for good.
    public var reason: String
    /// Another procedure: only where nothing has happened since the receipt and both begin alike.
    public var procedure: String?
    public var caseCode: String?
    public var applicant: Applicant?
    public var submitter: Submitter?
    /// True takes the submitter out.
    public var withoutSubmitter: Bool?
    public var documents: [SubmittedDocument]?
    public var delivery: Delivery?
    /// The whole declaration, checked as at the intake; needed where the case goes over to one with another form.
    public var answers: Answers?
    /// By fee code, where the case or the count has changed.
    public var quantities: [String: FeeQuantity]?
    /// A blank one takes the exemption out.
    public var exemption: String?
    /// Sets of papers ("số bộ hồ sơ").
    public var copies: Int?
    /// What the desk noted at the intake; a blank one takes it out.
    public var note: String?
    /// The appointment: never later than the law's time, for which there is the extension with its apology.
    public var dueAt: Instant?

    public init(
        reason: String, procedure: String? = nil, caseCode: String? = nil, applicant: Applicant? = nil,
        submitter: Submitter? = nil, withoutSubmitter: Bool? = nil, documents: [SubmittedDocument]? = nil,
        delivery: Delivery? = nil, answers: Answers? = nil, quantities: [String: FeeQuantity]? = nil,
        exemption: String? = nil, copies: Int? = nil, note: String? = nil, dueAt: Instant? = nil
    ) {
        self.reason = reason
        self.procedure = procedure
        self.caseCode = caseCode
        self.applicant = applicant
        self.submitter = submitter
        self.withoutSubmitter = withoutSubmitter
        self.documents = documents
        self.delivery = delivery
        self.answers = answers
        self.quantities = quantities
        self.exemption = exemption
        self.copies = copies
        self.note = note
        self.dueAt = dueAt
    }

    private enum CodingKeys: String, CodingKey {
        case reason, procedure, applicant, submitter, withoutSubmitter, documents, delivery, answers
        case quantities, exemption, copies, note, dueAt
        case caseCode = "case"
    }
}
