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
        guard request.set == Self.units else {
            return await desk.ask { client throws(APIError) in
                try await client.options(request).items.map { Self.option($0.code, $0.name) }
            }
        }
        let text = request.code ?? request.query
        return await desk.ask { client throws(APIError) in
            var (found, cursor): ([Option], String?) = ([], nil)
            repeat {
                let page = try await client.units(text, cursor: cursor, limit: 200)
                found += page.items.map { Self.option($0.code, $0.name) }
                // What was typed narrows it; a list to tick in is whole.
                cursor = text == nil ? page.nextCursor : nil
            } while cursor != nil
            return found
        }
    }

    private static func option(_ code: String, _ name: String) -> Option {
        Option(value: code, label: Phrase(vi: "\(name) (\(code))"))
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
        }.flatMap { found in
            // Without it nobody could tell whether what is saved is what was looked at.
            guard let basis = found.revision else { return .failure(.garbage(.shape(pointer: "", "ETag"))) }
            return .success(
                BindingsLooked(plan: plan, preview: found.value, basis: basis, draft: run.draft))
        }.mapError(SubmitFailure.init)
    }

    func ending(_ looked: BindingsLooked, _ desk: Desk) -> TaskEnding {
        .shows(BindingPreviewScreen(desk: desk, looked: looked))
    }

    func isEnded(by result: any Sendable) -> Bool { result is BindingsChange }
}
