import Forms
import Models
import TUI

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
        /// It was done, and taken back again.
        case undone

        var isPossible: Bool { if case .possible = self { true } else { false } }
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
        case .undone: Strings.Bulk.undone
        case .done(let step): step.map { Phrase(vi: $0) } ?? Strings.Bulk.done
        }
    }

    var revision: Int? { if case .possible(let revision) = state { revision } else { nil } }
    /// What is sent of it; nil where it can't be done.
    var item: BulkActionRequest.Item? {
        switch state {
        case .possible(let revision): BulkActionRequest.Item(id: id, revision: revision)
        case .checking, .impossible, .done, .undone, .refused: nil
        }
    }
    /// For another act: nothing is known of it yet.
    var anew: BulkRow { BulkRow(id: id, code: code, name: name) }
    var isUndone: Bool { state == .undone }
    var isDone: Bool { if case .done = state { true } else { false } }
    var isRefused: Bool {
        switch state {
        case .refused, .impossible: true
        case .checking, .possible, .done, .undone: false
        }
    }

    /// Where the words begin behind code and name.
    static let wordsColumn = 46

    /// The words in as many lines as they need: the first part behind the code, or all of them below it where they
    /// don't fit there.
    func parts(width: Int, _ language: Language) -> (beside: SafeText, below: [SafeText]) {
        let text = SafeText(words.text(language))
        guard text.width > max(0, width - Self.wordsColumn - 2) else { return (text, []) }
        return (.empty, text.wrapped(to: max(20, width - 6)))
    }

    /// How the act stands with a dossier, by what the server offers for it.
    static func state(_ verb: ProcessAction, _ options: ActionOptions) -> State {
        guard let option = options.items.first(where: { $0.action == verb }) else {
            return .impossible(
                verb == .undo ? Strings.Act.cannotUndo : Strings.Act.whyNot(Strings.Act.name(verb)))
        }
        guard option.allowed else {
            return .impossible(option.reasons.first.map { Phrase(vi: $0.message) } ?? Strings.Bulk.none)
        }
        // An act that asks for something of each dossier is done at the dossier.
        guard option.needs.allSatisfy({ $0 == .note }) else { return .impossible(Strings.Bulk.opensEach) }
        return .possible(revision: options.revision)
    }
}
