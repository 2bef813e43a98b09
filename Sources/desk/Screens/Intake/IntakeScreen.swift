import APIClient
import Forms
import Models
import TUI

/// The intake of one dossier, over six pages, from the scanned card to the server's yes.
///
/// The state of the act is `Intake`; this is what talks to the officer, the server and the store of drafts.
struct IntakeScreen: Screen {
    enum Message: Sendable {
        case lookedUp(String, Result<PersonLookup, APIError>)
        case catalogue(Result<Page<ProcedureSummary>, APIError>)
        case searchPause(String)
        case searched(Result<Page<ProcedureSummary>, APIError>)
        case procedure(Result<Procedure, APIError>)
        case form(Result<FormDefinition, APIError>)
        case autofill(Result<Autofill, APIError>)
        case quotePause
        case quoted(Result<FeeQuote, APIError>)
        case due(Result<DeadlinePreview, APIError>)
        case duplicates(Result<[PossibleDuplicate], APIError>)
        case options(OptionRequest, Result<Page<ReferenceItem>, APIError>)
        case autosave
        /// The result is nil where nothing had changed.
        case saved(IntakeDraft, Result<Draft, StoreError>?)
        /// Whether the draft's act was sent before, without a known outcome.
        case unsent(Result<Bool, StoreError>)
        case submitted(Result<Submitted, SubmitFailure>)
        case folder(String, Result<Folder, FolderError>)
        case fileProgress
        case uploaded(FieldPath, Int, Result<FileAnswer, TransferError>)
        case scanners(Result<[ScanDevice], ScanError>)
        case scanned(Result<ScannedFile, ScanError>)
        case scanFinished(FieldPath, Result<[ScannedFile], ScanError>)
        case previewed(FileCopy?, Result<FileView, WordedFailure>)
        /// The path that it lies under.
        case downloaded(Result<String, WordedFailure>)
    }

    /// How it stands with the act's way to the server.
    enum Submission: Sendable, Equatable {
        case open
        case sending
        /// A try ended without an answer that says what became of it. Where the server was out of reach, other words
        /// hold once it is back.
        case unknown(Phrase, whenBack: Phrase? = nil)

        /// What there is to say of it now; nil where nothing is open.
        func words(isConnected: Bool) -> Phrase? {
            guard case .unknown(let words, let whenBack) = self else { return nil }
            return isConnected ? whenBack ?? words : words
        }
    }

    enum Question: Sendable {
        case leave
        case missingPapers
        case refusal
        /// Really form 02, which nobody has chosen?
        case supplement
        /// Take this card's person as the applicant instead of the one entered?
        case otherApplicant(IdentityCard)
        /// Which of several scanners?
        case scanner([ScanDevice])
        /// Another page?
        case nextPage
    }

    /// Where the session ended, and so what to do again after the login.
    enum Waiting: Sendable {
        case nothing
        case reload
        case submit
    }

    let desk: Desk
    /// Whose work this is: it is saved in this officer's store, whoever is at the desk meanwhile.
    let owner: SignedIn?
    var intake: Intake
    var submission = Submission.open
    /// When the act went out that is on its way.
    var sentAt: Instant?
    var issues: [IntakeIssue] = []
    var quote = Remote<FeeQuote>.none
    var due = Remote<DeadlinePreview>.none
    var procedureLoad = Remote<Procedure>.none
    var formLoad = Remote<FormDefinition>.none
    /// F8 led to a declaration that was still under way: once it is there, its first error is where the officer wanted
    /// to be, and what he types goes there.
    var awaitsForm = false
    var lookup = Remote<PersonLookup>.none
    var duplicates = Remote<[PossibleDuplicate]>.none
    /// How far the declaration's files are on their way.
    let fileProgress = FileProgress()
    /// Where the next part of a long list begins, by what asks for it.
    var optionCursors: [OptionRequest: String] = [:]
    /// The folder that a file was last looked for in.
    var lastFolder: String?
    /// The files that are on their way, by the id of their effect.
    var uploads: [String: PendingUpload] = [:]
    /// Scans paper; tests give their own.
    var scanner = PaperScanner()
    /// The scanner is at work.
    var isScanning = false
    /// What is being scanned, with the pages so far.
    var scanJob: ScanJob?
    /// The scanner that was chosen of several; asked for once.
    var scanDevice: String?
    /// The scanner of the page before, for the next one.
    var lastScanner: String?
    /// The file that is being looked at, for its other pages.
    var viewed: FileCopy?
    var dialog: Dialog?
    var question: Question?
    var savedAt: Instant?
    var saveProblem: StoreError?
    var savedDraft: IntakeDraft?
    /// The timer of the draft runs.
    var isAutosaveArmed = false
    /// A save is on its way to the disk.
    var isSaving = false
    /// The first line of the review in view.
    var reviewOffset = 0
    /// The first line in view of the boxes below the form: what is known, fees, appointment.
    var boxOffset = 0
    var waiting = Waiting.nothing
    /// What the officer has to know before sending: papers and answers of a draft that have no place any more,
    /// a form that has changed. Said when it is met, and listed in the review.
    var notices: [Phrase] = []
    /// A draft that was left on the review stands there again: its first F10 looks it over, and sends nothing.
    var isUnseen = false
    /// Taken in: nothing is saved any more.
    var isDone = false
    /// The claim on the draft, so that no second desk takes it up meanwhile.
    private var claim: Claim?
    private let scan: String?
    private let resumedDraft: Bool
    private var refusedDraft: Phrase?
    /// Why a draft could not be taken up; nil where it was, or where there was none.
    var refusal: Phrase? { refusedDraft }

    /// A new act, with a card that was scanned elsewhere.
    init(desk: Desk, scan: String? = nil, procedure: String? = nil) {
        self.desk = desk
        owner = desk.signedIn
        self.scan = scan
        resumedDraft = false
        intake = Intake(key: desk.newID(), now: desk.now, language: desk.language)
        if let procedure { intake.picker.search(procedure) }
        claim = owner?.store?.claim(intake.key)
    }

    /// The next act for the same person.
    init(desk: Desk, next intake: Intake) {
        self.desk = desk
        owner = desk.signedIn
        scan = nil
        resumedDraft = false
        self.intake = intake
        claim = owner?.store?.claim(intake.key)
    }

    /// A draft, taken up.
    init(desk: Desk, draft: Draft) {
        self.desk = desk
        owner = desk.signedIn
        scan = nil
        resumedDraft = true
        claim = owner?.store?.claim(draft.id)
        let isHeld = owner?.store != nil && claim == nil
        guard var content = IntakeDraft(draft.content), !isHeld else {
            // Nothing of it is shown: what is typed over another desk's draft would overwrite that one's.
            refusedDraft = isHeld ? Strings.Intake.draftInUse : Strings.Intake.draftUnreadable
            intake = Intake(key: desk.newID(), now: desk.now, language: desk.language)
            isDone = true
            return
        }
        // A copy made of a conflict has an id of its own and the content of the other: the act goes by the id.
        content.key = draft.id
        intake = Intake(content, now: desk.now, language: desk.language)
        intake.formerTitle = draft.title
        savedDraft = content
        savedAt = draft.updatedAt
        isUnseen = content.page == IntakePage.review.rawValue
    }

    var title: SafeText { desk.title(Strings.Intake.title) }

    /// The procedure's and papers' keys come first on their pages; on a form, the form's own after the intake's,
    /// so that F8, F10 and PgDn mean the whole intake. An open list or calendar has all keys to itself.
    var scopes: [String] {
        if let dialog { return dialog.scopes }
        if let form = intake.form { return form.isPopupOpen ? form.scopes : ["intake"] + form.scopes }
        return switch intake.page {
        case .papers: ["papers", "intake", "intake_list"]
        case .procedure: ["procedures", "intake", "intake_list"]
        // The declaration is not there yet.
        case .applicant, .declaration, .terms, .review: ["intake"]
        }
    }

    var helpScopes: [String] {
        guard dialog == nil, let form = intake.form, form.isHelpOpen else { return scopes }
        return ["intake"] + form.helpScopes
    }

    /// A search or a tooltip of the form that is due.
    var deadline: Int64? { intake.form?.deadline }

    var wheelIsArrows: Bool { dialog == nil && [.procedure, .papers].contains(intake.page) }
    var capturesText: Bool {
        if dialog != nil { return false }
        return intake.page == .procedure ? true : intake.form?.capturesText ?? false
    }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .fillKnown: intake.otherCard != nil || intake.page == .applicant && !intake.offers.isEmpty
        case "form.undo" where intake.canTakeBack, "text.undo" where intake.canTakeBack: true
        case .capitals: !intake.smallNames.isEmpty
        case .history: intake.known?.dossiers.isEmpty == false
        case .nextError: !issues.isEmpty || intake.form?.isEnabled("form.next_error") == true
        // The form's F8 stands below the intake's, out of the key bar: it says that nothing is wrong.
        case "form.next_error": true
        case .nextPage: intake.page.next != nil
        case .submit: submission != .sending
        case .sign: intake.needsSignature
        case .switchKind, .onBehalf: intake.page == .applicant
        case .scrollDown, .scrollUp: [.applicant, .terms, .review].contains(intake.page)
        default: intake.form?.isEnabled(action) ?? true
        }
    }

    /// Before the review nothing is sent.
    func name(of action: ActionID) -> Phrase? {
        action == .submit && intake.page != .review ? Strings.Review.lookOver : nil
    }

    // MARK: - Events

    mutating func start(_ context: ScreenContext) -> [Effect<Message>] {
        intake.setLanguage(context.language)
        if let refusedDraft {
            return [.toast(SafeText(refusedDraft.text(context.language)), .error), .bell, .pop()]
        }
        var effects: [Effect<Message>] = []
        if let catalogue = desk.catalogue { intake.picker.load(catalogue) }
        // A ministry may have published a procedure meanwhile: it is there at the next intake.
        effects.append(loadCatalogue())
        if let scan { effects += take(scan: scan, context) }
        if resumedDraft { effects += resume(context) }
        effects += lookUpIfNew()
        return effects
    }

    /// What was said of one page ends with it; what the new one has to say comes after.
    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        let before = intake.page
        let effects = answer(event, context)
        return intake.page == before ? effects : [.clearToasts()] + effects
    }

    private mutating func answer(
        _ event: ScreenEvent<Message>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        intake.setLanguage(context.language)
        intake.setToday(desk.today)
        intake.canSign = desk.signer != nil
        if case .message(let message) = event { return handle(message, context) }
        if case .input(.tick) = event { return tick(context) }
        if submission == .sending, let effects = handleWhileSending(event, context) { return effects }
        if let effects = handleDialog(event, context) { return effects }
        switch event {
        case .input(.tick), .input(.focus), .input(.resize): return []
        case .input(.scan(let scan)): return take(scan: scan, context) + afterChange()
        case .input(.paste(let text)) where isCard(text): return take(scan: text, context) + afterChange()
        case .action(let action): return handle(action, context) + afterChange()
        case .input(let input): return handle(input, event, context) + afterChange()
        case .resumed(let result): return resumed(result)
        case .hangup:
            saveNow()
            return []
        case .message: return []
        }
    }

    /// While the act is on its way only waiting can be stopped: what is typed now would be lost with the yes.
    private mutating func handleWhileSending(
        _ event: ScreenEvent<Message>, _ context: ScreenContext
    ) -> [Effect<Message>]? {
        switch event {
        case .action(.leave): leave(context)
        case .input(.tick), .input(.focus), .input(.resize), .input(.mouse): []
        case .input, .action: [.bell]
        case .message, .resumed, .hangup: nil
        }
    }

    /// Readers that go through a clipboard paste what they read.
    private func isCard(_ text: String) -> Bool {
        if case .identityCard = ScanReading.recognise(text) { true } else { false }
    }

    private mutating func handle(
        _ input: Input, _ event: ScreenEvent<Message>, _ context: ScreenContext
    ) -> [Effect<Message>] {
        switch intake.page {
        case .procedure: return handleInProcedures(input)
        case .papers: return handleInPapers(input, context.language)
        case .applicant, .declaration, .terms, .review:
            guard var form = intake.form else {
                // The declaration is not there yet; arrows and text have nowhere to go.
                return [.bell]
            }
            let outcome = form.handle(event)
            intake.form = form
            return react(to: outcome, context)
        }
    }

}
