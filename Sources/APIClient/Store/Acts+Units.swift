import Models

/// What administrators do with units: once, under its key, whatever dies in between.
extension Acts {
    /// Calls a unit otherwise from a day on.
    public func rename(
        unit code: String, _ request: UnitRename, key: ID, title: String, draft: ID? = nil
    ) async throws(ActError) -> Done<UnitRecord> {
        try decoded(
            try await perform(
                Self.renamingUnit, Target("/v1/units/\(code):rename"), request, key: key, title: title,
                draft: draft))
    }

    public static let renamingUnit = "renameUnit"
}
