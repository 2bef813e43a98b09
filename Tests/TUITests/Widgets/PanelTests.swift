import Forms
import TUI
import TUITesting
import Testing

@Suite struct PanelTests {
    private func press(_ widget: inout some Widget, _ names: String...) -> [WidgetOutcome] {
        names.map { name in Key(name: name).map { widget.handle(.key($0)) } ?? .ignored }
    }

    private func drawn(_ dialog: Dialog, _ columns: Int = 60, _ rows: Int = 12) -> Canvas {
        canvas(columns, rows) {
            dialog.draw(into: &$0, bounds: $0.bounds, context: ScreenContext(size: $0.size))
        }
    }

    private let leave = Dialog(
        title: "Rời biểu mẫu", text: "Nháp đã lưu lúc 09:41. Bỏ nháp này thì không lấy lại được.",
        buttons: [
            Dialog.Button("drop", "Bỏ nháp", isDanger: true), Dialog.Button("stay", "Ở lại"),
            Dialog.Button("keep", "Giữ nháp"),
        ])

    @Test func dangerIsNeverUnderTheFirstEnter() {
        var dialog = leave
        #expect(dialog.chosen == "keep")
        expectScreen(
            drawn(dialog),
            """



            ┌ Rời biểu mẫu ────────────────────────────────────────────┐
            │ Nháp đã lưu lúc 09:41. Bỏ nháp này thì không lấy lại     │
            │ được.                                                    │
            │                                                          │
            │ [ Bỏ nháp ]  [ Ở lại ]  [ Giữ nháp ]                     │
            └──────────────────────────────────────────────────────────┘
            """)
        #expect(press(&dialog, "tab", "enter") == [.handled, .accepted])
        #expect(dialog.chosen == "drop")
        #expect(press(&dialog, "esc") == [.cancelled])
    }

    @Test func lettersGoToAButtonAndDoNotPressIt() {
        var dialog = leave
        #expect(dialog.handle(.text("o")) == .handled)
        #expect(dialog.chosen == "stay")
    }

    @Test func workingDialogsTakeNothing() {
        var dialog = leave
        dialog.isWorking = true
        #expect(press(&dialog, "enter", "esc", "tab") == [.refused, .refused, .handled])
        #expect(dialog.chosen == "keep")
    }

    @Test func smallWindowsScrollTheTextAndKeepTheButtons() {
        var dialog = Dialog(
            title: "Điều kiện", text: Phrase((1...30).map { "Điều \($0)." }.joined(separator: "\n")),
            buttons: [Dialog.Button("ok", ToolkitStrings.ok)])
        let first = drawn(dialog, 40, 8).text()
        #expect(first.contains("Điều 1.") && first.contains("[ Đồng ý ]") && !first.contains("Điều 30."))
        for _ in 0..<10 { _ = press(&dialog, "pgdn") }
        #expect(drawn(dialog, 40, 8).text().contains("Điều 30."))
        for columns in 0...30 {
            for rows in 0...6 { _ = drawn(dialog, columns, rows) }
        }
    }

    @Test func pagerScrollsByPages() {
        var pager = Pager(Phrase((1...50).map { "Dòng \($0)" }.joined(separator: "\n")))
        func shown() -> String {
            canvas(20, 10) { pager.draw(into: &$0, area: $0.bounds, context: ScreenContext(size: $0.size)) }
                .text()
        }
        #expect(shown().contains("Dòng 10") && !shown().contains("Dòng 11"))
        _ = press(&pager, "pgdn")
        #expect(shown().contains("Dòng 10\n") == false && shown().contains("Dòng 19"))
        _ = press(&pager, "end")
        #expect(shown().contains("Dòng 50"))
        _ = press(&pager, "up", "home")
        #expect(pager.offset == 0)
        #expect(press(&pager, "esc") == [.cancelled])
    }

    @Test func tabsNameTheOpenPageWithoutColour() {
        let tabs = Tabs(
            [.init(title: "Người nộp"), .init(title: "Thủ tục", hasError: true), .init(title: "Giấy tờ")],
            selected: 1)
        expectScreen(
            canvas(60, 1) { tabs.draw(into: &$0, area: $0.bounds) }, " 1 Người nộp  [2 Thủ tục !]  3 Giấy tờ")
        expectScreen(canvas(26, 1) { tabs.draw(into: &$0, area: $0.bounds) }, " 1  [2 Thủ tục !]  3")
    }

    @Test func uprightBarsWithTheirNumbers() {
        let chart = BarChart([
            .init(label: "08", value: 4), .init(label: "09", value: 8), .init(label: "10", value: 0),
            .init(label: "11", value: 1),
        ])
        expectScreen(
            canvas(24, 6) { chart.draw(into: &$0, area: $0.bounds, context: ScreenContext(size: $0.size)) },
            """
                    8
                  █████
              4   █████
            █████ █████         1
            █████ █████   0   ▄▄▄▄▄
             08    09    10    11
            """)
    }

    @Test func flatBarsWithTheirNumbers() {
        let chart = BarChart(
            [.init(label: "Mới", value: 1_500), .init(label: "Quá hạn", value: 30, role: .overdue)],
            orientation: .flat)
        expectScreen(
            canvas(30, 2) { chart.draw(into: &$0, area: $0.bounds, context: ScreenContext(size: $0.size)) },
            """
            Mới     1.500 ████████████████
            Quá hạn    30 █
            """)
        expectScreen(
            canvas(30, 2) {
                chart.draw(into: &$0, area: $0.bounds, context: ScreenContext(size: $0.size, ascii: true))
            },
            """
            Mới     1.500 ################
            Quá hạn    30 #
            """)
    }

    @Test func chartsOfAnything() {
        for values in [[], [0], [0, 0], [Int.max, 1], [-5, 5], Array(repeating: 3, count: 100)] {
            for orientation in [BarChart.Orientation.upright, .flat] {
                let chart = BarChart(
                    values.enumerated().map { .init(label: SafeText(HostileText.all[$0 % 15]), value: $1) },
                    orientation: orientation)
                for rows in 0...6 {
                    _ = canvas(20, rows) {
                        chart.draw(into: &$0, area: $0.bounds, context: ScreenContext(size: $0.size))
                    }
                }
            }
        }
    }

    @Test func scrollBarTouchesTheEndsOnlyAtTheEnds() {
        for rows in 1...20 {
            for total in 0...60 {
                for first in 0...max(0, total - rows) {
                    let drawn = canvas(1, rows) {
                        ScrollBar.draw(into: &$0, area: $0.bounds, total: total, first: first)
                    }.text()
                    #expect(drawn.contains("█") == (total > rows))
                }
            }
        }
    }

    @Test func noTwoActionsOfTheToolkitClaimOneKey() {
        let table = ActionTable(
            FormActions.all + Table<TableTests.Dossier>.actions + Dialog.actions + Button.actions)
        #expect(table.conflicts().isEmpty, "\(table.conflicts())")
        let unnamed = table.actions.filter { $0.keys.isEmpty }
        #expect(unnamed.isEmpty, "\(unnamed.map(\.id))")
        #expect(table.actions.allSatisfy { $0.name.en != nil && $0.help.en != nil })
    }

    @Test func everyFunctionKeyHasATwin() {
        for action in FormActions.all {
            let isFunction = action.keys.contains { if case .function = $0.code { true } else { false } }
            guard isFunction else { continue }
            #expect(
                action.keys.contains { !$0.modifiers.intersection([.control, .alt]).isEmpty },
                "\(action.id.rawValue)")
        }
    }
}
