import APIClient
import Forms
import Models
import TUI

/// All dossiers of one officer go to another, for `desk --plain`: what that comes to is read out before it is done.
struct PlainHandOverAll: Sendable {
    let plain: PlainDesk

    private typealias Words = Strings.HandOverAll
    private typealias ID = HandOverAllTask.ID
    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    func run() async {
        guard
            let found = await plain.ask({ client throws(APIError) in
                try await client.colleagues(handling: true)
            }), let me = desk.me
        else { return }
        let people = found.filter { $0.id != me.officer.id }
        guard people.contains(where: { $0.isAway != true }) else { return plain.say(Words.nobody) }
        var form = FormState(
            HandOverAllTask.definition(
                me: me, people, hasOwn: desk.canPrint, disposes: desk.disposesOfOthers),
            today: desk.today, language: language, submitLabel: nil)
        if desk.canPrint { form.set(ID.from, to: .text(me.officer.id)) }
        let (place, owner) = (HandOverAllTask.place, desk.signedIn)
        guard
            await plain.fill(&form, keeping: place, title: Words.title.text(.vi), owner: owner) == .finished,
            let from = form.answers.text(ID.from), let to = form.answers.text(ID.to)
        else { return }
        let name = people.first { $0.id == from }?.name ?? me.officer.name
        let request = DossierHandOver(from: from, to: to, note: form.answers.text(ID.note))
        guard await review(request, from: name, owner) else { return plain.say(Strings.Typed.kept) }
        desk.forgetTyped(at: place, owner: owner)
    }

    /// - Returns: Whether it is done.
    private func review(_ request: DossierHandOver, from: String, _ owner: SignedIn?) async -> Bool {
        guard
            let preview = await plain.ask({ client throws(APIError) in
                try await client.handOverPreview(from: request.from, to: request.to)
            })
        else { return false }
        let screen = HandOverReviewScreen(desk: desk, request: request, from: from, preview: preview)
        plain.say(Words.head(from, preview.to.name))
        plain.say(screen.summary)
        for note in screen.notes { plain.say(note) }
        tell(screen.list)
        guard preview.count > 0, await plain.asksYes(Words.doIt) == true else {
            plain.say(Words.nothingDone)
            return false
        }
        let key = desk.newID()
        let title = Words.actTitle(from, preview.to.name)
        while true {
            switch await desk.handOver(request, key: key, title: title, owner: owner) {
            case .success(let acted):
                if acted.isOfEarlierContent { plain.say(Strings.Act.earlierContent) }
                plain.say(Words.went(acted.value.count, left: acted.value.left ?? 0))
                tell(HandOverReviewScreen.outcomes(acted.value))
                return true
            case .failure(.expired): guard await plain.logIn(again: owner) else { return false }
            case .failure(let failure):
                if let words = failure.words(unknown: Words.unknown) { plain.say(words) }
                if case .refused = failure { return false }
                guard await plain.asksYes(Strings.Plain.again) == true else { return false }
            }
        }
    }

    private func tell(_ list: OutcomeList) {
        for row in list.rows { plain.console.say(SafeText(row.spoken(language))) }
    }
}
