import APIClient
import Forms
import Models
import TUI

/// An act that asks something first: what it asks, how it is done, and what is said then. ``TaskScreen`` puts it on the
/// screen, ``PlainTask`` asks it line by line.
protocol FormTask: Sendable {
    /// What came of it.
    associatedtype Value: Sendable

    var title: Phrase { get }
    /// What it is called for the officer, should what he typed expire or the act stay open.
    var actTitle: String { get }
    /// Where what is typed for it is kept.
    func place(_ officer: Models.ID) -> TypedForm.Place
    /// The scope of its keys; the action `<scope>.close` leaves it.
    static var scope: String { get }

    func start(_ desk: Desk) -> TaskStart
    /// The task with what it said it has to fetch.
    func fetched(by desk: Desk) async -> Result<Self, APIError>
    /// What a field that is searched in offers.
    func options(_ request: OptionRequest, _ desk: Desk) async -> Result<[Option], APIError>

    /// What it is about.
    var facts: [TaskFact] { get }
    /// What the answers come to, while they are given.
    func total(_ answers: Answers) -> Phrase?

    /// Does it, once, under the run's key.
    func perform(_ answers: Answers, _ run: TaskRun) async -> Result<Value, SubmitFailure>
    func ending(_ value: Value, _ desk: Desk) -> TaskEnding
    /// Whether that is what came of the screen that the task's ending showed.
    func isEnded(by result: any Sendable) -> Bool

    /// The field that the server's pointer means, where it is called otherwise.
    func path(of pointer: String) -> FieldPath?
    /// The field in which a refusal can be answered at once.
    func answer(to refusal: Problem) -> String?
    /// The task and its form as they ask on after a refusal that says what there is to choose from; nil where it asks the same.
    func reasked(after refusal: Problem, _ answers: Answers, _ desk: Desk) -> (task: Self, form: FormState)?
    /// What sending the same again does, where nobody knows whether it was done; nil where nothing could have been.
    static var unknown: Phrase? { get }
}

extension FormTask {
    func fetched(by desk: Desk) async -> Result<Self, APIError> { .success(self) }

    func options(_ request: OptionRequest, _ desk: Desk) async -> Result<[Option], APIError> {
        await desk.ask { client throws(APIError) in
            try await client.options(request).items.map {
                Option(value: $0.code, label: Phrase(vi: "\($0.name) (\($0.code))"))
            }
        }
    }

    var facts: [TaskFact] { [] }
    func total(_ answers: Answers) -> Phrase? { nil }
    func isEnded(by result: any Sendable) -> Bool { false }
    func path(of pointer: String) -> FieldPath? { nil }
    func answer(to refusal: Problem) -> String? { nil }
    func reasked(after refusal: Problem, _ answers: Answers, _ desk: Desk) -> (task: Self, form: FormState)? {
        nil
    }
    static var unknown: Phrase? { Strings.MoneyTasks.unknown }
}

/// How a task begins.
enum TaskStart: Sendable {
    case form(FormState)
    /// Something has to be fetched first.
    case fetches
    case impossible(Phrase)
}

/// A line about the matter, above the form.
struct TaskFact: Sendable {
    var words: Phrase
    var role = Role.text
}

/// What follows a task that was performed.
enum TaskEnding: Sendable {
    /// That is said, and the form goes.
    case done(Phrase)
    /// More is to be seen before anything is done.
    case shows(any Screen)
    /// Nothing was done, for a reason that lies in one field.
    case mends(FieldError)
}
