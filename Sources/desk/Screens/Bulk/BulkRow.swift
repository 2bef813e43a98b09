import Forms
import Models

/// One dossier of an act on many, and how it stands with it.
struct BulkRow: Sendable, Equatable {
    enum State: Sendable, Equatable {
        case checking
        /// It can be done, at this revision.
        case possible(revision: Int)
        /// It can't, and why.
        case impossible(Phrase)
        /// Where it is now.
        case done(String?)
        case refused(Phrase)
    }

    var id: ID
    var code: String
    var name: String
    var state = State.checking

    var words: Phrase {
        switch state {
        case .checking: Strings.Common.loading
        case .possible: Strings.Bulk.possibleRow
        case .impossible(let reason), .refused(let reason): reason
        case .done(let step): step.map { Phrase(vi: $0) } ?? Strings.Bulk.done
        }
    }

    var revision: Int? { if case .possible(let revision) = state { revision } else { nil } }
    /// What is sent of it; nil where it can't be done.
    var item: BulkActionRequest.Item? {
        switch state {
        case .possible(let revision): BulkActionRequest.Item(id: id, revision: revision)
        case .checking, .impossible, .done, .refused: nil
        }
    }
    var isDone: Bool { if case .done = state { true } else { false } }
    var isRefused: Bool {
        switch state {
        case .refused, .impossible: true
        case .checking, .possible, .done: false
        }
    }

    /// How the act stands with a dossier, by what the server offers for it.
    static func state(_ verb: ProcessAction, _ options: ActionOptions) -> State {
        guard let option = options.items.first(where: { $0.action == verb }) else {
            return .impossible(Strings.Act.whyNot(Strings.Act.name(verb)))
        }
        guard option.allowed else {
            return .impossible(option.reasons.first.map { Phrase(vi: $0.message) } ?? Strings.Bulk.none)
        }
        // An act that asks for something of each dossier is done at the dossier.
        guard option.needs.allSatisfy({ $0 == .note }) else { return .impossible(Strings.Bulk.opensEach) }
        return .possible(revision: options.revision)
    }
}
