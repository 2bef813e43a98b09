import Forms

/// A dossier as its page shows it.
public struct Dossier: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var code: String
    public var revision: Int
    /// Printed on the slip, asked for by the public look-up.
    public var lookupCode: String
    public var procedure: ProcedureRef
    public var caseCode: String
    public var caseName: String
    /// 1 direct, 2 online, 3 postal.
    public var channel: Int
    /// National status, 1 … 10.
    public var status: Int
    public var statusName: String
    public var step: String
    public var stepName: String
    public var unit: UnitRef
    /// Masked as the reader's role asks.
    public var applicant: Applicant
    public var submitter: Submitter?
    public var documents: [SubmittedDocument]
    public var answers: Answers
    public var formId: String
    public var formVersion: Int
    public var quote: FeeQuote
    /// How much of each fee, as it was asked for: a quote's lines no longer say how pages fall into copies.
    public var quantities: [String: FeeQuantity]?
    public var exemption: String?
    public var copies: Int
    public var delivery: Delivery
    public var submittedAt: Instant
    public var acceptedAt: Instant?
    public var dueAt: Instant?
    public var deadline: DossierDeadline
    public var decision: IntakeDecision
    public var reason: String?
    public var missing: [String]?
    public var registerBook: String
    public var registerNumber: Int
    public var receivedBy: OfficerRef
    /// Only in the answer to an intake.
    public var duplicates: [PossibleDuplicate]
    public var masked: Bool
    /// What the answers came in with, where the form asks for it.
    public var signature: FormSignature?
    /// What should be looked at again, only in the answer to an intake; it forbids nothing.
    public var warnings: [InputProblem]?
    /// Where it was taken in together with others.
    public var bundle: DossierBundle?
    /// The unit that has it now, which need not be the one that took it in. Nil in what older systems said.
    public var holder: UnitRef?
    /// What the desk noted at the intake.
    public var note: String?
    /// What is still to be paid, in đồng, as the ledger says; nil where nothing was booked for it.
    public var owed: Int?
    /// Who opened it without handling it, and why, the newest first. Nil where nobody did, and for those who see the
    /// dossier masked.
    public var openings: [DossierOpening]?

    public init(
        id: ID, code: String, revision: Int, lookupCode: String, procedure: ProcedureRef, caseCode: String,
        caseName: String, channel: Int, status: Int, statusName: String, step: String, stepName: String,
        unit: UnitRef, applicant: Applicant, submitter: Submitter? = nil, documents: [SubmittedDocument],
        answers: Answers, formId: String, formVersion: Int, quote: FeeQuote,
        quantities: [String: FeeQuantity]? = nil, exemption: String? = nil,
        copies: Int, delivery: Delivery, submittedAt: Instant, acceptedAt: Instant? = nil,
        dueAt: Instant? = nil, deadline: DossierDeadline, decision: IntakeDecision, reason: String? = nil,
        missing: [String]? = nil, registerBook: String, registerNumber: Int, receivedBy: OfficerRef,
        duplicates: [PossibleDuplicate] = [], masked: Bool, signature: FormSignature? = nil,
        warnings: [InputProblem]? = nil, bundle: DossierBundle? = nil,
        holder: UnitRef? = nil, note: String? = nil, owed: Int? = nil, openings: [DossierOpening]? = nil
    ) {
        self.id = id
        self.code = code
        self.revision = revision
        self.lookupCode = lookupCode
        self.procedure = procedure
        self.caseCode = caseCode
        self.caseName = caseName
        self.channel = channel
        self.status = status
        self.statusName = statusName
        self.step = step
        self.stepName = stepName
        self.unit = unit
        self.applicant = applicant
        self.submitter = submitter
        self.documents = documents
        self.answers = answers
        self.formId = formId
        self.formVersion = formVersion
        self.quote = quote
        self.quantities = quantities
        self.exemption = exemption
        self.copies = copies
        self.delivery = delivery
        self.submittedAt = submittedAt
        self.acceptedAt = acceptedAt
        self.dueAt = dueAt
        self.deadline = deadline
        self.decision = decision
        self.reason = reason
        self.missing = missing
        self.registerBook = registerBook
        self.registerNumber = registerNumber
        self.receivedBy = receivedBy
        self.duplicates = duplicates
        self.masked = masked
        self.signature = signature
        self.warnings = warnings
        self.bundle = bundle
        self.holder = holder
        self.note = note
        self.owed = owed
        self.openings = openings
    }

    private enum CodingKeys: String, CodingKey {
        case id, code, revision, lookupCode, procedure, caseName, channel, status, statusName, step
        case stepName, unit, applicant, submitter, documents, answers, formId, formVersion, quote
        case quantities
        case exemption, copies, delivery, submittedAt, acceptedAt, dueAt, deadline, decision, reason
        case missing, registerBook, registerNumber, receivedBy, duplicates, masked, signature, warnings
        case bundle, holder, note, owed, openings
        case caseCode = "case"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ID.self, forKey: .id)
        code = try container.decode(String.self, forKey: .code)
        revision = try container.decode(Int.self, forKey: .revision)
        lookupCode = try container.decode(String.self, forKey: .lookupCode)
        procedure = try container.decode(ProcedureRef.self, forKey: .procedure)
        caseCode = try container.decode(String.self, forKey: .caseCode)
        caseName = try container.decode(String.self, forKey: .caseName)
        channel = try container.decode(Int.self, forKey: .channel)
        status = try container.decode(Int.self, forKey: .status)
        statusName = try container.decode(String.self, forKey: .statusName)
        step = try container.decode(String.self, forKey: .step)
        stepName = try container.decode(String.self, forKey: .stepName)
        unit = try container.decode(UnitRef.self, forKey: .unit)
        applicant = try container.decode(Applicant.self, forKey: .applicant)
        submitter = try container.decodeIfPresent(Submitter.self, forKey: .submitter)
        documents = try container.decode([SubmittedDocument].self, forKey: .documents)
        answers = try container.decode(Answers.self, forKey: .answers)
        formId = try container.decode(String.self, forKey: .formId)
        formVersion = try container.decode(Int.self, forKey: .formVersion)
        quote = try container.decode(FeeQuote.self, forKey: .quote)
        quantities = try container.decodeIfPresent([String: FeeQuantity].self, forKey: .quantities)
        exemption = try container.decodeIfPresent(String.self, forKey: .exemption)
        copies = try container.decode(Int.self, forKey: .copies)
        delivery = try container.decode(Delivery.self, forKey: .delivery)
        submittedAt = try container.decode(Instant.self, forKey: .submittedAt)
        acceptedAt = try container.decodeIfPresent(Instant.self, forKey: .acceptedAt)
        dueAt = try container.decodeIfPresent(Instant.self, forKey: .dueAt)
        deadline = try container.decode(DossierDeadline.self, forKey: .deadline)
        decision = try container.decode(IntakeDecision.self, forKey: .decision)
        reason = try container.decodeIfPresent(String.self, forKey: .reason)
        missing = try container.decodeIfPresent([String].self, forKey: .missing)
        registerBook = try container.decode(String.self, forKey: .registerBook)
        registerNumber = try container.decode(Int.self, forKey: .registerNumber)
        receivedBy = try container.decode(OfficerRef.self, forKey: .receivedBy)
        duplicates = try container.decodeIfPresent([PossibleDuplicate].self, forKey: .duplicates) ?? []
        masked = try container.decode(Bool.self, forKey: .masked)
        signature = try container.decodeIfPresent(FormSignature.self, forKey: .signature)
        warnings = try container.decodeIfPresent([InputProblem].self, forKey: .warnings)
        bundle = try container.decodeIfPresent(DossierBundle.self, forKey: .bundle)
        holder = try container.decodeIfPresent(UnitRef.self, forKey: .holder)
        note = try container.decodeIfPresent(String.self, forKey: .note)
        owed = try container.decodeIfPresent(Int.self, forKey: .owed)
        openings = try container.decodeIfPresent([DossierOpening].self, forKey: .openings)
    }
}
