extension SlipTransfer {
    /// Acts after which the dossier lies where it lay, with the same people: no hand-over.
    private static let still: Set<ProcessAction> = [.claim, .release]

    /// The rows of form 06 from a dossier's history: one for each act but the taking and laying down of work. Acts
    /// that were taken back stay in it, and so do those that took them back.
    ///
    /// - Parameters:
    ///   - unit: The unit that took the dossier in; it has it until an event says otherwise.
    ///   - dueAt: The appointment as it is now; what it was before follows from the events that changed it.
    ///   - entry: What the step before the first act is called.
    ///   - verb: What an act is called, for the note.
    public static func rows(
        _ events: [DossierEvent], unit: UnitRef, dueAt: Instant?, entry: String,
        verb: (String) -> String
    ) -> [SlipTransfer] {
        let events = events.sorted { $0.seq < $1.seq }
        let due = appointments(events, now: dueAt)
        var names: [String: String] = [:]
        for event in events {
            if let step = event.toStep, let name = event.toName { names[step] = name }
        }
        var holder = unit.name
        var rows: [SlipTransfer] = []
        for (index, event) in events.enumerated() {
            let next = event.toUnit?.name ?? event.detail?.unit ?? holder
            defer { holder = next }
            if let action = ProcessAction(rawValue: event.action), still.contains(action) { continue }
            func place(_ unit: String, _ step: String?) -> String {
                let name = step.map { names[$0] ?? (index == 0 ? entry : $0) }
                return [unit, name].compactMap(\.self).joined(separator: " - ")
            }
            let taker = events[(index + 1)...].lazy.compactMap(\.actor).first
            rows.append(
                SlipTransfer(
                    from: place(holder, event.fromStep), to: place(next, event.toStep), at: event.at,
                    giver: event.actor?.name, taker: taker?.name,
                    outcome: due[index].map { outcome(event.at, due: $0) },
                    note: [
                        [verb(event.action), event.note].compactMap(\.self).joined(separator: ": "),
                        event.detail?.handover.map { "Người nhận: " + $0.words },
                    ].compactMap(\.self).joined(separator: "\n")))
        }
        return rows
    }

    /// The appointment that held when each act was done, before it changed it; nil where there was none or the clock
    /// stood: while somebody else was waited for, and once the result was there.
    private static func appointments(_ events: [DossierEvent], now: Instant?) -> [Instant?] {
        var due: Instant?
        var status = 1
        return events.enumerated().map { index, event in
            let held = [2, 4].contains(status) ? due : nil
            if let changed = event.detail?.dueAt {
                due = changed
            } else if due == nil, event.did(.receive) {
                due = events[(index + 1)...].lazy.compactMap { $0.detail?.previousDueAt }.first ?? now
            }
            status = event.status
            return held
        }
    }

    static func outcome(_ at: Instant, due: Instant) -> Outcome {
        if at > due { return .late }
        return at.date < due.date ? .before : .onTime
    }
}
