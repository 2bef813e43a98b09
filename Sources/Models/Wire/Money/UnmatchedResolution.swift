/// What is done with money that belonged to no payment.
public struct UnmatchedResolution: Codable, Hashable, Sendable {
    /// Whose it is; nil where it goes back.
    public var dossier: ID?
    public var note: String

    public init(
        dossier: ID? = nil, note: String
    ) {
        self.dossier = dossier
        self.note = note
    }
}
