import Forms
import Models

@testable import central

/// What is so of a dossier, kept by hand act for act, as a clerk would keep it: it is told what was done, and never reads an
/// event. Taking the last act back is turning the page back.
struct DossierBook {
    struct Handing: Equatable {
        var verb: ProcessAction
        var person: String?
    }

    var step: String
    var holder: String?
    /// Who has it.
    var keeper: ID?
    var entered: Instant
    var accepted: Instant?
    var stopped: Instant?
    var ended: Instant?
    var pauses: [Pause] = []
    var extensions: [DeadlineExtension] = []
    var supplements = 0
    var awaitsLead = false
    /// The persons who handed it on from a review.
    var reviewers: Set<String> = []
    /// How it came to its step.
    var handing: Handing?
    var isDecided = false
    /// Whether the last result that was brought is one.
    var hasResult = false
    /// What has to be paid, and what was.
    var demand: Int
    var paid = 0
    /// What lies there; what was brought stays there, also where the act is taken back.
    var papers: Set<String>

    var owed: Int { max(demand - paid, 0) }

    init(entry: String, at moment: Instant, demand: Int, papers: Set<String>) {
        (step, entered, self.demand, self.papers) = (entry, moment, demand, papers)
    }

    // MARK: What is done to it

    mutating func move(
        _ transition: ProcessTransition, to step: ProcessStep, from: ProcessStep, at moment: Instant,
        by person: String?, next: ID?, holder: String?
    ) {
        let verb = transition.action
        if verb == .forward || verb == .approve, from.kind == .review, let person { reviewers.insert(person) }
        switch verb {
        case .requestSupplement: supplements += 1
        case .sign, .finish: isDecided = true
        case .recall, .sendBack: isDecided = false
        default: break
        }
        guard step.code != from.code else { return }
        self.step = step.code
        (entered, keeper) = (moment, next)
        if let holder { self.holder = holder }
        handing = Handing(verb: verb, person: person)
        if step.clock == .run, accepted == nil { accepted = moment }
        endPause(at: moment)
        if step.clock == .pause, accepted != nil {
            pauses.append(Pause(from: moment, resume: step.resume ?? .continue))
        }
        if step.clock != .stop || accepted == nil {
            stopped = nil
        } else if stopped == nil {
            stopped = moment
        }
        ended = step.kind == .terminal ? moment : nil
    }

    mutating func endPause(at moment: Instant) {
        if let last = pauses.indices.last, pauses[last].to == nil { pauses[last].to = moment }
    }

    // MARK: What follows

    func due(_ term: ServiceTime, _ calendar: WorkCalendar) -> Instant? {
        accepted.flatMap { moment in
            Deadline.due(
                calendar: calendar, acceptedAt: moment, amount: term.amount, unit: term.unit, pauses: pauses,
                extensions: extensions
            ).dueAt
        }
    }

    /// The row as it has to be.
    func row(_ graph: ProcessGraph, submittedAt: Instant, acts: Int) -> RoutingState {
        var row = RoutingState(graph, submittedAt: submittedAt)
        (row.step, row.holder, row.assignee) = (step, holder, keeper)
        (row.enteredAt, row.acceptedAt) = (entered, accepted)
        (row.stoppedAt, row.endedAt) = (stopped, ended)
        (row.pauses, row.extensions) = (pauses, extensions)
        (row.supplementRequests, row.waitsForLead, row.lastSeq) = (supplements, awaitsLead, acts)
        return row
    }
}
