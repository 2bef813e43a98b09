import Forms
import Models
import TUI

/// The papers of a case as the officer ticks them: what was handed in, how many, and whether it is digitised.
///
/// A table and not a form, because a case has up to twenty papers and each needs one key.
struct PaperList: Sendable, Equatable {
    /// One required or possible paper, and what of it is there.
    struct Row: Sendable, Equatable {
        var requirement: DocumentRequirement
        var isReceived = false
        var originals = 0
        var copies = 0
        var digitised = DigitisedState.none

        /// Enough of it is there: the counts, or a digital copy that stands for the paper.
        ///
        /// What is only shown was there once it was ticked.
        var isEnough: Bool {
            if digitised == .reused || digitised == .reusedResult { return true }
            return isReceived && originals >= neededOriginals && copies >= requirement.copies
        }

        /// None stays of what is only shown.
        var neededOriginals: Int { requirement.isOnlyPresented ? 0 : requirement.originals }
        /// Shown, and given back at once.
        var isPresented: Bool { requirement.isOnlyPresented && isReceived }
    }

    /// The cell of a row that digits and arrows work on.
    enum Column: Int, Sendable, CaseIterable {
        case originals, copies, digitised
    }

    private(set) var rows: [Row]
    private(set) var cursor = 0
    private(set) var column = Column.originals
    /// The officer chose the column; it stays on the way from paper to paper.
    private var isColumnChosen = false
    /// A digit was just typed: the next one continues the number.
    private var isTyping = false
    let drawn = DrawnList()

    init(_ requirements: [DocumentRequirement] = []) {
        rows = requirements.map { Row(requirement: $0) }
        followRequirement()
    }

    /// Where only copies are asked for, what is typed counts copies.
    private mutating func followRequirement() {
        guard !isColumnChosen, let requirement = selected?.requirement else { return }
        column = requirement.originals == 0 && requirement.copies > 0 ? .copies : .originals
    }

    /// The largest count of a paper.
    static let most = 999

    var isEmpty: Bool { rows.isEmpty }
    var selected: Row? { rows.indices.contains(cursor) ? rows[cursor] : nil }
    var required: [Row] { rows.filter(\.requirement.required) }

    /// The required papers of which not enough is there, in the order of the case.
    var missing: [DocumentRequirement] { required.filter { !$0.isEnough }.map(\.requirement) }

    /// What goes to the server: every paper of which something is there.
    var submitted: [SubmittedDocument] {
        rows.filter { $0.isReceived || $0.digitised != .none }.map {
            SubmittedDocument(
                code: $0.requirement.code, name: $0.requirement.name, originals: $0.originals,
                copies: $0.copies, digitised: $0.digitised, presented: $0.isPresented ? true : nil)
        }
    }

    // MARK: - Acts

    mutating func move(by step: Int) {
        guard !rows.isEmpty else { return }
        isTyping = false
        cursor = min(max(0, cursor + step), rows.count - 1)
        followRequirement()
    }

    mutating func move(to row: Int) { move(by: row - cursor) }

    mutating func moveColumn(by step: Int) {
        isTyping = false
        isColumnChosen = true
        column = Column(rawValue: min(max(0, column.rawValue + step), Column.allCases.count - 1)) ?? column
    }

    /// Receives the selected paper in the number the case asks for, or takes it back; goes on to the next.
    mutating func tick() {
        guard rows.indices.contains(cursor) else { return }
        isTyping = false
        if rows[cursor].isReceived { clear(cursor) } else { receive(cursor) }
        if cursor + 1 < rows.count { move(by: 1) }
    }

    /// Receives every required paper that is not there yet; what the officer counted already stays.
    mutating func tickAllRequired() {
        isTyping = false
        for index in rows.indices where rows[index].requirement.required && !rows[index].isEnough {
            receive(index)
        }
    }

    /// The next digitised state; a paper that is digitised was received.
    mutating func cycleDigitised() {
        guard rows.indices.contains(cursor) else { return }
        isTyping = false
        let all = DigitisedState.allCases
        let index = all.firstIndex(of: rows[cursor].digitised) ?? 0
        rows[cursor].digitised = all[(index + 1) % all.count]
        if rows[cursor].digitised == .digitised && !rows[cursor].isReceived { receive(cursor) }
    }

    /// A digit for the count in the selected cell.
    ///
    /// - Returns: False where the cell counts nothing: no other one takes the digit in its place.
    @discardableResult
    mutating func type(_ digit: Int) -> Bool {
        guard rows.indices.contains(cursor), (0...9).contains(digit), column != .digitised else {
            return false
        }
        let path: WritableKeyPath<Row, Int> = column == .copies ? \.copies : \.originals
        let before = isTyping ? rows[cursor][keyPath: path] : 0
        let value = before * 10 + digit
        guard value <= Self.most else { return false }
        if path == \.originals, rows[cursor].requirement.isOnlyPresented {
            // Any number of it was shown; none is kept.
            rows[cursor].isReceived = value + rows[cursor].copies > 0
            return true
        }
        rows[cursor][keyPath: path] = value
        rows[cursor].isReceived =
            rows[cursor].isPresented || rows[cursor].originals + rows[cursor].copies > 0
        isTyping = true
        return true
    }

    private mutating func receive(_ index: Int) {
        rows[index].isReceived = true
        let requirement = rows[index].requirement
        rows[index].originals = max(rows[index].originals, rows[index].neededOriginals)
        rows[index].copies = max(rows[index].copies, requirement.copies)
    }

    private mutating func clear(_ index: Int) {
        rows[index].isReceived = false
        rows[index].originals = 0
        rows[index].copies = 0
        rows[index].digitised = .none
    }

    // MARK: - Change of case, drafts

    /// Takes over what was ticked for papers that the other case asks for as well.
    func carried(to requirements: [DocumentRequirement]) -> PaperList {
        var list = PaperList(requirements)
        list.restore(submitted)
        return list
    }

    /// Puts back what a draft knows; papers that are no longer asked for are returned, so that the officer
    /// is told of them.
    @discardableResult
    mutating func restore(_ documents: [SubmittedDocument]) -> [SubmittedDocument] {
        var leftover: [SubmittedDocument] = []
        for document in documents {
            guard let index = rows.firstIndex(where: { $0.requirement.code == document.code }) else {
                leftover.append(document)
                continue
            }
            rows[index].originals =
                rows[index].requirement.isOnlyPresented ? 0 : document.originals
            rows[index].copies = document.copies
            rows[index].digitised = document.digitised
            rows[index].isReceived = true
        }
        return leftover
    }
}
