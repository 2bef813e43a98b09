import Models

/// Who stands behind a dossier and where its result goes, without masks.
public struct RevealedParties: Codable, Hashable, Sendable {
    public var applicant: Applicant
    public var submitter: Submitter?
    public var delivery: Delivery?

    public init(applicant: Applicant, submitter: Submitter? = nil, delivery: Delivery? = nil) {
        self.applicant = applicant
        self.submitter = submitter
        self.delivery = delivery
    }
}
