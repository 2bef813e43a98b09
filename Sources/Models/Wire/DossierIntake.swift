import Forms

/// What `POST /v1/dossiers` takes: a dossier as the desk took it in.
public struct DossierIntake: Codable, Hashable, Sendable {
    public var decision: IntakeDecision
    public var procedure: String
    public var caseCode: String
    /// 1 direct, 2 online, 3 postal.
    public var channel: Int
    public var applicant: Applicant
    /// Nil where the applicants hand it in themselves.
    public var submitter: Submitter?
    public var documents: [SubmittedDocument]
    public var answers: Answers
    public var formId: String
    public var formVersion: Int
    public var quantities: [String: FeeQuantity]
    public var exemption: String?
    /// Sets of papers ("số bộ hồ sơ").
    public var copies: Int
    public var delivery: Delivery
    /// Required for a supplement request and a refusal.
    public var reason: String?
    /// The papers asked for: codes or words.
    public var missing: [String]?
    public var note: String?
    /// The dossier just taken in for the same applicant.
    public var previous: ID?
    /// Of the settled answers; needed where the form asks for it and the dossier is received.
    public var signature: FormSignature?

    public init(
        decision: IntakeDecision, procedure: String, caseCode: String, channel: Int, applicant: Applicant,
        submitter: Submitter? = nil, documents: [SubmittedDocument] = [], answers: Answers = .init(),
        formId: String, formVersion: Int, quantities: [String: FeeQuantity] = [:], exemption: String? = nil,
        copies: Int = 1, delivery: Delivery, reason: String? = nil, missing: [String]? = nil,
        note: String? = nil, previous: ID? = nil,
        signature: FormSignature? = nil
    ) {
        self.decision = decision
        self.procedure = procedure
        self.caseCode = caseCode
        self.channel = channel
        self.applicant = applicant
        self.submitter = submitter
        self.documents = documents
        self.answers = answers
        self.formId = formId
        self.formVersion = formVersion
        self.quantities = quantities
        self.exemption = exemption
        self.copies = copies
        self.delivery = delivery
        self.reason = reason
        self.missing = missing
        self.note = note
        self.previous = previous
        self.signature = signature
    }

    private enum CodingKeys: String, CodingKey {
        case decision, procedure, channel, applicant, submitter, documents, answers, formId
        case formVersion, quantities, exemption, copies, delivery, reason, missing, note, previous, signature
        case caseCode = "case"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        decision = try container.decode(IntakeDecision.self, forKey: .decision)
        procedure = try container.decode(String.self, forKey: .procedure)
        caseCode = try container.decode(String.self, forKey: .caseCode)
        channel = try container.decode(Int.self, forKey: .channel)
        applicant = try container.decode(Applicant.self, forKey: .applicant)
        submitter = try container.decodeIfPresent(Submitter.self, forKey: .submitter)
        documents = try container.decodeIfPresent([SubmittedDocument].self, forKey: .documents) ?? []
        answers = try container.decodeIfPresent(Answers.self, forKey: .answers) ?? .init()
        formId = try container.decode(String.self, forKey: .formId)
        formVersion = try container.decode(Int.self, forKey: .formVersion)
        quantities = try container.decodeIfPresent([String: FeeQuantity].self, forKey: .quantities) ?? [:]
        exemption = try container.decodeIfPresent(String.self, forKey: .exemption)
        copies = try container.decodeIfPresent(Int.self, forKey: .copies) ?? 1
        delivery = try container.decode(Delivery.self, forKey: .delivery)
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
        missing = try container.decodeIfPresent([String].self, forKey: .missing)
        note = try container.decodeIfPresent(String.self, forKey: .note)
        previous = try container.decodeIfPresent(ID.self, forKey: .previous)
        signature = try container.decodeIfPresent(FormSignature.self, forKey: .signature)
    }
}
