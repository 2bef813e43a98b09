import Forms

/// What a citizen is told on one occasion, as data: a ministry changes the words without a line of code.
struct MessageText: Codable, Hashable, Sendable {
    /// One of `MessageOccasion`.
    var code: MessageOccasion
    /// The subject of an e-mail.
    var subject: String
    /// With places in braces: `{code}`, `{procedure}`, `{unit}`, `{due}`, `{reason}`, `{missing}`; of a ticket `{code}`,
    /// `{unit}`, `{due}`, `{subject}`, `{answer}`.
    var text: String
    var from: LocalDate

    /// The places that a text may have; the set is closed.
    static let places: Set<String> = [
        "code", "procedure", "unit", "due", "reason", "missing", "subject", "answer",
    ]

    /// The names in braces that are none of `places`.
    var unknownPlaces: [String] {
        (Self.names(in: subject) + Self.names(in: text)).filter { !Self.places.contains($0) }
    }

    /// The text with its places filled. A value is put in as it is; braces within it are not read again.
    static func fill(_ template: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += values[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    private static func names(in template: String) -> [String] {
        template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { part in
            String(part.prefix { $0 != "}" })
        }
    }
}
