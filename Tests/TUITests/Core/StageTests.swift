import Forms
import TUITesting
import Testing

@testable import TUI

@Suite struct StageTests {
    func driver(_ toy: Toy = Toy(), columns: Int = 60, rows: Int = 12) -> TestDriver {
        TestDriver(
            screen: toy, size: Size(columns: columns, rows: rows), actions: Toy.actions, chrome: ToyChrome())
    }

    func log(_ driver: TestDriver) -> [String] { driver.screen(as: Toy.self)?.log ?? [] }

    // MARK: The screen

    @Test func theWholeScreen() {
        driver().type("xy").expectScreen(
            """
             Toy |                                                   41
            start 60×9
            x
            y






             Gợi ý
             F1 Trợ giúp  F3 Ba  F10 Lưu  / Tìm  Ctrl-G Về đầu
            """
        ).expectRoles(
            """
            ------------------------------------------------------------
            .
            .
            .






            .ddddd
            KkkKKKKKKKKKKKkkKKKKKkkkKKKKKKkKKKKKKkkkkkkKKKKKKKKKKKKKKKKK
            """)
    }

    @Test func theCursorStandsWhereTheScreenSays() {
        let driver = driver(Toy(inField: true))
        #expect(driver.canvas.cursor == Point(3, 3))
        #expect(self.driver().canvas.cursor == nil)
    }

    @Test(arguments: [(39, 24), (80, 9), (1, 1), (0, 0)])
    func tooSmallASizeKeepsTheState(_ columns: Int, _ rows: Int) {
        let driver = driver().type("x").resize(columns, rows)
        if columns > 30 { driver.expectScreen("Cửa sổ nhỏ quá, cần 40×10.") }
        driver.type("y").resize(60, 12).expectText("y")
        #expect(log(driver).contains("x"))
    }

    @Test func anySizeCanBeDrawn() {
        let driver = driver()
        driver.press("f1")
        for columns in stride(from: 0, through: 200, by: 7) {
            for rows in stride(from: 0, through: 60, by: 5) {
                driver.resize(columns, rows)
                #expect(driver.canvas.size == Size(columns: columns, rows: rows))
            }
        }
    }

    @Test func theKeyBarShowsTheMostImportantFirst() {
        driver(columns: 40).expectText(" F1 Trợ giúp  F3 Ba  F10 Lưu  / Tìm")
        driver(Toy(disabled: ["toy.save"]), columns: 40).expectText(" F1 Trợ giúp  F3 Ba  / Tìm")
    }

    @Test func clickingTheKeyBarRunsTheAction() {
        let driver = driver()
        driver.send(.mouse(Mouse(.press, at: Point(23, 11)))).send(.mouse(Mouse(.press, at: Point(4, 5))))
        #expect(log(driver).suffix(2) == ["toy.save", "mouse 4,4"])
    }

    // MARK: Keys

    @Test func keysRunActionsOrGoToTheScreen() {
        let driver = driver().press("f10", "ctrl-s", "down", "f4")
        #expect(log(driver).dropFirst() == ["toy.save", "toy.save", "↓", "F4"])
    }

    @Test func printableKeysWinInsideAField() {
        let driver = driver(Toy(inField: true)).type("a/b").press("ctrl-f", "left")
        #expect(log(driver).dropFirst() == ["a", "/", "b", "toy.find", "←"])
    }

    @Test func textAfterAKeyThatOpensAFieldGoesThere() {
        let toy = Toy(script: ["toy.find": { _ in [] }])
        let driver = driver(toy)
        driver.send(.text("x/"))
        #expect(log(driver).dropFirst() == ["x", "toy.find"])
        var field = Toy()
        field.script = [:]
        let other = TestDriver(screen: field, actions: [])
        other.send(.text("a/bc"))
        #expect(log(other).dropFirst() == ["a", "/", "bc"])
    }

    @Test func aDisabledActionDoesNothing() {
        let driver = driver(Toy(disabled: ["toy.save"])).press("f10")
        #expect(log(driver) == ["start 60×9"])
    }

    @Test func altWithADigitIsAnFKeyUnlessItIsBound() {
        let driver = driver().press("alt-3", "alt-1", "alt-5")
        #expect(log(driver).dropFirst() == ["toy.three", "toy.first", "F5"])
    }

    @Test func globalActionsGoToTheChrome() {
        driver().press("ctrl-g").expectText("| app.home")
    }

    @Test func pastesAndScansRunNothing() {
        let driver = driver().paste("/\n").scan("H26")
        #expect(log(driver).dropFirst() == ["paste /\n", "scan H26"])
    }

    @Test func aCutPasteIsTold() {
        driver().send(.paste("x")).send(.pasteCut).expectText("64 KiB")
    }

    @Test func whatAPasteLostIsTold() {
        driver().send(.paste("x")).send(.pasteCleaned(2)).expectText("2 ký tự ẩn")
    }

    @Test func theMouseIsOffUntilItIsAskedFor() {
        let driver = driver()
        #expect(!driver.stage.reportsMouse && driver.requests.isEmpty)
        driver.press("alt-m").expectText("Đã bật chuột").press("alt-m").expectText("Đã tắt chuột")
        #expect(driver.requests == [.mouse(true), .mouse(false)])
        // What is no longer true does not come back when the newer words have gone.
        driver.advance(seconds: 4.1).expectNoText("chuột")
    }

    // MARK: Help

    @Test func helpShowsTheKeysThatWorkHere() {
        let driver = driver(Toy(disabled: ["toy.find"]), rows: 16).press("f1")
        driver.expectScreen(
            """
             Toy |                                                   41
            st┌ Trợ giúp ────────────────────────────────────────────┐
              │ F10, Ctrl-S        Lưu lại.                          │
              │ Alt-1              Mở mục thứ nhất.                  │
              │ F3, Ctrl-T         Ba.                               │
              │ F1, Alt-H          Cho xem các phím dùng được ở đây. │
              │ Ctrl-L             Vẽ lại toàn màn hình.             │
              │ Ctrl-Z             Về dòng lệnh; gõ fg để quay lại.  │
              │ Alt-V, Ctrl-Space  Đổi kiểu gõ tiếng Việt.           │
              │ Alt-M              Bật hoặc tắt chuột.               │
              │ Ctrl-G             Về màn hình đầu.                  │
              │ Esc đóng   ↑↓ cuộn                                   │
              └──────────────────────────────────────────────────────┘

             Gợi ý
             F1 Trợ giúp  F3 Ba  F10 Lưu  Ctrl-G Về đầu
            """)
        driver.press("f10", "down").type("x").press("esc").expectNoText("cuộn")
        #expect(log(driver) == ["start 60×13"])
    }

    @Test func helpScrollsWhereItDoesNotFit() {
        let driver = driver(rows: 10).press("f1").expectText("Lưu lại").expectNoText("Về màn hình đầu.")
        driver.press("end").expectText("Về màn hình đầu.").press("home").expectText("Lưu lại")
        driver.press("alt-h").expectNoText("cuộn")
    }

    // MARK: Effects

    @Test func anEffectAnswers() async {
        let driver = driver(Toy(script: ["a": { _ in [.run(id: "x") { .answer("1") }] }])).type("a")
        await driver.waitIdle()
        #expect(log(driver).last == "answer 1")
    }

    /// Blocks effects until the test lets them go on, without sleeping.
    actor Gate {
        private var isOpen = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func pass() async {
            if isOpen { return }
            await withCheckedContinuation { waiting.append($0) }
        }

        func open() {
            isOpen = true
            for continuation in waiting { continuation.resume() }
            waiting = []
        }
    }

    @Test func anotherOfTheSameIdSupersedesAndTheStaleAnswerIsDropped() async {
        let gate = Gate()
        let toy = Toy(script: [
            "a": { _ in
                [
                    .run(id: "x") {
                        await gate.pass()
                        return .answer(Task.isCancelled ? "stale, cancelled" : "stale")
                    }
                ]
            },
            "b": { _ in [.run(id: "x") { .answer("fresh") }] },
        ])
        let driver = driver(toy).type("ab")
        await gate.open()
        await driver.waitIdle()
        // The stale one posts too, at some time; nobody may see it.
        for _ in 0..<100 { await Task.yield() }
        driver.stage.takeReplies()
        #expect(log(driver).dropFirst() == ["a", "b", "answer fresh"])
    }

    @Test func aCancelledEffectIsToldAndItsAnswerDropped() async {
        let gate = Gate()
        let done = Gate()
        let toy = Toy(script: [
            "a": { _ in
                [
                    .run(id: "x") {
                        await gate.pass()
                        if Task.isCancelled { await done.open() }
                        return .answer("late")
                    }
                ]
            },
            "b": { _ in [.cancel(id: "x")] },
        ])
        let driver = driver(toy).type("ab")
        #expect(!driver.stage.isBusy)
        await gate.open()
        await done.pass()
        for _ in 0..<100 { await Task.yield() }
        await driver.waitIdle()
        #expect(log(driver).dropFirst() == ["a", "b"])
    }

    @Test func theSpinnerComesAfterAWhile() async {
        let gate = Gate()
        let toy = Toy(script: [
            "a": { _ in
                [
                    .run(id: "x") {
                        await gate.pass()
                        return .answer("1")
                    }
                ]
            }
        ])
        let driver = driver(toy).type("a")
        #expect(driver.stage.nextDeadline == 150)
        driver.advance(seconds: 0.149).expectNoText("◓")
        driver.advance(seconds: 0.001).expectText("◓")
        driver.advance(seconds: 0.2).expectText("◑")
        await gate.open()
        await driver.waitIdle()
        driver.expectNoText("◑")
        #expect(driver.stage.nextDeadline == nil)
    }

    @Test func timersFireInOrder() {
        let toy = Toy(script: [
            "a": { _ in
                [
                    .after(id: "1", seconds: 2, .ring(1)), .after(id: "2", seconds: 1, .ring(2)),
                    .after(id: "3", seconds: 3, .ring(3)), .cancel(id: "3"),
                    .after(id: "4", seconds: 1, .ring(4)), .after(id: "4", seconds: 5, .ring(5)),
                ]
            }
        ])
        let driver = driver(toy).type("a").advance(seconds: 0.9)
        #expect(log(driver).last == "a")
        driver.advance(seconds: 10)
        #expect(log(driver).dropFirst(2) == ["ring 2", "ring 1", "ring 5"])
        #expect(driver.stage.nextDeadline == nil)
    }

    // MARK: The stack

    @Test func aPushedScreenReturnsItsResult() {
        let upper = Toy(name: "Trên", script: ["!": { _ in [.pop(result: "chọn 5")] }])
        let driver = driver(Toy(script: ["a": { _ in [.push(upper)] }])).type("a")
        driver.expectText("Toy ▸ Trên").type("x!").expectNoText("Trên")
        #expect(log(driver).dropFirst() == ["a", "resumed chọn 5"])
    }

    @Test func aClosedScreensEffectsAreCancelled() async {
        let upper = Toy(
            name: "Trên", script: ["!": { _ in [.pop()] }],
            starting: [.run(id: "x") { .answer("late") }, .after(id: "y", seconds: 1, .ring(1))])
        let driver = driver(Toy(script: ["a": { _ in [.push(upper)] }])).type("a!")
        await driver.waitIdle()
        driver.advance(seconds: 2)
        #expect(log(driver).dropFirst() == ["a", "resumed -"])
    }

    @Test func closingTheRootQuits() {
        let driver = driver(Toy(script: ["!": { _ in [.pop()] }])).type("!")
        #expect(driver.requests == [.quit(nil)])
    }

    @Test func replacingKeepsWhatIsBelow() {
        let second = Toy(name: "Hai", script: ["!": { _ in [.pop()] }])
        let first = Toy(name: "Một", script: ["a": { _ in [.replace(second)] }])
        let driver = driver(Toy(script: ["a": { _ in [.push(first)] }])).type("aa")
        driver.expectText("Toy ▸ Hai").type("!").expectText("Toy |")
    }

    @Test func quittingAsksTheScreensBelow() {
        let upper = Toy(name: "Trên", script: ["q": { _ in [.quit(message: "Tạm biệt")] }])
        let objecting = driver(Toy(objects: true, script: ["a": { _ in [.push(upper)] }])).type("aq")
        #expect(objecting.requests.isEmpty)
        // The one that objects stands on top now, with its question.
        objecting.expectText(" Chưa lưu.").expectText("Toy |")
        let agreeing = driver(Toy(script: ["a": { _ in [.push(upper)] }])).type("aq")
        #expect(agreeing.requests == [.quit("Tạm biệt")])
    }

    @Test func goingToTheRootClosesWhatAgrees() {
        let upper = Toy(name: "Trên", script: ["r": { _ in [.popToRoot] }])
        let middle = Toy(name: "Giữa", objects: true, script: ["a": { _ in [.push(upper)] }])
        let driver = driver(Toy(script: ["a": { _ in [.push(middle)] }])).type("aar")
        driver.expectText("Toy ▸ Giữa |")
    }

    @Test func theChromeMayPushAScreenAndRunEffects() async {
        let toy = Toy(script: ["a": { _ in [.post("login"), .post("ping")] }])
        let driver = driver(toy).type("a").expectText("Toy ▸ Đăng nhập | login,ping")
        await driver.waitIdle()
        driver.expectText("login,ping,pong")
    }

    @Test func aHangupReachesEveryScreen() async {
        let toy = Toy(script: [
            "a": { _ in [.push(Toy(name: "Trên"))] },
            "hangup": { _ in [.run(id: "save") { .answer("saved") }] },
        ])
        let driver = driver(toy).type("a").hangUp()
        #expect(log(driver).last == "hangup")
        #expect(driver.stage.isBusy)
        await driver.waitIdle()
        driver.expectText("| hangup")
    }

    /// A link that is watched, a line that is held: such effects never answer.
    @Test func aHangupDoesNotWaitForTheChromesEndlessEffects() async {
        let toy = Toy(script: [
            "a": { _ in [.post("watch")] }, "hangup": { _ in [.run(id: "save") { .answer("saved") }] },
        ])
        let driver = driver(toy).type("a")
        #expect(driver.stage.isBusy)
        driver.hangUp()
        await driver.waitIdle()
        #expect(log(driver).last == "answer saved")
        #expect(!driver.stage.isBusy)
    }

    // MARK: Toasts

    @Test func aToastStaysAWhileAndAnErrorLonger() {
        let toy = Toy(script: [
            "a": { _ in [.toast("Đã lưu.", .success)] }, "b": { _ in [.toast("Không lưu được.", .error)] },
        ])
        let driver = driver(toy).type("a").advance(seconds: 3.9).expectText("Đã lưu.")
        driver.advance(seconds: 0.2).expectNoText("Đã lưu.").expectText("Gợi ý")
        driver.type("b").advance(seconds: 9.9).expectText("Không lưu được.")
        driver.advance(seconds: 0.2).expectNoText("Không")
        #expect(driver.stage.nextDeadline == nil)
    }

    @Test func aCoveredErrorComesBack() {
        let toy = Toy(script: [
            "a": { _ in [.toast("Đã lưu.", .success)] }, "b": { _ in [.toast("Không lưu được.", .error)] },
        ])
        let driver = driver(toy).type("b").advance(seconds: 3).type("a").expectText("Đã lưu.")
        driver.advance(seconds: 4).expectText("Không lưu được.").advance(seconds: 6.9).expectText("Không")
        driver.advance(seconds: 0.2).expectNoText("Không")
    }

    @Test("What was said well and seen does not come back after the next words; what nobody saw yet does")
    func whatWasSeenIsOver() {
        let toy = Toy(script: [
            "a": { _ in [.toast("Đã đọc thẻ.", .success)] }, "b": { _ in [.toast("Đã điền.", .success)] },
        ])
        let driver = driver(toy).type("a").advance(seconds: 1.5).type("b").expectText("Đã điền.")
        driver.advance(seconds: 4.1).expectNoText("Đã")
        driver.type("ab").expectText("Đã điền.").advance(seconds: 4.1).expectText("Đã đọc thẻ.")
    }

    /// What is said of one screen is not said over another one, and not any more once that screen has gone.
    @Test func aMessageBelongsToItsScreen() {
        let upper = Toy(
            name: "Oben",
            script: [
                "b": { _ in [.toast("Thẻ của Ánh.", .error)] },
                "c": { _ in [.toast("Đã xóa nháp.", .success), .pop()] },
            ])
        let toy = Toy(script: [
            "a": { _ in [.toast("Đĩa đầy.", .error)] }, "p": { _ in [.push(upper)] },
        ])
        let driver = driver(toy).type("a").expectText("Đĩa đầy.").type("p").expectNoText("Đĩa đầy.")
        driver.advance(seconds: 60).type("b").expectText("Thẻ của Ánh.").type("c")
        // The last words are for the screen below; then its own come back for their time.
        driver.expectNoText("Thẻ của Ánh.").expectText("Đã xóa nháp.").advance(seconds: 4.1)
        driver.expectNoText("Đã xóa nháp.").expectText("Đĩa đầy.").advance(seconds: 10.1)
        driver.expectNoText("Đĩa đầy.")
        #expect(driver.stage.nextDeadline == nil)
    }

    @Test func messagesAreTakenBack() {
        let upper = Toy(
            name: "Oben",
            script: [
                "b": { _ in [.toast("Thẻ của Ánh.", .error)] }, "c": { _ in [.clearToasts()] },
                "d": { _ in [.clearToasts(all: true)] }, "e": { _ in [.pop()] },
            ])
        let toy = Toy(script: [
            "a": { _ in [.toast("Đĩa đầy.", .error)] }, "p": { _ in [.push(upper)] },
        ])
        let driver = driver(toy).type("apb").expectText("Thẻ của Ánh.").type("c").expectNoText("Thẻ")
        driver.type("e").expectText("Đĩa đầy.").type("pde").expectNoText("Đĩa đầy.")
    }

    @Test func aLongMessageShowsTheHalfThatSaysWhatToDo() {
        let long =
            "Không ghi được bản nháp vì ổ đĩa đã đầy; những gì vừa gõ chỉ còn ở bộ nhớ. "
            + "Xóa bớt tệp trong thư mục của bạn rồi bấm Ctrl-S để lưu lại."
        let toy = Toy(script: ["a": { _ in [.toast(SafeText(long), .error)] }])
        let driver = driver(toy).type("a")
        driver.expectText("bấm Ctrl-S để lưu lại.")
        let rows = driver.screenText.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows[8].contains("Không ghi được") && rows[10].contains("lưu lại."))
    }

    /// A screen with something at its end, and a message.
    private struct Edge: Screen {
        typealias Message = Never
        var says: SafeText
        var title: SafeText { "Mép" }
        var scopes: [String] { [] }

        mutating func handle(_ event: ScreenEvent<Message>, _ context: ScreenContext) -> [Effect<Message>] {
            []
        }

        func draw(into canvas: inout Canvas, _ context: ScreenContext) {
            canvas.put("mép dưới", at: Point(0, canvas.size.rows - 1))
        }

        func messageLine(_ context: ScreenContext) -> MessageLine? { MessageLine(says) }
    }

    @Test(
        "A long message takes rows from the screen, and covers nothing of it",
        arguments: [1, 12, 60])
    func aLongMessageCoversNothing(words: Int) {
        let long = SafeText(String(repeating: "rất dài ", count: words))
        let driver = TestDriver(
            screen: Edge(says: long), size: Size(columns: 60, rows: 12), actions: Toy.actions,
            chrome: ToyChrome())
        let rows = driver.screenText.split(separator: "\n", omittingEmptySubsequences: false)
        let count = rows.count { $0.contains("rất dài") }
        #expect(count == min(3, (words + 6) / 7), "three rows at most")
        #expect(rows[10 - count].contains("mép dưới"))
        #expect(driver.screenText.contains("…") == (words == 60))
    }

    // MARK: Scans

    @Test func aScanTakesItsFirstLetterBack() {
        let driver = driver(Toy(inField: true))
        driver.type("ab")
        driver.stage.mark()
        driver.type("H")
        driver.stage.takeBack()
        driver.scan("H26")
        #expect(log(driver).dropFirst() == ["a", "b", "scan H26"])
        // What lies further back is not touched.
        driver.stage.mark()
        driver.type("xy")
        driver.stage.takeBack()
        #expect(log(driver).suffix(2) == ["x", "y"])
    }

    @Test func takingBackLosesNoAnswer() async {
        let driver = driver(Toy(inField: true, script: ["a": { _ in [.run(id: "x") { .answer("1") }] }]))
        driver.type("a")
        driver.stage.mark()
        driver.type("H")
        await driver.waitIdle()
        driver.stage.takeBack()
        #expect(log(driver).dropFirst() == ["a", "H", "answer 1"])
    }

    @Test func settings() {
        let toy = Toy(script: [
            "e": { _ in [.setLanguage(.en), .setTheme(.light), .bell, .suspend, .setMouse(true)] }
        ])
        let driver = driver(toy).type("e").expectText("F1 Help")
        #expect(driver.stage.theme.name == "light")
        #expect(driver.requests == [.repaint, .bell, .suspend, .mouse(true)])
        driver.press("ctrl-l", "ctrl-z")
        #expect(driver.requests.suffix(2) == [.repaint, .suspend])
    }

    /// A list with the details of its row on the message line.
    private struct Detailed: Screen {
        typealias Message = Never
        var row = 0
        var ticks = 0
        var due: Int64?

        var title: SafeText { "Danh sách" }
        var scopes: [String] { [] }
        var deadline: Int64? { due }

        mutating func handle(_ event: ScreenEvent<Never>, _ context: ScreenContext) -> [Effect<Never>] {
            if case .input(.key(Key(.down))) = event { row += 1 }
            if case .input(.tick) = event { ticks += 1 }
            return []
        }

        func draw(into canvas: inout Canvas, _ context: ScreenContext) {}

        func messageLine(_ context: ScreenContext) -> MessageLine? {
            MessageLine("Chi tiết dòng \(row)", waits: true)
        }
    }

    @Test func detailsWaitUntilTheKeysRest() {
        let driver = TestDriver(screen: Detailed())
        driver.expectText("Chi tiết dòng 0")
        driver.press("down")
        driver.expectNoText("Chi tiết")
        driver.advance(seconds: 0.15).press("down")
        driver.advance(seconds: 0.15)
        driver.expectNoText("Chi tiết")
        #expect(driver.stage.nextDeadline != nil)
        driver.advance(seconds: 0.06)
        #expect(driver.stage.needsDraw)
        driver.expectText("Chi tiết dòng 2")
        #expect(driver.stage.nextDeadline == nil, "nothing wakes the program any more")
    }

    @Test func aScreenIsToldOfItsMomentOnce() {
        let driver = TestDriver(screen: Detailed(due: 500))
        driver.advance(seconds: 0.4)
        #expect(driver.screen(as: Detailed.self)?.ticks == 0)
        driver.advance(seconds: 5)
        #expect(driver.screen(as: Detailed.self)?.ticks == 1)
    }

    @Test("WC-1 status messages are announced in one fixed place, above the key bar")
    func oneFixedPlace() {
        let time = ManualTime()
        var toy = Toy()
        toy.script["t"] = { _ in [.toast("Đã lưu.", .success)] }
        toy.script["e"] = { _ in [.toast("Máy chủ không trả lời.", .error)] }
        let driver = TestDriver(screen: toy, time: time)
        func place(_ text: String) -> Int? {
            driver.screenText.split(separator: "\n", omittingEmptySubsequences: false)
                .firstIndex { $0.contains(text) }
        }
        #expect(place("Gợi ý") == 22)
        driver.press("t")
        #expect(place("Đã lưu.") == 22)
        driver.press("e")
        #expect(place("Máy chủ không trả lời.") == 22)
    }
}
