import Forms

extension SlipDocument {
    /// Reads what `json()` wrote: strictly, and only what can be printed.
    public init(json: some Collection<UInt8>) throws(SlipError) {
        do {
            self = try StrictJSON.decode(SlipDocument.self, from: json)
        } catch {
            throw SlipError(issues: [SlipIssue(pointer: error.pointer, message: error.message)])
        }
        let issues = issues()
        if !issues.isEmpty { throw SlipError(issues: issues) }
    }

    /// The slip as `desk-print` reads it.
    public func json() throws -> [UInt8] {
        try StrictJSON.encode(self)
    }
}
