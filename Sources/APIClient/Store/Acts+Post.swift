import Models

/// What is done with parcels: each once, under its key, whatever dies in between. A scan that was recorded goes out until
/// the server's answer is known, so none is lost, and none stands there twice.
extension Acts {
    /// Sends something by post.
    public func send(
        _ request: ShipmentRequest, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Shipment> {
        try decoded(
            try await perform(
                "createShipment", "/v1/shipments", request, key: key, title: title, draft: draft))
    }

    /// Takes back what the desk still has.
    public func cancel(
        shipment id: ID, reason: String, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Shipment> {
        try decoded(
            try await perform(
                "cancelShipment", "/v1/shipments/\(id):cancel", ReasonRequest(reason: reason), key: key,
                title: title, draft: draft))
    }

    /// Books what the post handed over of what it collected.
    public func settle(
        shipment id: ID, _ settlement: CODSettlement, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Shipment> {
        try decoded(
            try await perform(
                "settleShipment", "/v1/shipments/\(id):settle-cod", settlement, key: key, title: title,
                draft: draft))
    }

    // MARK: Hand-overs

    /// Opens a manifest.
    public func openManifest(key: ID, title: String) async throws(ActError) -> Done<Manifest> {
        let nothing: [String: String] = [:]
        return try decoded(
            try await perform(
                "openManifest", "/v1/manifests", nothing, key: key, title: title, draft: nil))
    }

    /// Puts the parcel that was scanned on a manifest.
    public func add(
        _ scan: ParcelScan, toManifest id: ID, key: ID, title: String
    ) async throws(ActError) -> Done<ParcelScanned> {
        try decoded(
            try await perform(
                "addToManifest", "/v1/manifests/\(id)/items", scan, key: key, title: title, draft: nil))
    }

    /// Takes a parcel off a manifest.
    public func remove(
        shipment: ID, fromManifest id: ID, key: ID, title: String
    ) async throws(ActError) -> Done<Manifest> {
        try decoded(
            try await perform(
                "removeFromManifest", "/v1/manifests/\(id)/items:remove", ManifestRemoval(shipment: shipment),
                key: key, title: title, draft: nil))
    }

    /// Signs a manifest as the desk.
    public func close(manifest id: ID, key: ID, title: String) async throws(ActError) -> Done<Manifest> {
        let nothing: [String: String] = [:]
        return try decoded(
            try await perform(
                "closeManifest", "/v1/manifests/\(id):close", nothing, key: key, title: title, draft: nil))
    }

    /// Takes in the parcel that was scanned at the post's counter.
    public func takeIn(_ scan: ParcelScan, key: ID, title: String) async throws(ActError) -> Done<
        ParcelScanned
    > {
        try decoded(
            try await perform(
                "scanShipment", "/v1/shipments:scan", scan, key: key, title: title, draft: nil))
    }

    /// Signs a manifest as the post.
    public func accept(
        manifest id: ID, _ acceptance: ManifestAcceptance, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<Manifest> {
        try decoded(
            try await perform(
                "acceptManifest", "/v1/manifests/\(id):accept", acceptance, key: key, title: title,
                draft: draft))
    }

    /// Every operation of these; what is open of them is finished at the next login.
    public static let postOperations = shipmentOperations + scanOperations + manifestOperations

    static let shipmentOperations = ["createShipment", "cancelShipment", "settleShipment"]
    static let scanOperations = ["addToManifest", "scanShipment"]
    static let manifestOperations = ["openManifest", "removeFromManifest", "closeManifest", "acceptManifest"]
}
