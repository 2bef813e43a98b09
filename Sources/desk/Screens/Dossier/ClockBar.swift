import Forms
import Models
import TUI

/// A dossier's clock as a bar: what is used up, where it stood, what is left, with a sign and words for its state, so
/// that nothing is told by colour alone.
///
/// The number is the server's, of working time by the unit's calendar, and no other is ever shown for it; the bar is of
/// the same share. Before an online dossier is taken in, the time to answer it stands in the clock's place.
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
    /// When the work was done, where that is known.
    let completedAt: Instant?
    /// As the server reckons it.
    private let reckoned: Int?
    /// Working days since its day passed, as the server counts them.
    private let overdueDays: Int?
    /// The highest of the shares at which the officer is warned that is reached.
    private let warning: Int?

    /// - Parameter clock: nil while it is not loaded; then what the dossier itself says.
    init(
        dossier: Dossier, clock: DossierClock?, limit: Instant? = nil, completedAt: Instant? = nil,
        now: Instant
    ) {
        self.now = now
        self.completedAt = completedAt
        self.limit = limit
        acceptedAt = clock?.acceptedAt ?? dossier.acceptedAt
        // While it stands there is no due time, unless it was late before.
        dueAt = clock.map(\.dueAt) ?? dossier.dueAt
        pauses = clock?.pauses ?? []
        reckoned = clock?.usedPercent
        overdueDays = clock?.overdueDays
        warning = clock?.warning ?? clock?.usedPercent.flatMap(Deadline.warning)
        // "Dừng xử lý" is both: what is suspended waits with its clock stopped, what is stopped has ended.
        let isPaused =
            pauses.last.map { $0.to == nil }
            ?? ([5, 6].contains(dossier.status)
                || dossier.status == 8 && dossier.acceptedAt != nil && clock == nil && dossier.dueAt == nil)
        state =
            if [3, 7, 9, 10].contains(dossier.status) || dossier.status == 8 && !isPaused {
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

    /// What is shown of it: how many days it is late says more than a share beyond the whole.
    private var shown: Int? { used.flatMap { $0 > 100 ? nil : $0 } }

    private var isLate: Bool { limit.map { $0 < now } ?? false }

    /// Its time had run out before it began to wait: it is late all the same.
    private var isPausedLate: Bool { state == .paused && dueAt.map { $0 < now } ?? false }

    /// The bar in so many columns.
    func parts(_ columns: Int) -> [Part] {
        guard columns > 0, let start = acceptedAt, state != .ended, state != .notStarted else { return [] }
        // While it stands nothing is used up and there is no end to hold it against.
        if state == .paused { return Array(repeating: .paused, count: columns) }
        if let reckoned { return parts(columns, used: reckoned, since: start) }
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

    /// Pauses take their share of the plain time, where they were; what is left is parted as the number says.
    private func parts(_ columns: Int, used: Int, since accepted: Instant) -> [Part] {
        let start = pauses.last { $0.resume == .reset && $0.to != nil }?.to ?? accepted
        let closed: [(from: Int64, to: Int64)] = pauses.compactMap { pause in
            pause.to.flatMap { pause.from >= start ? (from: pause.from.seconds, to: $0.seconds) : nil }
        }
        let span = max(1, max(dueAt ?? now, now).seconds - start.seconds)
        let stops = closed.map { Int((2 * ($0.to - $0.from) * Int64(columns) + span) / (2 * span)) }
        let cells = max(0, columns - stops.reduce(0, +))
        let whole = max(used, 100)
        let within = (2 * cells * min(used, 100) + whole) / (2 * whole)
        let gone = used > 100 ? cells : within
        var parts: [Part] = (0..<cells).map { $0 >= gone ? .left : $0 >= within ? .over : .used }
        let passed = closed.reduce(now.seconds - start.seconds) { $0 - ($1.to - $1.from) }
        // From the last one on, so that places before it stay what they are.
        for (index, pause) in closed.enumerated().reversed() {
            let before = closed[..<index].reduce(pause.from - start.seconds) { $0 - ($1.to - $1.from) }
            let place = passed > 0 ? Int(before * Int64(gone) / passed) : 0
            parts.insert(
                contentsOf: Array(repeating: .paused, count: stops[index]), at: min(max(0, place), gone))
        }
        return Array(parts.prefix(columns))
    }

    /// Days that the work was done after its time, 0 for a part of one; nil where it was not late.
    private var daysLate: Int? {
        guard state == .ended, let completedAt, let dueAt, completedAt > dueAt else { return nil }
        return dueAt.date.days(to: completedAt.date)
    }

    var role: Role {
        switch state {
        case .overdue: .overdue
        case .running: (warning ?? 0) >= 80 ? .dueSoon : .text
        case .paused: isPausedLate ? .overdue : .warning
        case .notStarted where limit != nil: isLate ? .overdue : .dueSoon
        case .ended where daysLate != nil: .warning
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
        // What the colour says, the words say.
        case .running: warning.map(Strings.Act.warning) ?? Strings.Act.running
        case .paused: isPausedLate ? Strings.Act.pausedLate : Strings.Act.paused
        case .overdue: Strings.Act.overdue
        case .ended: daysLate.map(Strings.Act.endedLate) ?? Strings.Act.ended
        }
    }

    func sign(_ glyphs: Glyphs) -> SafeText {
        switch state {
        case .notStarted: isLate ? glyphs.error : "-"
        case .running: (warning ?? 0) >= 80 ? glyphs.warning : glyphs.next
        case .paused: isPausedLate ? glyphs.error : "="
        case .overdue: glyphs.error
        case .ended: glyphs.success
        }
    }

    /// Until when, and how far that is: "hẹn 09:41 25/11/2026, còn 2 ngày".
    func due(_ language: Language) -> String {
        if state == .paused, !isPausedLate, let pause = pauses.last, pause.to == nil {
            return Strings.Act.pausedSince(pause.from.display).text(language)
        }
        guard let dueAt, state != .notStarted else { return "" }
        let isRunning = state == .running || state == .overdue || isPausedLate
        let left =
            overdueDays.map(Strings.Act.overdueDays)
            ?? DueText(due: dueAt, now: now, isRunning: isRunning).words
        return [Strings.Act.dueAt(dueAt.display).text(language), left?.text(language)]
            .compactMap(\.self).joined(separator: ", ")
    }

    /// State and due time in a sentence, for `desk --plain`.
    func spoken(_ language: Language) -> String {
        let clock = Strings.Act.clock.text(language)
        return "\(clock): "
            + ([words.text(language), shown.map { "\($0)%" }, due(language)] as [String?])
            .compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// State and due time without the bar, in one line.
    func line(_ language: Language, _ glyphs: Glyphs) -> SafeText {
        var text = words.text(language)
        if let shown { text += " \(shown)%" }
        let due = due(language)
        return sign(glyphs) + " " + SafeText(due.isEmpty ? text : text + "  " + due)
    }

    func draw(into canvas: inout Canvas, row: Rect, _ context: ScreenContext) {
        let glyphs = Glyphs.of(context)
        let lead = sign(glyphs) + " " + SafeText(words.text(context.language))
        var column = row.column
        column += canvas.put(lead, at: Point(column, row.row), role: role, maxWidth: row.columns) + 1
        let due = SafeText(due(context.language))
        let percent = SafeText(shown.map { "\($0)%" } ?? "")
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
