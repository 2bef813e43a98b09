import APIClient
import Forms
import Models
import TUI

/// Corrects a dossier after its slip was given out, for `desk --plain`: what stands there is kept by Enter, what changes is
/// read back, and only then it goes out.
struct PlainAmend: Sendable {
    let plain: PlainDesk
    let dossier: Dossier

    private var language: Language { plain.language }
    private var desk: Desk { plain.desk }

    /// - Returns: The dossier after it; nil where nothing was changed.
    func run() async -> Dossier? {
        let owner = desk.signedIn
        let key = desk.newID()
        let hold = owner?.store?.claim(key)
        defer { withExtendedLifetime(hold) {} }
        guard let subject = try? await AmendSubject.load(dossier, desk) else {
            plain.say(APIError.unauthorised.words)
            return nil
        }
        let desk = desk
        let hooks = LineForm.Hooks(options: { request in
            let found = await desk.ask { client throws(APIError) in try await client.allOptions(request) }
            return (try? found.get())?.map { Option(value: $0.code, label: Phrase(vi: $0.name)) }
        })
        if let failure = subject.lack { plain.say(Strings.Amend.lacks(failure.words)) }
        plain.say(Strings.Amend.note)
        var form = FormState(
            AmendForm.definition(subject, today: desk.today), answers: AmendForm.answers(of: subject),
            today: desk.today, language: language, submitLabel: nil)
        while true {
            let title = Strings.Act.title(Strings.Act.name(.amend), dossier.code)
            guard
                await plain.fill(
                    &form, keeping: .amend(dossier.id), title: title, owner: owner, hooks: hooks) == .finished
            else {
                plain.say(Strings.Plain.actLeft)
                return nil
            }
            let amendment = AmendForm.amendment(form.answers, of: subject)
            guard tell(amendment, subject) else { return nil }
            guard await plain.asksYes(Strings.Plain.send(Strings.Act.name(.amend).text(language))) == true
            else {
                plain.say(Strings.Plain.actLeft)
                return nil
            }
            switch await send(amendment, subject, key, owner) {
            case .done(let dossier): return dossier
            case .left: return nil
            case .corrected(let errors):
                form.apply(serverErrors: errors)
                guard await plain.asksYes(Strings.Plain.again) == true else { return nil }
            }
        }
    }

    /// Reads out what changes; false where nothing does.
    private func tell(_ amendment: DossierAmendment, _ subject: AmendSubject) -> Bool {
        let after = AmendForm.preview(amendment, of: subject)
        // Two that can't be compared would look alike.
        guard let old = try? StrictJSON.value(of: dossier), let new = try? StrictJSON.value(of: after) else {
            plain.say(Strings.Errors.unencodable)
            return false
        }
        let changes = AmendedField.changes(from: old, to: new)
        let lines = AmendedLines(language: language, form: subject.declaration).lines(changes)
        guard !lines.isEmpty else {
            plain.say(Strings.Amend.nothing)
            return false
        }
        plain.say(Strings.Amend.changes)
        for line in lines { plain.say(line.text) }
        plain.say(Strings.Amend.because(amendment.reason))
        return true
    }

    private enum Outcome {
        case done(Dossier)
        case left
        /// The server found fault with these fields.
        case corrected([FieldError])
    }

    /// Sends until it is done, refused, or the officer gives up.
    private func send(
        _ amendment: DossierAmendment, _ subject: AmendSubject, _ key: ID, _ owner: SignedIn?
    ) async -> Outcome {
        var revision = dossier.revision
        let title = Strings.Act.title(Strings.Act.name(.amend), dossier.code)
        while true {
            let result = await desk.amend(
                dossier.id, amendment, revision: revision, key: key, title: title,
                draft: TypedForm.Place.amend(dossier.id).id, owner: owner)
            switch result {
            case .success(let acted):
                desk.forgetTyped(at: .amend(dossier.id), owner: owner)
                let done = ActOutcome.Done(
                    verb: .amend, dossier: acted.value, at: desk.now,
                    forms: [SlipForm.appointment.rawValue], isOfEarlierContent: acted.isOfEarlierContent)
                plain.say(done.spoken)
                return .done(acted.value)
            case .failure(.expired):
                guard await plain.logIn(again: owner) else { return .left }
            case .failure(.notRecorded(let error)):
                plain.say(error.words)
                return .left
            case .failure(.doneBefore):
                plain.say(Strings.Act.doneBefore)
                return .left
            case .failure(.refused(let refusal)) where refusal.isStale:
                plain.say(Strings.Act.changed(refusal.changedBy, refusal.changedAt?.display))
                let id = dossier.id
                guard let now = await plain.ask({ client throws(APIError) in try await client.dossier(id) })
                else { return .left }
                plain.say(Strings.Act.nowAt(now.statusName, now.stepName))
                guard await plain.asksYes(Strings.Plain.again) == true else { return .left }
                revision = now.revision
            case .failure(.refused(let refusal)):
                plain.say(APIError.problem(refusal).words)
                let errors = AmendForm.errors(refusal, in: subject)
                return errors.isEmpty ? .left : .corrected(errors)
            case .failure(.unknown(let error)):
                plain.say(error.words)
                plain.say(Strings.Plain.actUnknown)
                guard await plain.asksYes(Strings.Plain.again) == true else { return .left }
            }
        }
    }
}
