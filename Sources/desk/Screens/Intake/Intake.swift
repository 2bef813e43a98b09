import Forms
import Models
import TUI

/// One dossier while it is being taken in: everything the officer has typed, ticked and chosen.
///
/// It lives from the first key to the server's yes, through drafts, lost connections and changed officers,
/// under one idempotency key. No input or output happens here; `IntakeScreen` does that.
struct Intake: Sendable {
    /// Made when the act began; every try to send it carries this key, so it takes effect once.
    let key: ID
    let startedAt: Instant
    let today: LocalDate

    var page = IntakePage.applicant
    var applicant: FormState
    var picker = ProcedurePicker()
    var papers = PaperList()
    /// The form of the case; nil until one was chosen and loaded.
    var declaration: FormState?
    var terms: FormState
    var review: FormState
    /// What was declared in forms of cases chosen before: it comes back with the case.
    var laidAside: [String: Answers] = [:]

    var known: KnownPerson?
    /// A card that differs from the person entered; taken only by key.
    var otherCard: IdentityCard?
    var duplicates: [PossibleDuplicate] = []
    /// The dossier just taken in for the same person.
    var previous: ID?
    /// The body as it was first sent, while the outcome is unknown.
    var sent: [UInt8]?

    init(
        key: ID, now: Instant, options: any OptionProvider
    ) {
        self.key = key
        startedAt = now
        today = now.date
        applicant = FormState(ApplicantForm.definition, today: now.date, options: options)
        terms = FormState(TermsForm.definition(fees: []), today: now.date, options: options)
        review = FormState(ReviewForm.definition, today: now.date, options: options)
        applicant.focus = FieldPath(ApplicantForm.ID.number)
    }

    // MARK: - What stands there

    func text(_ field: String) -> String? {
        guard let text = applicant.answers.text(field), !text.isEmpty else { return nil }
        return text
    }

    var isOrganisation: Bool { text(ApplicantForm.ID.kind) == ApplicantForm.organisation }
    var isOnBehalf: Bool { applicant.answers[ApplicantForm.ID.onBehalf] == .flag(true) }
    var identityNumber: String? { isOrganisation ? nil : text(ApplicantForm.ID.number) }
    var applicantName: String? {
        text(isOrganisation ? ApplicantForm.ID.organisation : ApplicantForm.ID.name)
    }
    var decision: IntakeDecision {
        review.answers.text(ReviewForm.ID.decision).flatMap(IntakeDecision.init(rawValue:)) ?? .receive
    }

    /// Nothing was typed, scanned or chosen: there is nothing to save.
    var isUntouched: Bool {
        !applicant.isDirty && picker.procedure == nil && picker.query.isEmpty && previous == nil
    }

    /// How the draft is called in lists; sealed with the rest.
    var title: String {
        Strings.Intake.draftTitle(
            applicantName ?? Strings.Intake.draftNameless.text(.vi), picker.procedure?.name ?? "")
    }

    /// The form that has the focus on this page, where it has one.
    var form: FormState? {
        get {
            switch page {
            case .applicant: applicant
            case .declaration: declaration
            case .terms: terms
            case .review: review
            case .procedure, .papers: nil
            }
        }
        set {
            guard let newValue else { return }
            switch page {
            case .applicant: applicant = newValue
            case .declaration: declaration = newValue
            case .terms: terms = newValue
            case .review: review = newValue
            case .procedure, .papers: break
            }
        }
    }

    /// Doubts about the identity number, to be shown as warnings and never to hold anything up.
    var mismatches: [Phrase] {
        guard let number = identityNumber, number.count == 12 else { return [] }
        let birth = text(ApplicantForm.ID.birth).flatMap(LocalDate.init(iso:))
        let sex = text(ApplicantForm.ID.sex).flatMap(Sex.init(rawValue:))
        return IdentityNumber.mismatch(number, birthDate: birth, sex: sex)
    }
}
