import APIClient
import Forms
import Models
import TUI

/// What would become of each line. Where all are right F10 takes them in, once; else the wrong ones can be saved with what
/// is wrong, to be corrected and sent again.
struct OfficerImportScreen: Screen {
    enum Message: Sendable {
        case done(Result<OfficerImport, APIError>)
        case saved(TableFile.Outcome)
    }

    let desk: Desk
    private let file: OfficerFile
    private let bytes: [UInt8]
    private let columns: [String]
    /// The fields by their lines.
    private let lines: [Int: [String]]
    /// A second try is the same act.
    private let key: Models.ID
    private(set) var verdict: OfficerImport
    private var shown: [OfficerImport.Row] = []
    private var showsAll = false
    private var place = ListPlace()
    private var isWorking = false
    private var problem: Phrase?

    init(desk: Desk, file: OfficerFile, bytes: [UInt8], columns: [String], verdict: OfficerImport) {
        self.desk = desk
        self.file = file
        self.bytes = bytes
        self.columns = columns
        self.verdict = verdict
        lines = Dictionary(
            file.rows.map { ($0.number, $0.fields) }, uniquingKeysWith: { first, _ in first })
        key = desk.newID()
        show()
    }

    var title: SafeText { desk.title(Strings.OfficerImport.title) }
    var scopes: [String] { ["officer_import"] }
    var wheelIsArrows: Bool { true }
    private var isDone: Bool { !verdict.dryRun }

    func enabled(_ action: ActionID) -> Bool {
        switch action {
        case .importOfficers: !isDone && !isWorking && verdict.wrong == 0 && verdict.right > 0
        case .saveCorrection, .allLines: verdict.wrong > 0
        default: true
        }
    }

    /// Wrong lines first of all: they are what there is to do.
    private mutating func show() {
        shown =
            showsAll || verdict.wrong == 0 ? verdict.items : verdict.items.filter { $0.errors != nil }
        place = ListPlace()
    }

    mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
        switch event {
        case .action(.closeOfficerImport): return [isDone ? .pop(result: verdict) : .pop()]
        case .action(.importOfficers): return enabled(.importOfficers) ? [takeIn()] : [.bell]
        case .action(.allLines):
            showsAll.toggle()
            show()
            return []
        case .action(.saveCorrection): return [save()]
        case .message(.saved(let outcome)): return Effect.told(outcome, desk, context.language)
        case .message(.done(.success(let made))):
            isWorking = false
            verdict = made
            show()
            let words = Strings.OfficerImport.made(made.right).text(context.language)
            return [.toast(SafeText(words), .success)]
        case .message(.done(.failure(let error))):
            isWorking = false
            problem = error.words
            if error == .unauthorised { return [.push(LoginScreen.again(desk))] }
            if case .problem = error { return [.bell] }
            problem = Phrase(
                error.words.text(.vi) + " " + Strings.MoneyTasks.unknown.text(.vi),
                en: error.words.text(.en) + " " + Strings.MoneyTasks.unknown.text(.en))
            return [.bell]
        case .resumed(let result): return result as? LoginResult == .other ? [.popToRoot] : []
        case .input(.key(let key)):
            _ = place.handle(key, count: shown.count, rows: context.size.rows - 3)
            return []
        case .input(.mouse(let mouse)):
            _ = place.point(mouse, count: shown.count)
            return []
        case .input, .action, .hangup: return []
        }
    }

    private mutating func takeIn() -> Effect<Message> {
        isWorking = true
        problem = nil
        let (desk, bytes, columns, key) = (desk, bytes, columns, key)
        return .run(id: "import") {
            .done(
                await desk.ask { client throws(APIError) in
                    try await client.importOfficers(bytes, columns: columns, dryRun: false, key: key)
                })
        }
    }

    /// The wrong lines as they were, with what is wrong.
    private func save() -> Effect<Message> {
        let faults = Dictionary(
            uniqueKeysWithValues: verdict.items.compactMap { row in
                row.errors.map { (row.line, $0.map(\.message).joined(separator: " ")) }
            })
        let (desk, file) = (desk, file)
        let (name, title) = ("can-bo-sua-" + desk.today.iso, Strings.OfficerImport.fault.vi)
        return .run(id: "save") {
            .saved(
                TableFile.save(
                    file.correction(faults, title: title), as: name, in: desk.printer.folder))
        }
    }

    // MARK: - Drawing

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let language = context.language
        let width = canvas.size.columns - 2
        let summary = Strings.OfficerImport.summary(verdict).text(language)
        canvas.put(
            SafeText(summary).truncated(to: width), at: Point(1, 0),
            role: verdict.wrong > 0 ? .error : isDone ? .success : .title)
        let area = canvas.bounds.splitTop(1).rest
        let names = min(30, width / 3)
        let list = ColumnList(
            titles: [
                Strings.OfficerImport.line, Strings.Officers.name, Strings.Officers.account,
                Strings.OfficerImport.verdict,
            ], widths: [6, names, 16, max(8, width - names - 26)])
        let at = columns.firstIndex(of: OfficerFile.Column.name.rawValue)
        list.draw(into: &canvas, area: area, count: shown.count, place: place, context) { index in
            let row = shown[index]
            let fields = lines[row.line] ?? []
            let name = at.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
            let words =
                row.errors?.map(\.message).joined(separator: " ")
                ?? Strings.OfficerImport.right(isDone).text(language)
            return ColumnList.Row(
                texts: ["\(row.line)", name, row.account ?? "", words],
                role: row.errors == nil ? .text : .error)
        }
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        let language = context.language
        if isWorking { return MessageLine(SafeText(Strings.OfficerImport.working.text(language))) }
        if let problem { return MessageLine(SafeText(problem.text(language)), role: .error) }
        if let error = (shown.indices.contains(place.cursor) ? shown[place.cursor] : nil)?.errors?.first {
            let words = [error.message, error.hint].compactMap(\.self).joined(separator: " ")
            return MessageLine(SafeText(words), role: .error)
        }
        return MessageLine(
            SafeText(
                (isDone ? Strings.Calendar.closes : Strings.OfficerImport.confirm).text(language)))
    }
}
