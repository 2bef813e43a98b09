import APIClient
import Forms
import Models
import TUI

/// One act, asked line by line.
struct PlainAct: Sendable {
    let plain: PlainDesk
    let option: ActionOption
    let options: ActionOptions
    let dossier: Dossier

    private var language: Language { plain.language }
    private var desk: Desk { plain.desk }

    /// - Returns: The dossier after the act; nil where it was not done.
    func run() async -> Dossier? {
        let owner = desk.signedIn
        let key = desk.newID()
        let hold = owner?.store?.claim(key)
        defer { withExtendedLifetime(hold) {} }
        let id = dossier.id
        let lease = await desk.ask { client throws(APIError) in try await client.claim(dossier: id) }
        if case .failure(let error) = lease { plain.say(Strings.Act.claimFailed(error.words)) }
        let done = await fillAndSend(key, owner)
        if case .success = lease {
            _ = await desk.ask { client throws(APIError) in try await client.release(dossier: id) }
        }
        return done
    }

    private func fillAndSend(_ key: ID, _ owner: SignedIn?) async -> Dossier? {
        var form = FormState(
            ActForm.definition(option, assignees: options.assignees, dossier: dossier),
            answers: ActForm.answers(option, dossier: dossier, today: desk.today), today: desk.today,
            language: language,
            submitLabel: nil)
        if option.needs.contains(.handoverProof), !dossier.masked {
            form.set(ActForm.ID.recipient, to: .text(dossier.applicant.name))
        }
        for line in ResultLines.known(option, language) { plain.console.say(SafeText(line)) }
        if let warning = option.warning { plain.say(Phrase(vi: warning)) }
        if option.isFinal { plain.say(Strings.Bulk.final) }
        let title = Strings.Act.title(Strings.Act.name(option.action), dossier.code)
        guard await plain.fill(&form, keeping: place, title: title, owner: owner) == .finished else {
            plain.say(Strings.Plain.actLeft)
            return nil
        }
        let name = Strings.Act.formTitle(Strings.Act.name(option.action), option.toName)
        guard await plain.asksYes(Strings.Plain.send(name.text(language)), meant: true) == true else {
            plain.say(Strings.Plain.actLeft)
            return nil
        }
        return await send(form, key, owner)
    }

    private var place: TypedForm.Place { .act(option.action, dossier.id) }

    /// Sends until it is done, refused, or the officer gives up.
    private func send(_ form: FormState, _ key: ID, _ owner: SignedIn?) async -> Dossier? {
        var revision = options.revision
        while true {
            var request = ActForm.request(
                option.action, needs: option.needs, to: option.to, form.answers)
            if option.needs.contains(.signature) {
                switch ActSigning.signature(desk, of: request, on: dossier, revision: revision) {
                case .success(let signature): request.signature = signature
                case .failure(let failure):
                    plain.say(failure.words)
                    return nil
                }
            }
            let title = Strings.Act.title(Strings.Act.name(option.action), dossier.code)
            let result = await desk.act(
                on: dossier.id, request, revision: revision, key: key, title: title, draft: place.id,
                owner: owner)
            switch result {
            case .success(let acted):
                desk.forgetTyped(at: place, owner: owner)
                let done = ActOutcome.Done(
                    verb: option.action, dossier: acted.value, at: desk.now,
                    undoMinutes: option.undoMinutes, forms: option.forms,
                    isOfEarlierContent: acted.isOfEarlierContent)
                plain.say(done.spoken)
                return acted.value
            case .failure(.expired):
                guard await plain.logIn(again: owner) else { return nil }
            case .failure(.notRecorded(let error)):
                plain.say(error.words)
                return nil
            case .failure(.doneBefore):
                plain.say(Strings.Act.doneBefore)
                return nil
            case .failure(.refused(let refusal)) where refusal.isStale:
                plain.say(Strings.Act.changed(refusal.changedBy, refusal.changedAt?.display))
                guard let now = await look() else { return nil }
                revision = now
                guard await plain.asksYes(Strings.Plain.again) == true else { return nil }
            case .failure(.refused(let refusal)):
                plain.say(APIError.problem(refusal).words)
                for error in refusal.errors ?? [] { plain.say(Phrase(vi: error.message)) }
                return nil
            case .failure(.unknown(let error)):
                plain.say(error.words)
                plain.say(Strings.Plain.actUnknown)
                guard await plain.asksYes(Strings.Plain.again) == true else { return nil }
            }
        }
    }

    /// Says how the dossier stands now.
    ///
    /// - Returns: Its revision; nil where the act is not possible any more.
    private func look() async -> Int? {
        let id = dossier.id
        guard let now = await plain.ask({ client throws(APIError) in try await client.dossier(id) }),
            let options = await plain.ask({ client throws(APIError) in try await client.actions(dossier: id) }
            )
        else { return nil }
        plain.say(Strings.Act.nowAt(now.statusName, now.stepName))
        let option = options.items.first { $0.action == self.option.action }
        guard let option, option.allowed else {
            for line in WhyNot.lines(self.option.action, option, step: now.stepName) { plain.say(line) }
            return nil
        }
        return options.revision
    }
}
