/// A print that was recorded.
public struct PrintRecord: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    public var form: String
    public var copies: Int
    public var at: Instant
    /// 1 for the first print, 2 and more for a reprint.
    public var copyNumber: Int
    /// Form 01: which corrected slip it is, nil on the first; only in the answer to its own print.
    public var amendment: Int?
    /// Form 04: the appointment that the paper gave, where no extension says it.
    public var dueAt: Instant?

    public init(
        id: ID, form: String, copies: Int, at: Instant, copyNumber: Int, amendment: Int? = nil,
        dueAt: Instant? = nil
    ) {
        self.id = id
        self.form = form
        self.copies = copies
        self.at = at
        self.copyNumber = copyNumber
        self.amendment = amendment
        self.dueAt = dueAt
    }
}
