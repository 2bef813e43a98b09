import APIClient
import Forms
import Models
import TUI

/// A unit's days off and make-up days, changed line by line, for `desk --plain`: what that does to open dossiers is
/// read out before it is done.
struct PlainCalendar: Sendable {
    let plain: PlainDesk

    private typealias Words = Strings.Calendar
    private var desk: Desk { plain.desk }
    private var language: Language { plain.language }

    func run() async {
        guard
            let people = await plain.ask({ client throws(APIError) in
                try await client.colleagues(handling: true)
            })
        else { return }
        let units = CalendarScreen.units(own: desk.me?.unit, people)
        var form = CalendarScreen.choice(units, desk, language)
        let asked = LineForm(console: plain.console, language: language)
        guard await asked.fill(&form) == .finished, let (code, year) = CalendarScreen.chosen(form.answers),
            let found = await plain.ask({ client throws(APIError) in
                try await client.calendarToChange(unit: code, year: year)
            })
        else { return }
        guard let revision = found.revision else { return plain.say(Words.noRevision) }
        let unit = UnitRef(code: code, name: units.first { $0.code == code }?.name ?? code)
        plain.say(Words.days(unit.name, year))
        await change(
            CalendarDaysScreen(
                desk: desk, unit: unit, year: year, calendar: found.value, revision: revision, language
            ).form, unit, year, revision)
    }

    private func change(_ form: FormState, _ unit: UnitRef, _ year: Int, _ revision: String) async {
        var form = form
        let asked = LineForm(console: plain.console, language: language)
        while await asked.fill(&form) == .finished {
            let put = CalendarForm.request(form.answers)
            let key = desk.newID()
            let preview = await desk.ask { client throws(APIError) in
                try await client.putCalendar(
                    unit: unit.code, year: year, put, isDry: true, revision: revision, key: key,
                    limit: CalendarReviewScreen.page)
            }
            switch preview {
            case .success(let change): return await review(change, put, unit, year, revision)
            case .failure(.unauthorised): guard await plain.logIn(again: desk.signedIn) else { return }
            case .failure(let error):
                plain.say(error.words)
                form.apply(serverErrors: CalendarForm.errors(error))
            }
        }
    }

    private func review(
        _ preview: CalendarChange, _ put: CalendarPut, _ unit: UnitRef, _ year: Int, _ revision: String
    ) async {
        plain.say(Words.moves(preview.changed ?? preview.items.count, tickets: preview.tickets ?? 0))
        if !preview.apart.isEmpty { plain.say(Words.apart(preview.apart.joined(separator: ", "))) }
        for item in preview.items {
            let facts = [
                item.code, item.subject.text(language), item.before?.display ?? "",
                "→ " + (item.after?.display ?? ""),
            ]
            plain.console.say(SafeText(facts.joined(separator: ", ")))
        }
        if preview.nextCursor != nil { plain.say(Words.listGoesOn(preview.items.count)) }
        guard await plain.asksYes(Words.doIt) == true else { return plain.say(Strings.Plain.manyLeft) }
        let key = desk.newID()
        let made = await plain.ask { client throws(APIError) in
            try await client.putCalendar(
                unit: unit.code, year: year, put, isDry: false, revision: revision, key: key,
                limit: CalendarReviewScreen.page)
        }
        if let made {
            plain.say(
                Words.moved(
                    made.changed ?? preview.changed ?? 0, tickets: made.tickets ?? preview.tickets ?? 0))
        }
    }
}
