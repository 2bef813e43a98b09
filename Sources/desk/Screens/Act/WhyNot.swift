import Forms
import Models
import TUI

/// Says why an act is not possible, and what to do about it.
enum WhyNot {
    static func dialog(_ verb: ProcessAction, _ option: ActionOption?, step: String) -> Dialog {
        Dialog(
            title: Strings.Act.whyNot(Strings.Act.name(verb)),
            text: lines(verb, option, step: step).map { Pager.Paragraph($0, role: .dialog) },
            buttons: [.init("close", Strings.Common.close)])
    }

    /// Each reason with what to do about it.
    static func lines(_ verb: ProcessAction, _ option: ActionOption?, step: String) -> [Phrase] {
        guard let option, !option.reasons.isEmpty else {
            return [verb == .undo ? Strings.Act.cannotUndo : Strings.Act.unknownHere(step)]
        }
        return option.reasons.flatMap { reason in
            [Phrase(vi: reason.message)] + (reason.hint.map { [Phrase(vi: $0)] } ?? [])
        }
    }
}

extension ActionOption {
    /// Nobody can take it back afterwards: said before it is done. Who has a dossier can be changed again by the same acts.
    var isFinal: Bool {
        ![.claim, .release, .reassign, .amend, .undo].contains(action) && undoMinutes ?? 0 <= 0
    }
}
