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

    private static func isRed(_ colour: Colour) -> Bool {
        guard case .palette(let index) = colour else { return false }
        let (red, green, blue) = Palette.rgb(index)
        return red > 100 && red > 2 * max(green, blue)
    }

    /// Whatever the roles are called: what the eye sees.
    @Test(
        "G-1, G-2 the star and the errors are red in every theme that has colours", arguments: coloured,
        [256, 16])
    func starAndErrorsAreRed(_ theme: Theme, _ colours: Int) {
        #expect(Self.isRed(theme.style(.required, colours: colours).foreground), "\(theme.name) star")
        let error = theme.style(.error, colours: colours)
        #expect(Self.isRed(error.foreground) || Self.isRed(error.background), "\(theme.name) error")
        #expect(theme.style(.error, colours: 256).attributes.contains(.bold))
        #expect(theme.style(.required, colours: 256) != theme.style(.warning, colours: 256))
    }

    static let coloured: [Theme] = [.dark, .light, .sixteenColour, .highContrast]

    /// Every cell has one role, and every role both colours of its own, so these are the grounds that text is
    /// really drawn on; also where the terminal has fewer colours than the theme, and where bold is bright.
    @Test("WC-1 text stands out by 4.5:1 in every role of every theme", arguments: coloured, [256, 16, 8])
    func everyRoleCanBeRead(_ theme: Theme, _ colours: Int) throws {
        for role in Role.allCases {
            let style = theme.style(role, colours: colours)
            let contrast = try #require(Self.contrast(style), "\(theme.name) \(role) has no colours")
            let least = theme == .highContrast && colours == 256 ? 7 : 4.5
            #expect(contrast >= least, "\(theme.name) \(role) in \(colours) colours: \(contrast)")
            var bright = style
            if style.attributes.contains(.bold), case .palette(let index) = style.foreground, index < 8 {
                bright.foreground = .palette(index + 8)
            }
            let shown = try #require(Self.contrast(bright))
            #expect(shown >= 4.5, "\(theme.name) \(role) where bold is bright: \(shown)")
        }
    }

    /// Half-bright text has two thirds of its colour at most; no theme says how much.
    @Test("WC-1 no theme takes strength from its colours", arguments: coloured)
    func nothingIsHalfBright(_ theme: Theme) {
        for role in Role.allCases {
            #expect(!theme.style(role).attributes.contains(.dim), "\(theme.name) \(role)")
        }
    }

    /// WCAG 1.4.11 and 2.4.7: what has the focus stands out from what has not.
    @Test("WC-1 the focus is seen in every theme", arguments: coloured, [256, 16, 8])
    func theFocusIsSeen(_ theme: Theme, _ colours: Int) throws {
        let pairs: [(Role, Role)] = [
            (.field, .fieldFocused), (.button, .buttonFocused), (.tab, .tabSelected), (.text, .selection),
        ]
        for (plain, focused) in pairs {
            let one = theme.style(plain, colours: colours)
            let other = theme.style(focused, colours: colours)
            guard case .palette(let ground) = one.background, case .palette(let lit) = other.background else {
                Issue.record("\(theme.name) \(focused) has no ground")
                continue
            }
            let contrast = Palette.contrast(ground, lit)
            // A button without a ground of its own beside a lit one, or the other way round; or other attributes.
            #expect(
                contrast >= 3 || one.attributes != other.attributes,
                "\(theme.name) \(plain), \(focused) in \(colours) colours: \(contrast)")
        }
    }

    @Test("WC-1 without colour every state is told by attributes, and the cursor stands in the focus")
    func withoutColour() {
        for theme in Theme.builtIn {
            for role in Role.allCases {
                let style = theme.style(role, colours: 0)
                #expect(style.foreground == .standard && style.background == .standard)
                #expect(style == Theme.monochrome.style(role))
            }
        }
        for (plain, focused) in [
            (Role.field, Role.fieldFocused), (.button, .buttonFocused), (.tab, .tabSelected),
            (.text, .selection),
            (.border, .borderFocused), (.text, .error), (.error, .warning),
        ] {
            let one = Theme.monochrome.style(plain).attributes
            let other = Theme.monochrome.style(focused).attributes
            // Half-bright and italic are missing on many terminals; what has to be told apart needs neither.
            #expect(
                one.subtracting([.dim, .italic]) != other.subtracting([.dim, .italic]), "\(plain), \(focused)"
            )
        }
        let form = FormFixture.state().drawn()
        #expect(form.cursor != nil)
        #expect(form.cursor.map { form[$0].role } == .fieldFocused)
    }

    @Test func boldBlackStaysBlack() {
        let style = Style(.palette(0), on: .palette(15), [.bold])
        #expect(style.keptLegible(colours: 256) == Style(.palette(16), on: .palette(15), [.bold]))
        #expect(style.keptLegible(colours: 16) == Style(.palette(0), on: .palette(15)))
        let fine = Style(.palette(15), on: .palette(0), [.bold])
        #expect(fine.keptLegible(colours: 16) == fine)
    }

    /// Text, the ground of dialogs and the lines around things tell nothing.
    @Test("WC-1 nothing is told by colour alone", arguments: Theme.builtIn)
    func everyRoleHasAnAttribute(_ theme: Theme) {
        for role in Role.allCases where ![.text, .dialog, .border].contains(role) {
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

    @Test("WC-1 a theme of one's own tells which roles can hardly be read, the worst first")
    func faintRoles() throws {
        let text = """
            name = "my"
            base = "dark"
            [roles]
            field = "238 on 0"
            text = "0 on 0"
            label = "default on 0"
            title = "0 on 236 reverse"
            """
        let faint = try Theme.load(toml: text).faintRoles
        #expect(faint.map(\.role) == [.text, .title, .field])
        #expect(faint.map(\.colours) == ["0 on 0", "236 on 0", "238 on 0"])
        #expect(faint.first?.contrast == 1 && faint.allSatisfy { $0.contrast < 4.5 })
        for theme in Theme.builtIn { #expect(theme.faintRoles.isEmpty, "\(theme.name)") }
    }
}
