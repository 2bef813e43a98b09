import Forms
import Models
import TUI

/// A dossier's clock as a bar: what is used up, where it stood, what is left, with a sign and words for its state, so
/// that nothing is told by colour alone.
///
/// The number is the server's, of working time by the unit's calendar, and no other is ever shown for it; the bar is of
/// plain time. Before an online dossier is taken in, the time to answer it stands in the clock's place.
struct ClockBar: Sendable {
    enum State: Sendable, Equatable {
        case notStarted, running, paused, overdue, ended
    }

    /// One cell of the bar.
    enum Part: Sendable, Equatable {
        case used, paused, left, over
    }

    let state: State
    let acceptedAt: Instant?
    let dueAt: Instant?
    let pauses: [Pause]
    let now: Instant
    /// Until when an online dossier that is not taken in has to be answered.
    let limit: Instant?
    /// As the server reckons it.
    private let reckoned: Int?

    /// - Parameter clock: nil while it is not loaded; then what the dossier itself says.
    init(dossier: Dossier, clock: DossierClock?, limit: Instant? = nil, now: Instant) {
        self.now = now
        self.limit = limit
        acceptedAt = clock?.acceptedAt ?? dossier.acceptedAt
        // While it stands there is no due time, whatever the dossier said before.
        dueAt = clock.map(\.dueAt) ?? dossier.dueAt
        pauses = clock?.pauses ?? []
        reckoned = clock?.usedPercent
        let isPaused = pauses.last.map { $0.to == nil } ?? [5, 6].contains(dossier.status)
        state =
            if [3, 7, 8, 9, 10].contains(dossier.status) {
                .ended
            } else if dossier.acceptedAt == nil {
                .notStarted
            } else if isPaused {
                .paused
            } else if let due = clock.map(\.dueAt) ?? dossier.dueAt, due < now {
                .overdue
            } else {
                .running
            }
    }

    /// Of the time that the law gives, in percent; nil where it is not loaded or none counts any more.
    var used: Int? { [.running, .overdue, .paused].contains(state) ? reckoned : nil }

    private var isLate: Bool { limit.map { $0 < now } ?? false }

    /// The bar in so many columns.
    func parts(_ columns: Int) -> [Part] {
        guard columns > 0, let start = acceptedAt, state != .ended, state != .notStarted else { return [] }
        // While it stands nothing is used up and there is no end to hold it against.
        if state == .paused { return Array(repeating: .paused, count: columns) }
        let end = max(dueAt ?? now, now)
        let span = end.seconds - start.seconds
        guard span > 0 else { return Array(repeating: .left, count: columns) }
        return (0..<columns).map { column in
            let second = start.seconds + span * Int64(2 * column + 1) / Int64(2 * columns)
            let moment = Instant(seconds: second)
            if moment > now { return .left }
            if pauses.contains(where: { $0.from <= moment && moment < $0.to ?? now }) { return .paused }
            if let dueAt, moment > dueAt { return .over }
            return .used
        }
    }

    var role: Role {
        switch state {
        case .overdue: .overdue
        case .running: (used ?? 0) >= 80 ? .dueSoon : .text
        case .paused: .warning
        case .notStarted where limit != nil: isLate ? .overdue : .dueSoon
        case .notStarted, .ended: .dim
        }
    }

    var words: Phrase {
        switch state {
        case .notStarted:
            switch limit {
            case let limit? where isLate: Strings.Act.receiveLate(limit.display)
            case let limit?: Strings.Act.receiveBefore(limit.display)
            case nil: Strings.Act.notStarted
            }
        case .running: Strings.Act.running
        case .paused: Strings.Act.paused
        case .overdue: Strings.Act.overdue
        case .ended: Strings.Act.ended
        }
    }

    func sign(_ glyphs: Glyphs) -> SafeText {
        switch state {
        case .notStarted: isLate ? glyphs.error : "-"
        case .running: glyphs.next
        case .paused: "="
        case .overdue: glyphs.error
        case .ended: glyphs.success
        }
    }

    /// Until when, and how far that is: "hẹn 09:41 25/11/2026, còn 2 ngày".
    func due(_ language: Language) -> String {
        if state == .paused, let pause = pauses.last, pause.to == nil {
            return Strings.Act.pausedSince(pause.from.display).text(language)
        }
        guard let dueAt, state != .notStarted else { return "" }
        let left = DueText(due: dueAt, now: now, isRunning: state != .ended && state != .paused)
        return [Strings.Act.dueAt(dueAt.display).text(language), left.words?.text(language)]
            .compactMap(\.self).joined(separator: ", ")
    }

    /// State and due time in a sentence, for `desk --plain`.
    func spoken(_ language: Language) -> String {
        let clock = Strings.Act.clock.text(language)
        return "\(clock): "
            + ([words.text(language), used.map { "\($0)%" }, due(language)] as [String?])
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// State and due time without the bar, in one line.
    func line(_ language: Language, _ glyphs: Glyphs) -> SafeText {
        var text = words.text(language)
        if let used { text += " \(used)%" }
        let due = due(language)
        return sign(glyphs) + " " + SafeText(due.isEmpty ? text : text + "  " + due)
    }

    func draw(into canvas: inout Canvas, row: Rect, _ context: ScreenContext) {
        let glyphs = Glyphs.of(context)
        let lead = sign(glyphs) + " " + SafeText(words.text(context.language))
        var column = row.column
        column += canvas.put(lead, at: Point(column, row.row), role: role, maxWidth: row.columns) + 1
        let due = SafeText(due(context.language))
        let percent = SafeText(used.map { "\($0)%" } ?? "")
        let room = row.endColumn - column - due.width - percent.width - 4
        for part in parts(min(max(0, room), 60)) {
            let (text, role): (SafeText, Role) =
                switch part {
                case .used: (context.ascii ? "#" : "█", self.role == .text ? .chart : self.role)
                case .paused: (context.ascii ? ":" : "░", .warning)
                case .left: (context.ascii ? "-" : "─", .border)
                case .over: ("!", .overdue)
                }
            column += canvas.put(text, at: Point(column, row.row), role: role)
        }
        if !percent.isEmpty {
            column += 1 + canvas.put(percent, at: Point(column + 1, row.row), role: role)
        }
        canvas.put(
            due, at: Point(column + 1, row.row), role: role, maxWidth: max(0, row.endColumn - column - 1))
    }
}
