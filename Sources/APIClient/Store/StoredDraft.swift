import Models

/// A draft as its file holds it: with what is known of the server's copy.
struct StoredDraft: Codable, Hashable, Sendable {
    var draft: Draft
    /// Counts the changes made here. Times are whole seconds and cannot tell two changes apart.
    var edition = 1
    /// The edition that the server has; nil where it has none.
    var syncedEdition: Int?
    /// The `ETag` of the server's copy.
    var revision: String?
    /// When the server's copy was changed, by the server's clock.
    var serverUpdatedAt: Instant?

    var isSynced: Bool { syncedEdition == edition }
}
