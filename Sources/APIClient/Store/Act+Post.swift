import Models

// What is done with parcels.

extension Act where Answer == Shipment {
    /// Sends something by post.
    public static func send(_ request: ShipmentRequest) -> Self {
        Self("createShipment", "/v1/shipments", request)
    }

    /// Takes back what the desk still has.
    public static func cancel(shipment id: ID, reason: String) -> Self {
        Self("cancelShipment", "/v1/shipments/\(id):cancel", ReasonRequest(reason: reason))
    }

    /// Books what the post handed over of what it collected.
    public static func settle(shipment id: ID, _ settlement: CODSettlement) -> Self {
        Self("settleShipment", "/v1/shipments/\(id):settle-cod", settlement)
    }
}

extension Act where Answer == DossierMessage {
    /// Sends again what no carrier took: an order of the post's, or a message to a citizen.
    public static func retry(message id: ID) -> Self { Self("retryMessage", "/v1/outbox/\(id):retry") }
}

extension Act where Answer == ParcelScanned {
    /// Puts the parcel that was scanned on a manifest.
    public static func add(_ scan: ParcelScan, toManifest id: ID) -> Self {
        Self("addToManifest", "/v1/manifests/\(id)/items", scan)
    }

    /// Takes in the parcel that was scanned at the post's counter.
    public static func takeIn(_ scan: ParcelScan) -> Self { Self("scanShipment", "/v1/shipments:scan", scan) }
}

extension Act where Answer == Manifest {
    /// Opens a manifest.
    public static var openManifest: Self { Self("openManifest", "/v1/manifests") }

    /// Takes a parcel off a manifest.
    public static func remove(shipment: ID, fromManifest id: ID) -> Self {
        Self("removeFromManifest", "/v1/manifests/\(id)/items:remove", ManifestRemoval(shipment: shipment))
    }

    /// Signs a manifest as the desk.
    public static func close(manifest id: ID) -> Self { Self("closeManifest", "/v1/manifests/\(id):close") }

    /// Takes the desk's signature back while nothing of a manifest was scanned in.
    public static func reopen(manifest id: ID, reason: String) -> Self {
        Self("reopenManifest", "/v1/manifests/\(id):reopen", ReasonRequest(reason: reason))
    }

    /// Signs a manifest as the post.
    public static func accept(manifest id: ID, _ acceptance: ManifestAcceptance) -> Self {
        Self("acceptManifest", "/v1/manifests/\(id):accept", acceptance)
    }
}
