import Models

/// Why an act is not done: every reason at once, the gravest kind first.
struct RoutingRefusal: Error, Hashable, Sendable {
    /// What kind of no it is, in the order of the contract: rights, then the request, then how things stand.
    enum Kind: Int, Comparable, Sendable {
        /// Nobody's binding gives the officer the step.
        case notBound
        /// Something of the request is missing or wrong.
        case input
        /// Another works on it at this moment.
        case claimed
        /// The process does not allow it as things stand.
        case state

        static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
    }

    struct Reason: Hashable, Sendable {
        var kind: Kind
        var code: String
        /// Vietnamese, for people.
        var message: String
        var hint: String?
        /// Into the request.
        var pointer = "/action"

        var shown: ActionReason { ActionReason(code: code, message: message, hint: hint) }
    }

    private(set) var reasons: [Reason]
    /// Who holds it, where another works on it.
    var claim: DossierClaim?

    /// Nil where there is no reason.
    init?(_ reasons: [Reason], claim: DossierClaim? = nil) {
        guard !reasons.isEmpty else { return nil }
        self.reasons = reasons.sorted { $0.kind < $1.kind }
        self.claim = claim
    }

    init(_ reason: Reason) {
        reasons = [reason]
    }

    var kind: Kind { reasons.first?.kind ?? .state }
    /// Those of the gravest kind.
    var foremost: [Reason] { reasons.filter { $0.kind == kind } }
}
