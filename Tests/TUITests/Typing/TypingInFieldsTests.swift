import Forms
import TUITesting
import Testing

@testable import TUI

/// The built-in method in the entries of a form, driven by keys through the program's own dispatch.
@Suite struct TypingInFieldsTests {
    private struct Page: Screen {
        typealias Message = Never
        var form: FormState

        var title: SafeText { "Tờ khai" }
        var scopes: [String] { form.scopes }
        var capturesText: Bool { form.capturesText }

        mutating func handle(_ event: ScreenEvent<Never>, _ context: ScreenContext) -> [Effect<Never>] {
            _ = form.handle(event)
            return []
        }

        func draw(into canvas: inout Canvas, _ context: ScreenContext) {
            FormView.draw(form, into: &canvas, rect: canvas.bounds, context: context)
        }
    }

    private func driver(_ fields: [Field], _ method: InputMethod = .telex) -> TestDriver {
        TestDriver(
            screen: Page(form: FormFixture.state(fields)), actions: FormActions.all,
            typing: TypingOptions(method: method))
    }

    private func text(_ driver: TestDriver, _ field: Int = 0) -> String? {
        guard let page = driver.stage.top as? Page,
            let entry = page.form.groups.first?.rows.first?.entries[field]
        else { return nil }
        return entry.editor.text
    }

    private let name = Field(id: "ten", label: "Họ tên", kind: .text(TextRule(format: .personName)))
    private let place = Field(id: "noi", label: "Nơi ở", kind: .text(TextRule()))
    private let note = Field(
        id: "ghi", label: "Ghi chú", kind: .textArea(TextAreaRule(minRows: 2, maxRows: 4, maxLength: 500)))

    @Test func wordsAreComposedInLinesAndAreas() {
        let line = driver([name]).type("Nguyeenx Thij Anhs")
        #expect(text(line) == "Nguyễn Thị Ánh")
        let area = driver([note]).type("DDieemr 1:").press("enter").type("hoof sow thieesu")
        #expect(text(area) == "Điểm 1:\nhồ sơ thiếu")
    }

    @Test func manyKeysAtOnceAreComposedToo() {
        // A slow line, or a terminal in the hands of a program, hands over many keys in one read.
        let driver = driver([place]).send(.text("Phuwowngf Cuwar Nam, thanhf phoos Haf Nooij"))
        #expect(text(driver) == "Phường Cửa Nam, thành phố Hà Nội")
    }

    @Test func offAsItIsAtTheBeginning() {
        let driver = TestDriver(screen: Page(form: FormFixture.state([name])), actions: FormActions.all)
        driver.type("tieengs")
        #expect(text(driver) == "tieengs")
        #expect(driver.stage.typing.method == .off)
    }

    @Test func pastesAndScansStandAsTheyAre() {
        let driver = driver([place]).paste("tieengs dd")
        #expect(text(driver) == "tieengs dd")
        driver.scan("001090012345||Nguyeenx|")
        #expect(text(driver) == "tieengs dd")
    }

    @Test func theBeginningOfAScanIsTakenBackWhole() {
        // The first key of a burst is shown at once; should the burst be a scan, it never was.
        let driver = driver([place]).type("ddaf")
        driver.stage.mark()
        driver.send(.text("s"))
        #expect(text(driver) == "đá")
        driver.stage.takeBack()
        driver.scan("s01090012345")
        #expect(text(driver) == "đà")
        driver.type("n")
        #expect(text(driver) == "đàn")
    }

    @Test(arguments: [
        Field(id: "x", label: "Mã", kind: .text(TextRule(format: .dossierCode))),
        Field(id: "x", label: "Thư", kind: .text(TextRule(format: .email))),
        Field(id: "x", label: "Số", kind: .text(TextRule(format: .phone))),
        Field(id: "x", label: "MST", kind: .text(TextRule(format: .taxCode))),
        Field(id: "x", label: "Mã", kind: .text(TextRule(uppercase: true))),
        Field(id: "x", label: "Mã", kind: .text(TextRule(pattern: "[a-z]+"))),
        Field(id: "x", label: "Mật khẩu", kind: .password),
    ])
    func codesAndSecretsAreTakenKeyByKey(_ field: Field) {
        for method in [InputMethod.telex, .vni, .viqr] {
            let driver = driver([field], method).type("hoasa6e^'dd")
            #expect(text(driver)?.lowercased() == "hoasa6e^'dd")
        }
    }

    @Test func numbersAndDatesAreTakenKeyByKey() {
        let driver = driver(
            [
                Field(id: "n", label: "Ngày", kind: .date(DateRule())),
                Field(id: "t", label: "Tiền", kind: .money(NumberRule())),
            ], .vni)
        driver.type("1/2/1990").press("tab").type("1500000")
        #expect(text(driver, 0) == "01/02/1990")
        #expect(text(driver, 1) == "1.500.000")
    }

    @Test func undoTakesTheComposedWordBackAndRedoBringsIt() {
        let driver = driver([place]).type("Haf Nooij")
        #expect(text(driver) == "Hà Nội")
        driver.press("alt-z")
        #expect(text(driver) == "Hà ")
        driver.press("alt-y")
        #expect(text(driver) == "Hà Nội")
        driver.press("alt-z", "alt-z")
        #expect(text(driver) == "")
        driver.type("Huees")
        #expect(text(driver) == "Huế")
    }

    @Test func aMarkOnAWordThatStandsThereIsOneStepOfUndo() {
        let driver = driver([place]).type("hoan").press("left", "right", "end").type("f")
        #expect(text(driver) == "hoàn")
        driver.press("alt-z")
        #expect(text(driver) == "hoan")
    }

    @Test func theTerminalsOwnMethodIsNotDisturbed() {
        // What ibus-unikey sends for "việt" and for a mark taken back: Backspace and new letters in one read.
        let driver = driver([place])
        for input: Input in [
            .text("v"), .text("i"), .text("e"), .key(Key(.backspace)), .text("ê"), .text("t"),
            .key(Key(.backspace)), .key(Key(.backspace)), .text("ệt"), .text(" "), .text("á"),
            .key(Key(.backspace)), .text("as"),
        ] {
            driver.send(input)
        }
        #expect(text(driver) == "việt as")
    }

    @Test func backspaceTakesOneCharacterAndTypingGoesOn() {
        let driver = driver([place]).type("hoafn").press("backspace")
        #expect(text(driver) == "hoà")
        driver.type("i")
        #expect(text(driver) == "hoài")
        driver.press("backspace", "backspace", "backspace").type("ajn")
        #expect(text(driver) == "hạn")
    }

    @Test func whatIsNoSyllableComesBackWhenTheFieldIsLeft() {
        let driver = driver([place, name]).type("so data").press("tab")
        #expect(text(driver) == "so data")
        driver.press("shift-tab", "alt-z")
        #expect(text(driver) == "so ")
    }

    @Test func aFullFieldLosesNothing() {
        let short = Field(id: "x", label: "Ngắn", kind: .text(TextRule(maxLength: 4)))
        let driver = driver([short]).type("vieetj")
        // The four letters that have room are there, in whatever shape, and none of them is gone.
        #expect(text(driver) == "việt")
        driver.type("nam")
        #expect(text(driver) == "việt")
    }

    @Test func aGivenValueIsTypedOver() {
        var form = FormFixture.state([name])
        form.fill("ten", value: .text("Trần Văn B"), source: "thẻ")
        let driver = TestDriver(
            screen: Page(form: form), actions: FormActions.all, typing: TypingOptions(method: .telex))
        driver.type("Vox")
        #expect(text(driver) == "Võ")
    }

    @Test(arguments: ["alt-v", "ctrl-space"])
    func oneKeySwitches(_ key: String) {
        let driver = driver([place], .off)
        var signs: [String] = []
        for _ in 0..<4 {
            driver.press(key)
            signs.append(driver.stage.typing.method.sign.string)
        }
        #expect(signs == ["Telex", "VNI", "VIQR", "EN"])
    }

    @Test func theStatusLineSaysWhichMethodIsOn() {
        let driver = driver([place], .off)
        func status() -> String { String(driver.stage.draw().text().split(separator: "\n")[0]) }
        #expect(!status().contains("Telex"))
        driver.press("alt-v")
        #expect(status().contains("Telex"))
        #expect(driver.stage.draw().text().contains("Gõ tiếng Việt kiểu Telex."))
    }

    @Test func ctrlSpaceArrivesAsNUL() {
        var parser = InputParser()
        let events = parser.feed([0], at: 0)
        #expect(events == [.input(.key(Key(.character(" "), .control)))])
    }

    /// Whatever is typed with a method on, undo leads back to the empty form and redo to what it was.
    @Test(arguments: [InputMethod.telex, .vni, .viqr])
    func undoLeadsBackFromWhateverWasTyped(_ method: InputMethod) {
        let keys = Array("aeoudwsfrxjztnghi 6175^'. ")
        let moves = ["backspace", "left", "end", "tab", "shift-tab", "ctrl-w", "home", "alt-z", "alt-y"]
        for seed in 0..<4 {
            var generator = SeededGenerator(UInt64(seed))
            let driver = driver([place, note, name], method)
            for _ in 0..<300 {
                if Int.random(in: 0..<6, using: &generator) == 0 {
                    driver.press(moves.randomElement(using: &generator) ?? "tab")
                } else {
                    driver.type(String(keys.randomElement(using: &generator) ?? "a"))
                }
            }
            driver.press("tab", "shift-tab")
            let typed = (0..<3).map { text(driver, $0) }
            // The form keeps more steps than are taken here, each of its texts fewer.
            for _ in 0..<320 { driver.press("alt-z") }
            #expect((0..<3).map { text(driver, $0) } == ["", "", ""], "seed \(seed)")
            for _ in 0..<320 { driver.press("alt-y") }
            #expect((0..<3).map { text(driver, $0) } == typed, "seed \(seed)")
        }
    }
}
