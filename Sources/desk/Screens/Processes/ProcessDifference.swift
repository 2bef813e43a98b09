import Forms
import Models

/// What a version of a process has otherwise than the one in force.
enum ProcessDifference {
    /// One thing that is another one.
    enum Change: Hashable, Sendable {
        /// Of the process itself.
        case whole(Phrase, from: String, to: String)
        case stepAdded(String)
        case stepRemoved(String)
        case step(String, Phrase, from: String, to: String)
        /// Steps, the verb's code, the step it leads to.
        case wayAdded(String, String, String)
        case wayRemoved(String, String, String)
        case way(String, String, String, Phrase, from: String, to: String)
        case order
    }

    private typealias Words = Strings.Processes

    /// - Returns: None where both are the same but for number, state and days.
    static func changes(from old: ProcessOutline, to new: ProcessOutline, _ language: Language) -> [Change] {
        var changes: [Change] = []
        func time(_ time: ServiceTime?) -> String { time?.words.text(language) ?? "–" }
        func role(_ step: ProcessOutline.Step) -> String {
            step.role.map { Strings.OfficerTasks.role($0).text(language) } ?? "–"
        }
        func whole(_ label: Phrase, _ one: String, _ other: String) {
            if one != other { changes.append(.whole(label, from: one, to: other)) }
        }
        whole(Words.name, old.name, new.name)
        whole(Words.procedure, old.procedure, new.procedure)
        whole(Words.statutory, time(old.statutory), time(new.statutory))
        whole(Words.entry, old.entry, new.entry)
        whole(Words.supplement, "\(old.supplementDays)", "\(new.supplementDays)")

        let before = Dictionary(old.steps.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(new.steps.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for step in old.steps where after[step.code] == nil { changes.append(.stepRemoved(step.name)) }
        for step in new.steps {
            guard let earlier = before[step.code] else {
                changes.append(.stepAdded(step.name))
                continue
            }
            let parts: [(Phrase, String, String)] = [
                (Words.name, earlier.name, step.name),
                (Words.kind, Words.kind(earlier.kind).text(language), Words.kind(step.kind).text(language)),
                (Words.status, "\(earlier.status)", "\(step.status)"),
                (Strings.Officers.role, role(earlier), role(step)),
                (Words.time, time(earlier.time), time(step.time)),
                (
                    Words.clock, Words.clock(earlier.clock).text(language),
                    Words.clock(step.clock).text(language)
                ),
                (Words.resume, earlier.resume ?? "–", step.resume ?? "–"),
            ]
            for (label, one, other) in parts where one != other {
                changes.append(.step(step.name, label, from: one, to: other))
            }
        }
        let kept = new.steps.map(\.code).filter { before[$0] != nil }
        if kept != old.steps.map(\.code).filter({ after[$0] != nil }) { changes.append(.order) }

        func key(_ way: ProcessOutline.Transition) -> [String] { [way.from, way.action, way.to] }
        func name(_ code: String) -> String { after[code]?.name ?? before[code]?.name ?? code }
        let old = Dictionary(old.transitions.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        let newKeys = Set(new.transitions.map(key))
        for way in old.values.sorted(by: { key($0).lexicographicallyPrecedes(key($1)) })
        where !newKeys.contains(key(way)) {
            changes.append(.wayRemoved(name(way.from), way.action, name(way.to)))
        }
        for way in new.transitions {
            guard let earlier = old[key(way)] else {
                changes.append(.wayAdded(name(way.from), way.action, name(way.to)))
                continue
            }
            func list(_ items: [String]?) -> String { (items ?? []).sorted().joined(separator: ", ") }
            let parts: [(Phrase, String, String)] = [
                (Words.guards, list(earlier.guards), list(way.guards)),
                (Words.needs, list(earlier.needs), list(way.needs)),
                (Words.emits, list(earlier.emits), list(way.emits)),
                (Words.undo, "\(earlier.undoMinutes ?? 0)", "\(way.undoMinutes ?? 0)"),
            ]
            for (label, one, other) in parts where one != other {
                changes.append(
                    .way(
                        name(way.from), way.action, name(way.to), label, from: one.isEmpty ? "–" : one,
                        to: other.isEmpty ? "–" : other))
            }
        }
        return changes
    }
}
