import Forms

/// What is wrong with a theme file.
public struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String

    init(_ description: String) {
        self.description = description
    }
}

extension Theme {
    /// Reads a theme. Roles that it does not name look as in the built-in theme that `base` names, dark where it
    /// names none.
    ///
    /// - Parameter toml: `name`, optionally `base`, and a table `roles` of styles such as `"15 on 4 bold"`.
    public static func load(toml: String) throws(ThemeError) -> Theme {
        let table: [String: TOMLValue]
        do {
            table = try TOMLValue.table(reading: toml)
        } catch {
            throw ThemeError("not TOML: \(error)")
        }
        for key in table.keys.sorted() where !["name", "base", "roles"].contains(key) {
            throw ThemeError("unknown key \"\(key)\"")
        }
        guard let name = table["name"]?.text else { throw ThemeError("\"name\" is missing") }
        let baseName = table["base"]?.text ?? "dark"
        guard let base = builtIn.first(where: { $0.name == baseName }) else {
            throw ThemeError("there is no theme \"\(baseName)\" to start from")
        }
        var styles: [Role: Style] = [:]
        for role in Role.allCases { styles[role] = base.style(role) }
        for (key, value) in (table["roles"]?.table ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let role = Role(rawValue: key) else { throw ThemeError("there is no role \"\(key)\"") }
            guard let text = value.text else { throw ThemeError("\(key): a text is expected") }
            guard let style = Style(text) else { throw ThemeError("\(key): \"\(text)\" is no style") }
            styles[role] = style
        }
        return Theme(name: name, styles)
    }
}

extension Style {
    /// A style from its text: "7 on 0", "default bold", "220 on 0 bold underline".
    init?(_ text: String) {
        var words = text.split(separator: " ").map(String.init)[...]
        guard let first = words.popFirst(), let foreground = Colour(first) else { return nil }
        var background = Colour.standard
        if words.first == "on" {
            words = words.dropFirst()
            guard let second = words.popFirst(), let colour = Colour(second) else { return nil }
            background = colour
        }
        var attributes: Attributes = []
        for word in words {
            guard let attribute = Self.attributeNames[word] else { return nil }
            attributes.insert(attribute)
        }
        self.init(foreground, on: background, attributes)
    }

    private static let attributeNames: [String: Attributes] = [
        "bold": .bold, "dim": .dim, "underline": .underline, "reverse": .reverse, "italic": .italic,
        "blink": .blink,
    ]
}

extension Colour {
    fileprivate init?(_ text: String) {
        if text == "default" {
            self = .standard
        } else if let index = UInt8(text) {
            self = .palette(index)
        } else {
            return nil
        }
    }
}
