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
    private(set) var today: LocalDate
    var language: Language
    let options: FormState.OptionProvider

    var page = IntakePage.applicant
    var applicant: FormState
    var picker = ProcedurePicker()
    var papers = PaperList()
    /// The form of the case; nil until one was chosen and loaded.
    var declaration: FormState?
    var terms: FormState
    var review: FormState
    /// What was declared in forms of cases chosen before: it comes back with the case.
    var laidAside: [String: FormDraft] = [:]

    var known: KnownPerson?
    /// A card that differs from the person entered; taken only by key.
    var otherCard: IdentityCard?
    /// That card has filled another person's fields: it is no question that waits for an answer.
    var isCardPlaced = false
    /// What stood there before another applicant was taken, so that one key brings it back.
    var beforeChange: FormerApplicant?
    /// The dossier just taken in for the same person.
    var previous: ID?
    /// A draft of which papers, fees and form still wait for the procedure.
    var resuming: IntakeDraft?
    /// What papers, fees and quantities were set up for.
    var builtFor: CaseReference?
    /// Papers and terms of a draft that have no case to stand in yet; drafts keep them meanwhile.
    var held: HeldWork?
    /// The papers that the list of form 02 was made of, last time; nil before the first.
    var listed: [String]?
    /// The officer has decided by a key of its own: ticks don't change it any more.
    var isDecided = false
    /// The last signature, with what it is of.
    var signed: Signed?
    /// Whether this machine can sign.
    var canSign = false
    /// The applicant's revision that nothing had been typed at.
    var untouchedRevision = 0

    init(
        key: ID, now: Instant, language: Language,
        options: @escaping FormState.OptionProvider = { _ in nil }
    ) {
        self.key = key
        self.language = language
        self.options = options
        startedAt = now
        today = now.date
        applicant = Self.form(ApplicantForm.definition, now.date, language, options)
        terms = Self.form(TermsForm.definition(fees: []), now.date, language, options)
        review = Self.form(ReviewForm.definition, now.date, language, options)
        review.submitName = Strings.Keys.submit.name
        applicant.focus(field: ApplicantForm.ID.number)
    }

    /// A page's form: it has no button of its own and lets Tab go on to the next page.
    static func form(
        _ definition: FormDefinition, _ today: LocalDate, _ language: Language,
        _ options: @escaping FormState.OptionProvider
    ) -> FormState {
        var form = FormState(
            definition, today: today, language: language, submitLabel: nil, options: options)
        form.submitName = Strings.Review.lookOver
        form.wraps = false
        form.takesReports = true
        return form
    }

    mutating func setLanguage(_ language: Language) {
        guard language != self.language else { return }
        self.language = language
        applicant.setLanguage(language)
        declaration?.setLanguage(language)
        terms.setLanguage(language)
        review.setLanguage(language)
    }

    /// A form left open over midnight counts from the new day.
    mutating func setToday(_ today: LocalDate) {
        guard today != self.today else { return }
        self.today = today
        applicant.today = today
        declaration?.today = today
        terms.today = today
        review.today = today
    }

    /// Nothing can be typed while the act is on its way: what would be typed would be lost with the yes.
    mutating func setWorking(_ working: Bool) {
        applicant.working = working
        declaration?.working = working
        terms.working = working
        review.working = working
    }

    // MARK: - What stands there

    func text(_ field: String) -> String? { applicant.text(field) }

    var isOrganisation: Bool { text(ApplicantForm.ID.kind) == ApplicantForm.organisation }
    var isOnBehalf: Bool { text(ApplicantForm.ID.onBehalf) == ApplicantForm.yes }
    var identityNumber: String? { isOrganisation ? nil : text(ApplicantForm.ID.number) }
    var applicantName: String? {
        text(isOrganisation ? ApplicantForm.ID.organisation : ApplicantForm.ID.name)
    }
    var decision: IntakeDecision {
        review.answers.text(ReviewForm.ID.decision).flatMap(IntakeDecision.init(rawValue:)) ?? .receive
    }

    /// Nothing was typed, scanned or chosen: there is nothing to save.
    var isUntouched: Bool {
        applicant.revision == untouchedRevision && picker.procedure == nil && resuming == nil
            && (previous != nil || applicantName == nil)
    }

    /// How a draft was called that was taken up.
    var formerTitle: String?

    /// How the draft is called in lists; sealed with the rest. One that was called by somebody's name elsewhere keeps
    /// it until there is a name here.
    var title: String {
        let name = applicantName ?? identityNumber ?? text(ApplicantForm.ID.taxCode)
        if name == nil, let formerTitle { return formerTitle }
        return Strings.Intake.draftTitle(
            name ?? Strings.Intake.draftNameless.text(language),
            picker.procedure?.name ?? resuming?.procedureName ?? "")
    }

    /// The form that has the focus on this page, where it has one.
    var form: FormState? {
        get { form(of: page) }
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

    func form(of page: IntakePage) -> FormState? {
        switch page {
        case .applicant: applicant
        case .declaration: declaration
        case .terms: terms
        case .review: review
        case .procedure, .papers: nil
        }
    }

    /// All that page 1 should make the officer look twice at.
    var doubts: [Phrase] {
        var doubts = mismatches
        if isOnBehalf, let submitter = text(ApplicantForm.ID.submitterNumber), submitter == identityNumber {
            doubts.insert(Strings.Applicant.submitterIsApplicant, at: 0)
        }
        return doubts
    }

    /// Neither applicant nor submitter can be told anything: no phone, no e-mail.
    var isUnreachable: Bool {
        let ways = [ApplicantForm.ID.phone, ApplicantForm.ID.email]
        return (isOnBehalf ? ways + [ApplicantForm.ID.submitterPhone] : ways).allSatisfy {
            text($0)?.trimmed.isEmpty ?? true
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
