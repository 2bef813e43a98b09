import APIClient
import Forms
import Models
import TUI

/// Reads a paper of a dossier out, prints it or saves it, for `desk --plain`; from the slip the way leads to the other
/// papers and to the files.
struct PlainSlip: Sendable {
    let plain: PlainDesk
    let dossier: Dossier
    /// A paper that was chosen; nil for the slip of what was decided at intake.
    var paper: SlipDocument?
    /// The new appointment that the paper gives and no act of the dossier says: the journal keeps it.
    var promised: Instant?
    /// Where what was typed for the paper is kept, until the paper is out.
    var typed: TypedForm.Place?

    private var language: Language { plain.language }

    /// Asks what to do with the slip, until nothing more is wanted.
    func offer() async {
        guard let me = plain.desk.me, plain.desk.canPrint else { return }
        guard dossier.slipForm != nil || paper != nil else { return plain.say(Strings.Slip.noneYet) }
        var slip =
            paper
            ?? SlipDocument(
                dossier: dossier, me: me, place: plain.desk.config.place.name, today: plain.desk.today)
        var (copies, key) = (0, plain.desk.newID())
        let isSlip = paper == nil
        while true {
            let words = isSlip ? Strings.Plain.slip : Strings.Plain.otherPaper
            let prompt = SafeText(words.text(language) + ": ")
            guard let line = await plain.console.ask(prompt) else { return }
            switch TextFold.fold(line.trimmed) {
            case "x", "r":
                for text in SlipPreview.lines(slip, width: PlainLookup.width) {
                    plain.console.say(SafeText(text))
                }
            case "i", "p": await produce(&slip, &copies, &key, printing: true)
            case "l", "s": await produce(&slip, &copies, &key, printing: false)
            case "g",
                "o" where isSlip:
                await PlainPapers(plain: plain, dossier: dossier, me: me).offer()
            case "t",
                "f" where isSlip:
                await PlainFiles(plain: plain, dossier: dossier).offer()
            case "", "!", "<": return
            default: plain.say(isSlip ? Strings.Plain.slipHelp : Strings.Plain.otherPaperHelp)
            }
        }
    }

    /// - Parameter key: The journal's: a PDF that was saved and the paper printed of it are one entry.
    private func produce(
        _ slip: inout SlipDocument, _ copies: inout Int, _ key: inout ID, printing: Bool
    ) async {
        let desk = plain.desk
        let request = PrintRequest(
            form: slip.form.rawValue, copies: slip.form.copyLabels.count, dueAt: promised)
        let journal = await desk.recordPrint(dossier, request, key: key, owner: desk.signedIn)
        if case .refused = journal, let words = journal.warning { return plain.say(words) }
        slip.reprint = journal.record.map { max(0, $0.copyNumber - 1) } ?? copies
        if let record = journal.record, slip.form == .appointment { slip.amendment = record.amendment }
        plain.say(Strings.Slip.saving)
        let printer = desk.printer
        let result = printing ? await printer.print(slip) : await printer.save(slip)
        if case .success = result, let typed { desk.forgetTyped(at: typed, owner: desk.signedIn) }
        switch result {
        case .failure(let failure): plain.say(failure.words)
        case .success(let outcome):
            plain.say(outcome.words)
            guard case .printed = outcome else { break }
            copies = slip.reprint + 1
            key = desk.newID()
        }
        if let warning = journal.warning { plain.say(warning) }
    }
}
