/// What a desk hands over to the post at once (bảng kê), with both signatures.
public struct Manifest: Codable, Hashable, Sendable, Identifiable {
    public var id: ID
    /// `BK-H26.1.5-261123-0001`
    public var code: String
    public var unit: UnitRef
    public var office: UnitRef
    public var state: ManifestState
    public var openedAt: Instant
    public var openedBy: OfficerRef
    /// The desk's signature.
    public var closedAt: Instant?
    public var closedBy: OfficerRef?
    /// The post's signature.
    public var acceptedAt: Instant?
    public var acceptedBy: OfficerRef?
    /// What the post said of the differences.
    public var note: String?
    public var count: Int
    /// How many of them the post's counter scanned.
    public var accepted: Int
    public var cod: Int
    /// Not in lists.
    public var items: [ManifestItem]?
    /// What stood on it and was not there when the post signed; it waits at the desk again.
    public var missing: [ManifestItem]?

    public init(
        id: ID, code: String, unit: UnitRef, office: UnitRef, state: ManifestState, openedAt: Instant,
        openedBy: OfficerRef, closedAt: Instant? = nil, closedBy: OfficerRef? = nil,
        acceptedAt: Instant? = nil, acceptedBy: OfficerRef? = nil, note: String? = nil, count: Int,
        accepted: Int, cod: Int, items: [ManifestItem]? = nil, missing: [ManifestItem]? = nil
    ) {
        self.id = id
        self.code = code
        self.unit = unit
        self.office = office
        self.state = state
        self.openedAt = openedAt
        self.openedBy = openedBy
        self.closedAt = closedAt
        self.closedBy = closedBy
        self.acceptedAt = acceptedAt
        self.acceptedBy = acceptedBy
        self.note = note
        self.count = count
        self.accepted = accepted
        self.cod = cod
        self.items = items
        self.missing = missing
    }

    public var reference: ManifestRef { ManifestRef(id: id, code: code, state: state) }
}
