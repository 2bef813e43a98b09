import Forms

/// A form being filled in: what was typed, where the focus is, what is wrong, what lies open.
///
/// One engine serves every form of a program. Raw text is kept per field and judged when the field is left
/// going on, and all together on submit; wrong text is never cleared, and going back is always free. A screen
/// hands over inputs and actions, acts on the events that come back, and draws it with ``FormView``.
///
/// ```
/// mutating func handle(_ event: ScreenEvent<Message>, _ c: ScreenContext) -> [Effect<Message>] {
///     let outcome = form.handle(event)
///     if outcome.submits { form.working = true; return [.run(id: "submit") { … }] }
/// ```
public struct FormState: Sendable {
    let index: FormIndex
    let geometry = FormGeometry()
    var groups: [FormGroupState] = []
    var pageIsVisible: [Bool]
    /// In the definition's pages.
    public internal(set) var page = 0
    var stop: FormStop = .submit
    /// The day that dates without a year, relative bounds and conditions count from.
    public var today: LocalDate {
        didSet {
            guard today != oldValue else { return }
            setDateBounds()
            collect()
        }
    }
    public private(set) var language: Language
    /// What the last button of the form reads; nil where the screen has a way of its own.
    public var submitLabel: Phrase?
    /// What the key that ends the form does where the screen has a way of its own, for F1.
    public var submitName: Phrase?
    /// Whether Tab goes from the end to the start; if not, the form says `.edge`.
    public var wraps = true
    /// The values of the dossier entered before, for F9.
    public var lastAnswers = Answers()
    /// A request is under way: the submit button says so and can't be pressed again (eForm BT-2), and
    /// nothing is changed under the request's hands.
    public var working = false {
        didSet {
            if working { popup = nil }
        }
    }

    /// All that can be parsed, hidden fields too.
    var given = Answers()
    /// What counts: visible fields, computed values.
    var settled = Answers()
    /// The field that is being typed in, whose answer is not worked out yet.
    var stale: EntryID?
    var popup: FormPopup?
    var lists: [OptionRequest: PickItems] = [:]
    var requested: Set<OptionRequest> = []
    let options: OptionProvider
    var history = FormHistory()
    /// Undo is at work: what follows from a change was recorded with it, and comes back with it.
    var isReverting = false
    /// The field in focus that is being edited, where typing might have replaced what stood there.
    var edited: EntryID?
    /// The field that the officer was taken to because of what is wrong there: what he types takes its place.
    var mended: EntryID?
    /// The focus has just gone on by itself: the Tab or Enter that a practised hand sends after it is spent.
    public internal(set) var hasAdvanced = false
    /// Errors stand in a line of their own above the form, from the first submit that found some on.
    var isSummarised = false
    /// What the last act has to say, until the next one.
    var message: MessageText?
    /// What is wrong, but at no field of this form.
    public internal(set) var generalErrors: [FieldIssue] = []
    var events: [FormEvent] = []
    var layoutVersion = 0
    /// Grows with every change of a value; a draft is due when it has grown.
    public internal(set) var revision = 0

    /// Where "Bây giờ", the wait of a search and the tooltips take the time from: the program's own clock.
    public var time: any TimeSource = SystemTime()
    /// When the query that is being typed is to be run (eForm SE-2).
    var searchDue: Int64?
    /// What the values chosen by a search are called.
    var foundNames: [FoundName: SafeText] = [:]
    /// The folder that was asked for and has not come yet.
    var askedFolder: String?
    /// The screen does something with ``FormEvent/reportSource(_:_:)``; else its key does nothing.
    public var takesReports = false
    /// A sentence about the button that ends the form, for its tooltip and the message line.
    public var submitHelp: Phrase?
    var tooltip = TooltipTimer()
    /// What the tooltip is about; with the option of a radio group.
    var tooltipSubject: TooltipSubject?
    /// What the mouse's pointer stands on, where that has a tooltip and no key was pressed since.
    var pointed: TooltipSubject?
    var isTooltipShown = false

    /// Gives the options that are at hand; nil where they have to be fetched.
    public typealias OptionProvider = @Sendable (OptionRequest) -> [Option]?

    struct MessageText: Hashable, Sendable {
        var text: Phrase
        var role: Role
    }

    /// - Parameters:
    ///   - answers: What the fields hold at first; where one is missing, its own initial value.
    ///   - today: The day in Việt Nam.
    public init(
        _ definition: FormDefinition, answers: Answers = Answers(), today: LocalDate,
        language: Language = .vi,
        submitLabel: Phrase? = ToolkitStrings.submit, options: @escaping OptionProvider = { _ in nil }
    ) {
        index = FormIndex(definition)
        pageIsVisible = definition.pages.map { _ in true }
        self.today = today
        self.language = language
        self.submitLabel = submitLabel
        self.options = options
        layoutVersion = geometry.nextVersion()
        groups = index.groups.indices.map { makeGroup($0, answers) }
        collect()
        page = pageIsVisible.firstIndex(of: true) ?? 0
        stop = firstStop(ofPage: page) ?? .submit
        settleFocus()
    }

    public var definition: FormDefinition { index.definition }

    /// The answers that count: of visible fields, parsed; computed values worked out. A field whose text is
    /// wrong or empty has none.
    public var answers: Answers {
        guard let stale, let place = place(of: stale) else { return settled }
        var answers = settled
        store(parsed(place), at: place, in: &answers)
        return answers
    }

    /// The field in focus; nil while a button has it.
    public var focus: FieldPath? {
        if case .field(let id) = stop { path(of: id) } else { nil }
    }

    public mutating func setLanguage(_ language: Language) {
        guard language != self.language else { return }
        self.language = language
        lists = [:]
        popup = nil
        searchDue = nil
        for place in allPlaces {
            var fresh = FieldEditor(index.field(place), today: today, language: language)
            switch self[place].editor {
            case .radio, .check, .checks:
                if let answer = self[place].editor.chosen { fresh.set(answer) }
                self[place].editor = fresh
            default: break
            }
        }
        relayout()
    }

    // MARK: - What the screen passes on

    /// The rows that a program with forms puts into its action table.
    public static var actions: [Action] { FormActions.all }

    /// The action scopes that hold now, innermost first: put them before the screen's own.
    public var scopes: [String] {
        if let popup { return popup.scopes }
        return pageScopes
    }

    /// The scopes of the form itself.
    private var pageScopes: [String] { (focusedEditor?.scopes ?? []) + [FormActions.scope] }

    /// The scopes whose keys a second F1 lists: those of the form while its help panel is open, because the
    /// panel's own are known to whoever reads it.
    public var helpScopes: [String] {
        if case .help = popup { pageScopes } else { scopes }
    }

    /// The help panel of a field lies over the form.
    public var isHelpOpen: Bool {
        if case .help = popup { true } else { false }
    }

    /// Printable keys belong to the form: in every field, one that is chosen from too, and in whatever lies open.
    /// A letter typed into the wrong field must not run an action of the screen.
    public var capturesText: Bool {
        if popup != nil { return true }
        return if case .field = stop { true } else { false }
    }

    /// When the form wants an `.input(.tick)`, for the screen's ``Screen/deadline``: a search that is due, a tooltip.
    public var deadline: Int64? {
        let tip = isTooltipShown ? nil : tooltip.due
        return [searchDue, tip].compactMap(\.self).min()
    }

    /// A list, a calendar or a panel lies over the form; Escape closes that first.
    public var isPopupOpen: Bool { popup != nil }

    /// What the key bar calls a form action now, for ``Screen/name(of:)``: the key that ends the form is called as
    /// its button is. nil for all others.
    public func name(of action: ActionID) -> Phrase? { action == "form.submit" ? submitLabel : nil }

    /// Whether a form action would do anything now, for the key bar. True for what is not the form's.
    public func isEnabled(_ action: ActionID) -> Bool {
        switch action {
        case "form.list": focusedEditor?.opens ?? false
        case "image.next", "image.previous":
            if case .preview(let panel) = popup { panel.canTurn } else { false }
        case "form.next_error": hasIssues
        case "form.errors": hasIssues
        case "form.repeat_last": repeatedAnswer != nil
        case "form.submit": submitLabel != nil
        case "form.report": reportable != nil
        case "form.add_row": if let group = rowGroup { canAddRow(group) } else { false }
        case "form.remove_row": removableRow != nil
        default: true
        }
    }
}
