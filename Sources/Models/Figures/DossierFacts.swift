/// What the figures of a period need to know of one dossier.
public struct DossierFacts: Hashable, Sendable {
    /// What happened to it and holds: without what was taken back, and without the taking back.
    public struct Act: Hashable, Sendable {
        public var at: Instant
        /// National status afterwards.
        public var status: Int
        public var action: String
        /// Nil where the system acted.
        public var actor: ID?
        /// Whether it led to another step.
        public var moves: Bool
        /// To whom it gave the dossier by name; nil where to nobody, or where that wasn't asked for.
        public var assignee: ID?

        public init(
            at: Instant, status: Int, action: String, actor: ID? = nil, moves: Bool = false,
            assignee: ID? = nil
        ) {
            self.at = at
            self.status = status
            self.action = action
            self.actor = actor
            self.moves = moves
            self.assignee = assignee
        }
    }

    public var unit: String
    public var procedure: String
    public var field: String
    /// 1 direct, 2 online, 3 by post.
    public var channel: Int
    public var submitted: Instant
    public var accepted: Instant?
    /// The appointment as it stands now; nil while the clock is paused, and where there never was one.
    public var due: Instant?
    /// When it came to a last step.
    public var ended: Instant?
    /// The term of the law.
    public var term: ServiceTime?
    /// In the order in which they happened.
    public var acts: [Act]

    public init(
        unit: String, procedure: String, field: String, channel: Int, submitted: Instant,
        accepted: Instant? = nil, due: Instant? = nil, ended: Instant? = nil, term: ServiceTime? = nil,
        acts: [Act]
    ) {
        self.unit = unit
        self.procedure = procedure
        self.field = field
        self.channel = channel
        self.submitted = submitted
        self.accepted = accepted
        self.due = due
        self.ended = ended
        self.term = term
        self.acts = acts
    }
}

extension DossierFacts {
    /// Its acts before a moment.
    func acts(before moment: Instant) -> ArraySlice<Act> { acts.prefix { $0.at < moment } }

    /// When it was first something else than waiting or refused.
    func received(_ statuses: FigureStatuses) -> Instant? {
        acts.first { act in
            switch statuses.column(act.status) {
            case .waiting, .refused, nil: false
            default: true
            }
        }?.at
    }

    /// Who has the dossier by name after some acts; nil where it waits for whoever takes it.
    static func holder(after acts: ArraySlice<Act>) -> ID? {
        var holder: ID?
        for act in acts {
            switch ProcessAction(rawValue: act.action) {
            case .claim: holder = act.actor
            case .release: holder = nil
            case .reassign: holder = act.assignee
            default: if act.moves { holder = act.assignee }
            }
        }
        return holder
    }

    /// Who answers for a step at a moment: who had the dossier by name, else who took it up or did the step afterwards.
    /// Nil where nobody did.
    static func responsible(at moment: Instant, among acts: ArraySlice<Act>) -> ID? {
        let before = acts.prefix { $0.at <= moment }
        if let holder = holder(after: before) { return holder }
        let next = acts[before.endIndex...].first { act in
            act.moves && act.actor != nil
                || [ProcessAction.claim, .reassign].contains { $0.rawValue == act.action }
        }
        return next?.action == ProcessAction.reassign.rawValue ? next?.assignee : next?.actor
    }

    /// The act that ended the work, as of a moment, where it had ended: of the last unbroken run of statuses that are
    /// done the first that says "finished", else the first. What was called back has not ended.
    func completion(before moment: Instant, _ statuses: FigureStatuses) -> Act? {
        let acts = acts(before: moment)
        let run = acts.suffix(
            acts.count - (acts.lastIndex { statuses.column($0.status) != .done }.map { $0 + 1 } ?? 0))
        return run.first { statuses.isFinished($0.status) } ?? run.first
    }

    /// The time that was spent waiting for papers, by a moment.
    func supplements(before moment: Instant, _ statuses: FigureStatuses) -> [Pause] {
        var pauses: [Pause] = []
        var open: Instant?
        for act in acts(before: moment) {
            let isWaiting = statuses.column(act.status) == .supplement
            if isWaiting, open == nil { open = act.at }
            if !isWaiting, let from = open {
                pauses.append(Pause(from: from, to: act.at))
                open = nil
            }
        }
        return pauses
    }

    /// The appointment; where there is none, the end of the longest time that the law gives, the waiting for papers left
    /// out. Nil where there is neither.
    func limit(before moment: Instant, _ statuses: FigureStatuses, _ calendar: WorkCalendar) -> Instant? {
        if let due { return due }
        guard let term else { return nil }
        return Deadline.due(
            calendar: calendar, acceptedAt: accepted ?? submitted, amount: term.amount, unit: term.unit,
            pauses: supplements(before: moment, statuses)
        ).dueAt
    }
}
