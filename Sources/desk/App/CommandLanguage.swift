import Forms

extension Language {
    /// The language that the command line asks for, wherever `--lang` stands on it; Vietnamese otherwise.
    ///
    /// Read before the parser runs, for the parser's own help is made before it knows.
    static let ofCommandLine = asked(for: CommandLine.arguments)

    static func asked(for arguments: [String]) -> Language {
        for (index, argument) in arguments.enumerated() {
            if argument == "--lang", index + 1 < arguments.count {
                return Language(rawValue: arguments[index + 1]) ?? .vi
            }
            if argument.hasPrefix("--lang=") {
                return Language(rawValue: String(argument.dropFirst(7))) ?? .vi
            }
        }
        return .vi
    }
}

extension Phrase {
    /// The words in the language of the command line: help, and why a call was refused.
    var onCommandLine: String { text(.ofCommandLine) }
}
