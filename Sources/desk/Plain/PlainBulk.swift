import APIClient
import Forms
import Models
import TUI

/// One act on many dossiers, for `desk --plain`: which ones, which act, what of each is possible, and what became of each.
struct PlainBulk: Sendable {
    let plain: PlainDesk

    private var language: Language { plain.language }
    private var desk: Desk { plain.desk }

    /// - Returns: Whether something was done, or may have been.
    func run(_ items: [SearchItem]) async -> Bool {
        guard let chosen = await choose(items) else { return false }
        plain.say(Strings.Bulk.checking(chosen.count))
        guard let answers = await ask(chosen.map(\.id)), let verb = await pick(answers) else { return false }
        var act = BulkAct(verb, items: chosen)
        _ = act.take(answers)
        return await carryOut(act)
    }

    // MARK: Which

    /// The dossiers of the numbers that are typed; nil where none are wanted.
    private func choose(_ items: [SearchItem]) async -> [SearchItem]? {
        let prompt = SafeText(Strings.Plain.chooseMany(items.count).text(language) + ": ")
        while let line = await plain.console.ask(prompt) {
            switch line.trimmed {
            case "", "!", "<": return nil
            case let word:
                guard let numbers = Self.numbers(word, of: items.count) else {
                    plain.say(Strings.Plain.chooseManyHelp)
                    continue
                }
                guard numbers.count <= QueueScreen.mostMarked else {
                    plain.say(Strings.Bulk.most)
                    continue
                }
                let chosen = numbers.map { items[$0 - 1] }
                let codes = chosen.map(\.code).joined(separator: ", ")
                plain.console.say(SafeText(codes))
                return chosen
            }
        }
        return nil
    }

    /// "1, 3-5", "1 3 5", "tất cả": numbers of a list, each once; nil for anything else.
    static func numbers(_ line: String, of count: Int) -> [Int]? {
        if ["tat ca", "all"].contains(TextFold.fold(line)) { return count > 0 ? Array(1...count) : nil }
        var numbers: [Int] = []
        for part in line.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 1, first <= last,
                last <= count
            else { return nil }
            numbers += first...last
        }
        var seen: Set<Int> = []
        let each = numbers.filter { seen.insert($0).inserted }
        return each.isEmpty ? nil : each
    }

    /// Of each dossier what can be done with it; nil where the officer gives up.
    private func ask(_ ids: [ID]) async -> [(ID, Result<ActionOptions, APIError>)]? {
        while true {
            let answers = await BulkAct.ask(desk, ids)
            let hasEnded = answers.contains { answer in
                if case .failure(.unauthorised) = answer.1 { true } else { false }
            }
            guard hasEnded else { return answers }
            guard await plain.logIn(again: desk.signedIn) else { return nil }
        }
    }

    // MARK: What

    /// One of the acts that at least one of the dossiers allows; nil where none is wanted.
    private func pick(_ answers: [(ID, Result<ActionOptions, APIError>)]) async -> ProcessAction? {
        let options = answers.compactMap { try? $0.1.get() }
        let failures = answers.compactMap(\.1.failure)
        if let first = failures.first {
            plain.say(Strings.Bulk.unasked(failures.count, answers.count, first.words))
            // Of none is known what can be done: that it is nothing would be a guess.
            if options.isEmpty { return nil }
        }
        let items: [PickItems.Item] = DeskActions.letters.compactMap { verb, _ in
            let count = options.count { OutcomeRow.state(verb, $0).isPossible }
            guard count > 0 else { return nil }
            let words = Strings.Bulk.title(Strings.Act.name(verb), count).text(language)
            return PickItems.Item(value: verb.rawValue, label: SafeText(words))
        }
        guard !items.isEmpty else {
            plain.say(Strings.Bulk.none)
            return nil
        }
        plain.say(Strings.Plain.acts)
        let choice = LineChoice(console: plain.console, language: language)
        let prompt = SafeText(Strings.Plain.choose.text(language))
        guard case .chosen(let value) = await choice.pick(prompt, among: PickItems(items)) else { return nil }
        return ProcessAction(rawValue: value)
    }

    // MARK: Doing it

    /// Asks what the act needs, does it, and offers to take it back.
    private func carryOut(_ act: BulkAct) async -> Bool {
        var act = act
        let possible = act.rows.count(where: \.isPossible)
        plain.say(Strings.Bulk.possible(possible, act.rows.count - possible))
        if act.signatures > 0 { plain.say(Strings.Bulk.signsEach(act.signatures)) }
        if let words = act.finalWords { plain.say(words) }
        for row in act.rows where row.isRefused { tell(row) }
        guard act.isPossible else { return false }
        let owner = desk.signedIn
        let key = desk.newID()
        let hold = owner?.store?.claim(key)
        defer { withExtendedLifetime(hold) {} }
        var form = FormState(act.definition, today: desk.today, language: language, submitLabel: nil)
        let title = Strings.Bulk.title(Strings.Act.name(act.verb), possible)
        let place = TypedForm.Place.bulk(act.verb, act.rows.map(\.id))
        guard
            await plain.fill(&form, keeping: place, title: title.text(.vi), owner: owner) == .finished,
            await plain.asksYes(Strings.Plain.send(title.text(language)), meant: true) == true
        else {
            plain.say(Strings.Plain.manyLeft)
            return false
        }
        let request: BulkActionRequest
        switch act.signed(form.answers, desk) {
        case .success(let signed): request = signed
        case .failure(let failure):
            plain.say(failure.words)
            return false
        }
        guard let result = await send(request, key, title: title.text(.vi), owner) else { return true }
        desk.forgetTyped(at: place, owner: owner)
        act.finish(result)
        plain.say(Strings.Bulk.result(act.done.count, act.rows.count - act.done.count))
        for row in act.rows { tell(row) }
        if !act.canUndo, act.isFinal { plain.say(Strings.Bulk.final) }
        if act.canUndo, await plain.asksYes(Strings.Plain.undoMany(act.done.count), meant: false) == true {
            var back = act.undoing
            if let answers = await ask(back.rows.map(\.id)) {
                _ = back.take(answers)
                _ = await carryOut(back)
            }
        }
        return true
    }

    private func tell(_ row: OutcomeRow) {
        plain.console.say(SafeText(row.spoken(language)))
    }

    /// Sends until it is done, refused, or the officer gives up.
    private func send(_ request: BulkActionRequest, _ key: ID, title: String, _ owner: SignedIn?) async
        -> BulkActionResult?
    {
        while true {
            switch await desk.act(onMany: request, key: key, title: title, owner: owner) {
            case .success(let acted):
                if acted.isOfEarlierContent { plain.say(Strings.Act.earlierContent) }
                return acted.value
            case .failure(.expired):
                guard await plain.logIn(again: owner) else { return nil }
            case .failure(.notRecorded(let error)):
                plain.say(error.words)
                return nil
            case .failure(.doneBefore):
                plain.say(Strings.Act.doneBefore)
                return nil
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
}
