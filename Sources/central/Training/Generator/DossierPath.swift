import Models

/// The way that a dossier has gone through its process: act by act, each a transition of the graph.
struct DossierPath: Sendable {
    struct Leg: Hashable, Sendable {
        var from: String
        var action: ProcessAction
        var to: String
    }

    private let process: ProcessDefinition
    private(set) var legs: [Leg] = []
    /// Where it is now.
    private(set) var step: String

    init(_ process: ProcessDefinition) {
        self.process = process
        step = process.entry
    }

    /// Does the first of these acts that the step allows; false where it allows none.
    @discardableResult
    mutating func take(_ actions: ProcessAction...) -> Bool {
        for action in actions {
            guard let transition = process.transition(from: step, action) else { continue }
            legs.append(Leg(from: step, action: action, to: transition.to))
            step = transition.to
            return true
        }
        return false
    }

    /// One act further on the way to the result.
    ///
    /// - Parameter isFree: Whether nothing is to be paid, so that a step of payment is passed by.
    mutating func advance(isFree: Bool) {
        if isFree {
            take(.receive, .forward, .approve, .sign, .finish, .paymentOk, .supplementIn)
        } else {
            take(.receive, .forward, .requestPayment, .sign, .finish, .paymentOk, .supplementIn)
        }
    }

    /// On to a step of one of these kinds. Every process leads from review to sign and deliver.
    mutating func advance(to kinds: Set<ProcessStep.Kind>, isFree: Bool) {
        var left = process.steps.count
        while left > 0, let kind = process.step(step)?.kind, !kinds.contains(kind) {
            advance(isFree: isFree)
            left -= 1
        }
    }
}
