import Forms
import Models

extension SlipDocument {
    /// The paper of a choice, from the dossier and its history: forms 01 to 06.
    ///
    /// What the history doesn't say (who signs, what becomes of fees) stays open: `PaperForm` asks for it, and the
    /// paper has a dotted line where it isn't answered.
    ///
    /// - Parameters:
    ///   - events: Oldest first or not; all of them.
    ///   - prints: The journal; nil where it could not be had.
    init(
        choice: PaperChoice, dossier: Dossier, events: [DossierEvent], prints: [PrintRecord]?, me: Me,
        place: String?, today: LocalDate
    ) {
        self.init(dossier: dossier, me: me, place: place, today: today)
        form = choice.form
        if let first = Self.firstPrint(choice, events, prints) { date = first.date }
        let number = dossier.registerNumber
        switch choice.form {
        case .appointment:
            amendment = Self.amendment(events, prints: prints)
            reasons = []
            missing = []
        case .supplementRequest, .refusal:
            quote(choice.event, of: dossier)
        case .apology:
            self.number = "\(number)/PXL-BPTNTKQ"
            quote(choice.event, of: dossier)
            oldDueAt = choice.missed ?? choice.event?.detail?.previousDueAt
            // What was promised once stands on every print; else the officer is asked for it.
            dueAt =
                choice.missed == nil
                ? choice.event?.detail?.dueAt ?? dossier.dueAt
                : prints?.last { $0.form == SlipForm.apology.rawValue && $0.dueAt != nil }?.dueAt
            dueText = nil
            if choice.missed != nil { reasons = [] }
        case .stopNotice:
            self.number = "\(number)/TB-BPTNTKQ"
            quote(choice.event, of: dossier)
            dueAt = nil
            stop = choice.event.map { Self.stop($0, events, dossier) }
        case .controlSlip:
            self.number = "\(number)/PKS-BPTNTKQ"
            transfers = SlipTransfer.rows(
                events, unit: dossier.unit, dueAt: dossier.dueAt,
                entry: Strings.DossierPapers.entry.text(.vi),
                verb: { Strings.Verb.name($0).text(.vi) })
            var others: [String] = []
            for unit in events.compactMap(\.toUnit)
            where unit.code != dossier.unit.code && !others.contains(unit.name) {
                others.append(unit.name)
            }
            otherUnits = others
        }
    }

    /// When the paper was made: a print of it again bears the day of the first one. A slip that was corrected since is a
    /// paper of its own, and the control slip is another one each time.
    private static func firstPrint(
        _ choice: PaperChoice, _ events: [DossierEvent], _ prints: [PrintRecord]?
    ) -> Instant? {
        guard choice.form != .controlSlip else { return nil }
        let corrected = choice.form == .appointment ? events.filter { $0.did(.amend) }.map(\.at).max() : nil
        let since = choice.event?.at ?? corrected
        return prints?.filter { print in
            print.form == choice.form.rawValue && since.map { print.at >= $0 } ?? true
        }.map(\.at).min()
    }

    /// The act's reason and what it asked for, and who did it. The first act is the intake, whose words the dossier
    /// itself keeps.
    private mutating func quote(_ event: DossierEvent?, of dossier: Dossier) {
        guard let event else { return }
        officerName = event.actor?.name ?? officerName
        let isIntake = event.seq == 1 && dossier.decision.rawValue == event.action
        reasons = [isIntake ? dossier.reason ?? event.note : event.note].compactMap(\.self)
        missing = event.detail?.missing ?? (isIntake ? dossier.missing : nil) ?? []
    }

    private static func stop(
        _ event: DossierEvent, _ events: [DossierEvent], _ dossier: Dossier
    ) -> SlipStop {
        let stage = events.last { $0.seq < event.seq && $0.toStep == event.fromStep }?.toName
        return SlipStop(
            at: event.at, isTemporary: event.action == ProcessAction.suspend.rawValue,
            stage: stage ?? event.fromStep ?? dossier.stepName,
            requestedBy: event.actor?.name ?? Strings.DossierPapers.timeRanOut.text(.vi),
            fees: dossier.quote.total == 0 ? Strings.DossierPapers.noFees.text(.vi) : nil,
            returned: dossier.documents.filter { $0.originals > 0 }.map { paper in
                Strings.DossierPapers.originals(paper.name ?? paper.code, paper.originals).text(.vi)
            })
    }
}
