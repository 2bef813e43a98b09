import APIClient
import Forms
import Models
import TUI

/// A screen whose form can be left half done and taken up again in a later session (eForm UX-4).
///
/// It says what its form is, answers events with ``answer(_:_:)``, and tells the keeper when it is done; all else
/// happens here, the same for every form.
protocol KeepingScreen: Screen {
    var desk: Desk { get }
    var keeper: TypedKeeper { get set }
    /// The form; nil while it is not there.
    var typedForm: FormState? { get set }
    /// What the last act met, in place of what the form says; the officer's next act makes room for that again.
    var problem: Phrase? { get set }
    static func typed(_ event: TypedKeeper.Event) -> Message
    /// What the screen does with an event.
    mutating func answer(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>]
    /// Asks what a value that was put back is called; nil where no field is searched in.
    func namesOfTyped(_ request: OptionRequest) -> Effect<Message>?
}

extension KeepingScreen {
    mutating func start(_ context: ScreenContext) -> [Effect<Message>] { [lookForTyped()] }

    /// To be among the effects of `start`.
    func lookForTyped() -> Effect<Message> {
        let keeper = keeper
        return .run(id: "typed-load") { Self.typed(keeper.load()) }
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        let restored = begin(context)
        let wasWorking = typedForm?.working == true
        switch event {
        case .hangup: saveTyped()
        case .resumed(let result) where result as? LoginResult == .other: saveTyped()
        default: break
        }
        if event.isAct, typedForm != nil { problem = nil }
        var effects = restored + answer(event, context) + begin(context)
        // The act must not overtake what was typed for it.
        if !wasWorking, typedForm?.working == true { saveTyped() }
        if effects.contains(where: \.isParting) { return part() + effects }
        if typedForm?.working != true, keeper.arms(typedForm) {
            effects.append(.after(id: "typed", seconds: TypedKeeper.delay, Self.typed(.due)))
        }
        return effects
    }

    /// What the keeper asked for has come.
    mutating func take(_ event: TypedKeeper.Event, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .due:
            if typedForm?.working == true {
                keeper.disarm()
                return []
            }
            guard let write = keeper.due(typedForm) else { return [] }
            return [.run(id: "typed-save") { Self.typed(write()) }]
        case .saved(let text, let result):
            let words = keeper.wrote(text, result)
            var effects: [Effect<Message>] = []
            if let words {
                let role: Role = keeper.problem == nil ? .success : .error
                effects.append(.toast(SafeText(words.text(context.language)), role))
            }
            if keeper.problem != nil {
                if words != nil { effects.append(.bell) }
                keeper.rearm()
                effects.append(
                    .after(id: "typed", seconds: TypedKeeper.retryDelay, Self.typed(.due)))
            }
            return effects
        case .loaded(.success(let text), let isOnDisk):
            return put(text, isOnDisk: isOnDisk) ? restored(context) : []
        case .loaded(.failure(let error), _):
            let again = Effect<Message>.after(
                id: "typed-look", seconds: TypedKeeper.retryDelay, Self.typed(.look))
            guard keeper.failed(error) else { return [again] }
            return [again, .toast(SafeText(error.words.text(context.language)), .error), .bell]
        case .look: return [lookForTyped()]
        }
    }

    mutating func willClose(_ context: ScreenContext) -> CloseDecision<Message> {
        saveTyped()
        guard keeper.warnsOfLoss() else { return .close }
        return .stay([.toast(SafeText(Strings.Typed.inMemory.text(context.language)), .error), .bell])
    }

    func namesOfTyped(_ request: OptionRequest) -> Effect<Message>? { nil }

    /// The form is there for the first time: what was found before stands in it.
    private mutating func begin(_ context: ScreenContext) -> [Effect<Message>] {
        guard !keeper.hasBegun, let form = typedForm else { return [] }
        keeper.begin(with: form)
        return putFound() ? restored(context) : []
    }

    private mutating func put(_ text: FormDraft?, isOnDisk: Bool) -> Bool {
        var form = typedForm
        defer { typedForm = form }
        return keeper.take(text, isOnDisk: isOnDisk, into: &form)
    }

    private mutating func putFound() -> Bool {
        var form = typedForm
        defer { typedForm = form }
        return keeper.takeUp(into: &form)
    }

    private mutating func saveTyped() {
        var form = typedForm
        keeper.saveNow(&form)
        typedForm = form
    }

    private mutating func restored(_ context: ScreenContext) -> [Effect<Message>] {
        let names = typedForm.update { $0.missingOptions() } ?? []
        return names.compactMap(namesOfTyped)
            + [.toast(SafeText(Strings.Act.restored.text(context.language)), .warning)]
    }

    /// Saves, and says where the text is, or that it is in memory alone.
    private mutating func part() -> [Effect<Message>] {
        guard !keeper.isOver else { return [] }
        saveTyped()
        guard keeper.saysKept, keeper.holdsText else { return [] }
        if keeper.problem != nil {
            return [.toast(SafeText(Strings.Typed.inMemory.text(desk.language)), .error)]
        }
        return [.toast(SafeText(Strings.Typed.kept.text(desk.language)))]
    }
}

extension ScreenEvent {
    /// A key, a paste, a scan or a click: something that the officer does.
    var isAct: Bool {
        switch self {
        case .action, .input(.key), .input(.text), .input(.paste), .input(.scan): true
        case .input(.mouse(let mouse)): mouse.kind == .press
        case .input, .message, .resumed, .hangup: false
        }
    }
}

extension ScreenEvent {
    /// 1 for PgDn and -1 for PgUp, whether what has the focus has an action for it or not: what stands beside a form of one
    /// page is turned by them.
    var pageStep: Int? {
        switch self {
        case .action("form.next_page"), .action("text.page_down"): 1
        case .action("form.previous_page"), .action("text.page_up"): -1
        case .input(.key(let key)) where key.code == .pageDown: 1
        case .input(.key(let key)) where key.code == .pageUp: -1
        default: nil
        }
    }
}

extension Effect {
    fileprivate var isParting: Bool {
        switch self {
        case .pop, .popToRoot, .replace: true
        default: false
        }
    }
}
