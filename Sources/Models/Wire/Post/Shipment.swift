/// What the post carries for a dossier: papers to the desk, or its result to the citizen.
public struct Shipment: Codable, Hashable, Sendable, Identifiable {
    public enum OrderState: String, Codable, Hashable, Sendable, CaseIterable {
        /// Not yet said to the post.
        case waiting
        case placed
        /// The post refused it, or could not be reached for too long: an administrator sends it again.
        case dead
    }

    public var id: ID
    public var dossier: ID
    public var dossierCode: String
    public var procedureName: String
    public var unit: UnitRef
    /// The post's counter that the desk hands over to.
    public var office: UnitRef
    public var kind: ShipmentKind
    /// Under which the post knows the order: the dossier's code, with a number after it for its second shipment and on.
    public var orderNumber: String
    /// S10, 13 characters.
    public var trackingNumber: String
    public var state: ShipmentState
    /// What the post said last, as it came.
    public var postCode: String?
    public var postMessage: String?
    public var order: OrderState
    public var sender: PostalParty
    public var receiver: PostalParty
    /// What lies in it.
    public var contents: String
    /// The post's price, which the citizen pays it, in đồng.
    public var fee: Int
    /// What the post collects for the unit, in đồng; 0 for nothing.
    public var cod: Int
    /// When the unit got it from the post.
    public var codSettledAt: Instant?
    public var createdAt: Instant
    public var createdBy: OfficerRef
    public var changedAt: Instant
    /// The manifest that it stands on.
    public var manifest: ManifestRef?
    /// Only on its own page; in order.
    public var events: [ShipmentEvent]?
    /// What keeps its dossier from being given out though the post delivered it.
    public var problem: String?
    public var masked: Bool

    public init(
        id: ID, dossier: ID, dossierCode: String, procedureName: String, unit: UnitRef, office: UnitRef,
        kind: ShipmentKind, orderNumber: String, trackingNumber: String, state: ShipmentState,
        postCode: String? = nil, postMessage: String? = nil, order: OrderState, sender: PostalParty,
        receiver: PostalParty, contents: String, fee: Int, cod: Int, codSettledAt: Instant? = nil,
        createdAt: Instant, createdBy: OfficerRef, changedAt: Instant, manifest: ManifestRef? = nil,
        events: [ShipmentEvent]? = nil, problem: String? = nil, masked: Bool = false
    ) {
        self.id = id
        self.dossier = dossier
        self.dossierCode = dossierCode
        self.procedureName = procedureName
        self.unit = unit
        self.office = office
        self.kind = kind
        self.orderNumber = orderNumber
        self.trackingNumber = trackingNumber
        self.state = state
        self.postCode = postCode
        self.postMessage = postMessage
        self.order = order
        self.sender = sender
        self.receiver = receiver
        self.contents = contents
        self.fee = fee
        self.cod = cod
        self.codSettledAt = codSettledAt
        self.createdAt = createdAt
        self.createdBy = createdBy
        self.changedAt = changedAt
        self.manifest = manifest
        self.events = events
        self.problem = problem
        self.masked = masked
    }

    /// Who is not the desk: who gets the result, or whose papers are collected.
    public var citizen: PostalParty { kind == .result ? receiver : sender }
}
