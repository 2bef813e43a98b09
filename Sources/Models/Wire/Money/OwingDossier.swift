/// A dossier for which something is to be collected.
public struct OwingDossier: Codable, Hashable, Sendable {
    public var dossier: ID
    public var code: String
    public var applicantName: String
    public var procedureName: String
    public var stepName: String
    public var owed: Int
    public var since: Instant
    public var pendingPayment: ID?
    public var pendingMethod: PaymentMethod?
    /// The number of the parcel at whose door the post is to collect it.
    public var collectingParcel: String?

    public init(
        dossier: ID, code: String, applicantName: String, procedureName: String, stepName: String, owed: Int,
        since: Instant, pendingPayment: ID? = nil, pendingMethod: PaymentMethod? = nil,
        collectingParcel: String? = nil
    ) {
        self.dossier = dossier
        self.code = code
        self.applicantName = applicantName
        self.procedureName = procedureName
        self.stepName = stepName
        self.owed = owed
        self.since = since
        self.pendingPayment = pendingPayment
        self.pendingMethod = pendingMethod
        self.collectingParcel = collectingParcel
    }
}
