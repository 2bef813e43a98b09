import Forms
import Models
import TUI

/// One dossier of an act on many, and how it stands with it.
struct OutcomeRow: Sendable, Equatable {
    enum State: Sendable, Equatable {
        case checking
        /// It can be done.
        case possible
        /// It can't, and why.
        case impossible(Phrase)
        /// Where it is now.
        case done(String?)
        case refused(Phrase)
        /// It was done, and taken back again.
        case undone

        var isPossible: Bool { self == .possible }
    }

    var id: ID
    var code: String
    var name: String
    var state = State.checking
    /// What is said of one that can be done, beyond that it can.
    var note: Phrase?

    var words: Phrase {
        switch state {
        case .checking: Strings.Common.loading
        case .possible: note ?? Strings.Bulk.possibleRow
        case .impossible(let reason), .refused(let reason): reason
        case .undone: Strings.Bulk.undone
        case .done(let step): step.map { Phrase(vi: $0) } ?? Strings.Bulk.done
        }
    }

    /// In one sentence, for plain mode.
    func spoken(_ language: Language) -> String { "\(code), \(name): \(words.text(language))" }

    var isPossible: Bool { state.isPossible }
    /// For another act: nothing is known of it yet.
    var anew: OutcomeRow { OutcomeRow(id: id, code: code, name: name) }
    var isUndone: Bool { state == .undone }
    var isDone: Bool { if case .done = state { true } else { false } }
    var isRefused: Bool {
        switch state {
        case .refused, .impossible: true
        case .checking, .possible, .done, .undone: false
        }
    }

    func look(_ glyphs: Glyphs) -> (sign: SafeText, role: Role) {
        switch state {
        case .checking: ("-", .dim)
        case .possible: (glyphs.next, .text)
        case .done: (glyphs.success, .success)
        case .undone: (glyphs.success, .dim)
        case .impossible: (glyphs.warning, .warning)
        case .refused: (glyphs.error, .error)
        }
    }

    /// A reason with what to do about it.
    static func words(of reason: ActionReason) -> Phrase {
        Phrase(vi: [reason.message, reason.hint].compactMap(\.self).joined(separator: " "))
    }

    /// How an act on a dossier would go, by what the server says of it.
    static func state(_ verb: ProcessAction, _ options: ActionOptions) -> State {
        guard let option = options.items.first(where: { $0.action == verb }) else {
            return .impossible(
                verb == .undo ? Strings.Act.cannotUndo : Strings.Act.whyNot(Strings.Act.name(verb)))
        }
        guard option.allowed else {
            return .impossible(option.reasons.first.map(words) ?? Strings.Bulk.none)
        }
        // An act that asks for something of each dossier is done at the dossier.
        guard option.needs.allSatisfy({ [.note, .signature].contains($0) }) else {
            return .impossible(Strings.Bulk.opensEach)
        }
        return .possible
    }

    /// What is signed with it, by the names and numbers of the results; nil where an act has none.
    static func results(_ verb: ProcessAction, _ options: ActionOptions) -> Phrase? {
        let results = options.items.first { $0.action == verb }?.results ?? []
        guard verb == .sign, !results.isEmpty else { return nil }
        let names = results.map { [$0.name, $0.number].compactMap(\.self).joined(separator: " ") }
        return Phrase(vi: names.joined(separator: "; "))
    }
}
