import Models

extension Client {
    /// `GET /v1/units`: an administrator's units, by code.
    public func units(_ query: String? = nil, cursor: String? = nil, limit: Int? = nil)
        async throws(APIError) -> Page<UnitRecord>
    {
        try await value(
            .get(
                "listUnits", Target("/v1/units").with("q", query).with("cursor", cursor).with("limit", limit))
        )
    }
}
