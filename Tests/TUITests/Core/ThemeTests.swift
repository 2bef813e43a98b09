import Foundation
import Testing

@testable import TUI

@Suite struct ThemeTests {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "themes")

    static func file(_ theme: Theme) throws -> String {
        try String(contentsOf: folder.appending(path: "\(theme.name).toml"), encoding: .utf8)
    }

    @Test func theFilesAreTheBuiltInThemes() throws {
        for theme in Theme.builtIn {
            let text = try Self.file(theme)
            #expect(try Theme.load(toml: text) == theme)
            // Every role stands in the file, so that it can be copied and changed.
            for role in Role.allCases { #expect(text.contains("\n\(role.rawValue) = "), "\(role)") }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
        #expect(Set(names) == Set(Theme.builtIn.map { "\($0.name).toml" }))
    }

    /// WCAG's contrast of the two colours that the screen shows.
    static func contrast(_ style: Style) -> Double? {
        guard case .palette(let foreground) = style.foreground,
            case .palette(let background) = style.background
        else { return nil }
        return Palette.contrast(foreground, background)
    }

    @Test func contrastIsThatOfTheStandard() {
        #expect(Palette.contrast(15, 16) == 21)
        #expect(Palette.contrast(7, 7) == 1)
        // #767676 on white is the classic 4.54; 243 is #767676.
        #expect(abs(Palette.contrast(243, 15) - 4.54) < 0.01)
    }

    static let readable: [(Theme, Double)] = [
        (.dark, 4.5), (.light, 4.5), (.sixteenColour, 4.5), (.highContrast, 7),
    ]

    @Test("WC-1 text has a contrast of 4.5 : 1 at least in every theme", arguments: readable)
    func everyRoleCanBeRead(_ theme: Theme, _ least: Double) throws {
        for role in Role.allCases {
            let contrast = try #require(
                Self.contrast(theme.style(role)), "\(theme.name) \(role) has no colours")
            #expect(contrast >= least, "\(theme.name) \(role): \(contrast)")
        }
    }

    /// Also where the terminal has fewer colours than the theme.
    @Test(arguments: [8, 16], [Theme.dark, .light, .sixteenColour, .highContrast])
    func nothingVanishesWithFewerColours(_ colours: Int, _ theme: Theme) throws {
        for role in Role.allCases {
            let style = theme.style(role).reduced(to: colours)
            let contrast = try #require(Self.contrast(style))
            #expect(contrast >= 3, "\(theme.name) \(role) in \(colours) colours: \(contrast)")
        }
    }

    /// Nothing is told by colour alone; text and the ground of dialogs tell nothing.
    @Test(arguments: Theme.builtIn)
    func everyRoleHasAnAttribute(_ theme: Theme) {
        for role in Role.allCases where role != .text && role != .dialog {
            #expect(!theme.style(role).attributes.isEmpty, "\(theme.name) \(role)")
        }
    }

    @Test(arguments: Theme.builtIn)
    func whatMustNotBeConfusedLooksDifferent(_ theme: Theme) {
        let pairs: [(Role, Role)] = [
            (.field, .fieldFocused), (.button, .buttonFocused), (.border, .borderFocused),
            (.tab, .tabSelected), (.text, .selection), (.text, .error), (.error, .warning), (.text, .overdue),
            (.overdue, .dueSoon), (.field, .placeholder), (.field, .filled), (.text, .disabled),
        ]
        for (a, b) in pairs { #expect(theme.style(a) != theme.style(b), "\(theme.name): \(a), \(b)") }
    }

    /// The focused field is what ncurses takes for normal, so that typing costs one byte a letter.
    @Test(arguments: [Theme.dark, .light, .sixteenColour, .highContrast])
    func typingIsCheap(_ theme: Theme) {
        #expect(theme.style(.fieldFocused).unreversed.attributes.isEmpty)
        #expect(theme.style(.text).attributes.isEmpty)
    }

    @Test func aThemeOfOnesOwn() throws {
        let theme = try Theme.load(
            toml: """
                name = "mine"
                base = "light"
                [roles]
                error = "9 on 15 bold underline"
                """)
        #expect(theme.name == "mine")
        #expect(theme.style(.error) == Style(.palette(9), on: .palette(15), [.bold, .underline]))
        #expect(theme.style(.label) == Theme.light.style(.label))
    }

    @Test(arguments: [
        ("name = ", "not TOML"), ("base = \"dark\"", "name"), ("name = \"x\"\nbase = \"pink\"", "pink"),
        ("name = \"x\"\n[roles]\nfoo = \"1\"", "foo"), ("name = \"x\"\n[roles]\nerror = \"1 on\"", "1 on"),
        ("name = \"x\"\n[roles]\nerror = \"256\"", "256"),
        ("name = \"x\"\n[roles]\nerror = \"1 shiny\"", "shiny"),
        ("name = \"x\"\n[roles]\nerror = 5", "error"), ("name = \"x\"\ncolour = 1", "colour"),
    ])
    func mistakesAreNamed(_ toml: String, _ part: String) {
        let error = #expect(throws: ThemeError.self) { try Theme.load(toml: toml) }
        #expect(error?.description.contains(part) == true)
    }

    @Test func rolesHaveDifferentLettersAndPlaces() {
        #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
        #expect(Role.allCases.map(\.index) == Array(Role.allCases.indices))
    }
}
