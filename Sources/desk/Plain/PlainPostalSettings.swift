import APIClient
import Forms
import Models
import TUI

/// How a unit sends by post, read out and changed line by line.
struct PlainPostalSettings: Sendable {
    let plain: PlainDesk

    private typealias Words = Strings.PostalSettings
    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    func run() async {
        guard let unit = await chosenUnit(),
            let settings = await plain.ask({ client throws(APIError) in
                try await client.postalSettings(unit: unit.code)
            })
        else { return }
        plain.console.say(SafeText("== \(unit.name) (\(unit.code))"))
        plain.say(PostalSettingsSheet.make(settings, width: PlainLookup.width, language))
        guard await plain.asksYes(Words.change) == true else { return }
        _ = await PlainTask(plain: plain).perform(PostalSettingsTask(settings: settings))
    }

    private func chosenUnit() async -> UnitRecord? {
        guard let line = await plain.console.ask(SafeText(Words.unitAsked.text(language) + ": ")),
            !line.trimmed.isEmpty,
            let page = await plain.ask({ client throws(APIError) in
                try await client.units(line.trimmed, limit: 50)
            })
        else { return nil }
        guard page.items.count > 1 else {
            if page.items.isEmpty { plain.say(Strings.Units.none) }
            return page.items.first
        }
        let items = page.items.map {
            PickItems.Item(value: $0.code, label: SafeText("\($0.name) (\($0.code))"))
        }
        guard
            case .chosen(let code) = await LineChoice(console: plain.console, language: language).pick(
                SafeText(Strings.Plain.choose.text(language)), among: PickItems(items))
        else { return nil }
        return page.items.first { $0.code == code }
    }
}
