import Models

// What administrators do with officers. The answer is the officer as he stands then; where he is an administrator the
// change may wait in it for a second one.

extension Act where Answer == OfficerRecord {
    public static func create(officer request: OfficerCreate) -> Self {
        Self("createOfficer", "/v1/officers", request)
    }

    public static func change(officer id: ID, _ patch: OfficerPatch, revision: Int) -> Self {
        Self("changeOfficer", "/v1/officers/\(id)", patch, revision: revision)
    }

    /// Suspends an officer, takes him back, or revokes him.
    public static func act(
        onOfficer id: ID, _ verb: OfficerVerb, _ request: OfficerActRequest, revision: Int
    ) -> Self {
        Self(verb.rawValue + "Officer", "/v1/officers/\(id):\(verb.rawValue)", request, revision: revision)
    }

    public static func transfer(officer id: ID, _ request: OfficerTransfer, revision: Int) -> Self {
        Self("transferOfficer", "/v1/officers/\(id):transfer", request, revision: revision)
    }

    /// Says that an officer's rights were looked at.
    public static func review(officer id: ID, revision: Int) -> Self {
        Self("reviewOfficer", "/v1/officers/\(id):review", revision: revision)
    }

    public static func assign(_ request: AssignmentRequest) -> Self {
        Self("createAssignment", "/v1/assignments", request)
    }
}

extension Act where Answer == Delegation {
    /// Lends a role to a colleague for some days.
    public static func delegate(_ request: DelegationRequest) -> Self {
        Self("makeDelegation", "/v1/delegations", request)
    }
}

extension Act where Answer == OfficerChange {
    /// Confirms what another administrator proposed.
    public static func confirm(change id: ID) -> Self {
        Self("confirmOfficerChange", "/v1/officer-changes/\(id):confirm")
    }

    public static func reject(change id: ID, reason: String) -> Self {
        Self("rejectOfficerChange", "/v1/officer-changes/\(id):reject", OfficerActRequest(reason: reason))
    }
}
