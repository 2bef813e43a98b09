import APIClient
import Forms
import Models
import TUI

/// Asks what a paper still needs before it is shown: who signs, what becomes of fees and papers.
struct PaperDetailScreen: KeepingScreen {
    enum Message: Sendable {
        case typed(TypedKeeper.Event)
    }

    let desk: Desk
    let dossier: Dossier
    let slip: SlipDocument
    let me: Me
    /// Whether the paper gives a new appointment that no act of the dossier says.
    private let isPromising: Bool
    private(set) var form: FormState
    var keeper: TypedKeeper
    /// Nothing is sent from here.
    var problem: Phrase?
    var typedForm: FormState? {
        get { form }
        set { if let newValue { form = newValue } }
    }

    init(
        desk: Desk, dossier: Dossier, slip: SlipDocument, me: Me, isPromising: Bool = false,
        definition: FormDefinition
    ) {
        self.desk = desk
        self.dossier = dossier
        self.slip = slip
        self.me = me
        self.isPromising = isPromising
        keeper = TypedKeeper(
            desk: desk, place: .paper(slip.form, dossier.id),
            title: Strings.Act.title(Strings.Slip.form(slip.form.rawValue), dossier.code))
        form = FormState(
            definition, answers: PaperForm.answers(definition), today: desk.today, language: desk.language,
            submitLabel: Strings.DossierPapers.show)
        form.time = desk.time
        form.submitHelp = Strings.Buttons.paper
    }

    var title: SafeText { desk.title(Strings.DossierPapers.title) }
    var scopes: [String] { form.scopes + ["paper_detail"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    static func typed(_ event: TypedKeeper.Event) -> Message { .typed(event) }

    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .message(.typed(let event)): return take(event, context)
        case .action(.closePaperDetail) where !form.isPopupOpen: return [.pop()]
        case .input, .action:
            guard form.handle(event).submits else { return [] }
            let slip = PaperForm.fill(slip, with: form.answers)
            return [
                .push(
                    SlipScreen(
                        desk: desk, dossier: dossier, slip: slip, me: me,
                        promised: isPromising ? slip.dueAt : nil))
            ]
        // The paper is out, with what was typed for it.
        case .resumed(is PaperMade):
            keeper.finish(at: form)
            return []
        case .resumed, .hangup: return []
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? { form.messageLine(context.language) }
}
