/// What Decision 766/QĐ-TTg, item 2.1, says of one dossier in a period.
public struct OnTimeJudgement: Hashable, Sendable {
    public var isOnTime: Bool
    /// What counts as its end.
    public var end: Instant
    /// Who did the act that ended it; where it is open, who acted last. Nil where only the system did.
    public var officer: ID?

    /// - The end is "finished", else "delivered", else stopped or refused. A dossier that waits for papers ended with
    ///   the first request for them; one without an end is held against the period's end.
    /// - More than one request for papers is late, whatever the dates say.
    /// - Without an appointment the time that passed, less the waiting for papers, is held against that of the law.
    /// - A withdrawn dossier counts only where it had been received.
    ///
    /// - Returns: Nil for what isn't counted: nothing was decided on it by the period's end, or it had ended before.
    public init?(
        _ facts: DossierFacts, in period: FigurePeriod, _ statuses: FigureStatuses, _ calendar: WorkCalendar
    ) {
        let acts = facts.acts(before: period.end)
        guard facts.ended.map({ $0 >= period.start }) ?? true, let last = acts.last,
            let column = statuses.column(last.status), column != .waiting
        else { return nil }
        let requests = acts.filter { $0.action == ProcessAction.requestSupplement.rawValue }
        var ending: DossierFacts.Act?
        switch column {
        case .done:
            ending = facts.completion(before: period.end, statuses)
            guard let ending, ending.at >= period.start,
                ending.action != ProcessAction.withdraw.rawValue || facts.accepted != nil
            else { return nil }
        case .refused, .stopped:
            // The act that led to where it stands; later ones without a change of status don't count.
            let earlier = acts.lastIndex { statuses.column($0.status) != column }
            ending = earlier.map { acts[acts.index(after: $0)] } ?? acts.first
        case .supplement: ending = requests.first
        case .processing, .payment, .waiting: break
        }
        let end = ending?.at ?? period.end
        self.end = end
        officer = ending?.actor ?? acts.last { $0.actor != nil }?.actor
        let limit = facts.limit(before: period.end, statuses, calendar)
        isOnTime = requests.count <= 1 && limit.map { end <= $0 } ?? true
    }
}
