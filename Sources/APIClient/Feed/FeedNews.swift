import Models

/// What comes out of a `ChangeFeed`.
public enum FeedNews: Hashable, Sendable {
    /// What others, and the officer's own desk, did: each once, in order.
    case changes([Change])
    /// What was missed can't be told any more (a cut of weeks, another database): whatever is shown has to be
    /// loaded anew.
    case restarted
}
