import Forms
import TUI
import TUITesting
import Testing

@Suite struct FormSearchTests {
    /// A screen that answers queries as a program does: by an effect that takes its time.
    struct SearchScreen: Screen {
        enum Message: Sendable { case found([Option], OptionRequest) }
        var form: FormState
        var asked: [OptionRequest] = []

        var title: SafeText { "Tìm" }
        var scopes: [String] { form.scopes }
        var capturesText: Bool { form.capturesText }
        var deadline: Int64? { form.deadline }

        mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
            if case .message(.found(let options, let request)) = event {
                form.provide(options, for: request)
                return []
            }
            return form.handle(event).events.compactMap { event in
                guard case .needsOptions(let request) = event else { return nil }
                asked.append(request)
                return .run(id: "search") {
                    .found(
                        [Option(value: "kq", label: Phrase("Kết quả cho \(request.query ?? "")"))], request)
                }
            }
        }

        func draw(into canvas: inout Canvas, _ context: ScreenContext) {
            FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
        }
    }

    private let time = ManualTime()

    private func driver(
        _ source: OptionSource = .reference("procedures", parentField: nil), answers: Answers = Answers()
    ) -> TestDriver {
        let popular = [Option(value: "ks", label: "Khai sinh"), Option(value: "kt", label: "Khai tử")]
        let group = FormGroup(
            id: "g", title: "Nhóm",
            fields: [
                Field(id: "a", label: "Thủ tục", kind: .search(source, popular: popular)),
                Field(id: "b", label: "Khác", kind: .text(TextRule())),
            ])
        var form = FormFixture.state(
            FormDefinition(
                id: "t", version: 1, title: "T", pages: [FormPage(id: "p", title: "P", groups: [group])]),
            answers: answers)
        form.time = time
        return TestDriver(screen: SearchScreen(form: form), actions: FormActions.all, time: time)
    }

    private func form(_ driver: TestDriver) -> FormState? { driver.screen(as: SearchScreen.self)?.form }
    private func asked(_ driver: TestDriver) -> [String?] {
        driver.screen(as: SearchScreen.self)?.asked.map(\.query) ?? []
    }

    @Test("SE-1 popular searches are suggested in a dropdown while nothing is typed")
    func popular() {
        let driver = driver()
        driver.expectText("Gõ để tìm").press("down")
        driver.expectText("Tìm nhiều").expectText("Khai sinh").expectText("Khai tử")
        driver.press("down", "enter")
        #expect(form(driver)?.answers["a"] == .text("kt"))
        driver.expectText("Khai tử").expectNoText("Khai sinh")
        #expect(asked(driver).isEmpty)
    }

    @Test("SE-2 the query runs 400 ms after the last key, and never before")
    func delay() async {
        let driver = driver()
        driver.type("kh")
        driver.advance(seconds: 0.3).type("ai")
        driver.advance(seconds: 0.299)
        #expect(asked(driver).isEmpty, "300 ms at the least after the last key")
        driver.advance(seconds: 0.2)
        #expect(asked(driver) == ["khai"], "500 ms at the most, and one query for four keys")
        await driver.waitIdle()
        driver.expectText("Kết quả cho khai").press("enter")
        #expect(form(driver)?.answers["a"] == .text("kq"))
        driver.expectText("Kết quả cho khai")
        #expect(driver.stage.nextDeadline == nil)
    }

    @Test("SE-2 no key waits for a query: typing, moving and closing go on while it runs")
    func neverInTheWay() async {
        let driver = driver()
        driver.type("k").advance(seconds: 0.4)
        driver.type("h")
        driver.expectText("kh").expectText("Đang tìm…")
        await driver.waitIdle()
        driver.expectText("Đang tìm…").expectNoText("Kết quả cho k ")
        driver.advance(seconds: 0.4)
        await driver.waitIdle()
        driver.expectText("Kết quả cho kh")
        driver.type("x").press("tab")
        #expect(form(driver)?.focus == FieldPath("b") && form(driver)?.isPopupOpen == false)
        driver.advance(seconds: 1)
        #expect(asked(driver) == ["k", "kh"], "what was closed is not asked any more")
    }

    @Test("SE-2 Enter before the answer chooses nothing that was found for something else")
    func staleAnswers() {
        let driver = driver()
        driver.press("down").type("chứng thực").press("enter")
        #expect(form(driver)?.answers["a"] == nil && form(driver)?.isPopupOpen == true)
    }

    @Test func aFailedSearchSaysSoAndCanBeTriedAgain() {
        let driver = driver()
        guard var form = form(driver) else { return }
        form.type("k")
        time.advance(milliseconds: 400)
        let request = OptionRequest(set: "procedures", query: "k")
        let asked = form.handle(.tick)
        #expect(asked.events == [.needsOptions(request)])
        form.optionsFailed(request)
        #expect(!form.drawn().text().contains("Đang tìm…"))
        #expect(form.messageLine(.vi).text.string.hasPrefix("Chưa tìm được"))
        form.type("h")
        form.press("backspace")
        time.advance(milliseconds: 400)
        let again = form.handle(.tick)
        #expect(again.events == [.needsOptions(request)])
    }

    @Test func anotherAnswerOfTheParentEmptiesASearch() {
        var form = FormFixture.state([
            Field(id: "tinh", label: "Tỉnh", kind: .text(TextRule())),
            Field(
                id: "xa", label: "Xã", kind: .search(.reference("communes", parentField: "tinh"), popular: [])
            ),
        ])
        form.time = time
        form.type("01")
        form.press("tab")
        form.type("hoàn")
        time.advance(milliseconds: 400)
        let request = OptionRequest(set: "communes", parent: "01", query: "hoàn")
        let asked = form.handle(.tick)
        #expect(asked.events == [.needsOptions(request)])
        form.provide([Option(value: "4", label: "Hoàn Kiếm")], for: request)
        form.press("enter")
        #expect(form.answers["xa"] == .text("4"))
        form.focus(FieldPath("tinh"))
        form.type("9")
        #expect(form.answers["xa"] == nil)
        form.press("alt-z")
        #expect(form.drawn().text().contains("Hoàn Kiếm"), "undo brings it back with its name")
    }

    @Test func fixedOptionsAreSearchedWithoutAccents() {
        let driver = driver(
            .fixed([Option(value: "dd", label: "Đất đai"), Option(value: "ht", label: "Hộ tịch")]))
        driver.type("dat").advance(seconds: 0.4).press("enter")
        #expect(form(driver)?.answers["a"] == .text("dd"))
        driver.press("shift-tab", "delete")
        #expect(form(driver)?.answers["a"] == nil)
        driver.type("zzz").advance(seconds: 0.4)
        driver.expectText("Không tìm thấy; thử gõ ít chữ hơn")
    }

    @Test func valuesThatWereThereGetTheirNames() {
        let driver = driver(answers: ["a": .text("x1")])
        guard var form = form(driver) else { return }
        let requests = form.missingOptions()
        #expect(requests == [OptionRequest(set: "procedures", code: "x1")])
        form.provide([Option(value: "x1", label: "Kết hôn")], for: requests[0])
        #expect(form.drawn().text().contains("Kết hôn"))
        #expect(form.missingOptions().isEmpty)
    }
}
