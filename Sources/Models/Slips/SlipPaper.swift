/// One paper of a dossier as the appointment slip lists it.
public struct SlipPaper: Codable, Hashable, Sendable {
    public var name: String
    /// 0 … 999
    public var originals: Int
    /// 0 … 999
    public var copies: Int
    /// What else is to be said of it: "đã số hóa", "dùng lại từ hồ sơ trước".
    public var note: String?

    public init(name: String, originals: Int = 0, copies: Int = 0, note: String? = nil) {
        self.name = name
        self.originals = originals
        self.copies = copies
        self.note = note
    }
}
