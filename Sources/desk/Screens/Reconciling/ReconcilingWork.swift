import Forms
import Models

/// Something of a day that does not agree and that somebody has to settle.
enum ReconcilingWork: Sendable {
    /// Money that came in and belongs to no payment.
    case unmatched(UnmatchedPayment)
    /// A payment without a receipt.
    case unreceipted(Payment)
    /// A drawer that is not closed.
    case drawer(CashSession)

    var id: ID {
        switch self {
        case .unmatched(let item): item.id
        case .unreceipted(let payment): payment.id
        case .drawer(let session): session.id
        }
    }

    /// A drawer may be looked at by who oversees them; money is a cashier's.
    var needsCashier: Bool {
        if case .drawer = self { false } else { true }
    }

    static func all(in books: Reconciliation) -> [ReconcilingWork] {
        books.unmatched.map(Self.unmatched) + books.unreceipted.map(Self.unreceipted)
            + books.sessions.filter { $0.state != .closed }.map(Self.drawer)
    }

    /// When it came, what it is, how much, and what is said of it.
    func columns(_ language: Language) -> [String] {
        switch self {
        case .unmatched(let item):
            [
                item.at.display, Strings.Reconciling.name(item.source).text(language),
                Money(item.amount).grouped, item.text,
            ]
        case .unreceipted(let payment):
            [
                (payment.paidAt ?? payment.createdAt).display,
                Strings.Reconciling.unreceipted.text(language), Money(payment.amount).grouped,
                payment.dossierCode,
            ]
        case .drawer(let session):
            [
                session.openedAt.display, Strings.Drawer.one.text(language), "",
                Strings.Drawer.place(session).text(language) + ", " + session.officer.name + ", "
                    + Strings.Drawer.name(session).text(language),
            ]
        }
    }

    /// What it is, without the screen's keys.
    var spokenHint: Phrase {
        switch self {
        case .unmatched(let item): Strings.Reconciling.name(item.reason)
        case .unreceipted: Strings.Reconciling.unreceipted
        case .drawer: Strings.Drawer.one
        }
    }

    /// What settles it.
    var hint: Phrase {
        switch self {
        case .unmatched(let item): Strings.Reconciling.unmatchedHint(item)
        case .unreceipted: Strings.Reconciling.unreceiptedHint
        case .drawer: Strings.Reconciling.drawerHint
        }
    }
}
