import Models

/// An account of the ledger, by whose money it is. Amounts that come to an account are positive, those that leave it
/// negative, and every transaction's sum is nothing.
enum LedgerAccount: Hashable, Sendable {
    /// What a dossier's applicant owes; negative where too much was paid.
    case dossier(ID)
    /// A drawer.
    case cash(ID)
    /// What the unit keeps outside its drawers.
    case safe(String)
    case bank(String)
    /// What the payment platform holds for a unit.
    case platform(String)
    /// What the post collected for a unit and has not handed over yet.
    case post(String)
    /// What was charged: less than nothing, for it is owed to the treasury.
    case fee(FeeKind, String)
    /// What drawers were off when they were closed.
    case difference(String)
    /// What came in and is nobody's yet.
    case unmatched(String)
    /// What was paid before there was a ledger.
    case earlier(String)

    var text: String {
        switch self {
        case .dossier(let id): "dossier:" + id
        case .cash(let session): "cash:" + session
        case .safe(let unit): "safe:" + unit
        case .bank(let unit): "bank:" + unit
        case .platform(let unit): "platform:" + unit
        case .post(let unit): "post:" + unit
        case .fee(let kind, let unit): kind.rawValue + ":" + unit
        case .difference(let unit): "difference:" + unit
        case .unmatched(let unit): "unmatched:" + unit
        case .earlier(let unit): "earlier:" + unit
        }
    }

    /// Where a payment comes in, or a refund leaves. Nil for cash without a drawer.
    static func of(_ method: PaymentMethod, unit: String, session: ID?) -> LedgerAccount? {
        switch method {
        case .cash: session.map { .cash($0) }
        case .transfer: .bank(unit)
        case .online: .platform(unit)
        case .cod: .post(unit)
        }
    }
}
