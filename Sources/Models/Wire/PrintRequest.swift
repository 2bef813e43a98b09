/// That a paper is about to be printed.
public struct PrintRequest: Codable, Hashable, Sendable {
    /// "01", "02", "03" …
    public var form: String
    public var copies: Int
    /// Form 04 of a dossier that is overdue and was not extended: the new appointment that the paper gives.
    public var dueAt: Instant?

    public init(form: String, copies: Int = 1, dueAt: Instant? = nil) {
        self.form = form
        self.copies = copies
        self.dueAt = dueAt
    }

    private enum CodingKeys: String, CodingKey {
        case form, copies, dueAt
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        form = try container.decode(String.self, forKey: .form)
        copies = try container.decodeIfPresent(Int.self, forKey: .copies) ?? 1
        dueAt = try container.decodeIfPresent(Instant.self, forKey: .dueAt)
    }
}
