import APIClient
import Models

/// The places of the forms that screens and plain mode share.
extension TypedForm.Place {
    static func act(_ verb: ProcessAction, _ dossier: ID) -> Self { Self("act-" + verb.rawValue, dossier) }
    static func amend(_ dossier: ID) -> Self { Self("amend", dossier) }
    static func ticket(_ verb: TicketVerb, _ ticket: ID) -> Self { Self("ticket-" + verb.rawValue, ticket) }
    /// The ticket of a call's card, until the call is saved.
    static func ticketRequest(_ card: ID) -> Self { Self("ticket", card) }
    static func paper(_ slip: SlipForm, _ dossier: ID) -> Self { Self("paper-" + slip.rawValue, dossier) }

    /// One act on many: a reason is about exactly these.
    static func bulk(_ verb: ProcessAction, _ dossiers: [ID]) -> Self {
        Self("bulk-" + verb.rawValue, dossiers.sorted().joined(separator: " "))
    }
}
