import APIClient
import Forms
import Models
import TUI

extension BindingTask {
    static let scope = "binding_form"
    /// Nothing is done by looking.
    static var unknown: Phrase? { nil }
    var title: Phrase { Strings.Bindings.change }
    var actTitle: String { Strings.Bindings.actTitle(rows.count, unit.name) }
    var facts: [TaskFact] { [TaskFact(words: Strings.Bindings.about(self), role: .title)] }

    /// Where what is typed for it is kept.
    func place(_ officer: Models.ID) -> TypedForm.Place {
        let about = rows.map(\.process).sorted() + [unit.code, step?.step ?? ""]
        return TypedForm.Place("bindings", about.joined(separator: " "))
    }

    func start(_ desk: Desk) -> TaskStart { .form(form(today: desk.today, desk.language)) }

    /// The officers or units that a plan names; others than the administrator's own too, as the police.
    func options(_ request: OptionRequest, _ desk: Desk) async -> Result<[Option], APIError> {
        if request.set == Self.officers {
            return await desk.ask { client throws(APIError) in
                if let id = request.code { return [Self.option(try await client.officer(id))] }
                return try await client.officers(request.query, state: "active", limit: 200).items
                    .map(Self.option)
            }
        }
        var agencies = request
        agencies.set = "agencies"
        let wanted = agencies
        return await desk.ask { client throws(APIError) in
            try await client.options(wanted).items.map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
        }
    }

    private static func option(_ officer: OfficerRecord) -> Option {
        let parts = [officer.name, officer.position, UnitName.short(officer.unit.name)]
        return Option(value: officer.id, label: Phrase(vi: parts.joined(separator: ", ")))
    }

    /// Asks what would come of it.
    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<BindingsLooked, SubmitFailure> {
        let (plan, key) = (plan(answers), run.desk.newID())
        return await run.desk.ask { client throws(APIError) in
            try await client.preview(bindings: plan, key: key)
        }.map {
            BindingsLooked(plan: plan, preview: $0.value, basis: $0.revision ?? "*", draft: run.draft)
        }.mapError(SubmitFailure.init)
    }

    func ending(_ looked: BindingsLooked, _ desk: Desk) -> TaskEnding {
        .shows(BindingPreviewScreen(desk: desk, looked: looked))
    }

    func isEnded(by result: any Sendable) -> Bool { result is BindingsChange }
}
