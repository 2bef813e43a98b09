import APIClient
import Forms
import Models
import TUI

/// What no carrier took, read out and sent again one by one.
struct PlainDeadLetters: Sendable {
    let plain: PlainDesk

    private typealias Words = Strings.DeadLetters
    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    func run() async {
        while true {
            let asked = await plain.ask { client throws(APIError) in
                try await client.deadLetters(limit: 50)
            }
            guard let page = asked else { return }
            guard !page.items.isEmpty else { return plain.say(Words.none) }
            let items = page.items.map { message in
                let facts = [
                    Words.name(message.channel).text(language), message.address,
                    Words.name(occasion: message.occasion).text(language), message.createdAt.display,
                    message.fault.map { Words.name(fault: $0).text(language) },
                ].compactMap(\.self)
                return PickItems.Item(value: message.id, label: SafeText(facts.joined(separator: ", ")))
            }
            guard
                case .chosen(let id) = await LineChoice(console: plain.console, language: language).pick(
                    SafeText(Strings.Plain.choose.text(language)), among: PickItems(items)),
                let message = page.items.first(where: { $0.id == id })
            else { return }
            guard await plain.asksYes(Words.askAgain) == true else { continue }
            await send(message)
        }
    }

    /// Tries until the outcome is known, under one key, or the officer leaves it.
    private func send(_ message: DossierMessage) async {
        let (key, owner) = (desk.newID(), desk.signedIn)
        while true {
            let result = await desk.carryOut(
                .retry(message: message.id), key: key, title: Words.actTitle(message.address), owner: owner)
            switch result {
            case .success: return plain.say(Words.again)
            case .failure(.expired): guard await plain.logIn(again: owner) else { return }
            case .failure(.refused(let refusal)): return plain.say(APIError.problem(refusal).words)
            case .failure(let failure):
                if let words = failure.words(unknown: Strings.Post.unknown) { plain.say(words) }
                guard await plain.asksYes(Strings.Plain.again) == true else { return }
            }
        }
    }
}
