import Forms
import Models
import TUI

/// A version of a process, to be read: what stops it, what it has otherwise than the one in force, its drawing, its steps.
enum ProcessPage {
    private typealias Words = Strings.Processes

    static func make(
        _ shown: ShownProcess, width: Int, ascii: Bool, isSpoken: Bool = false, _ language: Language
    ) -> Sheet {
        let process = shown.process
        var sheet = Sheet(width: width, isSpoken: isSpoken)
        func label(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        sheet.pair(label(Words.procedure), process.procedure)
        sheet.pair(
            label(Words.state), Words.state(process, isFile: shown.revision == nil).text(language),
            role: process.state == "active" ? .text : .warning)
        sheet.pair(label(Words.statutory), process.statutory.words.text(language))
        sheet.pair(label(Words.supplement), Words.days(process.supplementDays).text(language))
        findings(shown, &sheet, language)
        difference(shown, &sheet, language)
        let drawing = ProcessDrawing(process, width: sheet.width - 1, ascii: ascii) { action in
            verb(action).text(language)
        }
        if !isSpoken {
            sheet.section(label(Words.drawing))
            for line in drawing.lines { sheet.add(line) }
            if drawing.left > 0 { sheet.text(Words.undrawn(drawing.left).text(language), role: .warning) }
        }
        sheet.section(label(Words.steps))
        steps(process, drawing, &sheet, language)
        return sheet
    }

    private static func findings(_ shown: ShownProcess, _ sheet: inout Sheet, _ language: Language) {
        guard let findings = shown.findings else { return }
        let title = findings.isEmpty ? Words.clean : Words.findings(findings.count)
        sheet.section(
            SafeText(title.text(language)), role: findings.isEmpty ? .success : .error)
        if findings.isEmpty { sheet.text(Words.cleanText.text(language)) }
        for finding in findings {
            sheet.text(finding.message, role: .error)
            let hint = [finding.hint, finding.pointer.isEmpty ? nil : finding.pointer].compactMap(\.self)
            if !hint.isEmpty { sheet.text(hint.joined(separator: " "), role: .dim, indent: 2) }
        }
    }

    private static func difference(_ shown: ShownProcess, _ sheet: inout Sheet, _ language: Language) {
        guard let current = shown.current else { return }
        let changes = ProcessDifference.changes(from: current, to: shown.process, language)
        sheet.section(SafeText(Words.difference(current.version, changes.count).text(language)))
        for change in changes {
            let (sign, words, role): (String, Phrase, Role) =
                switch change {
                case .stepAdded(let name): ("+", Words.step(name), .success)
                case .stepRemoved(let name): ("-", Words.step(name), .error)
                case .wayAdded(let from, let action, let to):
                    ("+", Words.way(from, verb(action), to), .success)
                case .wayRemoved(let from, let action, let to):
                    ("-", Words.way(from, verb(action), to), .error)
                case .whole(let label, let from, let to): ("~", Words.change(label, from, to), .warning)
                case .step(let name, let label, let from, let to):
                    ("~", Words.change(in: Words.step(name), label, from, to), .warning)
                case .way(let from, let action, let to, let label, let one, let other):
                    (
                        "~", Words.change(in: Words.way(from, verb(action), to), label, one, other),
                        .warning
                    )
                case .order: ("~", Words.order, .warning)
                }
            for (index, part) in SafeText.wrapped(words.text(language), to: sheet.width - 2).enumerated() {
                sheet.line(Sheet.Run(SafeText(index == 0 ? "\(sign) " : "  "), role), Sheet.Run(part))
            }
        }
    }

    private static func steps(
        _ process: ProcessOutline, _ drawing: ProcessDrawing, _ sheet: inout Sheet, _ language: Language
    ) {
        let names = Dictionary(
            process.steps.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        let place = Dictionary(
            process.steps.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, step) in process.steps.enumerated() {
            if index > 0 { sheet.blank() }
            sheet.text(step.name, role: .label)
            let facts = [
                Words.kind(step.kind), step.role.map(Strings.OfficerTasks.role),
                step.time.map(\.words), Words.clock(step.clock), Words.status(step.status),
            ].compactMap { $0?.text(language) }
            sheet.text(facts.joined(separator: " · "), indent: 2)
            for way in process.transitions where way.from == step.code {
                let letter =
                    place[way.to].flatMap { drawing.letter(from: index, to: $0) }.map { "[\($0)] " } ?? ""
                let to = names[way.to] ?? way.to
                sheet.text(
                    letter + Words.leads(verb(way.action), to).text(language), role: .link, indent: 2)
                let terms = [
                    (Words.guards, way.guards), (Words.needs, way.needs), (Words.emits, way.emits),
                ].compactMap { label, items in
                    items.flatMap { list in
                        list.isEmpty ? nil : "\(label.text(language)): \(list.joined(separator: ", "))"
                    }
                }
                if !terms.isEmpty { sheet.text(terms.joined(separator: " · "), role: .dim, indent: 4) }
            }
        }
    }

    /// A verb's name; a newer server's own word where it is none that is known here.
    static func verb(_ action: String) -> Phrase {
        ProcessAction(rawValue: action).map(Strings.Act.name) ?? Phrase(vi: action)
    }
}

/// A version with what is known of it.
struct ShownProcess: Sendable {
    var process: ProcessOutline
    /// Of the draft that was looked at; nil of a file that has not been put in.
    var revision: String?
    /// The one in force, where this is another one.
    var current: ProcessOutline?
    /// What activation would refuse; nil where nobody has asked.
    var findings: [InputProblem]?
}
