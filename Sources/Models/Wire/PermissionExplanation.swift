/// Why an officer sees a dossier and may act on it, or why not.
///
/// A dossier out of his reach is explained just as one that doesn't exist.
public struct PermissionExplanation: Codable, Hashable, Sendable {
    /// The code or id that was asked for.
    public var subject: String
    public var visible: Bool
    /// Whether his role and the bindings let him act at its step; the process has the last word on each act.
    public var mayAct: Bool
    public var step: String?
    public var stepName: String?
    /// `not_found`, `ended`, `bound`, `delegated`, `role_missing`, `not_bound`, `binding_ended`, `binding_begins` …
    public var reasons: [ActionReason]

    public init(
        subject: String, visible: Bool, mayAct: Bool, step: String? = nil, stepName: String? = nil,
        reasons: [ActionReason]
    ) {
        self.subject = subject
        self.visible = visible
        self.mayAct = mayAct
        self.step = step
        self.stepName = stepName
        self.reasons = reasons
    }
}
