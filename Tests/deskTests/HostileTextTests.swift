import APIClient
import Forms
import Models
import TUI
import TUITesting
import Testing

@testable import desk

/// Text from citizens and other systems that tries to command the terminal: it is shown, and obeyed by nothing.
@Suite("Hostile text")
struct HostileTextTests {
    /// Clears the screen, sets the title, writes the clipboard, turns the line round, hides and combines.
    private static let text =
        "A\u{1b}[2J\u{1b}]0;x\u{7}\u{1b}]52;c;eA==\u{7}\u{9b}31m\u{202e}oan\u{2066}\u{200b}\u{200f}\u{feff}"
        + "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{7f}\u{85}\u{2028}\u{e0041}\r\n\tZ"

    private static let long = text + String(repeating: "dài ", count: 2500)

    enum Place: String, CaseIterable, Sendable {
        case login, home, queue, dossier, lookup, command, slip, result
        case act, whyNot, bulk, filter, handOverAll, explain
        case applicant, procedure, papers, declaration, terms, review
    }

    @Test(
        "On every screen and at every size only what can be shown is shown", arguments: Place.allCases,
        [(80, 24), (160, 50), (40, 10)])
    func everywhere(place: Place, size: (Int, Int)) async {
        let fixture = await Fixture().logIn()
        poison(fixture.transport)
        let driver = fixture.driver(screen(place, fixture), columns: size.0, rows: size.1)
        await driver.waitIdle()
        await go(to: place, driver)
        let text = driver.screenText
        for scalar in text.unicodeScalars where scalar != "\n" {
            let isShown: Bool =
                switch scalar.properties.generalCategory {
                case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
                    .paragraphSeparator:
                    false
                default: true
                }
            #expect(isShown, "U+\(String(scalar.value, radix: 16)) on \(place.rawValue)")
        }
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == size.1)
    }

    private func screen(_ place: Place, _ fixture: Fixture) -> any Screen {
        var dossier = FixtureData.dossier
        dossier.applicant.name = Self.text
        dossier.procedure.name = Self.long
        let desk = fixture.desk
        return switch place {
        case .login: LoginScreen.again(desk)
        case .home: HomeScreen(desk: desk)
        case .queue: QueueScreen(desk: desk, inbox: Inbox(slug: "open", name: Self.text, count: 3))
        case .dossier: DossierScreen(desk: desk, id: FixtureData.dossier.id, code: Self.text)
        case .lookup: LookupScreen(desk: desk, query: "nguyen")
        case .command: CommandScreen(desk: desk)
        case .slip: SlipScreen(desk: desk, dossier: dossier, me: FixtureData.me)
        case .result:
            ResultScreen(
                desk: desk, submitted: Submitted(dossier: dossier),
                next: Intake(key: desk.newID(), now: desk.now, language: .vi))
        case .act, .whyNot:
            ActScreen(
                desk: desk, verb: place == .act ? .forward : .sign,
                subject: ActSubject(id: FixtureData.dossier.id, code: Self.text))
        case .bulk:
            BulkScreen(
                desk: desk, verb: .forward,
                items: FixtureData.items(3).map { item in
                    var item = item
                    item.applicantName = Self.text
                    item.code = Self.long
                    return item
                })
        case .filter:
            FilterScreen(
                desk: desk, filter: QueueFilter(),
                statuses: [Option(value: "4", label: Phrase(vi: Self.long))])
        case .handOverAll: HandOverAllScreen(desk: desk)
        case .explain: ExplainScreen(desk: desk, code: "H26.1.5-261120-0001")
        case .applicant, .procedure, .papers, .declaration, .terms, .review: IntakeScreen(desk: desk)
        }
    }

    private func go(to place: Place, _ driver: TestDriver) async {
        let pages: [Place] = [.applicant, .procedure, .papers, .declaration, .terms, .review]
        guard let page = pages.firstIndex(of: place) else {
            switch place {
            case .command: driver.type("a")
            case .explain: await driver.press("f10").waitIdle()
            case .dossier: await driver.press("s").waitIdle()
            default: break
            }
            return
        }
        driver.type("001185000123").paste(Self.text)
        await driver.waitIdle()
        driver.press("alt-2", "enter")
        await driver.waitIdle()
        driver.press("alt-\(page + 1)")
        await driver.waitIdle()
    }

    /// Puts hostile words wherever the server has any.
    private func poison(_ transport: ScriptedTransport) {
        func answer(_ method: APIClient.Method, _ path: String, _ value: some Encodable) {
            transport.forget(method, path)
            transport.on(method, path, .answer(json: FixtureData.json(value)))
        }
        var items = FixtureData.items(5)
        for index in items.indices {
            items[index].applicantName = Self.text
            items[index].procedureName = Self.long
            items[index].statusName = Self.text
        }
        answer(.get, "/v1/inboxes", Inboxes(items: [Inbox(slug: "open", name: Self.long, count: 3)]))
        answer(.get, "/v1/inboxes/open", Page(items: items, nextCursor: nil))
        answer(.get, "/v1/search", Page(items: items, nextCursor: nil))
        var summaries = FixtureData.summaries
        for index in summaries.indices { summaries[index].name = Self.long }
        answer(.get, "/v1/procedures", Page(items: summaries, nextCursor: nil))
        var procedure = FixtureData.procedure
        procedure.name = Self.long
        procedure.cases[0].name = Self.text
        procedure.cases[0].documents[0].name = Self.long
        procedure.cases[0].documents[0].note = Self.text
        procedure.fees[0].name = Self.text
        answer(.get, "/v1/procedures/2.000635", procedure)
        var form = FixtureData.form
        form.pages[0].groups[0].title = Phrase(Self.text)
        form.pages[0].groups[0].fields[0].label = Phrase(Self.long)
        form.pages[0].groups[0].fields[0].help = Phrase(Self.text)
        answer(.get, "/v1/procedures/2.000635/form", form)
        var person = FixtureData.person
        person.person?.name = Self.text
        person.person?.address = Self.long
        person.dossiers[0].procedureName = Self.text
        answer(.post, "/v1/persons:lookup", person)
        var quote = FixtureData.quote
        quote.lines[0].name = Self.long
        quote.lines[0].basis = Self.text
        answer(.post, "/v1/fees:quote", quote)
        answer(.post, "/v1/deadlines:preview", DeadlinePreview(dueAt: nil, explanation: [Self.long]))
        var dossier = FixtureData.dossier
        dossier.applicant.name = Self.text
        dossier.applicant.address = Self.long
        dossier.reason = Self.text
        answer(.get, "/v1/dossiers/\(dossier.id)", dossier)
        var options = FixtureData.options
        options.items[0].name = Self.long
        options.items[0].toName = Self.text
        options.items[0].warning = Self.text
        options.items[1].reasons = [ActionReason(code: "x", message: Self.text, hint: Self.long)]
        var colleague = FixtureData.other
        colleague.name = Self.long
        options.claim = DossierClaim(
            officer: colleague, since: FixtureData.claim.since, until: FixtureData.claim.until)
        options.assignees = [colleague]
        answer(.get, "/v1/dossiers/*/actions", options)
        answer(.get, "/v1/colleagues", Page(items: [colleague], nextCursor: nil))
        answer(
            .get, "/v1/me/permissions",
            Permissions(
                assignments: [], delegations: [], serves: [],
                explanation: PermissionExplanation(
                    subject: Self.text, visible: true, mayAct: false, stepName: Self.text,
                    reasons: [ActionReason(code: "x", message: Self.long, hint: Self.text)])))
    }
}
