import Forms
import Models
import TUI

/// What becomes of an answer beside being read out: copied, printed or saved, on every screen that has one alike.
enum ReadoutKeeping {
    /// Hands the sentences to the terminal. Whether it takes them nobody is told, so the words promise nothing.
    static func copy<M: Sendable>(_ readout: Readout, _ language: Language) -> [Effect<M>] {
        let text = readout.sentences.map { $0.text(language) }.joined(separator: "\n")
        return [
            .copy(SafeText.lines(text).map(\.string).joined(separator: "\n")),
            told(Strings.Spoken.copied, language),
        ]
    }

    private static func told<M: Sendable>(_ words: Phrase, _ language: Language) -> Effect<M> {
        .toast(SafeText(words.text(language)))
    }

    static func print(_ readout: Readout, _ desk: Desk) async -> Result<
        SlipPrinter.Outcome, SlipPrinter.Failure
    > {
        await desk.printer.print(readout.paper(training: desk.me?.training ?? false), form: Readout.form)
    }

    static func save(_ readout: Readout, _ desk: Desk) async -> Result<
        SlipPrinter.Outcome, SlipPrinter.Failure
    > {
        await desk.printer.save(readout.paper(training: desk.me?.training ?? false), form: Readout.form)
    }
}

extension Effect {
    /// Tells what became of a paper.
    static func told(
        _ outcome: Result<SlipPrinter.Outcome, SlipPrinter.Failure>, _ language: Language
    ) -> [Effect] {
        switch outcome {
        case .success(let paper):
            [.toast(SafeText(paper.words.text(language)), paper.isHeld ? .warning : .success)]
        case .failure(let failure):
            [.toast(SafeText(failure.words.text(language)), .error), .bell]
        }
    }
}
