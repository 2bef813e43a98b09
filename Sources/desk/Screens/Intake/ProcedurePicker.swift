import Forms
import Models
import TUI

/// Page 2 of the intake: finds a procedure by a few letters, then its case.
///
/// Without a query the list is the server's own order, most used by this officer and unit first. Words are
/// found anywhere in the name, accent-free; digits also in the code.
struct ProcedurePicker: Sendable {
    /// What the arrow keys move in.
    enum Focus: Sendable, Equatable {
        case procedures
        case cases
    }

    private(set) var query = TextLine()
    private(set) var items: [ProcedureSummary] = []
    /// Indices of `items` that match, best first.
    private(set) var matches: [Int] = []
    private(set) var cursor = 0
    private(set) var focus = Focus.procedures
    private(set) var caseCursor = 0
    /// The procedure taken, whole, once it was loaded.
    private(set) var procedure: Procedure?
    private(set) var caseCode: String?
    private var folded: [String] = []
    let drawn = DrawnList()
    let drawnCases = DrawnList()

    // MARK: - What is there

    var highlighted: ProcedureSummary? {
        matches.indices.contains(cursor) ? items[matches[cursor]] : nil
    }

    var chosenCase: ProcedureCase? { procedure?.cases.first { $0.code == caseCode } }

    /// The fee rules that the chosen case collects.
    var fees: [FeeRule] {
        guard let procedure, let chosenCase else { return [] }
        return chosenCase.fees.compactMap { code in procedure.fees.first { $0.code == code } }
    }

    /// Takes the officer's procedures; what was typed and chosen stays.
    mutating func load(_ items: [ProcedureSummary]) {
        let lit = highlighted?.code
        self.items = items
        folded = items.map { TextFold.fold($0.name) }
        filter()
        if let lit, let index = matches.firstIndex(where: { items[$0].code == lit }) { cursor = index }
    }

    /// Adds what a search of the server found beyond the first page.
    mutating func add(_ found: [ProcedureSummary]) {
        let known = Set(items.map(\.code))
        let new = found.filter { !known.contains($0.code) }
        guard !new.isEmpty else { return }
        load(items + new)
    }

    // MARK: - Acts

    /// Takes typed text, editing keys and arrows. True where the query changed.
    mutating func handle(_ input: Input) -> Bool {
        if focus == .cases {
            switch input {
            case .text(let text):
                guard let number = Int(text), let cases = procedure?.cases, cases.indices.contains(number - 1)
                else {
                    // Letters mean the search again.
                    focus = .procedures
                    return handle(input)
                }
                caseCursor = number - 1
            case .key(let key): moveCase(key)
            default: break
            }
            return false
        }
        if case .key(let key) = input {
            switch key.code {
            case .up: move(by: -1)
            case .down: move(by: 1)
            case .escape: return false
            default: break
            }
            if key.code == .up || key.code == .down { return false }
        }
        guard query.handle(input) == .changed else { return false }
        filter()
        return true
    }

    /// A click goes to a procedure or a case; true where it was under the bar already, so that it is to be taken.
    mutating func point(_ mouse: Mouse) -> Bool? {
        let cases = procedure?.cases.count ?? 0
        switch drawnCases.click(mouse, bar: focus == .cases ? caseCursor : nil, count: cases) {
        case .open: return true
        case .row(let row):
            focus = .cases
            caseCursor = row
            return false
        case nil: break
        }
        switch drawn.click(mouse, bar: focus == .procedures ? cursor : nil, count: matches.count) {
        case .open: return true
        case .row(let row):
            focus = .procedures
            cursor = row
            return false
        case nil: return nil
        }
    }

    mutating func move(by step: Int) {
        guard !matches.isEmpty else { return }
        cursor = min(max(0, cursor + step), matches.count - 1)
    }

    private mutating func moveCase(_ key: Key) {
        let count = procedure?.cases.count ?? 0
        switch key.code {
        case .up where caseCursor == 0: focus = .procedures
        case .up: caseCursor -= 1
        case .down: caseCursor = min(max(0, count - 1), caseCursor + 1)
        case .left, .backspace: focus = .procedures
        default: break
        }
    }

    /// Takes a loaded procedure. One case is taken with it; of several the officer chooses.
    mutating func take(_ procedure: Procedure, case code: String? = nil) {
        self.procedure = procedure
        if let index = matches.firstIndex(where: { items[$0].code == procedure.code }) { cursor = index }
        if let code, procedure.cases.contains(where: { $0.code == code }) {
            caseCode = code
            focus = .procedures
        } else if procedure.cases.count == 1 {
            caseCode = procedure.cases.first?.code
            focus = .procedures
        } else {
            caseCode = nil
            caseCursor = 0
            focus = .cases
        }
    }

    /// Shows the cases of the procedure taken, with the bar on the chosen one: how a wrong case is mended.
    mutating func openCases() {
        guard let cases = procedure?.cases, cases.count > 1 else { return }
        caseCursor = cases.firstIndex { $0.code == caseCode } ?? 0
        focus = .cases
    }

    /// Takes the case under the bar.
    mutating func takeCase() {
        guard let cases = procedure?.cases, cases.indices.contains(caseCursor) else { return }
        caseCode = cases[caseCursor].code
        focus = .procedures
    }

    /// Puts a query in, as the command line and drafts do.
    mutating func search(_ text: String) {
        query.setText(text)
        filter()
    }

    /// What the words say half of comes first ("khai sinh" is Đăng ký khai sinh), then what begins with them, what has
    /// them as words, and the rest; in each of these what has the very words ("khai tu" is not "khai sinh … dưới 6 tuổi"),
    /// and then what is used most.
    private mutating func filter() {
        cursor = 0
        let words = TextFold.words(query.text).map(String.init)
        guard !words.isEmpty else {
            matches = Array(items.indices)
            return
        }
        var ranked: [[Int]] = Array(repeating: [], count: 8)
        for index in items.indices {
            let code = items[index].code
            let name = folded[index]
            guard words.allSatisfy({ name.contains($0) || code.contains($0) }) else { continue }
            let starts = name.hasPrefix(words[0]) || code.hasPrefix(words[0])
            let parts = name.split { !$0.isLetter && !$0.isNumber }
            let atWord = words.allSatisfy { word in
                parts.contains { $0.hasPrefix(word) } || code.hasPrefix(word)
            }
            let isMostOfIt = atWord && words.count * 2 >= parts.count
            let isExact = words.allSatisfy { word in parts.contains { $0 == word } }
            let rank = isMostOfIt ? 0 : starts && atWord ? 1 : atWord ? 2 : 3
            ranked[rank * 2 + (isExact ? 0 : 1)].append(index)
        }
        matches = ranked.flatMap(\.self)
    }
}
