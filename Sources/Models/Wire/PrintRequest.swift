/// That a paper is about to be printed.
public struct PrintRequest: Codable, Hashable, Sendable {
    /// "01", "02", "03" …
    public var form: String
    public var copies: Int

    public init(form: String, copies: Int = 1) {
        self.form = form
        self.copies = copies
    }

    private enum CodingKeys: String, CodingKey {
        case form, copies
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        form = try container.decode(String.self, forKey: .form)
        copies = try container.decodeIfPresent(Int.self, forKey: .copies) ?? 1
    }
}
