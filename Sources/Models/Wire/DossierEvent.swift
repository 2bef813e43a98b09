/// One entry of a dossier's history.
public struct DossierEvent: Codable, Hashable, Sendable {
    /// From 1, without gaps.
    public var seq: Int
    public var at: Instant
    /// A verb of the closed set.
    public var action: String
    /// Nil where the system acted.
    public var actor: OfficerRef?
    /// Whose right the actor used, under a delegation.
    public var onBehalfOf: OfficerRef?
    public var fromStep: String?
    public var toStep: String?
    public var status: Int
    public var note: String?
    /// Nil for those who see the dossier masked, and where there is nothing to say.
    public var detail: DossierEventDetail?
    /// The name of the step that it led to, by the process that the dossier began under.
    public var toName: String?
    /// The unit of `detail`, as it was called on that day.
    public var toUnit: UnitRef?

    public init(
        seq: Int, at: Instant, action: String, actor: OfficerRef? = nil, onBehalfOf: OfficerRef? = nil,
        fromStep: String? = nil, toStep: String? = nil, status: Int, note: String? = nil,
        detail: DossierEventDetail? = nil, toName: String? = nil, toUnit: UnitRef? = nil
    ) {
        self.seq = seq
        self.at = at
        self.action = action
        self.actor = actor
        self.onBehalfOf = onBehalfOf
        self.fromStep = fromStep
        self.toStep = toStep
        self.status = status
        self.note = note
        self.detail = detail
        self.toName = toName
        self.toUnit = toUnit
    }
}
