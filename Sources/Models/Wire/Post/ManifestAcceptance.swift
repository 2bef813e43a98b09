/// The post's signature on a manifest.
public struct ManifestAcceptance: Codable, Hashable, Sendable {
    /// Why parcels are missing; needed where some are.
    public var note: String?

    public init(note: String? = nil) {
        self.note = note
    }
}
