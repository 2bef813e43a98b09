import APIClient
import Forms
import Models
import TUI

/// The officer's drafts: taken up, handed over, deleted, for `desk --plain`.
struct PlainDrafts: Sendable {
    let plain: PlainDesk

    private var language: Language { plain.language }

    /// Asks which draft, and what to do with it.
    ///
    /// - Returns: The draft to go on with; nil where none is.
    func choose() async -> Draft? {
        while true {
            let drafts: [Draft]
            switch plain.drafts() {
            case .success(let found): drafts = found
            case .failure(let error):
                plain.say(error.words)
                return nil
            }
            plain.tellStoreReport()
            guard !drafts.isEmpty else {
                plain.say(Strings.Home.noDrafts)
                return nil
            }
            let items = drafts.map { draft in
                PickItems.Item(
                    value: draft.id,
                    label: SafeText(
                        Strings.Home.draftLine(
                            draft.title, draft.updatedAt.display,
                            DraftExpiry(draft.expiresAt, now: plain.desk.now).words
                        ).text(language)))
            }
            guard case .chosen(let id) = await pick(Strings.Plain.choose, items),
                let draft = drafts.first(where: { $0.id == id })
            else { return nil }
            if await ask(draft) { return draft }
        }
    }

    /// - Returns: Whether to go on with the draft.
    private func ask(_ draft: Draft) async -> Bool {
        let expiry = DraftExpiry(draft.expiresAt, now: plain.desk.now)
        plain.say(Strings.HandOver.expires(expiry.at.date.display, expiry.words))
        let prompt = SafeText(Strings.Plain.draft.text(language) + ": ")
        while let line = await plain.console.ask(prompt) {
            switch TextFold.fold(line.trimmed) {
            case "": return true
            case "b", "h":
                await handOver(draft)
                return false
            case "x", "d":
                await delete(draft)
                return false
            case "<", "!": return false
            default: plain.say(Strings.Plain.draftHelp)
            }
        }
        return false
    }

    private func delete(_ draft: Draft) async {
        plain.say(Strings.Home.deleteDraftText(draft.title))
        guard await plain.asksYes(Strings.Home.deleteDraft) == true else { return }
        plain.say(await plain.desk.remove(draft) ?? Strings.Home.draftDeleted)
    }

    private func handOver(_ draft: Draft) async {
        guard
            let colleagues = await plain.ask({ client throws(APIError) in try await client.colleagues() })
        else { return }
        guard !colleagues.isEmpty else { return plain.say(Strings.HandOver.nobody) }
        plain.say(Strings.HandOver.colleagueHelp)
        let items = colleagues.map { person in
            PickItems.Item(
                value: person.id,
                label: SafeText([person.name, person.position].compactMap(\.self).joined(separator: ", ")))
        }
        guard case .chosen(let officer) = await pick(Strings.HandOver.colleague, items) else { return }
        // A second try of one hand-over is the same act.
        let key = plain.desk.newID()
        while true {
            switch await HandOverScreen.handOver(draft, to: officer, key: key, desk: plain.desk) {
            case .done(.success(let colleague)): return plain.say(Strings.HandOver.done(colleague.name))
            case .done(.failure(.unauthorised)):
                guard await plain.logIn(again: plain.desk.signedIn) else { return }
                continue
            case .done(.failure(let error)): plain.say(error.words)
            case .unsent: return plain.say(Strings.HandOver.unsent)
            case .unread(let error): plain.say(error.words)
            case .unsynced: plain.say(Strings.HandOver.unsynced)
            case .inUse: return plain.say(Strings.Intake.draftInUse)
            // Neither is an answer to a hand-over.
            case .colleagues, .typed: return
            }
            guard await plain.asksYes(Strings.Plain.again) == true else { return }
        }
    }

    private func pick(_ words: Phrase, _ items: [PickItems.Item]) async -> LineChoice.Outcome {
        await LineChoice(console: plain.console, language: language).pick(
            SafeText(words.text(language)), among: PickItems(items))
    }
}
