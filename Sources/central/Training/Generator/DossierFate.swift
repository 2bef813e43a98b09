/// Where a made-up dossier has got to.
enum DossierFate: Hashable, Sendable {
    /// Come in from the national portal, not yet received (1).
    case new
    /// Just received at the desk (2).
    case received
    /// Not accepted (3).
    case refused
    /// Between review and issue (4), so far along: 0 review, 1 about to be issued.
    case running(Double)
    /// In review (4) though its day has passed.
    case overdue
    /// Waiting for papers (5), asked for at the desk or in review.
    case supplement(atDesk: Bool)
    /// Waiting for payment (6).
    case payment
    /// Withdrawn (7).
    case withdrawn
    /// Suspended in review (8).
    case suspended
    /// Stopped for good (8).
    case stopped
    /// The result waits to be given out (9).
    case ready
    /// Given out (10).
    case delivered

    /// Whether a second dossier for the same would be a duplicate: the first is still being worked on.
    var isRepeatable: Bool {
        switch self {
        case .received, .running, .overdue, .payment: true
        default: false
        }
    }
}
