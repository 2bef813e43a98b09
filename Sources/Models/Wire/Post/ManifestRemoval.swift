/// A parcel that is taken off a manifest again.
public struct ManifestRemoval: Codable, Hashable, Sendable {
    public var shipment: ID

    public init(shipment: ID) {
        self.shipment = shipment
    }
}
