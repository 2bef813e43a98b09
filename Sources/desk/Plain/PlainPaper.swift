import Forms
import Models
import TUI

/// The form on paper, as far as it is filled in (eForm UX-3, UX-4): read out, printed, saved as PDF or as text.
struct PlainPaper: Sendable {
    let plain: PlainDesk
    let screen: IntakeScreen

    private var language: Language { plain.language }

    /// Asks what to do with it, until nothing more is wanted.
    func offer() async {
        guard let paper = screen.paper, let form = screen.intake.declaration?.definition.id else {
            return plain.say(Strings.Paper.nothing)
        }
        let printer = plain.desk.printer
        let prompt = SafeText(Strings.Plain.paper.text(language) + ": ")
        while let line = await plain.console.ask(prompt) {
            switch TextFold.fold(line.trimmed) {
            case "x", "r":
                for text in DeclarationPreview.lines(paper, width: PlainLookup.width) {
                    plain.console.say(SafeText(text))
                }
            case "i", "p": await produce { await printer.print(paper, form: form) }
            case "l", "s": await produce { await printer.save(paper, form: form) }
            case "v", "t":
                let lines = DeclarationPreview.lines(paper, width: 80)
                await produce { printer.saveText(lines, of: paper, form: form) }
            case "", "!", "<": return
            default: plain.say(Strings.Plain.paperHelp)
            }
        }
    }

    private func produce(
        _ make: @Sendable () async -> Result<SlipPrinter.Outcome, SlipPrinter.Failure>
    ) async {
        plain.say(Strings.Slip.saving)
        switch await make() {
        case .failure(let failure): plain.say(failure.words)
        case .success(let outcome): plain.say(outcome.words)
        }
    }
}
