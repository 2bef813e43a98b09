/// Whether one of forms 01 to 06 can be made of a dossier now, from what has happened to it, and if not, why.
///
/// The conditions are those of the forms (TT 03/2025/TT-VPCP, as HN26 B.1 reads them): a paper follows from an act,
/// and from one that still holds. Both sides ask here: the desk to offer, `central` to take a print into its
/// journal.
public struct PaperChoice: Hashable, Sendable {
    /// Why a paper can't be made.
    public enum Obstacle: String, Hashable, Sendable {
        /// 01: no desk has received it, or it was refused.
        case notReceived = "not_received"
        /// 02: no supplement was asked for.
        case nothingAsked = "nothing_asked"
        /// 02: the supplement is waited for no more, and no such paper was made while it was.
        case supplied
        /// 03: it was not refused.
        case notRefused = "not_refused"
        /// 04: the appointment was not put off, and has not passed without a result.
        case notExtended = "not_extended"
        /// 04: there is a result, or it was refused, and no such paper was made before.
        case closed
        /// 05: it was neither stopped nor suspended, or the work has gone on since.
        case notStopped = "not_stopped"
        /// 05: there is a decision on the result.
        case decided
        /// 06: nothing has happened to it.
        case noHistory = "no_history"
    }

    public var form: SlipForm
    /// The act that the paper quotes; nil for those that quote none.
    public var event: DossierEvent?
    /// 04: the appointment that has passed, for which no act says a new one; nil where it follows from an extension.
    public var missed: Instant?
    /// Nil where it can be made.
    public var obstacle: Obstacle?

    public var isPossible: Bool { obstacle == nil }

    /// All six forms in their order.
    ///
    /// - Parameters:
    ///   - acceptedAt: When a desk received it.
    ///   - status: Its national status.
    ///   - dueAt: The appointment as it stands; nil while the clock is paused, unless it was late before.
    ///   - prints: The journal; nil where it is not known: what may be a reprint is then taken for one.
    public static func all(
        acceptedAt: Instant?, status: Int, dueAt: Instant?, events: [DossierEvent],
        prints: [PrintRecord]? = nil, at now: Instant
    ) -> [PaperChoice] {
        let standing = standing(events)
        return SlipForm.allCases.map { form in
            switch form {
            case .appointment:
                let isReceived = acceptedAt != nil && ![1, 3].contains(status)
                return PaperChoice(form: form, event: nil, obstacle: isReceived ? nil : .notReceived)
            case .supplementRequest:
                var choice = last(form, standing, .nothingAsked) { $0.did(.requestSupplement) }
                if let event = choice.event, standing.contains(where: { $0.seq > event.seq && $0.moves }) {
                    choice.onlyReprint(of: prints, .supplied)
                }
                return choice
            case .refusal:
                // A refusal by the system is one whose time for a supplement ran out.
                return last(form, standing, .notRefused) {
                    $0.did(.refuse) || ($0.did(.expire) && $0.status == 3)
                }
            case .apology:
                var choice = last(form, standing, .notExtended) { $0.did(.extend) }
                // An appointment is put off once at most (NĐ 118/2025/NĐ-CP): a second paper would promise a third day.
                if let dueAt, dueAt < now, choice.event == nil, Self.owed.contains(status) {
                    (choice.missed, choice.obstacle) = (dueAt, nil)
                }
                if choice.event != nil, Self.closed.contains(status) {
                    choice.onlyReprint(of: prints, .closed)
                }
                return choice
            case .stopNotice: return stop(standing)
            case .controlSlip:
                return PaperChoice(form: form, event: nil, obstacle: events.isEmpty ? .noHistory : nil)
            }
        }
    }

    /// Received, in process, waiting for papers or for money: the national statuses in which a result is still owed.
    private static let owed = [2, 4, 5, 6]
    /// Refused, with a result, given out: no appointment is put off any more.
    private static let closed = [3, 9, 10]

    /// What it follows from is over: it can be made only where one was made of the same act before.
    private mutating func onlyReprint(of prints: [PrintRecord]?, _ obstacle: Obstacle) {
        guard let prints, let event else { return }
        let wasMade = prints.contains { $0.form == form.rawValue && $0.at >= event.at }
        if !wasMade { self.obstacle = obstacle }
    }

    /// The history without what was taken back, and without the taking back.
    public static func standing(_ events: [DossierEvent]) -> [DossierEvent] {
        var standing: [DossierEvent] = []
        for event in events.sorted(by: { $0.seq < $1.seq }) {
            guard event.did(.undo) else {
                standing.append(event)
                continue
            }
            if let seq = event.detail?.undoes {
                standing.removeAll { $0.seq == seq }
            } else if let index = standing.lastIndex(where: {
                $0.toStep == event.fromStep && $0.fromStep == event.toStep
            }) {
                // Without details, as for those who see the dossier masked: the act that led here from there.
                standing.remove(at: index)
            }
        }
        return standing
    }

    private static func last(
        _ form: SlipForm, _ events: [DossierEvent], _ obstacle: Obstacle, where isIt: (DossierEvent) -> Bool
    ) -> PaperChoice {
        let event = events.last(where: isIt)
        return PaperChoice(form: form, event: event, obstacle: event == nil ? obstacle : nil)
    }

    /// The last stop or suspension, where no work was done after it and no result stood before it.
    private static func stop(_ events: [DossierEvent]) -> PaperChoice {
        let stops = events.indices.filter { index in
            let event = events[index]
            return event.did(.stop) || event.did(.suspend) || (event.did(.expire) && event.status == 8)
        }
        guard let index = stops.last else {
            return PaperChoice(form: .stopNotice, event: nil, obstacle: .notStopped)
        }
        if events[..<index].last(where: { $0.toStep != nil }).map({ [9, 10].contains($0.status) }) == true {
            return PaperChoice(form: .stopNotice, event: nil, obstacle: .decided)
        }
        let hasGoneOn = events[(index + 1)...].contains(where: \.moves)
        return PaperChoice(
            form: .stopNotice, event: hasGoneOn ? nil : events[index],
            obstacle: hasGoneOn ? .notStopped : nil)
    }
}

extension DossierEvent {
    /// Whether it led to another step.
    var moves: Bool { toStep != nil && toStep != fromStep }

    public func did(_ action: ProcessAction) -> Bool { self.action == action.rawValue }
}
