/// What Decision 766/QĐ-TTg, item 2.1, says of one dossier in a period, and whose figures it goes to.
///
/// The decision counts dossiers and knows no officers, so whose rate a dossier belongs to is a rule of ours. One that is on
/// time is so for everybody who did a step of it, and for whoever has it. One that is late is so for him alone who had it
/// when its time ran out, or did its step then: who handed it on in time did not make it late, and who got it too late
/// could not make it on time. Counted for who acted last, a result that was written a week late would stand against
/// the clerk who numbers it; counted for one alone when on time, reviewers would have nothing but what was late.
public struct OnTimeJudgement: Hashable, Sendable {
    public var isOnTime: Bool
    /// What counts as its end.
    public var end: Instant
    /// Whose rate it goes to; empty where nobody had it, or the system alone acted.
    public var officers: Set<ID>

    /// - The end is "finished", else "delivered", else stopped or refused. A dossier that waits for papers ended with
    ///   the first request for them; one without an end is held against the period's end.
    /// - More than one request for papers is late, whatever the dates say, and from the second one on.
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
        let limit = facts.limit(before: period.end, statuses, calendar)
        let second = requests.dropFirst().first
        switch limit.flatMap({ $0 < end ? $0 : nil }) {
        case let passed? where second.map({ passed < $0.at }) ?? true:
            isOnTime = false
            officers = Set(DossierFacts.responsible(at: passed, among: acts).map { [$0] } ?? [])
        default:
            isOnTime = second == nil
            if let second {
                officers = Set([second.actor].compactMap(\.self))
            } else {
                let done = acts.prefix { $0.at <= end }
                officers = Set(done.filter(\.moves).compactMap(\.actor))
                if ending == nil, let holder = DossierFacts.holder(after: done) { officers.insert(holder) }
            }
        }
    }
}
