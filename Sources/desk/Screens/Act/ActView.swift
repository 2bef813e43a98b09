import Forms
import Models
import TUI

/// Draws the form of an act: what it is for and what has to be known before F10, then what is asked.
extension ActScreen {
    func lineEnd(_ context: ScreenContext) -> LineEnd? {
        guard let form, dialog == nil else { return nil }
        return FormView.lineEnd(form, context: context)
    }

    func drawTyped(into canvas: inout Canvas, _ context: ScreenContext) -> Range<Int>? {
        guard let form, dialog == nil else { return nil }
        return FormView.drawTyped(form, into: &canvas, context: context)
    }

    func draw(into canvas: inout Canvas, _ context: ScreenContext) {
        let head = head(context)
        for (row, line) in head.enumerated() {
            canvas.put(line.text.truncated(to: canvas.size.columns - 2), at: Point(1, row), role: line.role)
        }
        let area = canvas.bounds.splitTop(head.count + 1).rest
        if let form {
            FormView.draw(form, into: &canvas, rect: area, context: context)
        } else if dialog == nil {
            let words =
                problem ?? SlowServer.words(since: openedAt, now: context.now) ?? Strings.Common.loading
            for (row, line) in SafeText.wrapped(words.text(context.language), to: area.columns - 4)
                .enumerated()
            {
                canvas.put(line, at: Point(2, area.row + row), role: problem == nil ? .dim : .error)
            }
        }
        dialog?.draw(into: &canvas, bounds: canvas.bounds, context: context)
    }

    /// What the act is for: the code, whose, where it goes; and what has to be known before F10.
    private func head(_ context: ScreenContext) -> [Sheet.Run] {
        let language = context.language
        func say(_ phrase: Phrase) -> SafeText { SafeText(phrase.text(language)) }
        var lines = [
            Sheet.Run(
                SafeText(subject.code + "  ")
                    + say(Strings.Act.formTitle(Strings.Act.name(verb), option?.toName)), .title)
        ]
        if let dossier = subject.dossier {
            lines.append(
                Sheet.Run(SafeText(dossier.applicant.name + " · " + dossier.procedure.name), .text))
            let clock = ClockBar(
                dossier: dossier, clock: subject.clock, limit: subject.limit,
                now: Instant(seconds: context.now))
            lines.append(Sheet.Run(clock.line(language, Glyphs.of(context)), clock.role))
        }
        for part in ResultLines.known(option, language) {
            lines.append(
                Sheet.Run(SafeText(part).truncated(to: context.size.columns - 2), .title))
        }
        var warnings: [Phrase] = []
        if let change {
            warnings.append(
                Strings.Act.changed(
                    change.by, change.at?.display, what: change.what,
                    isPossible: subject.options == nil || option?.allowed == true))
            if let dossier = subject.dossier {
                warnings.append(Strings.Act.nowAt(dossier.statusName, dossier.stepName))
            }
        }
        if let claimProblem {
            warnings.append(claimProblem)
        } else if let other = subject.options?.claim, other.officer.id != desk.me?.officer.id,
            other.until > Instant(seconds: context.now)
        {
            warnings.append(Strings.Act.claimedBy(other.officer.name, other.until.clock))
        }
        for warning in warnings {
            // The form must stay in view, whatever somebody is called.
            for part in SafeText.wrapped(warning.text(language), to: context.size.columns - 4).prefix(3) {
                let sign: SafeText = lines.last?.role == .warning ? "  " : Glyphs.of(context).warning + " "
                lines.append(Sheet.Run(sign + part, .warning))
            }
        }
        if let warning = option?.warning {
            for part in SafeText.wrapped(warning, to: context.size.columns - 4).prefix(3) {
                lines.append(Sheet.Run(Glyphs.of(context).warning + " " + part, .warning))
            }
        }
        if option?.needs.contains(.signature) == true {
            let words = ActSigning.keyID(desk).map(Strings.Act.signingNote) ?? Strings.Act.noSigner
            lines.append(Sheet.Run(say(words), .dim))
        }
        if option?.isFinal == true {
            lines.append(Sheet.Run(Glyphs.of(context).warning + " " + say(Strings.Bulk.final), .warning))
        }
        return lines
    }

    func messageLine(_ context: ScreenContext) -> MessageLine? {
        if let problem { return MessageLine(SafeText(problem.text(context.language)), role: .error) }
        return form?.messageLine(context.language)
    }
}
