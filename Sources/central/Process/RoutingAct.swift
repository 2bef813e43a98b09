import Models

/// Who wants what: an officer's request, or the system's own act.
enum RoutingAct: Sendable {
    /// - Parameter assignee: The officer whom the request names, with what he is bound by.
    case officer(RoutingActor, ActionRequest, assignee: RoutingActor?)
    /// An officer's dossier goes to a colleague, by one who may dispose of his work: whether he may is the caller's to know.
    case handOver(by: RoutingActor, to: RoutingActor, note: String?)
    /// Money has come in, as the cash desk or the bank says.
    case paymentOk(amount: Int)
    /// A time has run out.
    case expire
    /// The post says that it handed the result over.
    case posted(HandoverProof)

    var request: ActionRequest {
        switch self {
        case .officer(_, let request, _): request
        case .handOver(_, let receiver, let note):
            ActionRequest(action: .reassign, assignee: receiver.id, note: note)
        case .paymentOk(let amount): ActionRequest(action: .paymentOk, amount: amount)
        case .expire: ActionRequest(action: .expire)
        case .posted(let proof): ActionRequest(action: .deliver, handover: proof)
        }
    }

    /// Nil for the system.
    var actor: RoutingActor? {
        switch self {
        case .officer(let actor, _, _), .handOver(let actor, _, _): actor
        case .paymentOk, .expire, .posted: nil
        }
    }

    var assignee: RoutingActor? {
        switch self {
        case .officer(_, _, let assignee): assignee
        case .handOver(_, let receiver, _): receiver
        case .paymentOk, .expire, .posted: nil
        }
    }

    /// Whether the officer acts by his own right at the step, not by one over whoever has it.
    var needsRight: Bool {
        if case .officer = self { true } else { false }
    }
}
