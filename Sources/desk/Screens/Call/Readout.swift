import APIClient
import Forms
import Models

/// How it stands with a dossier, in sentences that are read out to its owner.
struct Readout: Sendable {
    var dossier: Dossier
    var clock: DossierClock?
    var events: [DossierEvent] = []
    var now: Instant

    var sentences: [Phrase] {
        typealias Words = Strings.Call
        var all = [
            Words.spokenDossier(
                dossier.code, dossier.procedure.name, dossier.submittedAt.date.display, dossier.unit.name),
            Words.spokenState(dossier.statusTitle, dossier.stepName, since),
        ]
        if let missing = dossier.missing, !missing.isEmpty, dossier.status == 5 {
            all.append(Words.spokenMissing(missing.joined(separator: "; ")))
        }
        if let reason = dossier.reason, [3, 5, 8].contains(dossier.status) {
            all.append(Words.spokenReason(reason))
        }
        all += due
        all.append(
            dossier.quote.total == 0
                ? Words.spokenFree : Words.spokenFee(Money(dong: dossier.quote.total).grouped))
        all.append(Words.spokenDelivery(way))
        all.append(Words.spokenAsk(dossier.unit.name))
        return all
    }

    /// When it came to where it is.
    private var since: Phrase? {
        events.last { $0.toStep == dossier.step }.map { Strings.Call.spokenMoment($0.at) }
    }

    private var due: [Phrase] {
        switch dossier.status {
        case 3, 7, 8, 10: return []
        case 9: return [Strings.Call.spokenReady]
        default: break
        }
        guard let due = clock?.dueAt ?? dossier.dueAt else { return [Strings.Call.spokenNoDue] }
        let words = Strings.Call.spokenMoment(due)
        let isOverdue = clock?.overdue ?? (due < now)
        return [isOverdue ? Strings.Call.spokenOverdue(words) : Strings.Call.spokenDue(words)]
    }

    private var way: Phrase {
        switch dossier.delivery.method {
        case .desk: Strings.Terms.atDesk
        case .post: Strings.Terms.byPost
        case .online: Strings.Terms.online
        }
    }
}
