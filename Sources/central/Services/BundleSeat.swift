import Models

/// A dossier's place in the bundle that it is taken in with.
struct BundleSeat: Sendable {
    /// The bundle's.
    var procedure: ProcedureRef
    /// From 1.
    var position: Int
    var count: Int
    var start: BundleStart
    /// When it would fall due if the first one's result came on its own day; nil for what begins at once.
    var expectedAt: Instant?
}
