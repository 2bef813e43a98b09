/// A parcel on a manifest.
public struct ManifestItem: Codable, Hashable, Sendable {
    /// In the order in which they were scanned.
    public var seq: Int
    public var shipment: ID
    public var trackingNumber: String
    public var dossierCode: String
    public var receiverName: String
    /// The commune and the province.
    public var destination: String
    public var cod: Int
    public var scannedAt: Instant
    /// When the post's counter scanned it.
    public var acceptedAt: Instant?

    public init(
        seq: Int, shipment: ID, trackingNumber: String, dossierCode: String, receiverName: String,
        destination: String, cod: Int, scannedAt: Instant, acceptedAt: Instant? = nil
    ) {
        self.seq = seq
        self.shipment = shipment
        self.trackingNumber = trackingNumber
        self.dossierCode = dossierCode
        self.receiverName = receiverName
        self.destination = destination
        self.cod = cod
        self.scannedAt = scannedAt
        self.acceptedAt = acceptedAt
    }
}
