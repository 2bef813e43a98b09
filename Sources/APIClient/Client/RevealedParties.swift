import Models

/// Who stands behind a dossier, without masks.
public struct RevealedParties: Codable, Hashable, Sendable {
    public var applicant: Applicant
    public var submitter: Submitter?

    public init(applicant: Applicant, submitter: Submitter? = nil) {
        self.applicant = applicant
        self.submitter = submitter
    }
}
