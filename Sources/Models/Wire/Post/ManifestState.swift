/// How far the hand-over of a manifest is.
public enum ManifestState: String, Codable, Hashable, Sendable, CaseIterable {
    /// Parcels are added to it.
    case open
    /// Signed by the desk.
    case closed
    /// Signed by the post.
    case accepted
}
