/// What a check of the whole audit found.
public struct AuditCheck: Codable, Hashable, Sendable {
    public var whole: Bool
    /// How many entries there are, and the hash of the last one; where it is whole.
    public var count: Int?
    public var head: String?
    /// The first entry that is wrong, and how; where it is not.
    public var seq: Int?
    public var fault: String?

    public init(
        whole: Bool, count: Int? = nil, head: String? = nil, seq: Int? = nil, fault: String? = nil
    ) {
        self.whole = whole
        self.count = count
        self.head = head
        self.seq = seq
        self.fault = fault
    }
}
