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
    /// Acts that the server does not look at any more: whether they were done is not known, and the officer has to say
    /// what is to become of them.
    var stuck: [Intent] = []
    /// Why it can't be known what waits; nothing was sent then.
    var problem: Phrase?
    /// The codes of dossiers with a print that the journal has refused.
    var unjournalled: [String] = []

    /// An act that was not done.
    struct RefusedAct: Sendable, Equatable {
        var title: String
        var words: Phrase
    }
}

extension Intent {
    /// How it stands, in a few words.
    var stateName: Phrase {
        if refusal != nil { return Strings.Unsent.stuck }
        return isDoneOtherwise ? Strings.Unsent.done : Strings.Unsent.waits
    }

    /// How it stands: what the server says is in its own words.
    var stateWords: Phrase {
        if let refusal { return APIError.problem(refusal).words }
        return isDoneOtherwise ? Strings.Unsent.doneLong : Strings.Unsent.waitsLong
    }

    /// An act on what is there already: it neither makes a dossier nor is it the trace of a paper that is out.
    var isRouting: Bool {
        !["createDossier", "recordPrint"].contains(operation) && Acts.operations.contains(operation)
    }
}
