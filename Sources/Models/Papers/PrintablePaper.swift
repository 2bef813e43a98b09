import Forms

/// A paper that `desk-print` reads as JSON.
///
/// `StrictJSON`: snake_case keys, unknown ones refused; lists are always there, optional values may be absent.
public protocol PrintablePaper: Codable, Sendable {
    /// What keeps the paper from being printed; empty where nothing does.
    func issues() -> [SlipIssue]
}

extension PrintablePaper {
    /// Reads what `json()` wrote: strictly, and only what can be printed.
    public init(json: some Collection<UInt8>) throws(SlipError) {
        do {
            self = try StrictJSON.decode(Self.self, from: json)
        } catch {
            throw SlipError(issues: [SlipIssue(pointer: error.pointer, message: error.message)])
        }
        let issues = issues()
        if !issues.isEmpty { throw SlipError(issues: issues) }
    }

    /// The paper as `desk-print` reads it.
    public func json() throws -> [UInt8] {
        try StrictJSON.encode(self)
    }
}
