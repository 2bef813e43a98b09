/// A print that was recorded.
public struct PrintRecord: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var form: String
    public var copies: Int
    public var at: Instant
    /// 1 for the first print, 2 and more for a reprint.
    public var copyNumber: Int

    public init(id: ID, form: String, copies: Int, at: Instant, copyNumber: Int) {
        self.id = id
        self.form = form
        self.copies = copies
        self.at = at
        self.copyNumber = copyNumber
    }
}
