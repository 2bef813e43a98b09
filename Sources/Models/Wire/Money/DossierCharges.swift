/// All that a dossier's applicant owes, has paid and got back, in đồng. Every number is a sum of the ledger's entries.
public struct DossierCharges: Codable, Hashable, Sendable {
    public var dossier: ID
    public var code: String
    public var items: [Charge]
    public var total: Int
    /// What came in, refunds not taken off.
    public var paid: Int
    public var refunded: Int
    /// What is still to be paid; negative where too much was.
    public var owed: Int
    /// Of that, what has to be paid before the work begins.
    public var dueNow: Int
    /// A payment that is on its way: until it ends nothing else is taken.
    public var pendingPayment: ID?
    /// How many charges there are.
    public var revision: Int

    public init(
        dossier: ID, code: String, items: [Charge], total: Int, paid: Int, refunded: Int, owed: Int,
        dueNow: Int, pendingPayment: ID? = nil, revision: Int
    ) {
        self.dossier = dossier
        self.code = code
        self.items = items
        self.total = total
        self.paid = paid
        self.refunded = refunded
        self.owed = owed
        self.dueNow = dueNow
        self.pendingPayment = pendingPayment
        self.revision = revision
    }
}
