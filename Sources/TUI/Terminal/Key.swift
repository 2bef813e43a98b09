/// A key with its modifiers, as a terminal can tell it.
public struct Key: Hashable, Sendable {
    public enum Code: Hashable, Sendable {
        case enter, tab, backTab, escape, backspace, delete, insert
        case up, down, left, right, home, end, pageUp, pageDown
        /// 1…12.
        case function(Int)
        /// A printable character; lower case where a modifier is held.
        case character(Character)
    }

    public struct Modifiers: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        public static let shift = Modifiers(rawValue: 1)
        public static let alt = Modifiers(rawValue: 2)
        public static let control = Modifiers(rawValue: 4)
    }

    public var code: Code
    public var modifiers: Modifiers

    public init(_ code: Code, _ modifiers: Modifiers = []) {
        self.code = code
        self.modifiers = modifiers
    }

    /// A key from its name in keymap files: "f10", "ctrl-s", "alt-shift-left", "pgdn", ":", "space".
    /// Nil where there is no such key.
    public init?(name: String) {
        var rest = Substring(name.lowercased())
        var modifiers: Modifiers = []
        var found = true
        while found {
            found = false
            for (prefix, modifier) in Self.prefixes where rest.hasPrefix(prefix) && rest.count > prefix.count
            {
                rest = rest.dropFirst(prefix.count)
                modifiers.insert(modifier)
                found = true
            }
        }
        if let code = Self.codes[String(rest)] {
            self.init(code, modifiers)
        } else if rest.first == "f", let number = Int(rest.dropFirst()), (1...12).contains(number) {
            self.init(.function(number), modifiers)
        } else if rest.count == 1, let character = rest.first {
            // Without a modifier the case matters: "G" is not "g".
            self.init(.character(modifiers.isEmpty ? name.last ?? character : character), modifiers)
        } else {
            return nil
        }
        if code == .tab && modifiers == .shift { self = Key(.backTab) }
    }

    private static let prefixes: [(String, Modifiers)] = [
        ("ctrl-", .control), ("control-", .control), ("alt-", .alt), ("shift-", .shift),
    ]

    private static let codes: [String: Code] = [
        "enter": .enter, "return": .enter, "tab": .tab, "backtab": .backTab, "esc": .escape,
        "escape": .escape, "backspace": .backspace, "delete": .delete, "del": .delete,
        "insert": .insert, "ins": .insert, "up": .up, "down": .down, "left": .left, "right": .right,
        "home": .home, "end": .end, "pageup": .pageUp, "pgup": .pageUp, "pagedown": .pageDown,
        "pgdn": .pageDown, "space": .character(" "),
    ]

    /// How the key is written on the screen: "Ctrl-G", "F10", "PgDn", "↑".
    public var label: String {
        var label = ""
        if modifiers.contains(.control) { label += "Ctrl-" }
        if modifiers.contains(.alt) { label += "Alt-" }
        if modifiers.contains(.shift) { label += "Shift-" }
        switch code {
        case .enter: return label + "Enter"
        case .tab: return label + "Tab"
        case .backTab: return label + "Shift-Tab"
        case .escape: return label + "Esc"
        case .backspace: return label + "Backspace"
        case .delete: return label + "Del"
        case .insert: return label + "Ins"
        case .up: return label + "↑"
        case .down: return label + "↓"
        case .left: return label + "←"
        case .right: return label + "→"
        case .home: return label + "Home"
        case .end: return label + "End"
        case .pageUp: return label + "PgUp"
        case .pageDown: return label + "PgDn"
        case .function(let number): return label + "F\(number)"
        case .character(" "): return label + "Space"
        case .character(let character):
            return label + (modifiers.isEmpty ? String(character) : character.uppercased())
        }
    }

    /// True for a printable character without Ctrl and Alt: what a text field takes for itself.
    public var isPrintable: Bool {
        if case .character = code { return modifiers.isSubset(of: .shift) }
        return false
    }

    /// True for what edits text or moves in it; such a key never runs an action inside a field.
    public var editsText: Bool {
        guard modifiers.isSubset(of: .shift) else { return false }
        switch code {
        case .character, .backspace, .delete, .left, .right, .home, .end: return true
        default: return false
        }
    }

    /// F1…F10 for Alt with 1…9 and 0, as in Midnight Commander.
    var functionTwin: Key? {
        guard modifiers == .alt, case .character(let character) = code,
            let digit = character.wholeNumberValue, character.isASCII
        else { return nil }
        return Key(.function(digit == 0 ? 10 : digit))
    }
}
