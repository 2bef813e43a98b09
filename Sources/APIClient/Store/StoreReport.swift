import Models

/// What the store found and did by itself, to be told to the officer once.
public struct StoreReport: Hashable, Sendable {
    /// Files that could not be opened although they are of this officer's key. They were kept under these names.
    public var damaged: [String] = []
    /// How many files another key has sealed, e.g. before a training database was made anew. They stay.
    public var sealedByAnotherKey = 0
    /// How many files a newer desk has written. They stay.
    public var ofNewerDesk = 0
    /// Drafts whose 30 days were over and that are gone now.
    public var expired: [Expired] = []

    public struct Expired: Hashable, Sendable {
        public var title: String
        public var updatedAt: Instant

        public init(title: String, updatedAt: Instant) {
            self.title = title
            self.updatedAt = updatedAt
        }
    }

    public init() {}

    public var isEmpty: Bool { self == StoreReport() }
}
