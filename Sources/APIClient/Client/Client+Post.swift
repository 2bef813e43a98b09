import Models

extension Client {
    // MARK: Shipments

    /// `GET /v1/shipments`, the latest first.
    ///
    /// - Parameter code: A dossier's code or a tracking number.
    public func shipments(
        _ group: ShipmentGroup? = nil, kind: ShipmentKind? = nil, code: String? = nil, cursor: String? = nil,
        limit: Int? = nil
    ) async throws(APIError) -> Page<Shipment> {
        let target = Target("/v1/shipments").with("state", group?.rawValue).with("kind", kind?.rawValue)
            .with("code", code).with("cursor", cursor).with("limit", limit)
        return try await value(.get("listShipments", target))
    }

    /// `GET /v1/shipments:counts`: how many there are in each list.
    public func shipmentCounts() async throws(APIError) -> [ShipmentGroup: Int] {
        let counts: [String: Int] = try await value(.get("getShipmentCounts", "/v1/shipments:counts"))
        return Dictionary(
            uniqueKeysWithValues: ShipmentGroup.allCases.compactMap { group in
                counts[group.rawValue].map { (group, $0) }
            })
    }

    /// `GET /v1/shipments/{id}`, with its way.
    public func shipment(_ id: ID) async throws(APIError) -> Shipment {
        try await value(.get("getShipment", "/v1/shipments/\(id)"))
    }

    /// `GET /v1/dossiers/{id}/shipments`
    public func shipments(ofDossier id: ID) async throws(APIError) -> [Shipment] {
        let page: Page<Shipment> = try await value(
            .get("listDossierShipments", Target("/v1/dossiers/\(id)/shipments").with("limit", 200)))
        return page.items
    }

    // MARK: Manifests

    /// `GET /v1/manifests`, the latest first, without their parcels.
    public func manifests(_ state: ManifestState? = nil, cursor: String? = nil, limit: Int? = nil)
        async throws(APIError) -> Page<Manifest>
    {
        let target = Target("/v1/manifests").with("state", state?.rawValue).with("cursor", cursor)
            .with("limit", limit)
        return try await value(.get("listManifests", target))
    }

    /// `GET /v1/manifests/{id}`, with its parcels.
    public func manifest(_ id: ID) async throws(APIError) -> Manifest {
        try await value(.get("getManifest", "/v1/manifests/\(id)"))
    }

    // MARK: What did not go out

    /// `GET /v1/outbox?state=dead`, the newest first: what no carrier took.
    public func deadLetters(cursor: String? = nil, limit: Int? = nil) async throws(APIError) -> Page<
        DossierMessage
    > {
        let target = Target("/v1/outbox").with("state", DossierMessage.State.dead.rawValue)
            .with("cursor", cursor).with("limit", limit)
        return try await value(.get("listOutbox", target))
    }

    // MARK: Settings

    /// `GET /v1/postal-settings/{unit}`
    public func postalSettings(unit: String) async throws(APIError) -> PostalSettings {
        try await value(.get("getPostalSettings", "/v1/postal-settings/\(unit)"))
    }

    /// `PUT /v1/postal-settings/{unit}`
    ///
    /// - Parameter revision: What the change is made upon; answered with 412 (`Problem.isStale`) where another
    ///   administrator was faster.
    public func putPostalSettings(
        unit: String, _ settings: PostalSettingsPut, revision: Int
    ) async throws(APIError) -> PostalSettings {
        try await value(
            .send(
                "putPostalSettings", .put, "/v1/postal-settings/\(unit)", try Call.encode(settings),
                isRepeatable: false, headers: [Header("If-Match", "\"\(revision)\"")]))
    }
}
