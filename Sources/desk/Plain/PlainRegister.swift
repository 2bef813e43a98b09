import APIClient
import Forms
import Models
import TUI

/// The unit's register of dossiers (form 07), read out, printed or saved, for `desk --plain`.
struct PlainRegister: Sendable {
    let plain: PlainDesk

    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    func run() async {
        guard let me = desk.me else { return }
        var form = RegisterScreen(desk: desk, me: me).form
        let asked = LineForm(console: plain.console, language: language)
        while await asked.fill(&form) == .finished {
            guard let (from, to) = RegisterScreen.period(form.answers) else { return }
            guard let entries = await entries(me, from, to) else { return }
            guard entries.count <= RegisterDocument.Limit.entries else {
                plain.say(Strings.Register.tooMany(RegisterDocument.Limit.entries))
                continue
            }
            return await offer(RegisterScreen.document(entries, from, to, me, desk), me)
        }
    }

    private func entries(_ me: Me, _ from: LocalDate, _ to: LocalDate) async -> [RegisterEntry]? {
        while true {
            switch await desk.register(of: me.unit.code, from: from, to: to) {
            case .success(let entries): return entries
            case .failure(.unauthorised): guard await plain.logIn(again: desk.signedIn) else { return nil }
            case .failure(let error):
                plain.say(error.words)
                guard await plain.asksYes(Strings.Plain.again) == true else { return nil }
            }
        }
    }

    /// Asks what to do with it, until nothing more is wanted.
    private func offer(_ register: RegisterDocument, _ me: Me) async {
        var register = register
        var key = desk.newID()
        plain.say(Strings.Register.count(register.entries.count))
        let prompt = SafeText(Strings.Plain.otherPaper.text(language) + ": ")
        while let line = await plain.console.ask(prompt) {
            switch TextFold.fold(line.trimmed) {
            case "x", "r":
                for text in RegisterPreview.lines(register, width: PlainLookup.width) {
                    plain.console.say(SafeText(text))
                }
            case "i", "p": await produce(&register, &key, me, printing: true)
            case "l", "s": await produce(&register, &key, me, printing: false)
            case "", "!", "<": return
            default: plain.say(Strings.Plain.otherPaperHelp)
            }
        }
    }

    private func produce(
        _ register: inout RegisterDocument, _ key: inout ID, _ me: Me, printing: Bool
    ) async {
        plain.say(Strings.Slip.saving)
        switch await desk.produce(register, of: me.unit.code, key: key, printing: printing) {
        case .refused(let error): plain.say(Strings.Slip.journalRefused(error.words))
        case .failed(let failure): plain.say(failure.words)
        case .done(let outcome, let copy):
            key = desk.newID()
            register.reprint = copy
            plain.say(outcome.words)
        }
    }
}
