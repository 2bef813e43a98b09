/// A scanner that SANE knows.
struct ScanDevice: Hashable, Sendable, Identifiable {
    /// SANE's name for it, e.g. `pixma:04A91913`.
    var id: String
    var vendor: String
    var model: String
    /// E.g. `flatbed scanner`.
    var type: String

    /// As people call it, with SANE's name, which tells two of a kind apart.
    var name: String { [vendor, model].filter { !$0.isEmpty }.joined(separator: " ") + " (\(id))" }

    /// One line of `scanimage -f`, its parts set off by tabs. nil where it is no such line.
    init?(line: Substring) {
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, !parts[0].isEmpty else { return nil }
        (id, vendor, model, type) = (parts[0], parts[1], parts[2], parts[3])
    }

    /// What `scanimage -f` is asked for.
    static let format = "%d\t%v\t%m\t%t%n"
}
