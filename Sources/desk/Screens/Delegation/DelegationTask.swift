import APIClient
import Forms
import Models
import TUI

/// Lends a role to a colleague for some days.
struct DelegationTask: FormTask {
    /// Nil until they were asked for.
    private var people: [Colleague]?

    static let scope = "delegation_form"
    var title: Phrase { Strings.Delegations.new }
    var actTitle: String { Strings.Delegations.new.text(.vi) }
    func place(_ officer: Models.ID) -> TypedForm.Place { TypedForm.Place("delegation", officer) }

    func fetched(by desk: Desk) async -> Result<Self, APIError> {
        await desk.ask { client throws(APIError) in try await client.colleagues(handling: true) }.map {
            var task = self
            task.people = $0.filter {
                $0.isAway != true && (desk.isAdministrator || $0.id != desk.me?.officer.id)
            }
            return task
        }
    }

    func start(_ desk: Desk) -> TaskStart {
        guard let people else { return .fetches }
        let lends = desk.isAdministrator
        let roles =
            lends ? ["reception", "review", "approval", "clerk", "cashier"] : desk.me?.roles ?? []
        var answers = Answers()
        if roles.count == 1 { answers[DelegationForm.ID.role] = .text(roles[0]) }
        return .form(
            FormState(
                DelegationForm.definition(people, roles: roles, lendsForOthers: lends), answers: answers,
                today: desk.today, language: desk.language, submitLabel: Strings.Delegations.lend))
    }

    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<Delegation, SubmitFailure> {
        let people = people ?? []
        guard let request = DelegationForm.request(answers, own: run.desk.me?.unit.code ?? "", people) else {
            return .failure(.unknown(.unsendable(DelegationForm.ID.last)))
        }
        let name = people.first { $0.id == request.to }?.name ?? ""
        return await run.carryOut(.delegate(request), title: Strings.Delegations.actTitle(name))
    }

    func ending(_ delegation: Delegation, _ desk: Desk) -> TaskEnding {
        .done(Strings.Delegations.made(delegation))
    }
}

typealias DelegationScreen = TaskScreen<DelegationTask>

extension TaskScreen<DelegationTask> {
    init(desk: Desk) { self.init(desk: desk, task: DelegationTask()) }
}
