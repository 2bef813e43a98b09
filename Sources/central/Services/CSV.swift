/// Lines of comma-separated values as RFC 4180 has them.
enum CSV {
    static func line(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// What a spreadsheet would take for a formula begins with an apostrophe: what a citizen typed must not be run on
    /// the machine of whoever opens the list. A negative whole number is none.
    static func field(_ text: String) -> String {
        var text = text
        if let first = text.unicodeScalars.first(where: { $0 != " " }),
            "=+-@\t\r\n".unicodeScalars.contains(first), !(first == "-" && Int(text) != nil)
        {
            text = "'" + text
        }
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
