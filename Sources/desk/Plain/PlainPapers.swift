import APIClient
import Forms
import Models
import TUI

/// Forms 01 to 06 of a dossier, for `desk --plain`: which can be made now, and why the others can't.
struct PlainPapers: Sendable {
    let plain: PlainDesk
    let dossier: Dossier
    let me: Me

    private var language: Language { plain.language }

    /// Offers the papers until none is wanted.
    func offer() async {
        let id = dossier.id
        guard
            let events = await plain.ask({ client throws(APIError) in try await client.events(dossier: id) })
        else { return }
        // Without the journal each correction is taken for one of a slip.
        let prints = await plain.ask { client throws(APIError) in try await client.prints(dossier: id) }
        let choices = PaperChoice.all(
            acceptedAt: dossier.acceptedAt, status: dossier.status, dueAt: dossier.dueAt, events: events,
            prints: prints, at: plain.desk.now)
        while true {
            for (index, choice) in choices.enumerated() {
                let name = Strings.Slip.form(choice.form.rawValue).text(language)
                let state = Strings.DossierPapers.state(choice).text(language)
                plain.console.say(SafeText("\(index + 1). \(name): \(state)"))
            }
            let prompt = SafeText(Strings.Plain.choosePaper.text(language) + ": ")
            guard let line = await plain.console.ask(prompt), !["", "!", "<"].contains(line.trimmed) else {
                return
            }
            guard let number = Int(line.trimmed), choices.indices.contains(number - 1) else {
                plain.say(Strings.Plain.noSuchNumber(choices.count))
                continue
            }
            let choice = choices[number - 1]
            guard choice.isPossible else {
                plain.say(Strings.DossierPapers.state(choice))
                continue
            }
            await make(choice, events, prints)
        }
    }

    private func make(_ choice: PaperChoice, _ events: [DossierEvent], _ prints: [PrintRecord]?) async {
        var slip = SlipDocument(
            choice: choice, dossier: dossier, events: events, prints: prints, me: me,
            place: plain.desk.config.place.name, today: plain.desk.today)
        var promised: Instant?
        var typed: TypedForm.Place?
        if let definition = PaperForm.definition(slip) {
            var form = FormState(
                definition, answers: PaperForm.answers(definition), today: plain.desk.today,
                language: language, submitLabel: nil)
            let title = Strings.Act.title(Strings.Slip.form(slip.form.rawValue), dossier.code)
            let place = TypedForm.Place.paper(slip.form, dossier.id)
            typed = place
            let ending = await plain.fill(
                &form, keeping: place, title: title, owner: plain.desk.signedIn)
            guard ending == .finished else { return }
            slip = PaperForm.fill(slip, with: form.answers)
            if choice.missed != nil { promised = slip.dueAt }
        }
        await PlainSlip(
            plain: plain, dossier: dossier, paper: slip, promised: promised, typed: typed
        ).offer()
    }
}
