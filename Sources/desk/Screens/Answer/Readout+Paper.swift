import Forms
import Models

extension Readout {
    /// Of the file and of what CUPS shows.
    static let form = "tra-loi"

    /// What was read out, on paper: for who stands at the desk, and for the file of a call. In Vietnamese, as papers are.
    func paper(training: Bool) -> DeclarationDocument {
        typealias Words = Strings.Spoken
        var blocks: [DeclarationBlock] = lines.map {
            .field(DeclarationField(label: $0.label.vi, value: Self.value($0)))
        }
        if !events.isEmpty {
            let columns = [
                DeclarationColumn(title: Words.when.vi, characters: 16),
                DeclarationColumn(title: Words.what.vi, characters: 60),
            ]
            let rows = timeline.map { moment, act in
                [DeclarationCell(moment.display), DeclarationCell(act.vi)]
            }
            blocks.append(.table(DeclarationTable(columns: columns, rows: rows)))
        }
        return DeclarationDocument(
            title: Words.title.vi, opening: Words.at(Words.moment(now)).vi, blocks: blocks,
            code: dossier.code, training: training)
    }

    /// The sentence without its label, where it begins with that: on paper the label stands before it.
    private static func value(_ line: Line) -> String {
        guard line.sentence.vi.hasPrefix(line.label.vi) else { return line.sentence.vi }
        return String(line.sentence.vi.dropFirst(line.label.vi.count).drop { $0 == ":" || $0 == " " })
    }

    /// What was done, oldest first. Nothing of what officers noted for each other: it is read out.
    var timeline: [(at: Instant, act: Phrase)] {
        events.sorted { $0.seq < $1.seq }.map { event in
            let act = Strings.Verb.name(event.action)
            guard let step = event.toName, event.toStep != event.fromStep else { return (event.at, act) }
            return (event.at, Phrase(act.vi + " → " + step, en: act.text(.en) + " → " + step))
        }
    }
}
