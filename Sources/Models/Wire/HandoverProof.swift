/// That a result was handed over: to whom, on which paper, or by the post's word.
public struct HandoverProof: Codable, Hashable, Sendable {
    /// Who took it.
    public var recipient: String
    /// The recipient's identity number, where it was looked at.
    public var identityNumber: String?
    /// Why another than the applicant took it: an authorisation, a relation.
    public var relation: String?
    /// The appointment slip was taken back.
    public var slipReturned: Bool?
    /// The tracking number under which the post handed it over (S10).
    public var trackingNumber: String?

    public init(
        recipient: String, identityNumber: String? = nil, relation: String? = nil, slipReturned: Bool? = nil,
        trackingNumber: String? = nil
    ) {
        self.recipient = recipient
        self.identityNumber = identityNumber
        self.relation = relation
        self.slipReturned = slipReturned
        self.trackingNumber = trackingNumber
    }
}
