import Models

/// What administrators do with officers: each once, under its key, whatever dies in between. The answer is the officer as
/// he stands then; where he is an administrator the change may wait in it for a second one.
///
/// `draft` is what was typed for the act (`TypedForm.Place.id`); it is dropped when the act is done. `revision` is the
/// officer's, as he was seen: where it is another by now the act is refused with 412 (`Problem.isStale`).
extension Acts {
    public func create(
        officer request: OfficerCreate, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<OfficerRecord> {
        try decoded(
            try await perform(
                "createOfficer", "/v1/officers", request, key: key, title: title, draft: draft))
    }

    public func change(
        officer id: ID, _ patch: OfficerPatch, revision: Int, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<OfficerRecord> {
        try decoded(
            try await perform(
                Self.changingOfficer, "/v1/officers/\(id)", patch, key: key, title: title, draft: draft,
                revision: "\"\(revision)\""))
    }

    static let changingOfficer = "changeOfficer"

    /// Suspends an officer, takes him back, or revokes him.
    public func act(
        onOfficer id: ID, _ verb: OfficerVerb, _ request: OfficerActRequest, revision: Int, key: ID,
        title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<OfficerRecord> {
        try decoded(
            try await perform(
                verb.rawValue + "Officer", "/v1/officers/\(id):\(verb.rawValue)", request, key: key,
                title: title, draft: draft, revision: "\"\(revision)\""))
    }

    public func transfer(
        officer id: ID, _ request: OfficerTransfer, revision: Int, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<OfficerRecord> {
        try decoded(
            try await perform(
                "transferOfficer", "/v1/officers/\(id):transfer", request, key: key, title: title,
                draft: draft, revision: "\"\(revision)\""))
    }

    /// Says that an officer's rights were looked at.
    public func review(officer id: ID, revision: Int, key: ID, title: String) async throws(ActError)
        -> Done<OfficerRecord>
    {
        let nothing: [String: String] = [:]
        return try decoded(
            try await perform(
                "reviewOfficer", "/v1/officers/\(id):review", nothing, key: key, title: title, draft: nil,
                revision: "\"\(revision)\""))
    }

    public func assign(
        _ request: AssignmentRequest, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<OfficerRecord> {
        try decoded(
            try await perform(
                "createAssignment", "/v1/assignments", request, key: key, title: title, draft: draft))
    }

    /// Lends a role to a colleague for some days.
    public func delegate(
        _ request: DelegationRequest, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Delegation> {
        try decoded(
            try await perform(
                Self.delegating, "/v1/delegations", request, key: key, title: title, draft: draft))
    }

    public static let delegating = "makeDelegation"

    /// Confirms what another administrator proposed.
    public func confirm(change id: ID, key: ID, title: String) async throws(ActError) -> Done<OfficerChange> {
        let nothing: [String: String] = [:]
        return try decoded(
            try await perform(
                "confirmOfficerChange", "/v1/officer-changes/\(id):confirm", nothing, key: key, title: title,
                draft: nil))
    }

    public func reject(
        change id: ID, reason: String, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<OfficerChange> {
        try decoded(
            try await perform(
                "rejectOfficerChange", "/v1/officer-changes/\(id):reject", OfficerActRequest(reason: reason),
                key: key, title: title, draft: draft))
    }

    /// Every operation that answers an officer; what is open of them is finished at the next login.
    public static let officerOperations = [
        "createOfficer", changingOfficer, "suspendOfficer", "reactivateOfficer", "revokeOfficer",
        "transferOfficer", "reviewOfficer", "createAssignment",
    ]
    public static let changeOperations = ["confirmOfficerChange", "rejectOfficerChange"]
}
