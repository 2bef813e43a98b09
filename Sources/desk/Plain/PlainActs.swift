import APIClient
import Forms
import Models
import TUI

/// Says what can be done with a dossier, asks what an act needs, and does it, for `desk --plain`: the forms, checks and
/// acts of the screens.
struct PlainActs: Sendable {
    let plain: PlainDesk
    let id: ID

    private typealias Words = Strings.Plain
    private var language: Language { plain.language }
    private var desk: Desk { plain.desk }

    /// Offers the acts until nothing more is wanted.
    ///
    /// - Returns: The dossier as it is now, where something was done.
    func offer(_ dossier: Dossier) async -> Dossier? {
        var dossier = dossier
        var isChanged = false
        while true {
            let id = id
            guard
                case .success(let options) = await desk.ask({ client throws(APIError) in
                    try await client.actions(dossier: id)
                })
            else {
                plain.say(Strings.Act.failed(Strings.Dossier.readFailed))
                break
            }
            let items = Self.items(options)
            let canAmend = desk.canAmend(dossier)
            guard !items.isEmpty || canAmend else {
                plain.say(Strings.Act.nothing)
                break
            }
            tell(items, options, canAmend: canAmend)
            guard let picked = await pick(items, canAmend: canAmend) else { break }
            guard case .act(let item) = picked else {
                if let done = await PlainAmend(plain: plain, dossier: dossier).run() {
                    dossier = done
                    isChanged = true
                }
                continue
            }
            guard item.allowed else {
                plain.say(Strings.Act.whyNot(Strings.Act.name(item.action)))
                for line in WhyNot.lines(item.action, item, step: dossier.stepName) { plain.say(line) }
                continue
            }
            let act = PlainAct(plain: plain, option: item, options: options, dossier: dossier)
            if let done = await act.run() {
                dossier = done
                isChanged = true
            }
        }
        return isChanged ? dossier : nil
    }

    private static func items(_ options: ActionOptions) -> [ActionOption] {
        let items = options.items.filter { option in
            DeskActions.letters.contains { $0.verb == option.action }
        }
        return items.filter(\.allowed) + items.filter { !$0.allowed }
    }

    private enum Pick {
        case act(ActionOption)
        case amend
    }

    private func tell(_ items: [ActionOption], _ options: ActionOptions, canAmend: Bool) {
        plain.say(Words.acts)
        if let claim = options.claim, claim.officer.id != desk.me?.officer.id {
            plain.say(Strings.Act.claimedBy(claim.officer.name, claim.until.clock))
        }
        for (index, item) in items.enumerated() {
            let words = item.allowed ? name(item) : "\(name(item)), \(Words.notNow.text(language))"
            plain.console.say(SafeText("\(index + 1). \(words)"))
        }
        if canAmend { plain.console.say(SafeText("\(items.count + 1). \(amendName)")) }
    }

    private var amendName: String { Strings.Act.name(.amend).text(language) }

    private func name(_ item: ActionOption) -> String {
        let verb = Strings.Act.name(item.action)
        let name = item.name.isEmpty ? verb : Phrase(item.name, en: verb.text(.en))
        return Strings.Act.formTitle(name, item.toName).text(language)
    }

    /// nil where nothing is wanted, or the input has ended.
    private func pick(_ items: [ActionOption], canAmend: Bool) async -> Pick? {
        while let line = await plain.console.ask(SafeText(Words.chooseAct.text(language) + ": ")) {
            let text = line.trimmed
            if text.isEmpty || text == "<" || text == "!" { return nil }
            if let number = Int(text), items.indices.contains(number - 1) { return .act(items[number - 1]) }
            if canAmend, Int(text) == items.count + 1 { return .amend }
            var found = items.filter { TextFold.matches(text, name($0)) }.map(Pick.act)
            if canAmend, TextFold.matches(text, amendName) { found.append(.amend) }
            if found.count == 1 { return found[0] }
            plain.say(found.isEmpty ? Words.noSuchAct : Words.severalActs)
        }
        return nil
    }
}
