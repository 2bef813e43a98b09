import Models
import TUI

/// An unfinished card as a draft keeps it, with the key of its act: it survives the desk.
struct CallDraft: Codable, Hashable, Sendable {
    /// `Draft.kind` of these.
    static let kind = "call"

    var key: ID
    var startedAt: Instant
    var form: FormDraft
    var dossier: CallDossier?
    var procedure: String?
    var verified: [ID]
    var ticket: TicketRequest?
    var ticketTo: String?
}
