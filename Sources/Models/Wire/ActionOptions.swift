/// The answer to `GET /v1/dossiers/{id}/actions`: what the officer may do now, and why not.
public struct ActionOptions: Codable, Hashable, Sendable {
    /// The dossier's revision that the answer holds for; `If-Match` of an act.
    public var revision: Int
    public var items: [ActionOption]
    /// Who works on it at present, until when.
    public var claim: DossierClaim?
    /// Who has taken it or was given it; without an end, other than a claim.
    public var assignee: OfficerRef?
    /// The officers who are bound to the dossier's step, to whom it can be given.
    public var assignees: [OfficerRef]

    public init(
        revision: Int, items: [ActionOption], claim: DossierClaim? = nil, assignee: OfficerRef? = nil,
        assignees: [OfficerRef] = []
    ) {
        self.revision = revision
        self.items = items
        self.claim = claim
        self.assignee = assignee
        self.assignees = assignees
    }
}
