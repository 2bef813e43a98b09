/// A line of a unit's register of dossiers, as form 07 has it.
public struct RegisterEntry: Codable, Hashable, Sendable {
    /// In the book; every book begins at 1.
    public var number: Int
    public var book: String
    public var code: String
    public var procedureName: String
    /// Số bộ hồ sơ.
    public var sets: Int
    public var applicantName: String
    public var address: String?
    public var phone: String?
    /// The unit that works on it.
    public var unitName: String
    public var submittedAt: Instant
    /// Nil where it was not received.
    public var acceptedAt: Instant?
    public var dueAt: Instant?
    /// When the result was handed over.
    public var returnedAt: Instant?
    public var delivery: DeliveryMethod
    /// Who took the result, where it was noted.
    public var recipient: String?
    /// National status, 1 … 10.
    public var status: Int
    public var statusName: String

    public init(
        number: Int, book: String, code: String, procedureName: String, sets: Int, applicantName: String,
        address: String? = nil, phone: String? = nil, unitName: String, submittedAt: Instant,
        acceptedAt: Instant? = nil, dueAt: Instant? = nil, returnedAt: Instant? = nil,
        delivery: DeliveryMethod, recipient: String? = nil, status: Int, statusName: String
    ) {
        self.number = number
        self.book = book
        self.code = code
        self.procedureName = procedureName
        self.sets = sets
        self.applicantName = applicantName
        self.address = address
        self.phone = phone
        self.unitName = unitName
        self.submittedAt = submittedAt
        self.acceptedAt = acceptedAt
        self.dueAt = dueAt
        self.returnedAt = returnedAt
        self.delivery = delivery
        self.recipient = recipient
        self.status = status
        self.statusName = statusName
    }
}
