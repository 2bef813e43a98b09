import Forms
import Models

/// What the form of an act leaves to the screen that opened it.
struct ActOutcome: Sendable {
    /// The act that was done; nil where the officer left.
    var done: Done?
    /// The dossier that was claimed for it, and is to be given back.
    var claimed: ID?
    /// What is known of the dossier may be older than what stands at the server.
    var isOutdated = false

    /// An act that has been done, and what may follow.
    struct Done: Sendable, Equatable {
        var verb: ProcessAction
        var dossier: Dossier
        /// When it was done, and how long it can be undone.
        var at: Instant
        var undoMinutes: Int?
        /// The papers that follow from it: "02" …
        var forms: [String]
        var isOfEarlierContent = false

        func canUndo(at now: Instant) -> Bool {
            guard let undoMinutes, verb != .undo else { return false }
            return now < at.adding(seconds: undoMinutes * 60)
        }

        /// Where there are no keys: without the key that takes it back.
        var spoken: Phrase {
            var other = self
            other.undoMinutes = nil
            return other.words
        }

        var words: Phrase {
            if isOfEarlierContent { return Strings.Act.earlierContent }
            if verb == .undo { return Strings.Act.undone(dossier.code, dossier.stepName) }
            return Strings.Act.done(
                Strings.Act.name(verb), dossier.code, dossier.stepName, undoMinutes)
        }
    }
}
