/// What can go wrong in the store itself, apart from SQLite's own errors.
enum StoreError: Error, Equatable {
    /// The transaction was given up under a write (a full disk, for one). Nothing of it was kept.
    case interrupted
    /// A row holds what this program can't read: damage, or a database of a later version.
    case unreadable(String)
    /// The database was made by a later version of central.
    case newerSchema
}
