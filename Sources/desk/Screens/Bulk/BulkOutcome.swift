import Models

/// What an act on many leaves to the queue it came from.
struct BulkOutcome: Sendable, Equatable {
    var done: Set<ID>
}
