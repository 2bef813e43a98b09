import Forms
import Foundation
import TUI
import Testing

@testable import desk

@Suite("Actions")
struct ActionTests {
    @Test("No two actions of one scope are on one key")
    func conflicts() {
        #expect(DeskActions.table.conflicts().isEmpty, "\(DeskActions.table.conflicts())")
    }

    @Test("Every F-key of desk has a twin with Ctrl or Alt, or a plain key")
    func twins() {
        for action in DeskActions.own {
            let functions = action.keys.filter { if case .function = $0.code { true } else { false } }
            #expect(
                functions.isEmpty || functions.count < action.keys.count,
                "\(action.id.rawValue) has only F-keys")
        }
    }

    @Test("Every action has keys, a name and a sentence in both languages")
    func words() {
        for action in DeskActions.own {
            #expect(!action.keys.isEmpty, "\(action.id.rawValue)")
            for phrase in [action.name, action.help] {
                #expect(!phrase.vi.isEmpty && phrase.en?.isEmpty == false, "\(action.id.rawValue)")
            }
        }
    }

    @Test("Every place where keys hold is called by its name in both languages")
    func scopes() {
        for action in DeskActions.own {
            let name = Strings.Keys.scopes[action.scope]
            #expect(name?.vi.isEmpty == false && name?.en?.isEmpty == false, "\(action.scope)")
        }
    }

    @Test("docs/keys.md is what desk --keys-markdown prints")
    func document() throws {
        let file = Sources.root + "/docs/keys.md"
        let text = try String(decoding: Data(contentsOf: URL(filePath: file)), as: UTF8.self)
        #expect(
            text == KeysDocument.markdown(), "make docs/keys.md anew: desk --keys-markdown > docs/keys.md")
    }
}

/// The project's files, for tests that read them.
enum Sources {
    static var root: String {
        var parts = #filePath.split(separator: "/")
        parts.removeLast(3)
        return "/" + parts.joined(separator: "/")
    }

    /// The Swift files under a folder of the project.
    static func files(_ folder: String) -> [String] {
        let base = root + "/" + folder
        let names = FileManager.default.subpaths(atPath: base) ?? []
        return names.filter { $0.hasSuffix(".swift") }.map { base + "/" + $0 }
    }
}

@Suite("Keys of the intake over a form")
struct IntakeKeyTests {
    /// What the intake does itself in place of the form: mending, turning and sending mean the whole intake.
    private static let meant: Set<String> = [
        "form.next_error", "form.submit", "form.next_page", "form.previous_page",
    ]

    @Test("The intake takes no key away from its forms that they need: Alt-S of a list of files was lost so")
    func shadows() {
        let intake = DeskActions.rows.filter { $0.scope == "intake" }
        let forms = DeskActions.rows.filter {
            ["form", "text", "picker", "choice", "time", "spin", "slider", "slider_upright", "files"]
                .contains($0.scope)
        }
        for action in forms where !Self.meant.contains(action.id.rawValue) {
            for key in action.keys {
                let taken = intake.first { $0.keys.contains(key) }
                #expect(taken == nil, "\(action.id) loses \(key.label) to \(taken?.id.rawValue ?? "")")
            }
        }
    }
}
