/// The path of a route as openapi.yaml writes it: `/v1/dossiers/{id}:reveal`.
///
/// A part is a fixed text, or a parameter with an optional verb behind it. Paths are matched after decoding,
/// so `%3Areveal` and `:reveal` are one path.
struct PathTemplate: Sendable, Hashable, CustomStringConvertible {
    private enum Part: Sendable, Hashable {
        case fixed(String)
        case parameter(name: String, suffix: String)
    }

    let description: String
    private let parts: [Part]

    init(_ text: String) {
        description = text
        parts = text.split(separator: "/").map { part in
            guard part.first == "{", let end = part.firstIndex(of: "}") else { return .fixed(String(part)) }
            let name = part[part.index(after: part.startIndex)..<end]
            return .parameter(name: String(name), suffix: String(part[part.index(after: end)...]))
        }
    }

    /// The names of the parameters, in order.
    var parameters: [String] {
        parts.compactMap { if case .parameter(let name, _) = $0 { name } else { nil } }
    }

    /// How many parts are fixed texts or end in a verb: the more, the earlier a route is tried.
    var weight: Int {
        parts.reduce(0) { sum, part in
            switch part {
            case .fixed: sum + 2
            case .parameter(_, let suffix): sum + (suffix.isEmpty ? 0 : 1)
            }
        }
    }

    /// The parameters where the decoded parts of a path fit, else nil. A parameter is never empty.
    func match(_ path: [String]) -> [String: String]? {
        guard path.count == parts.count else { return nil }
        var found: [String: String] = [:]
        for (part, text) in zip(parts, path) {
            switch part {
            case .fixed(let fixed):
                guard fixed == text else { return nil }
            case .parameter(let name, let suffix):
                guard text.hasSuffix(suffix), text.utf8.count > suffix.utf8.count else { return nil }
                let value = text.dropLast(suffix.count)
                // A colon begins a verb: another route's, or none that exists.
                guard !value.contains(":") else { return nil }
                found[name] = String(value)
            }
        }
        return found
    }
}
