import Models

/// Who may do what with a ticket: those to whom it was handed answer, the hotline that made it hands it on and ends it.
enum TicketRights {
    /// Roles of a unit that answer for it.
    static let answering: Set<Role> = [.reception, .review, .approval, .clerk]

    /// What an officer may do with a ticket as it stands, in the order of its way.
    static func verbs(of officer: Officer, on ticket: Ticket) -> [TicketVerb] {
        TicketVerb.allCases.filter { isAllowed($0, officer, ticket) && isPossible($0, ticket) }
    }

    /// Whether the officer's assignments allow it, whatever the ticket's state.
    static func isAllowed(_ verb: TicketVerb, _ officer: Officer, _ ticket: Ticket) -> Bool {
        switch verb {
        case .create, .recalculate: false
        case .acknowledge, .resolve: answers(officer, for: ticket)
        case .escalate: answers(officer, for: ticket) || isOfHotline(officer, ticket)
        case .close: isOfHotline(officer, ticket)
        }
    }

    /// Whether the ticket's state allows it, whoever asks.
    static func isPossible(_ verb: TicketVerb, _ ticket: Ticket) -> Bool {
        switch verb {
        case .create, .recalculate: false
        case .acknowledge: ticket.state == .received
        case .escalate, .resolve: ticket.state.isOpen
        case .close: ticket.state == .answered
        }
    }

    /// A unit's own officers; for all of a province its administrators; for a ministry the ministry's.
    private static func answers(_ officer: Officer, for ticket: Ticket) -> Bool {
        let holder = ticket.to.code
        return officer.assignments.contains { assignment in
            switch assignment.role {
            case .provinceAdmin: Scope.holds(assignment.unit, holder)
            case .ministryAdmin: isMinistry(holder)
            default: answering.contains(assignment.role) && assignment.unit == holder
            }
        }
    }

    private static func isOfHotline(_ officer: Officer, _ ticket: Ticket) -> Bool {
        officer.assignments.contains { $0.role == .hotline && $0.unit == ticket.from.code }
    }

    /// `G06`, and none of the units under it.
    static func isMinistry(_ unit: String) -> Bool { unit.hasPrefix("G") && !unit.contains(".") }
}
