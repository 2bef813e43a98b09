import APIClient
import Forms
import Models

/// How it stands with a dossier, in sentences that are read out to its owner.
struct Readout: Sendable {
    /// One sentence, and what it tells of.
    struct Line: Sendable {
        var label: Phrase
        var sentence: Phrase
    }

    var dossier: Dossier
    var clock: DossierClock?
    var events: [DossierEvent] = []
    var now: Instant

    private typealias Words = Strings.Spoken

    var sentences: [Phrase] { lines.map(\.sentence) }

    /// In the order in which they are asked for.
    var lines: [Line] {
        var all = [
            Line(
                label: Words.dossier,
                sentence: Words.dossier(
                    dossier.code, dossier.procedure.name, dossier.submittedAt.date.display, dossier.unit.name)
            ),
            Line(
                label: Words.state, sentence: Words.state(dossier.statusTitle, dossier.stepName, since)),
        ]
        if holder.code != dossier.unit.code, isOpen {
            all.append(Line(label: Words.holder, sentence: Words.holder(holder.name)))
        }
        if let missing = dossier.missing, !missing.isEmpty, dossier.status == 5 {
            all.append(
                Line(label: Words.missing, sentence: Words.missing(missing.joined(separator: "; "))))
        }
        if let reason = dossier.reason, [3, 5, 8].contains(dossier.status) {
            all.append(Line(label: Words.reason, sentence: Words.reason(reason)))
        }
        if let due { all.append(Line(label: Words.due, sentence: due)) }
        all.append(Line(label: Words.fee, sentence: fee))
        all.append(Line(label: Words.delivery, sentence: delivery))
        all.append(Line(label: Words.ask, sentence: Words.ask(whom.name)))
        return all
    }

    /// The day that was promised has passed.
    var isOverdue: Bool {
        guard isRunning, let due = clock?.dueAt ?? dossier.dueAt else { return false }
        return clock?.overdue ?? (due < now)
    }

    /// The unit that has it now.
    private var holder: UnitRef { dossier.holder ?? dossier.unit }

    /// Who knows more of it: the unit that has it, and of one that has ended the unit that took it in.
    var whom: UnitRef { isOpen ? holder : dossier.unit }

    private var isOpen: Bool { ![3, 7, 8, 10].contains(dossier.status) }

    private var isRunning: Bool { ![3, 7, 8, 9, 10].contains(dossier.status) }

    /// When it came to where it is.
    private var since: Phrase? {
        events.last { $0.toStep == dossier.step }.map { Words.moment($0.at) }
    }

    private var due: Phrase? {
        if dossier.status == 9 { return Handover(events) == nil ? Words.ready(dossier.delivery.method) : nil }
        guard isRunning else { return nil }
        guard let due = clock?.dueAt ?? dossier.dueAt else { return Words.noDue }
        return isOverdue ? Words.overdue(Words.moment(due)) : Words.due(Words.moment(due))
    }

    /// Paid is only what ledger or history say.
    private var fee: Phrase {
        guard dossier.quote.total > 0 else { return Words.free }
        let money = Money(dong: dossier.quote.total).grouped
        if dossier.status == 6 { return Words.feeWaits(money) }
        if let owed = dossier.owed, owed > 0 { return Words.feeOwed(money, Money(dong: owed).grouped) }
        let isPaid = dossier.owed == 0 || PaperChoice.standing(events).contains { $0.did(.paymentOk) }
        return isPaid ? Words.feePaid(money) : Words.fee(money)
    }

    /// How it gets to its owner, and what the post knows of it once it was handed over.
    private var delivery: Phrase {
        if let handover = Handover(events) {
            return Words.handedOver(Words.moment(handover.at), handover.proof.trackingNumber)
        }
        return switch dossier.delivery.method {
        case .desk: Words.delivery(Strings.Terms.atDesk)
        case .post: Words.delivery(Strings.Terms.byPost)
        case .online: Words.delivery(Strings.Terms.online)
        }
    }
}
