import Models

/// What became of the acts that were sent earlier without a known outcome.
struct Resumed: Sendable {
    /// Taken in, now or then.
    var dossiers: [Dossier] = []
    /// Titles of what the server does not take: not done, and to be looked at again.
    var refused: [String] = []
    /// The codes of dossiers with a print that the journal has refused.
    var unjournalled: [String] = []
}
