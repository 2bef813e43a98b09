import Forms

/// Why a configuration file can't be used: always the file, and the key where one is at fault, so that
/// whoever set the desk up knows which line to mend.
enum ConfigError: Error, Equatable {
    case unreadable(file: String, reason: String)
    /// Not TOML at all; the parser's own words say where.
    case syntax(file: String, message: String)
    case unknownKey(file: String, key: String, known: [String])
    case wrongType(file: String, key: String, expected: Phrase)
    case badValue(file: String, key: String, value: String, expected: Phrase)

    /// The message for the person at the terminal.
    var message: Phrase {
        switch self {
        case .unreadable(let file, let reason): Strings.Config.unreadable(file, reason)
        case .syntax(let file, let message): Strings.Config.syntax(file, message)
        case .unknownKey(let file, let key, let known): Strings.Config.unknownKey(file, key, known)
        case .wrongType(let file, let key, let expected): Strings.Config.wrongType(file, key, expected)
        case .badValue(let file, let key, let value, let expected):
            Strings.Config.badValue(file, key, value, expected)
        }
    }
}
