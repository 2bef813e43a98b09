import APIClient
import Forms
import Models
import TUI

/// Whose dossiers go to whom, and why: one's own before leave, or, for those who lead or administer the unit, a
/// colleague's who is away. What that comes to is shown before it is done (``HandOverReviewScreen``).
struct HandOverAllTask: FormTask {
    /// What it would come to.
    struct Preview: Sendable {
        var request: DossierHandOver
        var result: DossierHandOverResult
    }

    enum ID {
        static let from = "from"
        static let to = "to"
        static let note = "note"
    }

    /// Nil until they were asked for.
    private var people: [Colleague]?

    static let scope = "hand_over_all"
    static let unknown: Phrase? = nil
    static let place = TypedForm.Place("hand-over-all", "")
    var title: Phrase { Strings.HandOverAll.title }
    var actTitle: String { Strings.HandOverAll.title.text(.vi) }
    func place(_ officer: Models.ID) -> TypedForm.Place { Self.place }

    func fetched(by desk: Desk) async -> Result<Self, APIError> {
        await desk.ask { client throws(APIError) in try await client.colleagues(handling: true) }.map {
            var task = self
            task.people = $0.filter { $0.id != desk.me?.officer.id }
            return task
        }
    }

    func start(_ desk: Desk) -> TaskStart {
        guard let people else { return .fetches }
        guard let me = desk.me, people.contains(where: { $0.isAway != true }) else {
            return .impossible(Strings.HandOverAll.nobody)
        }
        var form = FormState(
            Self.definition(me: me, people, hasOwn: desk.canPrint, disposes: desk.disposesOfOthers),
            today: desk.today, language: desk.language, submitLabel: Strings.HandOverAll.preview)
        form.submitHelp = Strings.Buttons.handOverAll
        if desk.canPrint { form.set(ID.from, to: .text(me.officer.id)) }
        return .form(form)
    }

    /// - Parameters:
    ///   - hasOwn: Whether dossiers may be the officer's own.
    ///   - disposes: Whether he may hand over what others have; the server refuses it to anybody else.
    static func definition(
        me: Me, _ people: [Colleague], hasOwn: Bool, disposes: Bool
    ) -> FormDefinition {
        func dropdown(_ id: String, _ label: Phrase, _ options: [Option], help: Phrase? = nil) -> Field {
            Field(
                id: id, label: label,
                kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Common.empty),
                required: .always, help: help, width: 60)
        }
        let mine =
            hasOwn ? [Option(value: me.officer.id, label: Strings.HandOverAll.mine(me.officer.name))] : []
        func options(_ people: [Colleague]) -> [Option] { people.map { $0.option(seenFrom: me.unit) } }
        return FormDefinition(
            id: "desk-hand-over-all", version: 1, title: Strings.HandOverAll.title,
            pages: [
                FormPage(
                    id: "hand_over", title: Strings.HandOverAll.title,
                    groups: [
                        FormGroup(
                            id: "who", title: Strings.HandOverAll.title,
                            fields: [
                                dropdown(
                                    ID.from, Strings.HandOverAll.from,
                                    mine + (disposes ? options(people) : []),
                                    help: Strings.HandOverAll.fromHelp),
                                dropdown(
                                    ID.to, Strings.HandOverAll.to,
                                    (disposes ? mine : []) + options(people.filter { $0.isAway != true })),
                                Field(
                                    id: ID.note, label: Strings.Act.note,
                                    kind: .textArea(TextAreaRule(minRows: 2, maxRows: 5, maxLength: 1000)),
                                    required: .always, help: Strings.Act.noteHelp),
                            ])
                    ])
            ],
            rules: [FormRule("two", "\(ID.from) != \(ID.to)", at: ID.to, Strings.HandOverAll.same)]
                .compactMap(\.self))
    }

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<Preview, SubmitFailure> {
        let request = DossierHandOver(
            from: answers.filled(ID.from) ?? "", to: answers.filled(ID.to) ?? "",
            note: answers.filled(ID.note))
        return await run.desk.ask { client throws(APIError) in
            try await client.handOverPreview(from: request.from, to: request.to)
        }.map { Preview(request: request, result: $0) }.mapError(SubmitFailure.init)
    }

    func ending(_ preview: Preview, _ desk: Desk) -> TaskEnding {
        let from = preview.request.from
        let name = people?.first { $0.id == from }?.name ?? desk.me?.officer.name ?? from
        return .shows(
            HandOverReviewScreen(desk: desk, request: preview.request, from: name, preview: preview.result))
    }

    /// It is done: what is left of the officer is looked at from where this began.
    func isEnded(by result: any Sendable) -> Bool { result is BulkOutcome }
}

typealias HandOverAllScreen = TaskScreen<HandOverAllTask>

extension TaskScreen<HandOverAllTask> {
    init(desk: Desk) { self.init(desk: desk, task: HandOverAllTask()) }
}
