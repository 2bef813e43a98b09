import Models

/// What is to be done with an officer, as it was asked for: carried out at once, or kept until a second administrator
/// confirms it.
struct OfficerDeed: Codable, Sendable {
    var act: OfficerVerb
    var patch: OfficerPatch?
    var request: OfficerActRequest?
    var transfer: OfficerTransfer?
    var assignment: AssignmentRequest?
    /// The assignment that ends.
    var assignmentId: ID?
    var allowGaps: Bool?

    var reason: String? {
        patch?.reason ?? request?.reason ?? transfer?.reason ?? assignment?.reason
    }

    var allowsGaps: Bool {
        allowGaps ?? patch?.allowGaps ?? request?.allowGaps ?? transfer?.allowGaps ?? false
    }
}
