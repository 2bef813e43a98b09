import APIClient
import Forms
import Models
import TUI

/// The report of a period and the on-time rates, read out, saved or printed, for `desk --plain`.
struct PlainFigures: Sendable {
    let plain: PlainDesk

    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    func run() async {
        var form = FiguresScreen(desk: desk).form
        let asked = LineForm(console: plain.console, language: language)
        var loaded: Figures?
        repeat {
            guard await asked.fill(&form) == .finished,
                let (from, to, by) = FiguresScreen.asked(form.answers)
            else { return }
            // What could not be had is asked for again from what stands there.
            loaded = await plain.ask { client throws(APIError) in
                try await Figures.load(client, from: from, to: to, by: by)
            }
            if loaded == nil, await plain.asksYes(Strings.Plain.again) != true { return }
        } while loaded == nil
        guard let figures = loaded else { return }
        let report = figures.period
        plain.say(Strings.Figures.period(report.from.display, report.to.display))
        plain.say(Strings.Figures.at(report.at.display))
        for line in FiguresTable.lines(figures) {
            guard let words = FiguresTable.spoken(line, language) else { continue }
            plain.console.say(SafeText(words))
        }
        await offer(figures)
    }

    private func offer(_ figures: Figures) async {
        let prompt = SafeText(Strings.Plain.figures.text(language) + ": ")
        while let line = await plain.console.ask(prompt) {
            switch TextFold.fold(line.trimmed) {
            case "i", "p":
                guard let me = desk.me else { return }
                plain.say(Strings.Slip.saving)
                switch await desk.printer.print(figures.document(desk, me)) {
                case .failure(let failure): plain.say(failure.words)
                case .success(let outcome): plain.say(outcome.words)
                }
            case "l", "s":
                plain.say(Strings.Figures.saving)
                plain.say(await figures.save(desk, in: plain.language).words)
            case "", "!", "<": return
            default: plain.say(Strings.Plain.figuresHelp)
            }
        }
    }
}
