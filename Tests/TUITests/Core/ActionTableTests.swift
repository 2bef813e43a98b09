import Forms
import Testing

@testable import TUI

@Suite struct ActionTableTests {
    let table = ActionTable(ActionTable.programActions + Toy.actions)

    func key(_ name: String) throws -> Key {
        try #require(Key(name: name))
    }

    // MARK: Keys

    @Test(arguments: [
        ("f10", "F10"), ("ctrl-s", "Ctrl-S"), ("Ctrl-S", "Ctrl-S"), ("alt-shift-left", "Alt-Shift-←"),
        ("pgdn", "PgDn"), ("space", "Space"), (":", ":"), ("G", "G"), ("g", "g"), ("shift-tab", "Shift-Tab"),
        ("alt--", "Alt--"), ("-", "-"), ("ctrl-_", "Ctrl-_"), ("ctrl-alt-x", "Ctrl-Alt-X"), ("đ", "đ"),
    ])
    func names(_ name: String, _ label: String) throws {
        #expect(try key(name).label == label)
    }

    @Test(arguments: ["", "f0", "f13", "ctrl-", "hyper-x", "ab", "ctrl", "f1x"])
    func whatIsNoKey(_ name: String) {
        #expect(Key(name: name) == nil)
    }

    // MARK: Dispatch

    @Test func theInnermostScopeWins() throws {
        let table = ActionTable([
            Action("form.help", "Trợ giúp ô", help: "", keys: "f1", "ctrl-b", scope: "form"),
            Action("a.help", "Trợ giúp", help: "", keys: "f1", "alt-h", scope: "global"),
        ])
        #expect(table.action(for: try key("f1"), scopes: ["form", "global"], inField: true) == "form.help")
        #expect(table.action(for: try key("f1"), scopes: ["global"], inField: true) == "a.help")
        #expect(table.action(for: try key("alt-h"), scopes: ["form", "global"], inField: true) == "a.help")
        // The outer one shows, and tells, only the key that is left to it.
        #expect(
            table.visible(scopes: ["form", "global"]).map { $0.keys.map(\.label) } == [
                ["F1", "Ctrl-B"], ["Alt-H"],
            ])
    }

    @Test(arguments: ["a", "space", "backspace", "delete", "left", "right", "home", "end", "shift-left"])
    func aFieldKeepsWhatEditsText(_ name: String) throws {
        let table = ActionTable([Action("x", "x", help: "", keys: name, scope: "s")])
        #expect(table.action(for: try key(name), scopes: ["s"], inField: true) == nil)
        #expect(table.action(for: try key(name), scopes: ["s"], inField: false) == "x")
    }

    // MARK: Checks

    @Test func theProgramsOwnTableIsRight() {
        #expect(table.problems() == [])
    }

    @Test func problemsAreFound() {
        let table = ActionTable([
            Action("a", "a", help: "", keys: "ctrl-s", scope: "s"),
            Action("b", "b", help: "", keys: "f2", "ctrl-s", scope: "s"),
            Action("c", "c", help: "", keys: "f3", scope: "s"),
            Action("d", "d", help: "", keys: "ctrl-i", "ctrl-1", "strg-x", scope: "s"),
            Action("d", "d", help: "", keys: "ctrl-s", scope: "t"),
        ])
        #expect(table.conflicts().map(\.actions) == [["a", "b"]])
        #expect(
            table.problems() == [
                "s: Ctrl-S runs a, b", "c: F3 has no twin with Ctrl or Alt", "d: there is no key \"strg-x\"",
                "d: no terminal can tell Ctrl-I", "d: no terminal can tell Ctrl-1",
                "d stands in the table twice",
            ])
    }

    // MARK: Keymaps

    @Test func aKeymapReplacesKeys() throws {
        let changed = try table.applying(
            keymap: """
                "toy.save" = ["ctrl-w"]
                toy.find = ["f2", "alt-f"]
                "toy.first" = []
                """)
        #expect(changed["toy.save"]?.keys == [try key("ctrl-w")])
        #expect(changed.action(for: try key("f10"), scopes: ["toy"], inField: false) == nil)
        #expect(changed.action(for: try key("f2"), scopes: ["toy"], inField: false) == "toy.find")
        #expect(changed["toy.first"]?.keys == [])
        #expect(changed["toy.three"]?.keys.count == 2)
    }

    @Test func aKeymapsMistakesAreAllTold() throws {
        let error = #expect(throws: KeymapError.self) {
            try table.applying(
                keymap: """
                    "toy.sav" = ["f10"]
                    "toy.find" = "f2"
                    "toy.three" = ["f33", "ctrl-s"]
                    """)
        }
        #expect(
            error?.problems.map(\.vi).sorted() == [
                "keymap.toml, dòng 1: không có hành động \"toy.sav\"; xem tên trong docs/keys.md.",
                "keymap.toml, dòng 2: \"toy.find\" cần một danh sách phím, ví dụ [\"f10\", \"ctrl-s\"].",
                "keymap.toml, dòng 3: \"toy.three\": không có phím \"f33\" trên máy trạm dòng lệnh.",
                "keymap.toml, dòng 3: phím Ctrl-S bị gán cho nhiều hành động: toy.save, toy.three.",
            ])
    }

    @Test func aMistakeInATableTellsItsLineToo() throws {
        let error = #expect(throws: KeymapError.self) {
            try table.applying(keymap: "[toy]\n# keys\nfind = \"f2\"\n")
        }
        #expect(error?.problems.first?.vi.hasPrefix("keymap.toml, dòng 3: \"toy.find\"") == true)
    }

    @Test(arguments: [
        "= ", "\"a\" = [", "toy.save = []\n\u{0}x", "a = [[[[[[", "\"toy.save\" = [1]", "toy = 3",
        "toy.save.x = []",
    ])
    func aBrokenKeymapIsNeverTaken(_ toml: String) {
        let error = #expect(throws: KeymapError.self) { try table.applying(keymap: toml) }
        #expect(error?.problems.isEmpty == false)
        for problem in error?.problems ?? [] {
            #expect(problem.vi.hasPrefix("keymap.toml") && problem.text(.en).hasPrefix("keymap.toml"))
        }
    }

    @Test func aBrokenKeymapTellsItsLine() throws {
        let error = #expect(throws: KeymapError.self) { try table.applying(keymap: "\n\"toy.save\" = = 3\n") }
        #expect(error?.problems.count == 1)
        #expect(error?.problems.first?.vi.contains("dòng 2") == true, "\(String(describing: error))")
    }

    // MARK: Documentation

    @Test func theReferenceOfKeys() {
        let table = ActionTable([
            Action(
                "toy.save", Phrase("Lưu", en: "Save"), help: "Lưu lại.", keys: "f10", "ctrl-s", scope: "toy"),
            Action("app.or", "Hoặc", help: "Cái này | cái kia.", keys: "ctrl-g", scope: "global"),
        ])
        let text = table.markdown(.vi, scopeNames: ["toy": "Đồ chơi"])
        #expect(
            text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).joined(separator: "\n")
                == """

                ## Đồ chơi

                | Phím | Việc | Giải thích | Tên trong keymap.toml |
                | --- | --- | --- | --- |
                | `F10`, `Ctrl-S` | Lưu | Lưu lại. | `toy.save` |

                ## global

                | Phím | Việc | Giải thích | Tên trong keymap.toml |
                | --- | --- | --- | --- |
                | `Ctrl-G` | Hoặc | Cái này \\| cái kia. | `app.or` |

                """)
        #expect(table.markdown(.en).contains("| Save |"))
    }
}
