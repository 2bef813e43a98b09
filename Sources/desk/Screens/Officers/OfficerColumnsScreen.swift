import APIClient
import Forms
import Models
import TUI

/// Which column of the file is what: as its head says, to be put right. F10 tries the file; nothing is taken in by it.
struct OfficerColumnsScreen: Screen {
    enum Message: Sendable {
        case tried(Result<OfficerImport, APIError>)
    }

    let desk: Desk
    private let file: OfficerFile
    private let bytes: [UInt8]
    private(set) var form: FormState
    private var problem: Phrase?

    init(desk: Desk, file: OfficerFile, bytes: [UInt8]) {
        self.desk = desk
        self.file = file
        self.bytes = bytes
        var answers = Answers()
        for (index, column) in file.columns.enumerated() {
            if let column { answers[column.rawValue] = .text("\(index)") }
        }
        form = FormState(
            Self.definition(file.head), answers: answers, today: desk.today, language: desk.language,
            submitLabel: Strings.OfficerImport.tries)
    }

    static func definition(_ head: [String]) -> FormDefinition {
        let options = head.enumerated().map { index, title in
            Option(value: "\(index)", label: Phrase(vi: "\(index + 1). \(title)"))
        }
        return FormDefinition(
            id: "desk-officer-columns", title: Strings.OfficerImport.columns,
            fields: OfficerFile.Column.allCases.map { column in
                Field(
                    id: column.rawValue, label: Strings.OfficerImport.name(column),
                    kind: .dropdown(.fixed(options), multiple: false, empty: Strings.Common.empty),
                    required: OfficerFile.Column.required.contains(column) ? .always : .never, width: 40)
            })
    }

    var title: SafeText { desk.title(Strings.OfficerImport.title) }
    var scopes: [String] { form.scopes + ["officer_file"] }
    var helpScopes: [String] { form.helpScopes + ["officer_file"] }
    var capturesText: Bool { form.capturesText }
    var deadline: Int64? { form.deadline }
    func enabled(_ action: ActionID) -> Bool { form.isEnabled(action) }
    func name(of action: ActionID) -> Phrase? { form.name(of: action) }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeOfficerFile) where !form.isPopupOpen: return [.pop()]
        case .message(.tried(.success(let verdict))):
            form.working = false
            return [
                .push(
                    OfficerImportScreen(
                        desk: desk, file: file, bytes: bytes, columns: columns, verdict: verdict))
            ]
        case .message(.tried(.failure(let error))):
            form.working = false
            problem = error.words
            return error == .unauthorised ? [.push(LoginScreen.again(desk))] : [.bell]
        case .resumed(let done as OfficerImport): return [.pop(result: done)]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .hangup: return []
        case .input, .action:
            guard form.handle(event).submits else { return [] }
            return [tries()]
        }
    }

    /// The columns by their places, as the server reads them.
    private var columns: [String] {
        var columns = Array(repeating: "", count: file.head.count)
        for column in OfficerFile.Column.allCases {
            guard let index = form.answers.text(column.rawValue).flatMap({ Int($0) }),
                columns.indices.contains(index)
            else { continue }
            columns[index] = column.rawValue
        }
        return columns
    }

    private mutating func tries() -> Effect<Message> {
        form.working = true
        problem = nil
        let (desk, bytes, columns, key) = (desk, bytes, columns, desk.newID())
        return .run(id: "try") {
            .tried(
                await desk.ask { client throws(APIError) in
                    try await client.importOfficers(bytes, columns: columns, dryRun: true, key: key)
                })
        }
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let words = Strings.OfficerImport.rows(file.rows.count).text(context.language)
        canvas.put(SafeText(words).truncated(to: canvas.size.columns - 2), at: Point(1, 0), role: .title)
        FormView.draw(form, into: &canvas, rect: canvas.bounds.splitTop(1).rest, context: context)
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form.messageLine(context.language)
    }
}

extension OfficerColumnsScreen {
    /// Which file it is about is chosen first.
    static func choice(_ desk: Desk) -> FileChoiceScreen {
        FileChoiceScreen(
            desk: desk, title: Strings.OfficerImport.title, hint: Strings.OfficerImport.choose
        ) { desk, bytes in
            do throws(OfficerFileError) {
                let file = try OfficerFile(bytes)
                return .opens(OfficerColumnsScreen(desk: desk, file: file, bytes: bytes))
            } catch {
                return .refused(error.words)
            }
        }
    }
}
