import Forms

extension ActionTable {
    /// The reference of all keys, for `docs/keys.md`.
    ///
    /// - Parameter scopeNames: headings; a scope without one stands under its own name.
    public func markdown(_ language: Language, scopeNames: [String: Phrase] = [:]) -> String {
        var scopes: [String] = []
        for action in actions where !scopes.contains(action.scope) { scopes.append(action.scope) }
        var text = "# \(RuntimeStrings.keysTitle.text(language))\n\n"
        text += RuntimeStrings.keysIntroduction.text(language) + "\n"
        for scope in scopes {
            text += "\n## \((scopeNames[scope]?.text(language)) ?? scope)\n\n"
            text += "| \(RuntimeStrings.keysHeader.text(language)) |\n| --- | --- | --- | --- |\n"
            for action in actions where action.scope == scope {
                let keys = action.keys.map { "`\($0.label)`" }.joined(separator: ", ")
                let cells = [
                    keys, action.name.text(language), action.help.text(language), "`\(action.id.rawValue)`",
                ]
                text += "| " + cells.map(Self.escaped).joined(separator: " | ") + " |\n"
            }
        }
        return text
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
