/// A paper that belongs to a dossier ("thành phần hồ sơ").
public struct DocumentRequirement: Codable, Hashable, Sendable {
    public var code: String
    public var name: String
    public var required: Bool
    public var originals: Int
    public var copies: Int
    public var note: String?
    /// The name of the prescribed form, where there is one.
    public var template: String?
    /// Whether the desk scans it.
    public var digitise: Bool
    /// True where it is only shown, and given back at once: no original of it is received.
    public var presented: Bool?

    /// Nothing of it stays at the desk.
    public var isOnlyPresented: Bool { presented == true }

    public init(
        code: String, name: String, required: Bool, originals: Int, copies: Int, note: String? = nil,
        template: String? = nil, digitise: Bool, presented: Bool? = nil
    ) {
        self.code = code
        self.name = name
        self.required = required
        self.originals = originals
        self.copies = copies
        self.note = note
        self.template = template
        self.digitise = digitise
        self.presented = presented
    }
}
