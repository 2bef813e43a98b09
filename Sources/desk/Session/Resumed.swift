import APIClient
import Forms
import Models

/// What became of the acts that were sent earlier without a known outcome.
struct Resumed: Sendable {
    /// Taken in, now or then.
    var dossiers: [Dossier] = []
    /// Titles of what the server does not take: not done, and to be looked at again.
    var refused: [String] = []
    /// Titles of acts on dossiers that have been done, now or then.
    var acts: [String] = []
    /// Acts on dossiers that the server does not take, and why.
    var refusedActs: [RefusedAct] = []
    /// The codes of dossiers with a print that the journal has refused.
    var unjournalled: [String] = []

    /// An act that was not done.
    struct RefusedAct: Sendable, Equatable {
        var title: String
        var words: Phrase
    }
}

extension Intent {
    /// An act on dossiers that are there already.
    var isRouting: Bool {
        ["actOnDossier", "actOnDossiers", "amendDossier", "handOverDossiers"].contains(operation)
    }
}
